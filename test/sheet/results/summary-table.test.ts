import { readSheet } from "../../../src/sheet/reading/read-sheet";
import type { Cell } from "../../../src/words/grid";
import { SheetScoring } from "../../../src/sheet/results/score-sheet";
import type { Language } from "../../../src/words/text";
import { summarySheet } from "../../../src/sheet/results/summary-table";
import { theRelease } from "../../release";

const asOf = "2026-11-21";

function summary(rows: readonly (readonly Cell[])[], language: Language) {
  const { vocabulary, policy } = theRelease();
  const grid = { sheet: "企业名单", rows, merges: [], hiddenRows: new Set<number>() };
  const reading = readSheet(grid, vocabulary, { asOf });
  if (reading.kind === "failure") throw new Error(reading.message.en);
  const options = { asOf, purpose: "new", assumeGeneral: true, plans: 0 } as const;
  const scoring = new SheetScoring(reading, policy, vocabulary, options);
  const scored = [...scoring.rows()];
  const context = { vocabulary, reading, ladder: scoring.ladder, language, purpose: options.purpose };
  return { sheet: summarySheet(context, scoring.tally(), language), scored, ladder: scoring.ladder };
}

const HEADINGS = ["企业名称", "营业收入（万元）", "研发费用（万元）", "职工总数"];
const rows = [HEADINGS, ["甲厂", 5000, 400, 80], ["乙厂", 10, 0, 2], ["丙厂", null, null, null]];

test("counts every enterprise once, rungs from the top, with those on none and those not known apart", () => {
  const { sheet, ladder } = summary(rows, "zh");
  const counts = sheet.rows.filter(([kind]) => kind === "已达到的最高层级");
  expect(counts.map(([, name]) => name).slice(-2)).toEqual(["待补数据，还说不准", "尚未达到"]);
  expect(counts).toHaveLength(ladder.rungTiers.length + 2);
  expect(counts.reduce((sum, [, , count]) => sum + Number(count), 0)).toBe(3);
  expect(counts.reduce((sum, [, , , share]) => sum + Number(share), 0)).toBeCloseTo(1, 10);
});

test("names the columns missing most, the most decisive first", () => {
  const { sheet, scored } = summary(rows, "zh");
  const missing = sheet.rows.filter(([kind]) => kind === "最缺的数据");
  const asked = new Set(scored.flatMap(({ scores }) => [...(scores.outcomes.get(scores.next ?? "")?.missing ?? [])]));
  expect(missing).toHaveLength(Math.min(10, asked.size));
  const counts = missing.map(([, , count]) => Number(count));
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
});

test("draws the rungs alone", () => {
  const { sheet, ladder } = summary(rows, "en");
  expect(sheet.name).toBe("评分_summary");
  expect(sheet.charts).toEqual([
    expect.objectContaining({ kind: "bar", categories: 1, values: [2], rows: [0, ladder.rungTiers.length + 1] }),
  ]);
});
