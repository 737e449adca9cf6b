/** A workbook remembers: scored, changed, scored again, undone, saved and opened again, as an analyst does it. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { columnLetters } from "../../src/words/grid";
import { readWorkbook } from "../../src/commands/read-workbook";
import { openFile as openWorkbookFile } from "../../src/workbench/xlsx/open-file";
import { eventually } from "../eventually";
import { accessibilityFindings } from "./harness/accessibility";
import { useBrowser } from "./harness/browser";
import { openFile, openWorkbench, paneOf, saveFile, showSheet, type } from "./harness/workbench";

const SAMPLE = "seeds/samples/山东示例企业.xlsx";
const browser = useBrowser();

async function sheetNames(path: string): Promise<string[]> {
  const { book } = await openWorkbookFile(path, new Uint8Array(readFileSync(path)));
  return book.sheets.map(({ name }) => name);
}

async function gridOf(path: string, sheet: string): Promise<unknown> {
  return (await readWorkbook(path, sheet)).grids[0]?.rows;
}

/** The cell of the R&D expense of an enterprise that meets a rung. */
async function decisiveCell(): Promise<string> {
  const { grids } = await readWorkbook(SAMPLE, "企业名单");
  const heading = grids[0]?.rows[0] ?? [];
  return `${columnLetters(heading.indexOf("2025年研发费用（万元）"))}2`;
}

/** How many works this browser keeps. */
function keptWorks(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const request = window.indexedDB.open("zjtx-work", 1);
        request.onupgradeneeded = () => request.result.createObjectStore("works", { keyPath: "id" });
        request.onsuccess = () => {
          const count = request.result.transaction("works").objectStore("works").count();
          count.onsuccess = () => {
            request.result.close();
            resolve(count.result);
          };
        };
      }),
  );
}

test("what changed since the last scoring is named by its cell, and one press undoes the scoring", async () => {
  const { page, pane } = await openWorkbench(browser);
  await pane.getByRole("button", { name: "给这张表打分" }).click();
  await pane.getByText("已评 300 家", { exact: true }).waitFor();
  const cell = await decisiveCell();
  await showSheet(page, "企业名单");
  await type(page, cell, "0");
  await pane.getByText(/数据已改动/).waitFor();
  await pane
    .getByRole("button", { name: /重新评分/ })
    .first()
    .click();
  const panel = pane.getByRole("button", { name: /与上次相比/ });
  await panel.waitFor();
  await pane.getByRole("button", { name: new RegExp(`研发费用 .* → 0（${cell}）`) }).click();
  expect(await accessibilityFindings(page, { inside: "iframe" })).toEqual([]);
  await pane.getByRole("button", { name: "撤销这次评分" }).click();
  await pane.getByRole("button", { name: "确定撤销" }).click();
  await pane.getByText(/数据已改动/).waitFor();
  await panel.waitFor({ state: "detached" });
  await pane.getByRole("button", { name: "撤销这次评分" }).click();
  await pane.getByRole("button", { name: "确定撤销" }).click();
  await pane.getByRole("button", { name: /开始评分/ }).waitFor();
  expect(await sheetNames(await saveFile(page))).toEqual(await sheetNames(SAMPLE));
});

test("opened again, the pane says how the list was scored, and diagnosis works at once", async () => {
  const { page, pane } = await openWorkbench(browser);
  await pane.getByRole("button", { name: "给这张表打分" }).click();
  await pane.getByText("已评 300 家", { exact: true }).waitFor();
  const again = await openFile(page, await saveFile(page));
  await again.getByText(/评的，基准日/).waitFor();
  await again.getByText("已评 300 家", { exact: true }).waitFor();
  await again.getByRole("tab", { name: "诊断" }).click();
  await again.getByRole("button", { name: "看最容易上一级的那家" }).click();
  await again.getByRole("button", { name: "下一家" }).waitFor();
});

test("a scoring is undone after the workbook was closed in between", async () => {
  const { page, pane } = await openWorkbench(browser);
  await pane.getByRole("button", { name: "给这张表打分" }).click();
  await pane.getByText("已评 300 家", { exact: true }).waitFor();
  const first = await gridOf(await saveFile(page), "评分_结果");
  await showSheet(page, "企业名单");
  await type(page, await decisiveCell(), "0");
  await pane.getByText(/数据已改动/).waitFor();
  await pane
    .getByRole("button", { name: /重新评分/ })
    .first()
    .click();
  await pane.getByRole("button", { name: /与上次相比/ }).waitFor();
  await eventually(async () => expect(await gridOf(await saveFile(page), "评分_结果")).not.toEqual(first));
  const again = await openFile(page, await saveFile(page));
  await again.getByRole("button", { name: "撤销这次评分" }).click();
  await again.getByText(/撤销后回到/).waitFor();
  await again.getByRole("button", { name: "确定撤销" }).click();
  await again.getByText(/数据已改动/).waitFor();
  // Print settings of the result sheets are not the workbench's.
  expect(await gridOf(await saveFile(page, { losing: true }), "评分_结果")).toEqual(first);
});

test("a page reloaded by accident offers the work back, and clears it on request", async () => {
  const { page } = await openWorkbench(browser);
  page.on("dialog", (dialog) => void dialog.accept());
  await showSheet(page, "企业名单");
  await type(page, "B2", "刚改过的企业");
  await eventually(async () => expect(await keptWorks(page)).toBe(1));
  await page.reload();
  await page.getByText(/上次有改动没保存/).waitFor();
  await page.getByRole("button", { name: "接着改" }).click();
  await page.getByText(/上次有改动没保存/).waitFor({ state: "detached" });
  await paneOf(page);
  const { grids } = await readWorkbook(await saveFile(page), "企业名单");
  expect(grids[0]?.rows[1]?.[1]).toBe("刚改过的企业");
  await page.reload();
  await paneOf(page);
  expect(await page.getByText(/上次有改动没保存/).count()).toBe(0);
});

test("by plain HTTP from another machine nothing is kept in the browser, and everything else works", async () => {
  const { page, pane } = await openWorkbench(browser, { untrusted: true });
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
  page.on("dialog", (dialog) => void dialog.accept());
  await pane.getByRole("button", { name: "给这张表打分" }).click();
  await pane.getByText("已评 300 家", { exact: true }).waitFor();
  await showSheet(page, "企业名单");
  await type(page, "B2", "刚改过的企业");
  const { grids } = await readWorkbook(await saveFile(page), "企业名单");
  expect(grids[0]?.rows[1]?.[1]).toBe("刚改过的企业");
  await type(page, "B2", "又改了");
  await page.reload();
  await paneOf(page);
  expect(await keptWorks(page)).toBe(0);
});
