/** Entry of `npm run rules`; `--help` tells its options and exit codes. */
import { processTerminal } from "./kit/terminal";
import { rulesCommand } from "./rules/rules-command";

process.exitCode = await rulesCommand(process.argv.slice(2), processTerminal());
