/** Entry of `npm run build`; `--help` tells its options and exit codes. */
import { processTerminal } from "../../commands/kit/terminal";
import { buildCommand } from "./build-command";

process.exitCode = await buildCommand(process.argv.slice(2), processTerminal());
