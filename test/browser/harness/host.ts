/**
 * What all browser tests share, in a process of its own: the built pages, their server and the browser, each started once. It tells its
 * parent where they are, and closes them when the parent lets go of it or is gone.
 */
import { chromium } from "playwright-core";
import { KEPT_OFFICE, keptPages } from "../../../src/workbench/build/kept-pages";
import { createPageServer, listen } from "../../../src/workbench/page-server";
import { findChromium } from "./find-chromium";
import { WAIT_GUARD } from "./guards";
import type { HostMessage, HostPlace } from "./host-message";
import { openIn } from "./open-page";
import { paneOf } from "./workbench";

/** As root in a container Chromium's own sandbox can't start; same-origin rules and content policy are left in force. */
const CHROMIUM_ARGS = ["--no-sandbox"];

const closers: (() => Promise<void>)[] = [];

process.once("disconnect", () => {
  void Promise.allSettled(closers.map((close) => close())).then(() => process.exit());
});

async function startServer(): Promise<string> {
  const server = createPageServer(await keptPages(({ en }) => console.log(en)), KEPT_OFFICE);
  const port = await listen(server, 0, "127.0.0.1");
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return `http://localhost:${port}`;
}

async function startBrowser(): Promise<string> {
  const { path, env } = await findChromium();
  const browser = await chromium.launchServer({
    executablePath: path,
    args: CHROMIUM_ARGS,
    env: { ...process.env, ...env },
    timeout: WAIT_GUARD,
  });
  closers.push(() => browser.close());
  return browser.wsEndpoint();
}

/** Opens the workbench once, so that pages that can't open are told in one sentence and not by every test. */
async function tryWorkbench({ origin, wsEndpoint }: HostPlace): Promise<void> {
  const browser = await chromium.connect(wsEndpoint, { timeout: WAIT_GUARD });
  try {
    const { page } = await openIn(browser, origin, "workbench");
    await paneOf(page);
  } finally {
    await browser.close();
  }
}

async function start(): Promise<HostMessage> {
  try {
    const place = { origin: await startServer(), wsEndpoint: await startBrowser() };
    await tryWorkbench(place);
    return { kind: "ready", place };
  } catch (error) {
    return { kind: "failed", reason: error instanceof Error ? error.message : String(error) };
  }
}

const message = await start();
process.send?.(message);
