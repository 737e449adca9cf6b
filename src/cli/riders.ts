/** Entry of the riders' command. Exit codes: 0 done, 2 the input (or an argument) could not be used, 1 a bug. */
import { ridersCommand } from "./riders-command";

// Whoever reads the summary may stop reading: `riders.ts … | head` is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await ridersCommand(process.argv.slice(2), {
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
});
