import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { openXlsx } from "../../src/workbench/xlsx/open-file";
import { useBrowser } from "./harness/browser";
import { openWorkbench, paneOf, saveFile, selectCell } from "./harness/workbench";

const browser = useBrowser();

/** Which part of the page has the focus; for the grid, whether keys reach its cells. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement?.closest("header")) return "bar";
    if (activeElement?.closest("aside"))
      return activeElement instanceof HTMLIFrameElement ? "pane" : "edge of the pane";
    return activeElement?.closest("main") ? "grid" : "nowhere";
  });
}

/** The parts that one press after the other leads to. */
async function round(page: Page, key: string, presses: number): Promise<string[]> {
  const parts: string[] = [];
  for (let press = 0; press < presses; press++) {
    const before = await focused(page);
    await page.keyboard.press(key);
    await page.waitForFunction((was) => {
      const { activeElement } = document;
      const now = activeElement?.closest("header, main, aside")?.tagName ?? "";
      return now !== "" && now !== { bar: "HEADER", grid: "MAIN", pane: "ASIDE" }[was];
    }, before);
    parts.push(await focused(page));
  }
  return parts;
}

test("F6 and Ctrl+F6 go round bar, grid and pane, Shift+F6 the other way", async () => {
  const { page, pane } = await openWorkbench(browser);
  await selectCell(page, "B2");
  expect(await round(page, "F6", 4)).toEqual(["pane", "bar", "grid", "pane"]);
  expect(await pane.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("tab");
  expect(await round(page, "Control+F6", 2)).toEqual(["bar", "grid"]);
  expect(await round(page, "Shift+F6", 3)).toEqual(["bar", "pane", "grid"]);
  expect(await round(page, "Control+Shift+F6", 1)).toEqual(["bar"]);
});

test("what is being typed is entered on leaving the grid, and coming back to the pane finds what had the focus there", async () => {
  const { page, pane } = await openWorkbench(browser);
  await selectCell(page, "A2");
  await page.keyboard.type("改名");
  await round(page, "F6", 1);
  await pane.getByRole("tab", { name: "规则" }).focus();
  await round(page, "Shift+F6", 1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  const saved = await openXlsx(new Uint8Array(readFileSync(await saveFile(page))));
  expect(saved.sheets[saved.active]?.cells[1]?.[0]?.value).toBe("改名");
  await round(page, "F6", 1);
  expect(await pane.getByRole("tab", { name: "规则" }).evaluate((one) => one === document.activeElement)).toBe(true);
});

test("on a page 320 pixels wide F6 opens the pane that lies folded away, and going back to the grid uncovers it", async () => {
  const { page } = await browser.open("workbench", { width: 320, height: 640 });
  await page.waitForFunction(() => window.zjtxSession !== undefined);
  const frame = page.locator('iframe[src*="pane.html"]');
  await frame.waitFor({ state: "attached" });
  expect(await frame.isVisible()).toBe(false);
  await selectCell(page, "B2");
  expect(await round(page, "F6", 1)).toEqual(["pane"]);
  expect(await frame.isVisible()).toBe(true);
  const pane = await paneOf(page);
  await page.keyboard.press("ArrowRight");
  expect(await pane.evaluate(() => document.activeElement?.textContent)).toMatch(/^诊断/);
  expect(await round(page, "Shift+F6", 1)).toEqual(["grid"]);
  expect(await frame.isVisible()).toBe(false);
});
