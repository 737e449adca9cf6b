/**
 * `npm run test:univer [-- rows]`: native copies of every rule set, without any stored result, calculated by the workbench's own engine and
 * compared cell by cell with the product's results: what LibreOffice does in every run of CI, here at the engine's two thousand formulas
 * a second. 500 rows a copy are 21,500 rows and take some ten minutes.
 */
import { bookFromFile } from "../../src/workbench/book/load-book";
import { createHeadlessUniver } from "../../src/workbench/book/headless-univer";
import { openXlsx } from "../../src/workbench/xlsx/open-file";
import { nativeBooks } from "../sharing/native-books";
import { nativeDifferences } from "../sharing/native-comparison";

const rows = Number(process.argv[2] ?? 500);
let [all, compared] = [0, 0];
const wrong: string[] = [];
for (const { name, prepared } of nativeBooks({ rows, seed: 7 })) {
  const file = await openXlsx(prepared.bytes);
  const univerAPI = createHeadlessUniver();
  const book = bookFromFile(univerAPI, file);
  await book.link.calculation.settle();
  const [sheet] = univerAPI.getActiveWorkbook()?.getSheets() ?? [];
  const cells = sheet?.getRange(0, 0, rows + 100, prepared.score.columns.length).getValues() ?? [];
  const found = nativeDifferences(prepared, (row, column) => cells[row]?.[column] ?? null);
  univerAPI.dispose();
  all += rows;
  compared += found.compared;
  wrong.push(...found.wrong.map((line) => `${name}: ${line}`));
  console.log(`${name}: ${found.compared} cells, ${found.wrong.length} differ`);
}
for (const line of wrong.slice(0, 20)) console.error(line);
console.log(`native copies in Univer: ${all} rows, ${compared} cells compared, ${wrong.length} differ`);
if (wrong.length > 0) process.exitCode = 1;
