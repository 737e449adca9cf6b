import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import type { BookCell, BookFile } from "../../src/xlsx/book-file";
import { emptySheet, openXlsx } from "../../src/workbench/xlsx/open-file";
import { saveXlsx } from "../../src/workbench/xlsx/save-xlsx";
import { eventually } from "../eventually";
import { useBrowser } from "./harness/browser";
import { WAIT_GUARD } from "./harness/guards";
import { openFile, openWorkbench, paneOf, saveFile, selectCell } from "./harness/workbench";

/** After so many milliseconds the cell is asked for once more. */
const AGAIN = 5000;

const browser = useBrowser();
const folder = mkdtempSync(join(tmpdir(), "zjtx-functions-"));

/** Waits until the cell is selected, or another one is, and keys go into it. */
async function selected(page: Page, cell: string, is: boolean, timeout = WAIT_GUARD): Promise<void> {
  await page.waitForFunction(
    ({ wanted, same }) => {
      const box = document.querySelector<HTMLInputElement>('[data-u-comp="defined-name"] input');
      return (box?.value === wanted) === same && document.activeElement?.id.includes("EDITOR") === true;
    },
    { wanted: cell, same: is },
    { timeout },
  );
}

async function stand(page: Page, cell: string): Promise<void> {
  // The box may be drawn anew, and forget what was typed, just as the sheet has calculated.
  await eventually(async () => {
    await selectCell(page, cell);
    await selected(page, cell, true, AGAIN);
  });
}

/** Types into a cell; Enter goes on to the one below. */
async function enter(page: Page, cell: string, text: string): Promise<void> {
  await stand(page, cell);
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await selected(page, cell, false);
}

/** Waits until the cells of the sheet in view, read with Microsoft's client, hold these values. */
async function cellsBecome(pane: Frame, address: string, values: readonly (readonly unknown[])[]): Promise<void> {
  const read = (): Promise<unknown> =>
    pane.evaluate(async (where) => {
      const session = window.parent.zjtxSession;
      if (session === undefined) throw new Error("no workbook is open");
      return await Excel.run({ session }, async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange(where).load("values");
        await context.sync();
        return range.values;
      });
    }, address);
  await eventually(async () => expect(await read()).toEqual(values));
}

const note = (page: Page) => page.locator('main [role="status"]');

/** A small list with room beside it. */
const LIST: BookFile = {
  sheets: [
    {
      ...emptySheet("名单"),
      cells: [
        ["企业名称", "统一社会信用代码", "从事细分市场年限（年）"],
        ["甲公司", "91370100XN0000015T", 5],
        ["乙公司", "91370100XN0000015X", null],
      ].map((row) => row.map((value): BookCell | undefined => (value === null ? undefined : { value }))),
    },
  ],
  active: 0,
  names: [],
  styles: [],
  settings: {},
};

/** Drops a file on the page as a person drags it in from a folder. */
async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ called, numbers }) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(numbers)], called));
      return data;
    },
    { called: name, numbers: [...bytes] },
  );
  await page.dispatchEvent("main", "dragenter", { dataTransfer: transfer });
  await page.getByText("松手就打开这个文件").waitFor();
  await page.dispatchEvent("main", "drop", { dataTransfer: transfer });
}

test("functions typed into cells calculate, spill and calculate again when a cell they use changes", async () => {
  const { page, pane } = await openWorkbench(browser);
  await enter(page, "BG2", "=ZJTX.TIER_ELIGIBLE(A1:BE1,A2:BE4)");
  await cellsBecome(pane, "BG2:BG4", [[true], ["#N/A"], [false]]);
  await enter(page, "BG6", "=ZJTX.CREDIT_CODE_VALID(B2)");
  await cellsBecome(pane, "BG6", [[true]]);
  await enter(page, "B2", "91370100MA3C12345X");
  await cellsBecome(pane, "BG6", [[false]]);
});

test("a spilled table gets the columns it needs, and a cell that is in its way is told", async () => {
  const { page, pane } = await openWorkbench(browser);
  // The sheet has ten columns to spare; the table is wider.
  await enter(page, "BG2", "=ZJTX.TIER_TABLE(A1:BE1,A2:BE4)");
  await cellsBecome(pane, "BG2:BH2", [["企业名称", "已达到的最高层级"]]);
  await cellsBecome(pane, "BG5", [["示例003号电器有限公司（虚构）"]]);
  await enter(page, "BH3", "挡住");
  await cellsBecome(pane, "BG2:BG3", [["#SPILL!"], [""]]);
});

