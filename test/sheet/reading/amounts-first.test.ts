/** Ratios given instead of amounts, with the release's own vocabulary and rules. */
import fc from "fast-check";
import { slot } from "../../../src/language/vocabulary";
import { preferAmounts } from "../../../src/sheet/reading/amounts-first";
import { readSheet, type SheetReading } from "../../../src/sheet/reading/read-sheet";
import { Ladder } from "../../../src/engine/rows/ladder";
import { theRelease } from "../../release";
import type { Cell } from "../../../src/words/grid";

const { policy, vocabulary } = theRelease();

function read(...rows: Cell[][]): SheetReading {
  const grid = { sheet: "名单", rows, merges: [], hiddenRows: new Set<number>() };
  const reading = readSheet(grid, vocabulary, { asOf: "2026-11-21" });
  if (reading.kind === "failure") throw new Error(reading.message.zh);
  return reading;
}

function littleGiantUnmet(reading: SheetReading): readonly string[] {
  const options = { asOf: "2026-11-21", purpose: "new", assumeGeneral: true, t: reading.t } as const;
  const outcome = new Ladder(policy, vocabulary, reading.facts, options).score(0).outcomes.get("little-giant");
  return outcome?.unmet ?? [];
}

test("A ratio alone is read as a ratio of the year its heading says.", () => {
  const { facts, columns } = read(
    ["企业名称", "2025年研发费用占比", "2024年研发投入强度（%）", "研发人员占比"],
    ["甲公司", "5.2%", 4.1, "12%"],
  );
  expect(columns.map(({ field, back }) => (field === null ? null : slot(field, back)))).toEqual([
    "name",
    "rd_ratio",
    "rd_ratio[t-1]",
    "rd_staff_ratio",
  ]);
  expect(facts.column("rd_ratio")).toEqual(Float64Array.of(0.052));
  expect(facts.column("rd_ratio[t-1]")).toEqual(Float64Array.of(0.041));
  expect(facts.column("rd_staff_ratio")).toEqual(Float64Array.of(0.12));
});

const HEADINGS = [
  "企业名称",
  "2025年营业收入（万元）",
  "2024年营业收入（万元）",
  "2025年研发费用占比",
  "2024年研发费用占比",
];

test("A ratio that is too low fails the condition its amounts would fail.", () => {
  expect(littleGiantUnmet(read(HEADINGS, ["甲公司", 9000, 8000, "2.9%", "3%"]))).toContain("rd-share");
  expect(littleGiantUnmet(read(HEADINGS, ["甲公司", 9000, 8000, "3%", "3%"]))).not.toContain("rd-share");
});

test("Amounts decide against a ratio that differs, and the difference is told with its cell.", () => {
  const reading = read([...HEADINGS, "2025年研发费用（万元）"], ["甲公司", 9000, 8000, "8%", "8%", 90]);
  expect(littleGiantUnmet(reading)).toContain("rd-share");
  expect(reading.warnings.filter(({ id }) => id === "ratio-differs").map(({ cells }) => cells)).toEqual([["D2"]]);
  expect(reading.facts.column("rd_ratio")).toEqual(Float64Array.of(NaN));
  expect(reading.facts.column("rd_ratio[t-1]")).toEqual(Float64Array.of(0.08));
});

test("A ratio rounded to whole percent is not called different.", () => {
  const reading = read([...HEADINGS, "2025年研发费用（万元）"], ["甲公司", 9000, 8000, "5%", "5%", 410]);
  expect(reading.warnings.filter(({ id }) => id === "ratio-differs")).toEqual([]);
});

test("Where only part of the amounts is known the ratio is kept, whatever the rows.", () => {
  const cell = fc.oneof(fc.constant(NaN), fc.integer({ min: 1, max: 1000 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 }), (rows) => {
      const column = (at: 0 | 1 | 2): Float64Array => Float64Array.from(rows, (row) => row[at]);
      const ratio = column(2).map((value) => value / 1000);
      const columns = new Map([
        ["rd_expense", column(0)],
        ["revenue", column(1)],
        ["rd_ratio", ratio],
      ]);
      preferAmounts(vocabulary, columns);
      const expected = ratio.map((value, row) =>
        Number.isNaN(column(0)[row]) || Number.isNaN(column(1)[row]) ? value : NaN,
      );
      expect(columns.get("rd_ratio")).toEqual(expected);
    }),
  );
});
