/** Columns before verdicts, as an analyst meets them: asked first, an unknown heading mapped by typing, and back to the same results. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx } from "hucre";
import type { Frame } from "playwright-core";
import { accessibilityFindings } from "./harness/accessibility";
import { takePicture, useBrowser } from "./harness/browser";
import { openFile, openWorkbench, saveFile, showSheet } from "./harness/workbench";
import { readWorkbook } from "../../src/commands/read-workbook";

const browser = useBrowser();

function place(name: string): string {
  return join(mkdtempSync(join(tmpdir(), "zjtx-columns-")), name);
}

function csv(name: string, lines: readonly string[]): string {
  const path = place(name);
  writeFileSync(path, lines.join("\n"));
  return path;
}

type Value = string | number;

async function workbook(
  name: string,
  sheets: Readonly<Record<string, readonly (readonly Value[])[]>>,
): Promise<string> {
  const path = place(name);
  const rows = Object.entries(sheets).map(([sheet, cells]) => ({ name: sheet, rows: cells.map((row) => [...row]) }));
  writeFileSync(path, await writeXlsx({ sheets: rows }));
  return path;
}

/** 技术开销 is no heading of the vocabulary. */
const UNKNOWN = [
  "企业名称,从业人员,2025年营业收入（万元）,2025年技术开销（万元）",
  "示例甲公司,130,12000,620",
  "示例乙公司,60,5600,300",
  "示例丙公司,40,3300,210",
];

/** The columns that were not used, open, and the box that says what 技术开销 is. */
async function openUnknown(pane: Frame) {
  await pane.getByRole("button", { name: /没用到的列/ }).click();
  await pane.getByRole("button", { name: /2025年技术开销/ }).click();
  return pane.getByRole("combobox", { name: "“2025年技术开销（万元）”是什么" });
}

test("an unknown heading is mapped by typing, the sheet scored, its columns looked at and the same results come back", async () => {
  const { page } = await openWorkbench(browser);
  const pane = await openFile(page, csv("名单.csv", UNKNOWN));
  await pane.getByRole("button", { name: "给这张表打分" }).click();
  await pane.getByText("已评 3 家", { exact: true }).waitFor();

  await pane.getByRole("button", { name: "看各列的对应" }).click();
  const box = await openUnknown(pane);
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
  const box = await openUnknown(pane);
  for (const [typed, found] of [
    ["资产负债", /^资产负债率/],
    ["R&D staff", /^研发人员/],
    ["Credit code", /^统一社会信用代码/],
    ["yysr", /^营业收入/],
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
  expect(await pane.getByText(/120000000/).count()).toBeGreaterThan(0);
  expect(await accessibilityFindings(page, { inside: "iframe" })).toEqual([]);
  await takePicture(page, "columns-doubt");
  // The reading shown is likely wrong: nothing confirms it in passing.
  expect(await pane.getByRole("button", { name: /^都对/ }).count()).toBe(0);
  await pane.getByRole("button", { name: "“2025年营业收入”的单位是元" }).click();
  await pane.getByRole("button", { name: "开始评分（3 家）" }).click();
  await pane.getByText("已评 3 家", { exact: true }).waitFor();
  await pane.getByRole("button", { name: "看各列的对应" }).click();
  await pane.getByRole("button", { name: /确定的列/ }).click();
  await pane.getByText(/营业收入 · 2025 年 · 元/).waitFor();
});

test("three years on three sheets are scored as one list; one of them alone where somebody says so", async () => {
  const year = (revenues: readonly number[]): Value[][] => [
    ["企业名称", "营业收入（万元）", "研发费用（万元）", "从业人员"],
    ...revenues.map((revenue, at): Value[] => [`烟台${at + 1}号机械有限公司`, revenue, revenue / 20, 100 + at]),
  ];
  const path = await workbook("三年.xlsx", {
    "2023年": year([8_000, 5_000, 3_000]),
    "2024年": year([9_000, 5_500, 3_100]),
    "2025年": year([12_000, 5_600, 3_300]),
    说明: [["本表由各区县填报。"]],
  });
  const { page } = await openWorkbench(browser);
  const pane = await openFile(page, path);
  await showSheet(page, "2024年");
  await pane.getByRole("button", { name: "给这张表打分" }).click();
  await pane.getByText("已评 3 家", { exact: true }).waitFor();
  await pane.getByText(/3 张表放在一起读，当作一张名单：“2025年”、“2024年”、“2023年”。/).waitFor();
  await takePicture(page, "columns-together-done");
  const saved = await saveFile(page);
  const [results] = (await readWorkbook(saved, "评分_结果")).grids;
  expect(results?.rows.filter((row) => row.includes("烟台1号机械有限公司"))).toHaveLength(1);
  const [kept] = (await readWorkbook(saved, "2024年")).grids;
  expect(kept?.rows).toEqual(year([9_000, 5_500, 3_100]));

  await pane.getByRole("button", { name: "看各列的对应" }).click();
  await pane.getByRole("radio", { name: /3 张表放在一起/ }).waitFor();
  await takePicture(page, "columns-together");
  expect(await accessibilityFindings(page, { inside: "iframe" })).toEqual([]);
  await pane.getByRole("radio", { name: "只评这张表" }).click();
  await pane.getByText(/识别到 2025年!A1:D4/).waitFor();
  await pane.getByRole("radio", { name: /3 张表放在一起/ }).click();
  await pane.getByText(/放在一起读，当作一张名单/).waitFor();
  await pane.getByRole("button", { name: "开始评分（3 家）" }).click();
  await pane.getByText("已评 3 家", { exact: true }).waitFor();
});
