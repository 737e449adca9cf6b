/** Real pages in a real browser: Chromium on the built pages through the real server, both started once for all test files. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { ROOT } from "../../../src/workbench/build/project-root";
import type { PageName } from "../../../src/workbench/content-policy";
import { WAIT_GUARD } from "./guards";
import { notedPlace } from "./host-message";
import { openIn, type OpenPage, type PageOptions } from "./open-page";

/** Where screenshots go: under dist/, which git ignores. */
const PICTURES = join(ROOT, "dist/screenshots");

export interface TestBrowser {
  /** Address of the server, without a slash at the end. */
  readonly origin: () => string;
  /** Opens a page and waits until it has loaded; it is closed after the test. */
  readonly open: (name: PageName, options?: PageOptions) => Promise<OpenPage>;
}

/** Call it once at the top of a test file. After each test it closes the pages and fails the test where one of them had a problem. */
export function useBrowser(): TestBrowser {
  const { origin, wsEndpoint } = notedPlace();
  let browser: Browser | null = null;
  let opened: OpenPage[] = [];

  beforeAll(async () => {
    browser = await chromium.connect(wsEndpoint, { timeout: WAIT_GUARD });
  });
  afterEach(async () => {
    const problems = opened.flatMap((one) => one.problems);
    await Promise.all(opened.map(({ context }) => context.close()));
    opened = [];
    expect(problems).toEqual([]);
  });
  afterAll(async () => {
    // The connection alone: the browser goes on for the other files.
    await browser?.close();
  });

  return {
    origin: () => origin,
    open: async (name, options = {}) => {
      if (browser === null) throw new Error("the browser can't be reached");
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
