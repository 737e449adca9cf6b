/** Entry of `npm run riders`; `--help` tells its options and exit codes. */
import { ridersCommand } from "./riders-command";
import { processTerminal } from "./kit/terminal";

process.exitCode = await ridersCommand(process.argv.slice(2), processTerminal());
