/** The workbench in Chromium for measuring: pages as built for production, and what a piece of work costs the page and Excel. */
import { z } from "zod";
import { chromium as playwright, type Frame, type Page } from "playwright-core";
import { KEPT_OFFICE, keptPages } from "../../src/workbench/build/kept-pages";
import { createPageServer, listen } from "../../src/workbench/page-server";
import { findChromium } from "../../test/browser/harness/find-chromium";
import { longestStretch, type Stretch } from "./own-stretches";

/** Large lists take their time on a busy machine. */
const PATIENCE = 600_000;

export interface Cost {
  readonly seconds: number;
  readonly requests: number;
  readonly bytes: number;
  /** The largest request or answer of the session so far, in bytes. */
  readonly largest: number;
  readonly own: Stretch;
}

/** The folder of the pages that are measured. */
export const measuredPages = (): Promise<string> => keptPages(({ en }) => console.log(en));

/** Runs `work` on a freshly opened workbench. */
export async function onWorkbench(work: (page: Page) => Promise<void>): Promise<void> {
  const server = createPageServer(await measuredPages(), KEPT_OFFICE);
  const origin = `http://localhost:${await listen(server, 0, "127.0.0.1")}`;
  const { path, env } = await findChromium();
  const browser = await playwright.launch({
    executablePath: path,
    args: ["--no-sandbox"],
    env: { ...process.env, ...env },
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 860 }, locale: "zh-CN" });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${origin}/workbench.html`);
    await work(page);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

export async function paneOf(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('iframe[src*="pane.html"]');
  const frame = await element.contentFrame();
  if (frame === null) throw new Error("the pane's frame has no page");
  await frame.waitForSelector('[role="tab"]');
  return frame;
}

/** Opens a file by the page's file chooser and gives the new pane. */
export async function openFile(page: Page, path: string): Promise<Frame> {
  const before = await paneOf(page);
  const gone = before.waitForSelector("body", { state: "detached" }).catch(() => undefined);
  await page.locator('input[type="file"]').setInputFiles(path);
  await gone;
  return paneOf(page);
}

const trafficSchema = z.object({
  requests: z.number(),
  bytesSent: z.number(),
  bytesReceived: z.number(),
  largest: z.number(),
});

async function traffic(page: Page): Promise<{ requests: number; bytes: number; largest: number }> {
  const { requests, bytesSent, bytesReceived, largest } = trafficSchema.parse(
    await page.evaluate(() => window.zjtxSession?.traffic),
  );
  return { requests, bytes: bytesSent + bytesReceived, largest };
}

/** What `act` costs, until it has resolved. A CPU profile with a sample every millisecond tells the page's own time. */
export async function costOf(page: Page, pane: Frame, act: () => Promise<void>): Promise<Cost> {
  const before = await traffic(page);
  const profiler = await page.context().newCDPSession(page);
  await profiler.send("Profiler.enable");
  await profiler.send("Profiler.setSamplingInterval", { interval: 1000 });
  await profiler.send("Profiler.start");
  const start = performance.now();
  await act();
  const seconds = (performance.now() - start) / 1000;
  const { profile } = await profiler.send("Profiler.stop");
  const after = await traffic(page);
  const scripts = await pane.evaluate(() => [...document.scripts].map(({ src }) => src));
  return {
    seconds,
    requests: after.requests - before.requests,
    bytes: after.bytes - before.bytes,
    largest: after.largest,
    own: longestStretch(profile, new Set(scripts)),
  };
}

/** Milliseconds from pressing 取消 to the pane saying that it is cancelled. */
export function timeToCancel(pane: Frame): Promise<number> {
  return pane.evaluate(
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
}
