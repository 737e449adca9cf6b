/** Entry of `npm run cultivate`; `--help` tells its options and exit codes. */
import { cultivateCommand } from "./cultivate-command";
import { processTerminal } from "./kit/terminal";

process.exitCode = await cultivateCommand(process.argv.slice(2), processTerminal());
