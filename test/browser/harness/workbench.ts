/** The workbench in a browser, as a person has it before them: the spreadsheet, its tabs, and the pane in its frame. */
import { readFileSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
import type { Frame, Page } from "playwright-core";
import type { TestBrowser } from "./browser";
import type { PageOptions } from "./open-page";

export interface OpenWorkbench {
  readonly page: Page;
  readonly pane: Frame;
}

/** Opens the workbench and waits until the sample and the pane are there. */
export async function openWorkbench(browser: TestBrowser, options: PageOptions = {}): Promise<OpenWorkbench> {
  const { page } = await browser.open("workbench", { width: 1400, height: 860, ...options });
  return { page, pane: await paneOf(page) };
}

/** The pane's frame, once the pane has drawn its tabs. */
export async function paneOf(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('iframe[src*="pane.html"]');
  const frame = await element.contentFrame();
  if (frame === null) throw new Error("the pane's frame has no page");
  await frame.waitForSelector('[role="tab"]');
  return frame;
}

/** Brings a sheet into view by its tab. */
export async function showSheet(page: Page, name: string): Promise<void> {
  await page.locator(`[data-u-comp="slide-tab-item"]`).getByText(name, { exact: true }).click();
}

/** Opens a file by the page's own file chooser and gives the new pane. */
export async function openFile(page: Page, path: string): Promise<Frame> {
  const before = page.frames().find((frame) => frame.url().includes("pane.html"));
  const gone = before?.waitForSelector("body", { state: "detached" }).catch(() => undefined);
  await page.locator('input[type="file"]').setInputFiles(path);
  await gone;
  return paneOf(page);
}

/**
 * Saves as a person does, and gives the path of the file that the browser has got.
 * @param losing the file was opened with something that is lost when it is saved here, which is asked about
 */
export async function saveFile(page: Page, { losing = false } = {}): Promise<string> {
  const press = async (): Promise<void> => {
    await page.keyboard.press("Control+s");
    if (losing) await page.getByRole("button", { name: "照样保存" }).click();
  };
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  const path = join(mkdtempSync(join(tmpdir(), "zjtx-saved-")), download.suggestedFilename());
  await download.saveAs(path);
  if (readFileSync(path).length === 0) throw new Error(`${path} is empty`);
  return path;
}

/** Somebody types into a cell. */
export async function type(page: Page, cell: string, text: string): Promise<void> {
  await selectCell(page, cell);
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** Selects a cell by the box left of the formula bar. */
export async function selectCell(page: Page, cell: string): Promise<void> {
  const box = page.locator('[data-u-comp="defined-name"] input');
  await box.click();
  await box.fill(cell);
  await box.press("Enter");
}

/**
 * Holds every request of the pane to the workbook that is made while the pane shows a button, until the function given back is called:
 * a run then can't be through before the button is pressed.
 */
export async function holdRequests(page: Page, button: string): Promise<() => Promise<void>> {
  await page.evaluate((label) => {
    const session = window.zjtxSession;
    if (session === undefined) throw new Error("no workbook is open");
    const make = session._createRequestExecutorOrNull.bind(session);
    const open = new Promise<void>((resolve) => {
      window.addEventListener("let-requests-go", () => resolve(), { once: true });
    });
    const isShown = (): boolean => {
      const pane = document.querySelector<HTMLIFrameElement>('iframe[src*="pane.html"]')?.contentDocument;
      return [...(pane?.querySelectorAll("button") ?? [])].some(({ textContent }) => textContent.trim() === label);
    };
    session._createRequestExecutorOrNull = () => {
      const real = make();
      return {
        executeAsync: async (...request) => {
          if (isShown()) await open;
          return real.executeAsync(...request);
        },
      };
    };
  }, button);
  return () =>
    page.evaluate(() => {
      window.dispatchEvent(new Event("let-requests-go"));
    });
}
