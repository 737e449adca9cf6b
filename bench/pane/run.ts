/**
 * The pane in Chromium on the workbench: 30,000 enterprises by 40 columns, from pressing the button to the results. Requests and bytes are
 * counted by the stand-in for Excel; the page's own time comes from a CPU profile with a sample every millisecond.
 */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import chromium from "@sparticuz/chromium";
import { chromium as playwright, type Frame, type Page } from "playwright-core";
import { DEVELOPMENT_ORIGIN } from "../../src/manifest/add-in";
import { BUILT, buildPages, isStale, readBuild } from "../../src/workbench/build-pages";
import { createPageServer, listen } from "../../src/workbench/page-server";
import { grouped } from "../print-timings";
import { target } from "../targets";
import { makeWorkbook } from "../workbook/made-up-workbook";
import { longestStretch } from "./own-stretches";

const MEGABYTE = 1024 * 1024;
const COLUMNS = 40;

async function paneOf(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('iframe[src*="pane.html"]', { timeout: 120_000 });
  const frame = await element.contentFrame();
  if (frame === null) throw new Error("the pane's frame has no page");
  await frame.waitForSelector('[role="tab"]');
  return frame;
}

export async function benchPane(count: number): Promise<void> {
  if (isStale() || readBuild()?.mode !== "production")
    await buildPages({ mode: "production", office: "global", origin: DEVELOPMENT_ORIGIN, cli: false });
  const input = join(mkdtempSync(join(tmpdir(), "zjtx-bench-")), "企业.xlsx");
  await makeWorkbook(input, count, COLUMNS);
  const server = createPageServer(BUILT, "global");
  const origin = `http://localhost:${await listen(server, 0, "127.0.0.1")}`;
  const browser = await playwright.launch({
    executablePath: process.env.CHROMIUM ?? (await chromium.executablePath()),
    args: ["--no-sandbox"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 860 }, locale: "zh-CN" });
    await page.goto(`${origin}/workbench.html`);
    const first = await paneOf(page);
    await first.getByRole("button", { name: "给这张表打分" }).waitFor();
    const painted = await first.evaluate(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
    );

    const gone = first.waitForSelector("body", { state: "detached", timeout: 300_000 }).catch(() => undefined);
    await page.locator('input[type="file"]').setInputFiles(input);
    await gone;
    const pane = await paneOf(page);
    const button = pane.getByRole("button", { name: "给这张表打分" });
    await button.waitFor({ timeout: 120_000 });
    const traffic = (): Promise<{ requests: number; bytes: number; largest: number }> =>
      page.evaluate(() => {
        const seen = window.zjtxSession?.traffic;
        return {
          requests: seen?.requests ?? 0,
          bytes: (seen?.bytesSent ?? 0) + (seen?.bytesReceived ?? 0),
          largest: seen?.largest ?? 0,
        };
      });
    // Cancelled in the middle; the run that counts is the next.
    await button.click();
    await pane.getByText(/已评 [\d,]+ \//).waitFor({ timeout: 120_000 });
    const cancelled = await pane.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const cancel = [...document.querySelectorAll("button")].find((one) => one.textContent === "取消");
          const begun = performance.now();
          const watch = new MutationObserver(() => {
            if (document.querySelector('[role="tabpanel"]')?.textContent.includes("已取消") !== true) return;
            watch.disconnect();
            resolve(performance.now() - begun);
          });
          watch.observe(document.body, { subtree: true, childList: true, characterData: true });
          cancel?.click();
        }),
    );

    const before = await traffic();
    const profiler = await page.context().newCDPSession(page);
    await profiler.send("Profiler.enable");
    await profiler.send("Profiler.setSamplingInterval", { interval: 1000 });
    await profiler.send("Profiler.start");
    const start = performance.now();
    await pane.getByRole("button", { name: /^开始评分/ }).click();
    await pane.getByRole("button", { name: "打开结果表" }).waitFor({ timeout: 600_000 });
    const seconds = (performance.now() - start) / 1000;
    const { profile } = await profiler.send("Profiler.stop");
    const after = await traffic();
    const [requests, bytes] = [after.requests - before.requests, after.bytes - before.bytes];
    const most = Math.floor(bytes / (4 * MEGABYTE)) + 20;
    const scripts = await pane.evaluate(() => [...document.scripts].map(({ src }) => src));
    const own = longestStretch(profile, new Set(scripts));

    const bundle = gzipSync(readFileSync(join(BUILT, "functions.js"))).length / 1024;
    console.log(
      `\nThe pane in Chromium: ${grouped(count)} enterprises by ${COLUMNS} columns scored in ${seconds.toFixed(1)} s`,
    );
    target(`no request over 5 MB: ${(after.largest / MEGABYTE).toFixed(2)} MB`, after.largest <= 5 * MEGABYTE);
    target(`at most bytes / 4 MB + 20 requests (${most}): ${requests}`, requests <= most);
    target(
      `no stretch of its own code over 50 ms: ${own.milliseconds.toFixed(0)} ms (${own.mostly})`,
      own.milliseconds <= 50,
    );
    target(`cancelled within 200 ms: ${cancelled.toFixed(0)} ms`, cancelled <= 200);
    target(`first paint within 1 s: ${painted.toFixed(0)} ms`, painted <= 1000);
    target(`functions bundle at most 100 KB gzipped: ${bundle.toFixed(1)} KB`, bundle <= 100);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
