/** Entry of `npm run manifest`; `--help` tells its options and exit codes. */
import { processTerminal } from "../../commands/kit/terminal";
import { manifestCommand } from "./manifest-command";

process.exitCode = await manifestCommand(process.argv.slice(2), processTerminal());