test("why a cell is #N/A stands over the sheet when the cell is selected, in the page's language", async () => {
  const { page, pane } = await openWorkbench(browser);
  await enter(page, "BG2", "=ZJTX.TIER_ELIGIBLE(A1:BE1,A2:BE4)");
  await cellsBecome(pane, "BG3", [["#N/A"]]);
  await stand(page, "BG3");
  await note(page)
    .getByText(/^BG3（#N\/A）：.*缺：从事细分市场年限/)
    .waitFor();
  await page.getByRole("button", { name: "English" }).click();
  await note(page)
    .getByText(/^BG3 \(#N\/A\): .*Missing: /)
    .waitFor();
  await stand(page, "BG2");
  await note(page).filter({ hasText: /^$/ }).waitFor({ state: "attached" });
});

test("autocomplete lists the functions with what they do, in the page's language", async () => {
  const { page } = await openWorkbench(browser);
  await stand(page, "BG2");
  await page.keyboard.type("=ZJTX.CREDIT");
  await page.getByText("统一社会信用代码的位数、字符和校验位是否正确").first().waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "English" }).click();
  await stand(page, "BG3");
  await page.keyboard.type("=ZJTX.CREDIT");
  await page.getByText("Whether a unified social credit code has the right length").first().waitFor();
});

test("formulas are saved with their values and still calculate when the file is opened again", async () => {
  const { page, pane } = await openWorkbench(browser);
  await enter(page, "BG2", "=ZJTX.TIER_ELIGIBLE(A1:BE1,A2:BE4)");
  await enter(page, "BG6", "=ZJTX.CREDIT_CODE_VALID(B2)");
  await cellsBecome(pane, "BG6", [[true]]);
  const path = await saveFile(page);
  const book = await openXlsx(new Uint8Array(readFileSync(path)));
  const cells = book.sheets[book.active]?.cells;
  expect(cells?.[1]?.[58]).toMatchObject({
    formula: "=ZJTX.TIER_ELIGIBLE(A1:BE1,A2:BE4)",
    spill: { top: 1, left: 58, bottom: 3, right: 58 },
    value: true,
  });
  expect(cells?.[2]?.[58]?.value).toEqual({ error: "#N/A" });
  expect(cells?.[5]?.[58]).toMatchObject({ formula: "=ZJTX.CREDIT_CODE_VALID(B2)", value: true });
  const again = await openFile(page, path);
  await cellsBecome(again, "BG2:BG6", [[true], ["#N/A"], [false], [""], [true]]);
  await enter(page, "B2", "91370100MA3C12345X");
  await cellsBecome(again, "BG6", [[false]]);
});

test("a file dropped on the page opens, and one that can't be read leaves the workbook before as it was", async () => {
  const { page } = await openWorkbench(browser);
  const good = saveXlsx(LIST);
  await drop(page, "企业 名单.xlsx", good);
  await page.waitForFunction(() => document.title.startsWith("企业 名单.xlsx"));
  const pane = await paneOf(page);
  await cellsBecome(pane, "A1:C2", [
    ["企业名称", "统一社会信用代码", "从事细分市场年限（年）"],
    ["甲公司", "91370100XN0000015T", 5],
  ]);

  await drop(page, "坏掉.xlsx", good.slice(0, good.length / 2));
  await page.getByRole("alert").or(page.getByRole("group")).getByText("坏掉.xlsx").first().waitFor();
  expect(await page.title()).toMatch(/^企业 名单\.xlsx/);
  await cellsBecome(pane, "A2:C3", [
    ["甲公司", "91370100XN0000015T", 5],
    ["乙公司", "91370100XN0000015X", ""],
  ]);
  await enter(page, "D2", "=ZJTX.CREDIT_CODE_VALID(B3)");
  await cellsBecome(pane, "D2", [[false]]);

  // With changes that are not saved the page asks first.
  const path = join(folder, "另一份.xlsx");
  writeFileSync(path, good);
  await page.locator('input[type="file"]').setInputFiles(path);
  await page.getByRole("dialog").getByRole("button", { name: "取消" }).click();
  expect(await page.title()).toMatch(/^● 企业 名单\.xlsx/);
});
