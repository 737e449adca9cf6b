/** Entry of `npm run sql`; `--help` tells its options and exit codes. */
import { processTerminal } from "./kit/terminal";
import { sqlCommand } from "./sql/sql-command";

process.exitCode = await sqlCommand(process.argv.slice(2), processTerminal());
