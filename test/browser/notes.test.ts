import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { emptySheet, openXlsx } from "../../src/workbench/xlsx/open-file";
import { saveXlsx } from "../../src/workbench/xlsx/save-xlsx";
import { takePicture, useBrowser } from "./harness/browser";
import { openFile, openWorkbench, saveFile, selectCell } from "./harness/workbench";

const browser = useBrowser();

test("notes are marked and read out, written by Microsoft's client, shown under the pointer, and saved", async () => {
  const sheet = {
    ...emptySheet("名单"),
    cells: [[{ value: "企业名称" }], [{ value: "甲" }]],
    notes: [{ row: 1, column: 0, author: "张三", text: "原公式：=ZJTX.TIER(A1:B1,A2:B2)" }],
  };
  const path = join(mkdtempSync(join(tmpdir(), "zjtx-notes-")), "注释.xlsx");
  writeFileSync(path, saveXlsx({ sheets: [sheet], active: 0, names: [], styles: [], settings: {} }));
  const { page } = await openWorkbench(browser);
  const pane = await openFile(page, path);
  await selectCell(page, "A2");
  await page.getByRole("status").getByText("A2 的注释：原公式：=ZJTX.TIER(A1:B1,A2:B2)").waitFor();
  await pane.evaluate(async () => {
    const session = window.parent.zjtxSession;
    if (session === undefined) throw new Error("there is no session");
    await Excel.run({ session }, async (context) => {
      context.workbook.worksheets.getItem("名单").notes.add("C3", "新的注释");
      await context.sync();
    });
  });
  await selectCell(page, "C3");
  await page.getByRole("status").getByText("C3 的注释：新的注释").waitFor();
  await takePicture(page, "notes");
  const box = await page.locator('canvas[id^="univer-sheet-main-canvas"]').boundingBox();
  if (box === null) throw new Error("the sheet is not drawn");
  // Into A2: right of the row's number, in the second row below the letters.
  await page.mouse.move(box.x + 46 + 20, box.y + 20 + 25);
  await page.mouse.move(box.x + 46 + 30, box.y + 20 + 30);
  await page.locator('main [title^="原公式"]').waitFor({ state: "attached" });
  const saved = await openXlsx(readFileSync(await saveFile(page)));
  expect(saved.sheets[0]?.notes?.map(({ text }) => text)).toEqual(["原公式：=ZJTX.TIER(A1:B1,A2:B2)", "新的注释"]);
});
