/**
 * The pane in Chromium on the workbench: 30,000 enterprises by 40 columns scored, 100,000 riders worked out, from pressing the button to
 * the results. Requests and bytes are counted by the stand-in for Excel.
 */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { grouped } from "../print-timings";
import { makeRiders } from "../made-up-riders";
import { target } from "../targets";
import { makeWorkbook } from "../workbook/made-up-workbook";
import { costOf, measuredPages, onWorkbench, openFile, paneOf, timeToCancel } from "./in-chromium";
import { limits } from "./limits";

const COLUMNS = 40;

export async function benchPane(enterprises: number, riders: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "zjtx-bench-"));
  const list = join(folder, "企业.xlsx");
  await makeWorkbook(list, enterprises, COLUMNS);
  await onWorkbench(async (page) => {
    const first = await paneOf(page);
    await first.getByRole("button", { name: "给这张表打分" }).waitFor();
    const painted = await first.evaluate(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
    );
    const pane = await openFile(page, list);
    // Cancelled in the middle; the run that counts is the next.
    await pane.getByRole("button", { name: "给这张表打分" }).click();
    await pane.getByText(/已评 [\d,]+ \//).waitFor();
    const cancelled = await timeToCancel(pane);
    const cost = await costOf(page, pane, async () => {
      await pane.getByRole("button", { name: /^开始评分/ }).click();
      await pane.getByRole("button", { name: "打开结果表" }).waitFor();
    });
    const bundle = gzipSync(readFileSync(join(await measuredPages(), "functions.js"))).length / 1024;
    console.log(
      `\nThe pane in Chromium: ${grouped(enterprises)} enterprises by ${COLUMNS} columns in ${cost.seconds.toFixed(1)} s`,
    );
    limits(cost);
    target(`cancelled within 200 ms: ${cancelled.toFixed(0)} ms`, cancelled <= 200);
    target(`first paint within 1 s: ${painted.toFixed(0)} ms`, painted <= 1000);
    target(`functions bundle at most 100 KB gzipped: ${bundle.toFixed(1)} KB`, bundle <= 100);
  });
  if (riders === 0) return;
  const riderList = join(folder, "骑手.xlsx");
  await makeRiders(riderList, riders);
  await onWorkbench(async (page) => {
    const pane = await openFile(page, riderList);
    await pane.getByRole("tab", { name: "补贴" }).click();
    await pane.getByRole("tab", { name: "批量" }).click();
    const cost = await costOf(page, pane, async () => {
      await pane.getByRole("button", { name: "算这张表的补贴" }).click();
      await pane.getByRole("button", { name: "打开结果表" }).waitFor();
    });
    console.log(`\nThe pane in Chromium: ${grouped(riders)} riders in ${cost.seconds.toFixed(1)} s`);
    limits(cost);
  });
}
