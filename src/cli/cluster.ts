/** Entry of `cluster`: clusters against their targets. Exit codes: 0 done, 2 an input or argument could not be read, 1 a bug. */
import { clusterCommand } from "./cluster-command";

// Whoever reads the summary may stop reading: `… | head` is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await clusterCommand(process.argv.slice(2), {
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
});
