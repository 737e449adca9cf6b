/** Entry of `npm run seeds`; `--help` tells its options and exit codes. */
import { processTerminal } from "./kit/terminal";
import { seedsCommand } from "./seeds-command";

process.exitCode = await seedsCommand(process.argv.slice(2), processTerminal());
