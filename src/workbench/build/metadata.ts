/** Entry of `npm run metadata`; `--help` tells its options and exit codes. */
import { processTerminal } from "../../commands/kit/terminal";
import { metadataCommand } from "./metadata-command";

process.exitCode = await metadataCommand(process.argv.slice(2), processTerminal());
