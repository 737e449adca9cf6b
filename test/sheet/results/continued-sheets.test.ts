import fc from "fast-check";
import { continuedSheets, MOST_ROWS } from "../../../src/sheet/results/continued-sheets";
import type { ResultSheet } from "../../../src/words/result-sheet";

function sheetOf(rows: number, titles: number, notes: number): ResultSheet {
  return {
    name: "评分_差距与方案",
    titleLines: Array.from({ length: titles }, (_, at) => `标题${at}`),
    columns: [{ heading: "行号", width: 6 }],
    rows: Array.from({ length: rows }, (_, row) => [row]),
    asTable: true,
    notes: Array.from({ length: notes }, (_, at) => `注${at}`),
  };
}

test("every row stands on one sheet, in order, and no sheet has more rows than it holds", () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(3), fc.nat(2), fc.integer({ min: 8, max: 30 }), (rows, titles, notes, most) => {
      const parts = continuedSheets(sheetOf(rows, titles, notes), most);
      expect(parts.flatMap((part) => [...part.rows].map(([row]) => row))).toEqual(
        Array.from({ length: rows }, (_, row) => row),
      );
      for (const part of parts) {
        const below = part.notes?.length ?? 0;
        expect(
          (part.titleLines?.length ?? 0) + 1 + part.rows.length + (below === 0 ? 0 : below + 1),
        ).toBeLessThanOrEqual(most);
      }
    }),
  );
});

test("a sheet that fits is left as it is", () => {
  const sheet = sheetOf(5, 1, 0);
  expect(continuedSheets(sheet)).toEqual([sheet]);
  expect(continuedSheets(sheet, 7)).toEqual([sheet]);
});

test("the title says which sheet of how many it is, and the chart stays on the first", () => {
  const chart = { kind: "bar", title: "图", categories: 0, values: [0] } as const;
  const parts = continuedSheets({ ...sheetOf(5, 1, 0), charts: [chart] }, 5);
  expect(parts.map(({ titleLines, charts }) => [titleLines?.[0], charts?.length])).toEqual([
    ["标题0 (1/2)", 1],
    ["标题0 (2/2)", undefined],
  ]);
});

test("a million enterprises with their headings go on to a second sheet", () => {
  const [first, second, ...more] = continuedSheets(sheetOf(MOST_ROWS, 2, 0));
  expect([first?.rows.length, second?.rows.length, more.length]).toEqual([MOST_ROWS - 3, 3, 0]);
});
