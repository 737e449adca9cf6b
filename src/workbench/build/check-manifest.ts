/** Entry of `npm run check:manifest`; `--help` tells its options and exit codes. */
import { processTerminal } from "../../commands/kit/terminal";
import { checkManifestCommand } from "./check-manifest-command";

process.exitCode = await checkManifestCommand(process.argv.slice(2), processTerminal());
