/** A whole day's work by keyboard alone: no mouse, and after every step the focus is somewhere, seen and not covered. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { sampleSheet } from "../../src/pane/views/score/sample/sample-sheet";
import { cellText } from "../../src/words/grid";
import { readWorkbook } from "../../src/commands/read-workbook";
import { useBrowser } from "./harness/browser";
import { openWorkbench, paneOf } from "./harness/workbench";

const browser = useBrowser();

const REVENUE = "2025年营业收入（万元）";
/** More presses than any view has stops. */
const FAR = 150;

/** The sample with last year's revenue in yuan and nobody saying so: the pane has to ask. */
function listWithDoubt(): string {
  const [headings = [], ...firms] = sampleSheet("zh").rows;
  const at = headings.indexOf(REVENUE);
  const asked = [headings.map((one, column) => (column === at ? "2025年营业收入" : one))];
  const rows = [
    ...asked,
    ...firms.map((row) => row.map((cell, column) => (column === at ? Number(cell) * 1e4 : cell))),
  ];
  const path = join(mkdtempSync(join(tmpdir(), "zjtx-keyboard-")), "名单.csv");
  writeFileSync(path, rows.map((row) => row.map(cellText).join(",")).join("\n"));
  return path;
}

interface Focus {
  /** Role and label, as far as needed to know it again. */
  readonly says: string;
  /** What is wrong with it: nowhere, not marked, covered. */
  readonly wrong: string;
}

const COVERED = "the focus is covered or out of view";

/** What has the focus in a page or a frame. */
function focusIn(place: Page | Frame): Promise<Focus> {
  return place.evaluate((covered) => {
    const { activeElement, body, documentElement } = document;
    if (activeElement === null || activeElement === body) return { says: "", wrong: "nothing has the focus" };
    // Tabs keep a hidden copy of their text, which only innerText leaves out.
    const shown = activeElement instanceof HTMLElement ? activeElement.innerText : activeElement.textContent;
    const label = activeElement.getAttribute("aria-label") ?? shown;
    const role = activeElement.getAttribute("role") ?? activeElement.tagName.toLowerCase();
    const says = `${role} ${label.trim().slice(0, 80)}`;
    const marked = activeElement.matches(":focus-visible") || activeElement.hasAttribute("data-fui-focus-visible");
    if (!marked) return { says, wrong: "the focus is not shown" };
    const box = activeElement.getBoundingClientRect();
    const [right, bottom] = [documentElement.clientWidth, documentElement.clientHeight];
    const x = (Math.max(box.left, 0) + Math.min(box.right, right)) / 2;
    const y = (Math.max(box.top, 0) + Math.min(box.bottom, bottom)) / 2;
    const top = document.elementFromPoint(x, y);
    const seen = top !== null && (activeElement.contains(top) || top.contains(activeElement));
    return { says, wrong: seen ? "" : covered };
  }, COVERED);
}

/** Somebody at the keyboard, in the pane. */
class Typist {
  constructor(
    private readonly page: Page,
    public pane: Frame,
  ) {}

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /**
   * What has the focus. Throws where nothing has it, or where it is not shown.
   * @param moved whether it has just been moved: then it can be seen, while what comes up elsewhere may push it out of view.
   */
  async focus(moved = false): Promise<string> {
    const { says, wrong } = await focusIn(this.pane);
    if (wrong !== "" && (moved || wrong !== COVERED)) throw new Error(`${wrong}: ${says}`);
    return says;
  }

  /** Goes on with Tab, or back with Shift+Tab, until what has the focus says this. */
  async to(wanted: RegExp, key: "Tab" | "Shift+Tab" = "Tab"): Promise<string> {
    const passed: string[] = [];
    for (let presses = 0; presses < FAR; presses++) {
      const now = await this.focus(presses > 0).catch((error: unknown) => {
        throw new Error(`on the way to ${String(wanted)}, after ${passed.slice(-60).join(" | ")}`, { cause: error });
      });
      if (wanted.test(now)) return now;
      passed.push(now);
      await this.press(key);
    }
    throw new Error(`no ${String(wanted)} after ${FAR} presses of ${key}: ${passed.slice(-40).join(" | ")}`);
  }

  async enter(wanted: RegExp, key?: "Tab" | "Shift+Tab"): Promise<string> {
    const says = await this.to(wanted, key);
    await this.press("Enter");
    return says;
  }

  /** To a view by its tab. */
  async view(name: string): Promise<void> {
    await this.to(/^tab (评分|诊断|培育库|集群|补贴|规则|共享)$/, "Shift+Tab");
    for (let now = await this.focus(); now !== `tab ${name}`; now = await this.focus()) {
      await this.press("ArrowRight");
      await this.pane.waitForFunction((was) => {
        const { activeElement } = document;
        return activeElement instanceof HTMLElement && `tab ${activeElement.innerText}` !== was;
      }, now);
    }
    await this.press("Enter");
    await this.pane.locator('[role="tab"][aria-selected="true"]', { hasText: name }).waitFor();
  }

