/** Entry of `npm run cultivate`. Exit codes: 0 done, 2 an input or argument could not be read, 1 a bug. */
import { cultivateCommand } from "./cultivate-command";

// Whoever reads the summary may stop reading: `npm run cultivate … | head` is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await cultivateCommand(process.argv.slice(2), {
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
});
