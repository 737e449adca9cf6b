/** Entry of `npm run check:workbooks`: without files it writes one workbook of every kind and checks those. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkWorkbooksCommand } from "../../src/commands/check-workbooks-command";
import { processTerminal } from "../../src/commands/kit/terminal";
import { writeFromCommands } from "./from-commands";
import { writeFromPane } from "./from-pane";
import { writeFromWorkbench } from "./from-workbench";

async function writeOwn(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "zjtx-workbooks-"));
  const files = [...(await writeFromCommands(folder)), ...(await writeFromPane(folder))];
  // What differs in language or length alone is not opened and saved again.
  const others = files.filter((path) => !/(_en|_很多家)\./.test(path));
  return [...files, ...(await writeFromWorkbench(folder, others))];
}

process.exitCode = await checkWorkbooksCommand(process.argv.slice(2), processTerminal(), writeOwn);
