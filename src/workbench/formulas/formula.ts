/** Entry of `npm run formula`. Exit codes: 0 a value or a table, 2 an Excel error or a wrong argument or file, 1 a bug. */
import { formulaCommand } from "./formula-command";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await formulaCommand(process.argv.slice(2), {
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
});
