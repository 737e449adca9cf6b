/**
 * Growth plans of many enterprises on one sheet, in the pane in Chromium on the workbench: from pressing the button to the sheet. How long
 * the page was kept from anything else is said by the browser (Long Tasks API).
 */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { z } from "zod";
import { grouped } from "../print-timings";
import { target } from "../targets";
import { makeWorkbook } from "../workbook/made-up-workbook";
import { costOf, onWorkbench, openFile, timeToCancel } from "./in-chromium";

const MEGABYTE = 1024 * 1024;
/** All columns that a plan speaks of. */
const COLUMNS = 60;
const SHEET = "评分_成长方案";
/** Seconds for any number of plans up to 650. */
const SECONDS = 30;

/** Keeps the longest task of the page from now on; gives the way to ask for it, in milliseconds. */
async function watchTasks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const durations: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) durations.push(duration);
    }).observe({ entryTypes: ["longtask"] });
    Object.assign(window, { longTasks: durations });
  });
  return async () => {
    const durations: unknown = await page.evaluate((): unknown => Reflect.get(window, "longTasks"));
    return Math.max(0, ...z.array(z.number()).parse(durations));
  };
}

function rowsOf(pane: Frame, name: string): Promise<number> {
  return pane.evaluate(async (sheet) => {
    const session = window.parent.zjtxSession;
    if (session === undefined) return 0;
    return Excel.run({ session }, async (context) => {
      const used = context.workbook.worksheets.getItem(sheet).getUsedRange().load("rowCount");
      await context.sync();
      return used.rowCount;
    });
  }, name);
}

export async function benchPlans(enterprises: number): Promise<void> {
  const list = join(mkdtempSync(join(tmpdir(), "zjtx-bench-")), "企业.xlsx");
  await makeWorkbook(list, enterprises, COLUMNS);
  await onWorkbench(async (page) => {
    const pane = await openFile(page, list);
    await pane.getByRole("button", { name: "给这张表打分" }).click();
    await pane.getByRole("button", { name: "打开结果表" }).waitFor();
    await pane.getByRole("tab", { name: "诊断" }).click();
    await pane.getByRole("button", { name: "看最容易上一级的那家" }).click();
    const all = pane.getByRole("button", { name: /^给全部/ });
    // Cancelled in the middle; the run that counts is the next.
    await all.click();
    await pane.getByText(/正在写结果/).waitFor();
    const cancelled = await timeToCancel(pane);
    const longest = await watchTasks(page);
    const cost = await costOf(page, pane, async () => {
      await all.click();
      await pane.getByText(/成长方案写到了/).waitFor();
    });
    const rows = await rowsOf(pane, SHEET);
    const stretch = await longest();
    console.log(
      `\nGrowth plans in Chromium: ${grouped(enterprises)} enterprises, ${grouped(rows)} rows, ${cost.seconds.toFixed(1)} s, ` +
        `${grouped(Math.round(rows / cost.seconds))} rows/s, ${cost.requests} requests, ${(cost.bytes / MEGABYTE).toFixed(1)} MB`,
    );
    target(`within ${SECONDS} s: ${cost.seconds.toFixed(1)} s`, cost.seconds <= SECONDS);
    target(`no request over 5 MB: ${(cost.largest / MEGABYTE).toFixed(2)} MB`, cost.largest <= 5 * MEGABYTE);
    target(`nothing keeps the page for more than 1 s: ${stretch.toFixed(0)} ms`, stretch <= 1000);
    target(`cancelled within 1 s: ${cancelled.toFixed(0)} ms`, cancelled <= 1000);
  });
}
