/** Entry of the check. Exit codes: 0 nothing differs, 3 something does, 2 the file could not be read, 1 a bug. */
import { checkCommand } from "./check-command";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await checkCommand(process.argv.slice(2), {
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
});
