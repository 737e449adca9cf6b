import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readWorkbook } from "../../src/commands/read-workbook";
import { scoreCommand } from "../../src/commands/score-command";
import type { Grid } from "../../src/words/grid";
import type { BookFile } from "../../src/xlsx/book-file";
import { openFile as openWorkbookFile } from "../../src/workbench/xlsx/open-file";
import { accessibilityFindings } from "./harness/accessibility";
import { useBrowser } from "./harness/browser";
import { holdRequests, openFile, openWorkbench, saveFile, showSheet, type } from "./harness/workbench";

const SAMPLE = "seeds/samples/山东示例企业.xlsx";
const browser = useBrowser();

async function rowsIn(path: string, sheet: string): Promise<Grid["rows"]> {
  return (await readWorkbook(path, sheet)).grids[0]?.rows ?? [];
}

async function sheetsIn(path: string): Promise<BookFile["sheets"]> {
  return (await openWorkbookFile(path, new Uint8Array(readFileSync(path)))).book.sheets;
}

/** The result sheets of a workbook by name, as rows of cells. */
async function resultsIn(path: string): Promise<Record<string, unknown>> {
  const names = ["评分_汇总", "评分_结果", "评分_差距与方案"];
  const sheets = await Promise.all(names.map(async (name) => [name, await rowsIn(path, name)] as const));
  return Object.fromEntries(sheets);
}

async function commandLine(): Promise<string> {
  const out = join(mkdtempSync(join(tmpdir(), "zjtx-command-")), "out.xlsx");
  const said: string[] = [];
  const terminal = { print: () => undefined, complain: (line: string) => void said.push(line) };
  expect([await scoreCommand([SAMPLE, "--out", out], terminal), said]).toEqual([0, []]);
  return out;
}

test("from the first look to results that are cell for cell those of the command line", async () => {
  const { page, pane } = await openWorkbench(browser);
  await pane.getByRole("button", { name: "给这张表打分" }).click();
  await pane.getByRole("button", { name: "打开结果表" }).waitFor();
  expect(await pane.getByText("已评 300 家", { exact: true }).count()).toBe(1);
  expect(await pane.getByRole("button", { name: /^专精特新中小企业：67 家/ }).count()).toBe(1);
  expect(await accessibilityFindings(page, { inside: "iframe" })).toEqual([]);
  const saved = await saveFile(page);
  expect(await resultsIn(saved)).toEqual(await resultsIn(await commandLine()));
  expect(await rowsIn(saved, "企业名单")).toEqual(await rowsIn(SAMPLE, "企业名单"));
});

test("a second run takes the place of the first, an edit marks results as out of date, and a bar filters the table", async () => {
  const { page, pane } = await openWorkbench(browser);
  await pane.getByRole("button", { name: "给这张表打分" }).click();
  await pane.getByRole("button", { name: "打开结果表" }).waitFor();
  await showSheet(page, "企业名单");
  await type(page, "B2", "改过名字的企业");
  await pane.getByText(/数据已改动/).waitFor();
  await pane
    .getByRole("button", { name: /重新评分/ })
    .first()
    .click();
  await pane.getByText(/数据已改动/).waitFor({ state: "detached" });
  await pane.getByRole("button", { name: "打开结果表" }).waitFor();
  await pane.getByRole("button", { name: /^专精特新中小企业：/ }).click();
  await pane.getByRole("button", { name: "结果表看全部" }).waitFor();
  const sheets = await sheetsIn(await saveFile(page));
  expect(sheets.find(({ name }) => name === "评分_结果")?.hiddenRows.length).toBeGreaterThan(200);
  expect(sheets.filter(({ name }) => name.startsWith("评分_")).map(({ name }) => name)).toEqual([
    "评分_汇总",
    "评分_结果",
    "评分_差距与方案",
    "评分_来源与假设",
    "评分_凭据",
  ]);
});

test("a cancelled run leaves the workbook as it was", async () => {
  const { page, pane } = await openWorkbench(browser);
  await pane.getByRole("button", { name: "给这张表打分" }).waitFor();
  const letGo = await holdRequests(page, "取消");
  await pane.getByRole("button", { name: "给这张表打分" }).click();
  await pane.getByRole("button", { name: "取消" }).click();
  await letGo();
  await pane.getByRole("tabpanel").getByText("已取消，工作簿和原来一样。").waitFor();
  const names = (await sheetsIn(await saveFile(page))).map(({ name }) => name);
  expect(names).toEqual((await sheetsIn(SAMPLE)).map(({ name }) => name));
});

test("what a person set is in the saved workbook and holds when it is opened again", async () => {
  const { page, pane } = await openWorkbench(browser);
  await pane.getByRole("button", { name: /基准日和用途/ }).click();
  await pane.getByLabel("评分基准日").fill("2026-03-31");
  await pane.getByRole("button", { name: "按这个来评" }).click();
  await pane.getByRole("button", { name: "给这张表打分" }).click();
  await pane.getByRole("button", { name: "打开结果表" }).waitFor();
  const again = await openFile(page, await saveFile(page));
  await again.getByRole("button", { name: /基准日和用途：2026-03-31/ }).waitFor();
});

test("works by keyboard alone, and in English", async () => {
  const { page, pane } = await openWorkbench(browser, { address: "?lang=en" });
  const start = pane.getByRole("button", { name: "Score this sheet" });
  await start.waitFor();
  await pane.locator('[role="tab"][aria-selected="true"]').focus();
  for (let presses = 0; presses < 12 && !(await start.evaluate((one) => one === document.activeElement)); presses++) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await pane.getByRole("button", { name: "Open the results" }).waitFor();
});
