/** Entry of `npm run build:wps`; `--help` tells its options and exit codes. */
import { processTerminal } from "../../commands/kit/terminal";
import { buildWpsCommand } from "./build-wps-command";

process.exitCode = await buildWpsCommand(process.argv.slice(2), processTerminal());
