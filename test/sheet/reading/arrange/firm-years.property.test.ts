import fc from "fast-check";
import type { Cell, Grid } from "../../../../src/words/grid";
import { readBook } from "../../../../src/sheet/reading/read-book";
import type { SheetReading } from "../../../../src/sheet/reading/read-sheet";
import { smallVocabulary } from "../small-vocabulary";

const YEARS = [2025, 2024, 2023];
const SLOTS = ["revenue", "revenue[t-1]", "revenue[t-2]", "rd_expense", "rd_expense[t-1]", "rd_expense[t-2]"];

/** Near enough to each other that no column looks as if it were in another unit, which would be asked about. */
const amount = fc.option(fc.oneof(fc.constant(0), fc.integer({ min: 100_000, max: 900_000 })), { nil: null });
/** By year, newest first: revenue and R&D expense. */
const firm = fc.array(fc.tuple(amount, amount), { minLength: 3, maxLength: 3 });
const firms = fc.array(firm, { minLength: 2, maxLength: 8 });

function grid(rows: readonly (readonly Cell[])[]): Grid {
  return { sheet: "名单", rows, merges: [], hiddenRows: new Set() };
}

function read(one: Grid): SheetReading {
  const reading = readBook([one], smallVocabulary, { asOf: "2026-11-21" });
  if (reading.kind === "failure") throw new Error(reading.message.zh);
  return reading;
}

function byName(reading: SheetReading): Map<string, (number | undefined)[]> {
  return new Map(
    reading.names.map((name, row) => [name, SLOTS.map((slot) => reading.facts.column(slot)?.[row] ?? NaN)]),
  );
}

test("A list by years, its rows in any order, says the same as one with a column a year.", () => {
  fc.assert(
    fc.property(firms, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (list, order) => {
      const across = grid([
        ["企业名称", ...YEARS.flatMap((year) => [`${year}年营业收入（万元）`, `${year}年研发费用（万元）`])],
        ...list.map((years, at): Cell[] => [`第${at}公司`, ...years.flat()]),
      ]);
      const rows = list.flatMap((years, at) =>
        years.map((pair, back): Cell[] => [`第${at}公司`, `${2025 - back}年`, ...pair]),
      );
      const shuffled = rows
        .map((row) => {
          const next = order.next();
          return { row, key: next.done === true ? 0 : next.value };
        })
        .sort((one, other) => one.key - other.key)
        .map(({ row }) => row);
      const down = read(grid([["企业名称", "年份", "营业收入（万元）", "研发费用（万元）"], ...shuffled]));
      const [one, other] = [byName(read(across)), byName(down)];
      expect([...other.keys()].sort()).toEqual([...one.keys()].sort());
      for (const [name, values] of one) expect([name, other.get(name)]).toEqual([name, values]);
    }),
    { numRuns: 60 },
  );
});

test("Every value of an arranged list stands where its address says.", () => {
  fc.assert(
    fc.property(firms, (list) => {
      const rows: Cell[][] = [["企业名称", "年份", "营业收入（万元）"]];
      for (const [at, years] of list.entries()) {
        for (const [back, [revenue]] of years.entries()) rows.push([`第${at}公司`, 2025 - back, revenue]);
      }
      const reading = read(grid(rows));
      for (const [row] of reading.names.entries()) {
        for (const slot of ["revenue", "revenue[t-1]", "revenue[t-2]"]) {
          const value = reading.facts.column(slot)?.[row] ?? NaN;
          const cell = reading.cellOf(row, slot);
          if (Number.isNaN(value) || cell === null) continue;
          expect(rows[Number(cell.slice(1)) - 1]?.[2]).toBe(value);
        }
      }
    }),
    { numRuns: 30 },
  );
});
