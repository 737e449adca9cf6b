/** Entry of `npm run dev:excel`; `--help` tells its options and exit codes. */
import { processTerminal } from "../commands/kit/terminal";
import { serveCommand } from "./serve-command";

process.exitCode = await serveCommand(process.argv.slice(2), processTerminal(), true);