  /** Waits for a text, after which the focus is still somewhere. */
  async reads(text: string | RegExp): Promise<void> {
    await this.pane.getByText(text).first().waitFor();
    await this.focus();
  }

  /** Waits until the sheet has a cell or a range selected. */
  async selected(cell: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => document.querySelector<HTMLInputElement>('[data-u-comp="defined-name"] input')?.value === wanted,
      cell,
    );
  }
}

/** From the bar of the page, by its button, as the browser's own dialog gives the file. */
async function openByKeyboard(page: Page, path: string): Promise<Typist> {
  await page.waitForFunction(() => window.zjtxSession !== undefined);
  const before = page.frames().find((frame) => frame.url().includes("pane.html"));
  const gone = before?.waitForSelector("body", { state: "detached" }).catch(() => undefined);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Control+o")]);
  await chooser.setFiles(path);
  await gone;
  const pane = await paneOf(page);
  await page.keyboard.press("F6");
  const inPane = (): Promise<boolean> => page.evaluate(() => document.activeElement instanceof HTMLIFrameElement);
  for (let presses = 0; presses < 3 && !(await inPane()); presses++) await page.keyboard.press("F6");
  await pane.waitForFunction(() => document.activeElement?.getAttribute("role") === "tab");
  return new Typist(page, pane);
}

test("a list is asked about, scored, looked into, explained, compared, checked, copied and unscored without a mouse", async () => {
  const { page } = await openWorkbench(browser);
  const typist = await openByKeyboard(page, listWithDoubt());

  // The doubt comes before any verdict.
  await typist.enter(/^button 给这张表打分/);
  await typist.reads(/有 1 列拿不准/);
  await typist.enter(/^button “2025年营业收入”的单位是元/);
  await typist.reads("开始评分（30 家）");
  await typist.enter(/^button 开始评分（30 家）/, "Shift+Tab");
  await typist.reads("已评 30 家");

  // The summary: a bar filters the results, and cells that would decide most are selected.
  await typist.enter(/^button 专精特新中小企业：/);
  await typist.enter(/^button 结果表看全部/, "Shift+Tab");
  await typist.reads("点一条，结果表只看这些");
  await typist.enter(/^button 选中缺“.+”的单元格/);
  await typist.reads(/（1 \/ \d+/);

  // One enterprise, found by its initials; a number leads to its cell, a clause to the rule and back.
  await typist.view("诊断");
  await typist.to(/找一家企业/);
  await typist.type("yt");
  await typist.reads(/^找到 \d+ 家$/);
  await typist.press("Tab");
  await typist.enter(/^button (?!清空)/);
  await typist.reads(/^第 \d+ 行 · /);
  const name = await typist.pane.getByRole("heading", { level: 2 }).first().innerText();
  const value = await typist.enter(/^button .*选中单元格 [A-Z]+\d+/);
  await typist.selected(/[A-Z]+\d+$/.exec(value)?.[0] ?? "");
  await typist.enter(/^button 数据不够、还说不准的条件/);
  const clause = await typist.enter(/^button 附件/);
  await typist.reads(clause.replace("button ", ""));
  await typist.pane.locator('[aria-current="true"]').waitFor();
  await typist.enter(/^button 回到诊断/);
  await typist.reads(name);

  // The library, searched.
  await typist.view("培育库");
  await typist.pane.getByRole("button", { name: /^到期复核/ }).waitFor();
  if ((await typist.pane.getByRole("button", { name: /^到期复核/ }).getAttribute("aria-expanded")) !== "true")
    await typist.enter(/^button 到期复核/);
  await typist.to(/^(searchbox|input) 在“到期复核”里找/);
  await typist.type("yt");
  await typist.reads(/^找到 \d+ 条，共 \d+ 条$/);
  await typist.enter(/^button 不筛了/);
  await typist.reads(/^共 \d+ 条$/);

  // The rules, searched.
  await typist.view("规则");
  await typist.to(/^(searchbox|input) /);
  await typist.type("资产负债率 ≤80%");
  await typist.reads("1 版里找到 1 条");
  await typist.enter(/^button .*上年末资产负债率不高于80%/);
  await typist.pane.locator('[aria-current="true"]').waitFor();
  await typist.focus();
  await typist.press("Escape");
  await typist.reads("1 版里找到 1 条");

  // Checked, and a copy that names nobody.
  await typist.view("共享");
  await typist.enter(/^button 检查这个工作簿/);
  await typist.reads("核对完毕：输入、结果和标准都和评分时一致。");
  await typist.to(/^button 生成脱敏副本/, "Shift+Tab");
  const [download] = await Promise.all([page.waitForEvent("download"), typist.press("Enter")]);
  const copy = join(mkdtempSync(join(tmpdir(), "zjtx-keyboard-")), "副本.xlsx");
  await download.saveAs(copy);
  const [masked] = (await readWorkbook(copy, "名单")).grids;
  expect(masked?.rows).toHaveLength(31);

  // And back to before.
  await typist.view("评分");
  await typist.enter(/^button 撤销这次评分/);
  await typist.enter(/^button 确定撤销/, "Shift+Tab");
  await typist.reads("开始评分（30 家）");
});
