/** Entry of `npm run formula`; `--help` tells its options and exit codes. */
import { processTerminal } from "../../commands/kit/terminal";
import { formulaCommand } from "./formula-command";

process.exitCode = await formulaCommand(process.argv.slice(2), processTerminal());
