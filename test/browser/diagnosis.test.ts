import { readFileSync } from "node:fs";
import type { Frame, Page } from "playwright-core";
import { openFile as openWorkbookFile } from "../../src/workbench/xlsx/open-file";
import type { BookFile } from "../../src/xlsx/book-file";
import { accessibilityFindings } from "./harness/accessibility";
import { takePicture, useBrowser } from "./harness/browser";
import { openWorkbench, saveFile, selectCell, showSheet, type } from "./harness/workbench";

const browser = useBrowser();

async function bookIn(path: string): Promise<BookFile> {
  return (await openWorkbookFile(path, new Uint8Array(readFileSync(path)))).book;
}

async function textsOf(page: Page, sheet: string): Promise<string[]> {
  const { sheets } = await bookIn(await saveFile(page));
  const found = sheets.find(({ name }) => name === sheet);
  if (!found) throw new Error(`no sheet ${sheet} among ${sheets.map(({ name }) => name).join()}`);
  return Array.from(found.cells, (row) => row ?? []).flatMap((row) =>
    Array.from(row).flatMap((cell) => (typeof cell?.value === "string" ? [cell.value] : [])),
  );
}

const tab = (pane: Frame, name: string): Promise<void> => pane.getByRole("tab", { name, exact: true }).click();

/** Scores the sample from the view of diagnoses and goes to the enterprise with the easiest next step. */
async function easiest(page: Page, pane: Frame): Promise<string> {
  await tab(pane, "诊断");
  await pane.getByRole("button", { name: "给这张表打分" }).click();
  await pane.getByRole("button", { name: "看最容易上一级的那家" }).click();
  await pane.getByRole("button", { name: "写成长方案" }).waitFor();
  const name = await pane.getByRole("heading", { level: 2 }).first().innerText();
  await page.waitForFunction(() => document.title !== "");
  return name;
}

test("from the sample to a written plan of one firm and an overview of the library", async () => {
  const { page, pane } = await openWorkbench(browser);
  await showSheet(page, "企业名单");
  const name = await easiest(page, pane);
  expect(await accessibilityFindings(page, { inside: "iframe" })).toEqual([]);
  await takePicture(page, "diagnosis");

  await pane.getByRole("button", { name: "试一试办法 1" }).click();
  await pane.getByRole("status").getByText("这样改以后").waitFor();
  await pane.getByText(/已达到“.+”的条件/).waitFor();

  await pane.getByRole("button", { name: "写成长方案" }).click();
  await pane.getByText(/成长方案写到了/).waitFor();
  const plan = await textsOf(page, `评分_成长方案_${name}`.slice(0, 31));
  expect(plan).toContain(`${name}优质企业成长方案`);
  expect(plan.filter((text) => /^[一二三四五]、/.test(text))).toHaveLength(5);

  await tab(pane, "培育库");
  await pane.getByRole("button", { name: "写成名单表" }).waitFor();
  expect(await accessibilityFindings(page, { inside: "iframe" })).toEqual([]);
  await takePicture(page, "library");
  await pane.getByRole("button", { name: "写成名单表" }).click();
  await pane.getByText(/名单写到了/).waitFor();
  expect(await textsOf(page, "评分_培育库总览")).toEqual(expect.arrayContaining(["应报尽报", "临门一脚", "风险"]));
});

test("it follows the selected row, goes from a list to the firm, and never shows an edited row as current", async () => {
  const { page, pane } = await openWorkbench(browser);
  await showSheet(page, "企业名单");
  await easiest(page, pane);
  await selectCell(page, "C9");
  await pane.getByText(/^第 9 行 · /).waitFor();

  await tab(pane, "培育库");
  const first = pane.getByRole("tabpanel", { name: "名单" }).getByRole("listitem").getByRole("button").first();
  const name = await first.innerText();
  await first.click();
  await pane.getByRole("heading", { level: 2, name }).waitFor();

  await selectCell(page, "A9");
  await pane.getByText(/^第 9 行 · /).waitFor();
  await type(page, "M9", "1");
  await selectCell(page, "A9");
  await pane.getByText(/评分以后改过，下面还是改之前的结果/).waitFor();
  expect(await pane.getByRole("button", { name: "写成长方案" }).count()).toBe(0);
});
