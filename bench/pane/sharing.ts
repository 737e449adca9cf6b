/**
 * The view 共享 in Chromium on the workbench: 30,000 enterprises by 60 columns, three of them formulas of ours, made values, and the
 * native copy of the list.
 */
import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BookCell, BookFile } from "../../src/xlsx/book-file";
import { openXlsx } from "../../src/workbench/xlsx/open-file";
import { saveXlsx } from "../../src/workbench/xlsx/save-xlsx";
import { columnLetters } from "../../src/words/grid";
import { grouped } from "../print-timings";
import { target } from "../targets";
import { makeWorkbook } from "../workbook/made-up-workbook";
import { costOf, onWorkbench, openFile } from "./in-chromium";
import { limits } from "./limits";

const COLUMNS = 57;
const MEGABYTE = 2 ** 20;

/** The list with two columns of formulas and one formula that spills down all rows. */
function withFormulas({ sheets, ...book }: BookFile, count: number): BookFile {
  const last = columnLetters(COLUMNS - 1);
  const spill = { top: 1, left: COLUMNS, bottom: count, right: COLUMNS };
  const tier: BookCell = { value: "", formula: `=ZJTX.TIER($A$1:$${last}$1,A2:${last}${count + 1})`, spill };
  return {
    ...book,
    sheets: sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cells, at) => {
        // Rows end where their last cell is.
        const row = Array.from({ length: COLUMNS }, (_, column) => cells?.[column]);
        if (at === 0) return [...row, { value: "层级" }, { value: "代码" }, { value: "补贴" }];
        const code = { value: true, formula: `=ZJTX.CREDIT_CODE_VALID(B${at + 1})` };
        const amount = { value: 443.3, formula: `=IF(ZJTX.SUBSIDY(4433,20%,50%)>0,ZJTX.SUBSIDY(4433,20%,50%),0)` };
        return [...row, at === 1 ? tier : { value: "" }, code, amount];
      }),
    })),
  };
}

export async function benchSharing(enterprises: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "zjtx-bench-"));
  const path = join(folder, "名单.xlsx");
  await makeWorkbook(path, enterprises, COLUMNS);
  const book = withFormulas(await openXlsx(new Uint8Array(readFileSync(path))), enterprises);
  writeFileSync(path, saveXlsx(book));
  await onWorkbench(async (page) => {
    const pane = await openFile(page, path);
    await pane.getByRole("tab", { name: "共享" }).click();
    await pane.getByRole("button", { name: "现在清点" }).waitFor();
    const values = await costOf(page, pane, async () => {
      await pane.getByRole("button", { name: "就地换成数值" }).click();
      await pane.getByText(/处公式已换成数值/).waitFor();
    });
    console.log(
      `\nA copy in values in Chromium: ${grouped(enterprises)} enterprises by ${COLUMNS + 3} columns in ${values.seconds.toFixed(1)} s`,
    );
    limits(values);
  });
  await onWorkbench(async (page) => {
    const pane = await openFile(page, path);
    await pane.getByRole("tab", { name: "共享" }).click();
    await pane.getByRole("button", { name: "现在清点" }).waitFor();
    const start = performance.now();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      pane.getByRole("button", { name: "生成透明评分表" }).click(),
    ]);
    const seconds = (performance.now() - start) / 1000;
    const copy = join(folder, "copy.xlsx");
    await download.saveAs(copy);
    const megabytes = statSync(copy).size / MEGABYTE;
    console.log(`\nA native copy in Chromium: ${grouped(enterprises)} enterprises`);
    target(`under 60 s: ${seconds.toFixed(1)} s`, seconds < 60);
    target(`under 60 MB: ${megabytes.toFixed(1)} MB`, megabytes < 60);
  });
}
