/** Entry of `npm run score`. Exit codes: 0 scored, 2 the input (or an argument) could not be read, 1 a bug. */
import { scoreCommand } from "./score-command";

// Whoever reads the summary may stop reading: `npm run score … | head` is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await scoreCommand(process.argv.slice(2), {
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
});
