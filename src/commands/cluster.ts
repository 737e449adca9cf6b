/** Entry of `npm run cluster`; `--help` tells its options and exit codes. */
import { clusterCommand } from "./cluster-command";
import { processTerminal } from "./kit/terminal";

process.exitCode = await clusterCommand(process.argv.slice(2), processTerminal());
