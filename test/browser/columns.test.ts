/** Columns before verdicts, as an analyst meets them: asked first, an unknown heading mapped by typing, and back to the same results. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accessibilityFindings } from "./harness/accessibility";
import { useBrowser } from "./harness/browser";
import { openFile, openWorkbench } from "./harness/workbench";

const browser = useBrowser();

function csv(name: string, lines: readonly string[]): string {
  const path = join(mkdtempSync(join(tmpdir(), "zjtx-columns-")), name);
  writeFileSync(path, lines.join("\n"));
  return path;
}

/** 技术开销 is no heading of the vocabulary. */
const UNKNOWN = [
  "企业名称,从业人员,2025年营业收入（万元）,2025年技术开销（万元）",
  "示例甲公司,130,12000,620",
  "示例乙公司,60,5600,300",
  "示例丙公司,40,3300,210",
];

test("an unknown heading is mapped by typing, the sheet scored, its columns looked at and the same results come back", async () => {
  const { page } = await openWorkbench(browser);
  const pane = await openFile(page, csv("名单.csv", UNKNOWN));
  await pane.getByRole("button", { name: "给这张表打分" }).click();
  await pane.getByText("已评 3 家", { exact: true }).waitFor();

  await pane.getByRole("button", { name: "看各列的对应" }).click();
  await pane.getByRole("button", { name: /没用到的列/ }).click();
  await pane.getByRole("button", { name: /2025年技术开销/ }).click();
  const box = pane.getByRole("combobox", { name: "“2025年技术开销（万元）”是什么" });
  await box.click();
  await box.pressSequentially("yffy");
  await pane
    .getByRole("option", { name: /^研发费用/ })
    .first()
    .click();
  await pane.getByText(/研发费用 · 2025 年 · 万元/).waitFor();
  expect(await accessibilityFindings(page, { inside: "iframe" })).toEqual([]);

  await pane.getByRole("button", { name: "开始评分（3 家）" }).click();
  await pane.getByText("已评 3 家", { exact: true }).waitFor();
  const scored = await pane.getByRole("tabpanel").innerText();
  await pane.getByRole("button", { name: "看各列的对应" }).click();
  await pane.getByRole("button", { name: /回到 .* 的结果/ }).click();
  await pane.getByText("已评 3 家", { exact: true }).waitFor();
  expect(await pane.getByRole("tabpanel").innerText()).toBe(scored);
});

test("every field can be found by Chinese, English and pinyin initials, and what is typed stays", async () => {
  const { page } = await openWorkbench(browser);
  const pane = await openFile(page, csv("名单.csv", UNKNOWN));
  await pane.getByRole("button", { name: "给这张表打分" }).click();
  await pane.getByText("已评 3 家", { exact: true }).waitFor();
  await pane.getByRole("button", { name: "看各列的对应" }).click();
  await pane.getByRole("button", { name: /没用到的列/ }).click();
  await pane.getByRole("button", { name: /2025年技术开销/ }).click();
  const box = pane.getByRole("combobox", { name: "“2025年技术开销（万元）”是什么" });
  for (const [typed, found] of [
    ["资产负债", /^资产负债率/],
    ["R&D staff", /^研发人员/],
    ["Credit code", /^统一社会信用代码/],
  ] as const) {
    await box.fill("");
    await box.pressSequentially(typed);
    expect(await box.inputValue()).toBe(typed);
    await pane.getByRole("option", { name: found }).first().waitFor();
  }
});

test("a sheet whose unit is doubtful is asked about before it is scored", async () => {
  const { page } = await openWorkbench(browser);
  const pane = await openFile(
    page,
    csv("单位.csv", [
      "企业名称,从业人员,2025年营业收入,2025年研发费用（万元）",
      "示例甲公司,130,120000000,620",
      "示例乙公司,60,56000000,300",
      "示例丙公司,40,33000000,210",
    ]),
  );
  await pane.getByRole("button", { name: "给这张表打分" }).click();
  await pane.getByText(/有 1 列拿不准/).waitFor();
  expect(await pane.getByText(/例：120000000|120000000/).count()).toBeGreaterThan(0);
  expect(await accessibilityFindings(page, { inside: "iframe" })).toEqual([]);
  await pane.getByRole("button", { name: "改“2025年营业收入”" }).click();
  await pane.getByLabel("单位").selectOption("元");
  await pane.getByRole("button", { name: "开始评分（3 家）" }).click();
  await pane.getByText("已评 3 家", { exact: true }).waitFor();
});
