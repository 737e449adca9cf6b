import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { checkFile } from "../../src/commands/check-command";
import { loadRelease } from "../../src/commands/read-seeds";
import { readWorkbook } from "../../src/commands/read-workbook";
import { accessibilityFindings } from "./harness/accessibility";
import { takePicture, useBrowser } from "./harness/browser";
import { openWorkbench, saveFile, showSheet, type } from "./harness/workbench";

const browser = useBrowser();
const LIST = "企业名单";

async function scored(): Promise<{ readonly page: Page; readonly pane: Frame }> {
  const opened = await openWorkbench(browser);
  await opened.pane.getByRole("button", { name: "给这张表打分" }).click();
  await opened.pane.getByRole("button", { name: "打开结果表" }).waitFor();
  return opened;
}

/** The file that a click makes the browser download. */
async function downloaded(
  page: Page,
  click: () => Promise<void>,
): Promise<{ readonly path: string; readonly name: string }> {
  const waiting = page.waitForEvent("download");
  await click();
  const download = await waiting;
  const name = download.suggestedFilename();
  const path = join(mkdtempSync(join(tmpdir(), "zjtx-copy-")), name);
  await download.saveAs(path);
  return { path, name };
}

test("formulas become values that the saved file shows anybody, and the command line finds nothing amiss", async () => {
  const { page, pane } = await scored();
  await showSheet(page, LIST);
  await type(page, "BG2", "=ZJTX.SUBSIDY(4433,20%,50%)");
  await type(page, "BG3", '=IF(ZJTX.SUBSIDY(4000,20%)>1,"有","无")');
  await pane.getByRole("tab", { name: "共享" }).click();
  await pane.getByText(/2 个公式用到我们的函数/).waitFor();
  await pane.getByText(/最近一次评分：“企业名单”的 300 家企业/).waitFor();
  expect(await accessibilityFindings(page, { inside: "iframe" })).toEqual([]);
  await takePicture(page, "sharing");
  await pane.getByRole("button", { name: "就地换成数值" }).click();
  await pane.getByText(/2 处公式已换成数值，在“企业名单”/).waitFor();
  const path = await saveFile(page);
  const [list] = (await readWorkbook(path, LIST)).grids;
  expect([list?.rows[1]?.[58], list?.rows[2]?.[58]]).toEqual([443.3, "有"]);
  expect((await checkFile(path, loadRelease())).map(({ kind }) => kind)).toEqual([]);
  await pane.getByRole("button", { name: "恢复公式" }).click();
  await pane.getByText("恢复了 2 处公式。").waitFor();
});

test("the copies come as files, and the check names what was changed since", async () => {
  const { page, pane } = await scored();
  await pane.getByRole("tab", { name: "共享" }).click();
  await pane.getByLabel("包含哪些层级").selectOption({ index: 1 });
  const native = await downloaded(page, () => pane.getByRole("button", { name: "生成透明评分表" }).click());
  expect(native.name).toBe("企业名单_透明评分表.xlsx");
  const [table] = (await readWorkbook(native.path, "评分_透明评分表")).grids;
  expect(table?.rows.length).toBeGreaterThan(300);
  await pane.getByText(/已生成“企业名单_透明评分表.xlsx”，300 家企业/).waitFor();
  const masked = await downloaded(page, () => pane.getByRole("button", { name: "生成脱敏副本" }).click());
  expect(masked.name).toBe("脱敏副本.xlsx");
  // The tab tells nobody either.
  const names = (await readWorkbook(masked.path, "名单")).grids[0]?.rows.slice(1, 5).map(([name]) => name);
  for (const name of names ?? []) expect(name).toMatch(/^企业[0-9A-Z]{6}$/);

  await pane.getByRole("button", { name: "检查这个工作簿" }).click();
  await pane.getByText("核对完毕：输入、结果和标准都和评分时一致。").waitFor();
  await showSheet(page, LIST);
  await type(page, "A7", "改了名的企业");
  await pane.getByRole("button", { name: "检查这个工作簿" }).click();
  await pane.getByText("第7行的输入数据在评分之后改过。请重新评分。").waitFor();
  expect(await accessibilityFindings(page, { inside: "iframe" })).toEqual([]);
  // A finding leads to what it is about.
  await showSheet(page, "评分_结果");
  await pane.getByRole("button", { name: `看“${LIST}”第 7 行` }).click();
  await page.waitForFunction(
    (cell) => document.querySelector<HTMLInputElement>('[data-u-comp="defined-name"] input')?.value === cell,
    "A7",
  );
});
