import { readFileSync } from "node:fs";
import type { Frame, Page } from "playwright-core";
import { rangeOfAddress } from "../../src/words/range-address";
import { openXlsx } from "../../src/workbench/xlsx/open-file";
import { accessibilityFindings } from "./harness/accessibility";
import { takePicture, useBrowser } from "./harness/browser";
import { openWorkbench, saveFile } from "./harness/workbench";

const browser = useBrowser();

const tab = (pane: Frame, name: string): Promise<void> => pane.getByRole("tab", { name, exact: true }).click();

async function scored(): Promise<{ page: Page; pane: Frame }> {
  const { page, pane } = await openWorkbench(browser);
  await pane.getByRole("button", { name: "给这张表打分" }).click();
  await pane.getByRole("button", { name: "打开结果表" }).waitFor();
  return { page, pane };
}

/** The cell that the box left of the formula bar names. */
function selected(page: Page, cell: string): Promise<unknown> {
  return page.waitForFunction(
    (wanted) => document.querySelector<HTMLInputElement>('[data-u-comp="defined-name"] input')?.value === wanted,
    cell,
  );
}

test("an enterprise is found by pinyin initials, its value leads to the cell, its clause to the marked line of the rule and back", async () => {
  const { page, pane } = await scored();
  await tab(pane, "诊断");
  await pane.getByRole("searchbox", { name: "找一家企业" }).fill("lyyx");
  await pane.getByText(/^找到 \d+ 家$/).waitFor();
  await pane.getByRole("search").getByRole("listitem").first().getByRole("button").click();
  await pane.getByRole("button", { name: "写成长方案" }).waitFor();
  const name = await pane.getByRole("heading", { level: 2 }).first().innerText();
  const row = /第 (\d+) 行/.exec(await pane.getByText(/^第 \d+ 行 · /).innerText())?.[1] ?? "";
  await selected(page, `A${row}:BE${row}`);

  const value = pane.getByRole("article").getByRole("button", { name: new RegExp(`选中单元格 [A-Z]+${row}$`) });
  const label = (await value.first().getAttribute("aria-label")) ?? (await value.first().innerText());
  await value.first().click();
  await selected(page, /[A-Z]+\d+$/.exec(label)?.[0] ?? "");
  await pane.getByRole("heading", { level: 2, name }).waitFor();
  expect(await accessibilityFindings(page, { inside: "iframe" })).toEqual([]);
  await takePicture(page, "diagnosis-ways");

  const clause = pane
    .getByRole("article")
    .getByRole("button", { name: /^附件.*第\d+项$/ })
    .first();
  const cited = await clause.innerText();
  await clause.click();
  const marked = pane.locator('[aria-current="true"]');
  await marked.getByText(cited).first().waitFor();
  await takePicture(page, "clause-marked");
  await pane.getByRole("button", { name: "回到诊断" }).click();
  await pane.getByRole("heading", { level: 2, name }).waitFor();
});

test("a list of the library is searched, filtered, copied and shown alone in the results", async () => {
  const { page, pane } = await scored();
  await tab(pane, "培育库");
  const list = pane.getByRole("button", { name: /^待补数据/ });
  await list.waitFor();
  if ((await list.getAttribute("aria-expanded")) !== "true") await list.click();
  const section = pane.locator("section", { has: list });
  const count = async (): Promise<number> => {
    const said = await section.getByText(/^(共|找到) [\d,]+ 条/).innerText();
    return Number(/[\d,]+/.exec(said)?.[0]);
  };
  const all = await count();
  await section.getByLabel("缺的数据").selectOption({ index: 1 });
  const lacking = await count();
  await section.getByLabel("城市").selectOption({ index: 1 });
  const inCity = await count();
  expect(all).toBeGreaterThan(lacking);
  expect(lacking).toBeGreaterThan(inCity);
  expect(inCity).toBeGreaterThan(0);
  // Under the tabs, which stay on top, nothing can be pressed.
  await pane.evaluate(() => window.scrollTo(0, 0));
  expect(await accessibilityFindings(page, { inside: "iframe" })).toEqual([]);
  await takePicture(page, "library-found");
  const table = section.getByRole("textbox", { name: "复制成表格" });
  await page.context().grantPermissions([]);
  await section.getByRole("button", { name: "复制成表格" }).click();
  await section.getByText(/按 Ctrl\+C 复制/).waitFor();
  expect((await table.inputValue()).split("\n")).toHaveLength(inCity + 1);
  expect(await pane.evaluate(() => String(document.getSelection()).length)).toBeGreaterThan(0);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await section.getByRole("button", { name: "复制成表格" }).click();
  await section.getByText(`${inCity} 条已复制，到表格里粘贴就行`).waitFor();
  const copied = (await pane.evaluate(() => navigator.clipboard.readText())).split("\n");
  expect(copied[0]).toBe("行\t名称\t城市\t情况");
  expect(copied).toHaveLength(inCity + 1);

  await section.getByRole("button", { name: "结果表只看这些" }).click();
  await tab(pane, "评分");
  await pane.getByRole("button", { name: "结果表看全部" }).waitFor();
  const book = await openXlsx(new Uint8Array(readFileSync(await saveFile(page))));
  const results = book.sheets.find(({ name }) => name === "评分_结果");
  const rows = (results?.cells ?? []).slice(3).filter((row) => typeof row?.[0]?.value === "number").length;
  expect(rows - (results?.hiddenRows.length ?? 0)).toBe(inCity);
});

test("the cells that would decide most are selected one after the other from the summary", async () => {
  const { page, pane } = await scored();
  const blanks = pane.getByRole("button", { name: /^选中缺“.+”的单元格，第 \d+ 处，共 \d+ 处$/ }).first();
  const cells: string[] = [];
  for (let press = 0; press < 2; press++) {
    await blanks.click();
    const said = await pane
      .getByRole("status")
      .getByText(new RegExp(`（${press + 1} / `))
      .innerText();
    const cell = /[A-Z]+\d+(?::[A-Z]+\d+)?/.exec(said)?.[0] ?? "";
    await selected(page, cell);
    cells.push(cell);
  }
  const book = await openXlsx(new Uint8Array(readFileSync(await saveFile(page))));
  const list = book.sheets.find(({ name }) => name === "企业名单");
  const values = cells.map((cell) => {
    const range = rangeOfAddress(cell);
    return range === null ? "no cell" : (list?.cells[range.top]?.[range.left]?.value ?? null);
  });
  expect(new Set(cells).size).toBe(2);
  expect(values).toEqual([null, null]);
});
