/** Entry of `npm run score`; `--help` tells its options and exit codes. */
import { scoreCommand } from "./score-command";
import { processTerminal } from "./kit/terminal";

process.exitCode = await scoreCommand(process.argv.slice(2), processTerminal());
