import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { openXlsx } from "../../src/workbench/xlsx/open-file";
import type { BookCell } from "../../src/xlsx/book-file";
import { useBrowser } from "./harness/browser";
import { openWorkbench, saveFile, selectCell } from "./harness/workbench";

const browser = useBrowser();
/** Right of the sample's columns. */
const COLUMN = 59;

const list = (page: Page) => page.locator('ul[data-u-comp="sheets-formula-editor"]').first();

async function savedCells(page: Page): Promise<readonly (BookCell | undefined)[]> {
  const book = await openXlsx(new Uint8Array(readFileSync(await saveFile(page))));
  return (book.sheets[book.active]?.cells ?? []).slice(1).map((row) => row?.[COLUMN]);
}

test("a formula typed on while the list for its first letters stands is entered as typed", async () => {
  const { page } = await openWorkbench(browser);
  const typed = [
    ["=ZJTX.", 'INJURY_FEE("外卖",1000)', "Enter", 70],
    ["=SU", "M(1,2)", "Enter", 3],
    ["=SU", "M(1,3)", "Tab", 4],
    ["=ZJTX.INJ", 'URY_FEE("外卖",2000)', "Enter", 140],
  ] as const;
  for (const [at, [first, rest, key]] of typed.entries()) {
    await selectCell(page, `BH${at + 2}`);
    await page.keyboard.type(first);
    await list(page).waitFor();
    await page.keyboard.type(rest);
    await page.keyboard.press(key);
  }
  const cells = await savedCells(page);
  expect(typed.map((_, at) => [cells[at]?.formula, cells[at]?.value])).toEqual(
    typed.map(([first, rest, , value]) => [`${first}${rest}`, value]),
  );
});

test("Enter without a choice enters the cell, an arrow key and Enter choose, and a shorter list takes no choice of a longer one", async () => {
  const { page } = await openWorkbench(browser);
  /** Types, and waits until the list is for the name as it is then. */
  const shown = async (text: string, name: string): Promise<void> => {
    await page.keyboard.type(text);
    await list(page).locator("li").first().locator("span span").first().getByText(name, { exact: true }).waitFor();
  };
  await selectCell(page, "BH2");
  await shown("=PI", "PI");
  await page.keyboard.press("Enter");

  await selectCell(page, "BH3");
  await shown("=SU", "SU");
  for (let times = 0; times < 8; times++) await page.keyboard.press("ArrowDown");
  await shown("MP", "SUMP");
  await page.keyboard.press("Enter");

  await selectCell(page, "BH4");
  await shown("=SU", "SU");
  await page.keyboard.press("ArrowDown");
  const marked = await list(page).locator("li.univer-bg-gray-200 span span").allInnerTexts();
  await page.keyboard.press("Enter");
  await list(page).waitFor({ state: "hidden" });

  const formulas = (await savedCells(page)).slice(0, 3).map((cell) => cell?.formula);
  expect(formulas).toEqual(["=PI", "=SUMP", `=${marked.join("")}()`]);
});
