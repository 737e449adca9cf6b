/** Opens one of the pages in a context of its own and notes everything that goes wrong on the way. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { OFFICE_JS, type PageName } from "../../../src/workbench/content-policy";
import { WAIT_GUARD } from "./guards";

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
  /** By plain HTTP as from another machine: browsers trust 127.0.0.1 alone. */
  readonly untrusted?: boolean;
  /** What Office.js is answered with on taskpane.html; null (the default): out of reach. The real one is never loaded. */
  readonly officeJs?: string | null;
}

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, uncaught errors, violations of the content policy, requests to other origins: each as a sentence. */
  readonly problems: readonly string[];
}

const OFFICE_ADDRESSES = [OFFICE_JS.global, OFFICE_JS.china];

/** Opens a page and waits until it has loaded. The first problem closes it, so that nothing waits for what can't come any more. */
export async function openIn(
  browser: Browser,
  served: string,
  name: PageName,
  options: PageOptions = {},
): Promise<OpenPage> {
  const origin = options.untrusted === true ? served.replace(/127\.0\.0\.1|localhost/, "0.0.0.0") : served;
  const problems: string[] = [];
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    locale: options.locale ?? "zh-CN",
    timezoneId: "Asia/Shanghai",
    colorScheme: options.colorScheme ?? "light",
    forcedColors: options.forcedColors === true ? "active" : "none",
    reducedMotion: options.reducedMotion === true ? "reduce" : "no-preference",
  });
  context.setDefaultTimeout(WAIT_GUARD);
  const note = (problem: string): void => {
    problems.push(problem);
    void context.close({ reason: `${name}.html: ${problem}` });
  };
  await context.route("**/*", async (route) => {
    const url = route.request().url();
    if (url.startsWith(`${origin}/`) || url.startsWith("data:") || url.startsWith("blob:")) return route.continue();
    if (OFFICE_ADDRESSES.includes(url)) {
      const { officeJs } = options;
      return typeof officeJs === "string"
        ? route.fulfill({ contentType: "text/javascript", body: officeJs })
        : route.abort();
    }
    note(`request to another origin: ${url}`);
    return undefined;
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
      console.error(`content policy: ${effectiveDirective} refused ${blockedURI} at ${sourceFile}:${lineNumber}`),
    );
  });
  context.on("weberror", (error) => note(`uncaught: ${error.error().stack ?? error.error().message}`));
  context.on("console", (message) => {
    if (message.type() !== "error" || OFFICE_ADDRESSES.includes(message.location().url)) return;
    note(`console: ${message.text()} (${message.location().url})`);
  });
  const page = await context.newPage();
  page.on("crash", () => note("the browser's process of the page crashed"));
  await page.goto(`${origin}/${name}.html${options.address ?? ""}`, { waitUntil: "load" });
  return { page, context, problems };
}
