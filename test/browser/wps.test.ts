/** `npm start -- --wps`: the pane over the stand-in for WPS, gone through as a person does who opens it for the first time. */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { readWorkbook } from "../../src/commands/read-workbook";
import { openFile as openWorkbookFile } from "../../src/workbench/xlsx/open-file";
import type { BookFile } from "../../src/xlsx/book-file";
import { accessibilityFindings } from "./harness/accessibility";
import { takePicture, useBrowser } from "./harness/browser";
import { openFile, openWorkbench, saveFile, showSheet, type } from "./harness/workbench";

const browser = useBrowser();
const LIST = "企业名单";
const IN_WPS = { address: "?host=wps" };

async function bookIn(path: string): Promise<BookFile> {
  return (await openWorkbookFile(path, new Uint8Array(readFileSync(path)))).book;
}

const tab = (pane: Frame, name: string): Promise<void> => pane.getByRole("tab", { name, exact: true }).click();
const press = (pane: Frame, name: string | RegExp): Promise<void> => pane.getByRole("button", { name }).first().click();

async function scored(): Promise<{ readonly page: Page; readonly pane: Frame }> {
  const opened = await openWorkbench(browser, IN_WPS);
  await press(opened.pane, "给这张表打分");
  await opened.pane.getByRole("button", { name: "打开结果表" }).waitFor();
  return opened;
}

/** Programs that the pane names where it should say what it runs in. */
async function excelIn(pane: Frame): Promise<string[]> {
  const text = await pane.locator("body").innerText();
  return text.split("\n").filter((line) => line.includes("Excel") && !line.includes("WPS"));
}

test("the pane over the stand-in for WPS scores the sample as over the one for Excel", async () => {
  const results: unknown[] = [];
  for (const address of ["?host=wps", ""]) {
    const { page, pane } = await openWorkbench(browser, { address });
    await press(pane, "给这张表打分");
    await pane.getByRole("button", { name: "打开结果表" }).waitFor();
    expect(await pane.getByText("已评 300 家", { exact: true }).count()).toBe(1);
    const saved = await saveFile(page);
    // WPS's host keeps what it keeps as custom XML parts: it was really there.
    const { settings } = await bookIn(saved);
    expect(Object.keys(settings).some((key) => key.startsWith("wps.part."))).toBe(address !== "");
    const names = ["评分_汇总", "评分_结果", "评分_差距与方案"];
    const grids = await Promise.all(names.map(async (name) => (await readWorkbook(saved, name)).grids[0]?.rows));
    expect(grids.map((rows) => rows?.length ?? 0)).not.toContain(0);
    results.push(grids);
  }
  expect(results[0]).toEqual(results[1]);
});

test("every view works in WPS, writes its sheets, and names no other program", async () => {
  const { page, pane } = await scored();
  const said: string[] = await excelIn(pane);
  await takePicture(page, "wps-scored");
  await tab(pane, "诊断");
  await press(pane, "看最容易上一级的那家");
  await press(pane, "写成长方案");
  await pane.getByText(/成长方案写到了/).waitFor();
  said.push(...(await excelIn(pane)));
  await tab(pane, "培育库");
  await press(pane, "写成名单表");
  await pane.getByText(/名单写到了/).waitFor();
  said.push(...(await excelIn(pane)));
  await tab(pane, "规则");
  await pane.getByRole("searchbox").fill("资产负债率");
  await press(pane, /^上年末资产负债率/);
  await press(pane, "写成工作表");
  await pane.getByText(/^写在“评分_标准_/).waitFor();
  await press(pane, "写成打印页");
  await pane.getByText(/^写在“评分_标准打印_/).waitFor();
  said.push(...(await excelIn(pane)));
  await tab(pane, "集群");
  await press(pane, "写成结果表");
  await pane.getByText(/写好了：评分_/).waitFor();
  said.push(...(await excelIn(pane)));
  await tab(pane, "补贴");
  await pane.getByText("符合条件，这个月补贴443.30元。").waitFor();
  said.push(...(await excelIn(pane)));
  await tab(pane, "共享");
  await pane.getByRole("button", { name: "检查这个工作簿" }).waitFor();
  said.push(...(await excelIn(pane)));
  await takePicture(page, "wps-sharing");
  expect(await accessibilityFindings(page, { inside: "iframe" })).toEqual([]);
  expect(said).toEqual([]);
  const names = (await bookIn(await saveFile(page))).sheets.map(({ name }) => name);
  for (const begins of ["评分_结果", "评分_成长方案", "评分_培育", "评分_标准_", "评分_标准打印", "评分_按产业集群"])
    expect(names).toContainEqual(expect.stringMatching(`^${begins}`));
  expect(names.filter((name) => name.includes("未写完"))).toEqual([]);
});

test("riders are judged in WPS, and their results stand beside the list", async () => {
  const { page } = await openWorkbench(browser, IN_WPS);
  const pane = await openFile(page, "seeds/samples/骑手示例.xlsx");
  await tab(pane, "补贴");
  await tab(pane, "批量");
  await press(pane, "算这张表的补贴");
  await pane.getByRole("button", { name: "打开结果表" }).waitFor();
  expect(await pane.getByText("“骑手名单”算完了：204名骑手").count()).toBe(1);
  expect(await excelIn(pane)).toEqual([]);
});

test("formulas become values and formulas again, copies come as files, and the check leads to what was changed", async () => {
  const { page, pane } = await scored();
  await showSheet(page, LIST);
  await type(page, "BG2", "=ZJTX.SUBSIDY(4433,20%,50%)");
  await tab(pane, "共享");
  await pane.getByText(/1 个公式用到我们的函数/).waitFor();
  await press(pane, "就地换成数值");
  await pane.getByText(/1 处公式已换成数值，在“企业名单”/).waitFor();
  const [list] = (await readWorkbook(await saveFile(page), LIST)).grids;
  expect(list?.rows[1]?.[58]).toBe(443.3);
  await press(pane, "恢复公式");
  await pane.getByText("恢复了 1 处公式。").waitFor();
  const waiting = page.waitForEvent("download");
  await press(pane, "生成脱敏副本");
  const masked = await waiting;
  const path = join(mkdtempSync(join(tmpdir(), "zjtx-copy-")), "masked.xlsx");
  await masked.saveAs(path);
  expect((await readWorkbook(path, "名单")).grids[0]?.rows[1]?.[0]).toMatch(/^企业[0-9A-Z]{6}$/);
  await showSheet(page, LIST);
  await type(page, "A7", "改了名的企业");
  await press(pane, "检查这个工作簿");
  await pane.getByText("第7行的输入数据在评分之后改过。请重新评分。").waitFor();
});

test("one press undoes the scoring in WPS, and the list is as it was", async () => {
  const { page, pane } = await openWorkbench(browser, IN_WPS);
  const before = await bookIn(await saveFile(page));
  await press(pane, "给这张表打分");
  await press(pane, "撤销这次评分");
  await press(pane, "确定撤销");
  await pane.getByRole("button", { name: /开始评分/ }).waitFor();
  const { sheets } = await bookIn(await saveFile(page));
  expect(sheets).toEqual(before.sheets);
});
