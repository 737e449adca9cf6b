/** Real pages in a real browser: Chromium on the built pages through the real server, everything that goes wrong on the way noted. */
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { BUILT, readBuild, ROOT } from "../../../src/workbench/build-pages";
import { OFFICE_JS, type PageName } from "../../../src/workbench/content-policy";
import { createPageServer, listen } from "../../../src/workbench/page-server";

/** As root in a container Chromium's own sandbox can't start; same-origin rules and content policy are left in force. */
const CHROMIUM_ARGS = ["--no-sandbox"];

/** Where screenshots go: under dist/, which git ignores. */
const PICTURES = join(ROOT, "dist/screenshots");

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: "zh-CN" | "en-US";
  readonly colorScheme?: "light" | "dark";
  /** Windows high contrast. */
  readonly forcedColors?: boolean;
  readonly reducedMotion?: boolean;
  /** Added to the address, such as `?lang=en#rules`. */
  readonly address?: string;
  /** What Office.js is answered with on taskpane.html; null (the default): out of reach. The real one is never loaded. */
  readonly officeJs?: string | null;
}

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, uncaught errors, violations of the content policy, requests to other origins: each as a sentence. */
  readonly problems: readonly string[];
}

export interface TestBrowser {
  /** Address of the server, without a slash at the end. */
  readonly origin: () => string;
  /** Opens a page and waits until it has loaded; it is closed after the test. */
  readonly open: (name: PageName, options?: PageOptions) => Promise<OpenPage>;
}

const OFFICE_ADDRESSES = [OFFICE_JS.global, OFFICE_JS.china];

async function openIn(browser: Browser, origin: string, name: PageName, options: PageOptions): Promise<OpenPage> {
  const problems: string[] = [];
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    locale: options.locale ?? "zh-CN",
    timezoneId: "Asia/Shanghai",
    colorScheme: options.colorScheme ?? "light",
    forcedColors: options.forcedColors === true ? "active" : "none",
    reducedMotion: options.reducedMotion === true ? "reduce" : "no-preference",
  });
  await context.route("**/*", async (route) => {
    const url = route.request().url();
    if (url.startsWith(`${origin}/`) || url.startsWith("data:") || url.startsWith("blob:")) return route.continue();
    if (OFFICE_ADDRESSES.includes(url)) {
      const { officeJs } = options;
      return typeof officeJs === "string"
        ? route.fulfill({ contentType: "text/javascript", body: officeJs })
        : route.abort();
    }
    problems.push(`request to another origin: ${url}`);
    return route.abort();
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
      console.error(`content policy: ${effectiveDirective} refused ${blockedURI} at ${sourceFile}:${lineNumber}`),
    );
  });
  context.on("weberror", (error) => problems.push(`uncaught: ${error.error().stack ?? error.error().message}`));
  context.on("console", (message) => {
    if (message.type() !== "error" || OFFICE_ADDRESSES.includes(message.location().url)) return;
    problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  const page = await context.newPage();
  await page.goto(`${origin}/${name}.html${options.address ?? ""}`, { waitUntil: "load" });
  return { page, context, problems };
}

/**
 * Call it once at the top of a test file: one browser and one server for the file. After each test it closes the pages and fails
 * the test where one of them had a problem.
 */
export function useBrowser(): TestBrowser {
  let server: Server | null = null;
  let browser: Browser | null = null;
  let origin = "";
  let opened: OpenPage[] = [];

  beforeAll(async () => {
    const executablePath = process.env.CHROMIUM;
    if (executablePath === undefined) throw new Error("run browser tests through jest: its set-up finds the browser");
    server = createPageServer(BUILT, readBuild()?.office ?? "global");
    origin = `http://localhost:${await listen(server, 0, "127.0.0.1")}`;
    browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  });
  afterEach(async () => {
    const problems = opened.flatMap((one) => one.problems);
    await Promise.all(opened.map(({ context }) => context.close()));
    opened = [];
    expect(problems).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    if (server === null) return;
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });

  return {
    origin: () => origin,
    open: async (name, options = {}) => {
      if (browser === null) throw new Error("the browser has not started");
      const one = await openIn(browser, origin, name, options);
      opened.push(one);
      return one;
    },
  };
}

/** Keeps a picture of the page in dist/screenshots and returns its path. */
export async function takePicture(page: Page, name: string, { whole = false } = {}): Promise<string> {
  mkdirSync(PICTURES, { recursive: true });
  const path = join(PICTURES, `${name}.png`);
  await page.screenshot({ path, fullPage: whole });
  return path;
}
