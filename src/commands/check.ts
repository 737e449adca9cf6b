/** Entry of `npm run check`; `--help` tells its options and exit codes. */
import { checkCommand } from "./check-command";
import { processTerminal } from "./kit/terminal";

process.exitCode = await checkCommand(process.argv.slice(2), processTerminal());
