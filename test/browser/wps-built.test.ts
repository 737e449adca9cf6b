/** The built add-in for WPS, as `npm run build:wps` makes it, over the stand-in, in a browser without what came after Chromium 88. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { ROOT } from "../../src/workbench/build/project-root";
import { useBrowser } from "./harness/browser";
import { openWorkbench } from "./harness/workbench";

const browser = useBrowser();
const FOLDER = join(ROOT, "dist/wps");
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".png": "image/png",
};

beforeAll(() => {
  execFileSync(process.execPath, ["node_modules/tsx/dist/cli.mjs", "src/workbench/build/build-wps.ts"], { cwd: ROOT });
});

/** The members of WPS's Application that a ribbon needs, beside the stand-in's. `functions`: false before custom functions. */
function putApplication(functions: boolean): void {
  const { zjtxWps } = window.parent;
  if (!window.location.pathname.startsWith("/wps/") || zjtxWps === undefined) return;
  const kept = new Map<string, unknown>();
  const ribbon = new Map<PropertyKey, unknown>([
    ["CreateTaskPane", () => ({ ID: 1, Visible: true })],
    [
      "PluginStorage",
      { getItem: (key: string) => kept.get(key), setItem: (key: string, value: unknown) => void kept.set(key, value) },
    ],
  ]);
  const application = new Proxy(zjtxWps, {
    get: (target, key): unknown => ribbon.get(key) ?? Reflect.get(target, key),
    has: (target, key) => ribbon.has(key) || (Reflect.has(target, key) && (functions || key !== "AddCustomFunction")),
  });
  Object.assign(window, { Application: application });
  // As the entry page leaves the command of a button.
  window.addEventListener("press-button", (event) => {
    if (event instanceof CustomEvent)
      kept.set(`zjtx.command ${zjtxWps.ActiveWorkbook?.FullName ?? ""}`, `1 ${String(event.detail)}`);
  });
}

/** The built pane in a frame of its own beside the workbench. */
async function builtPane(functions = true): Promise<{ readonly page: Page; readonly pane: Frame }> {
  const { page } = await openWorkbench(browser, { address: "?host=wps" });
  const without = readFileSync("test/browser/harness/without-later.js", "utf8");
  await page.context().route("**/wps/**", (route) => {
    const path = join(FOLDER, new URL(route.request().url()).pathname.slice("/wps/".length));
    if (!existsSync(path)) return route.fulfill({ status: 404 });
    const body = readFileSync(path);
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    return route.fulfill({
      contentType: type,
      body: type === TYPES[".js"] ? `${without}\n${body.toString("utf8")}` : body,
    });
  });
  await page.context().addInitScript(putApplication, functions);
  await page.evaluate(() => {
    const frame = document.createElement("iframe");
    frame.id = "built";
    frame.src = "/wps/taskpane.html";
    frame.style.cssText = "position:fixed;right:0;top:0;width:400px;height:860px;z-index:9999";
    document.body.append(frame);
  });
  const pane = await (await page.waitForSelector("#built")).contentFrame();
  if (pane === null) throw new Error("the frame has no page");
  return { page, pane };
}

test("it scores, hands out a copy, and answers the ribbon, in its own pane and worker", async () => {
  const { page, pane } = await builtPane();
  await pane.waitForSelector('[role="tab"]');
  expect(await pane.evaluate(() => ["checkVisibility" in Element.prototype, "randomUUID" in crypto])).toEqual([
    false,
    false,
  ]);
  await pane.getByRole("button", { name: "给这张表打分" }).click();
  await pane.getByRole("button", { name: "打开结果表" }).waitFor();
  expect(await pane.getByText("已评 300 家", { exact: true }).count()).toBe(1);
  await pane.getByRole("tab", { name: "共享", exact: true }).click();
  const waiting = page.waitForEvent("download");
  await pane.getByRole("button", { name: "生成脱敏副本" }).click();
  expect((await waiting).suggestedFilename()).toBe("脱敏副本.xlsx");
  await pane.evaluate(() => {
    window.dispatchEvent(new CustomEvent("press-button", { detail: "diagnoseCurrentRow" }));
  });
  await pane.getByRole("tab", { name: "诊断", selected: true }).waitFor();
});

test("a WPS from before custom functions gets a page that says what is missing and what works instead", async () => {
  const { pane } = await builtPane(false);
  await pane.getByRole("heading", { name: "这里还不能评分" }).waitFor();
  const text = await pane.locator("body").innerText();
  expect(text).toContain("窗格要用的功能这里没有（AddCustomFunction, WPS 12.1.0.20540），要用更新版本的 WPS 表格。");
  expect(text).toContain("更新 WPS 表格：12.1.0.20540 或更新的版本。");
});
