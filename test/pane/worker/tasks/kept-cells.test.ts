/** The cells of an earlier scoring come back as they were, from a text that the workbook's settings have room for. */
import fc from "fast-check";
import { cellsAgain, keptCells } from "../../../../src/pane/worker/tasks/kept-cells";
import type { Cell, Grid } from "../../../../src/words/grid";

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom("#N/A", "#NAME?").map((error) => ({ error })),
);
const rows = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 });

function grid(cells: readonly (readonly Cell[])[]): Grid {
  return { sheet: "名单", rows: cells, merges: [], hiddenRows: new Set() };
}

/** Rows without what is blank at their ends. */
function shown({ rows: cells }: Grid): readonly (readonly Cell[])[] {
  return cells.map((row) => row.slice(0, row.findLastIndex((one) => one !== null) + 1));
}

/** So many cells that they can't be kept whole, and hardly pack. */
const LONG = Array.from({ length: 6000 }, (_, row) =>
  Array.from({ length: 45 }, (_one, column) => ((row * 45 + column) * 2_654_435_761) % 4_294_967_291),
);

test("whatever a list held comes back", () => {
  fc.assert(
    fc.property(rows, rows, (earlier, later) => {
      const kept = keptCells([grid(earlier)], [grid(later)]) ?? "";
      expect(cellsAgain(kept, [grid(later)])?.map(shown)).toEqual([shown(grid(earlier))]);
    }),
  );
});

test("of a list too long to be kept whole, what was changed since is kept", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5999), fc.nat(44), cell), { maxLength: 20 }), fc.nat(3), (edits, more) => {
      const changed = LONG.slice(0, LONG.length - more).map((row): Cell[] => [...row]);
      for (const [row, column, value] of edits) {
        const line = changed[row];
        if (line !== undefined) line[column] = value;
      }
      for (const [earlier, later] of [
        [grid(LONG), grid(changed)],
        [grid(changed), grid(LONG)],
      ] as const) {
        const kept = keptCells([earlier], [later]) ?? "";
        expect(kept.length).toBeLessThan(150_000);
        expect(cellsAgain(kept, [later])?.map(shown)).toEqual([shown(earlier)]);
      }
    }),
    { numRuns: 5 },
  );
});

test("more than the settings have room for is not kept", () => {
  const other = LONG.map((row) => row.map((value) => value + 1));
  expect(keptCells([grid(LONG)], [grid(other)])).toBeNull();
});

test.each(["", "zip:broken", '{"version":2,"sheets":[]}', '{"version":1,"sheets":[{"kind":"whole"}]}'])(
  "%j is nothing that was kept",
  (kept) => {
    expect(cellsAgain(kept, [grid([[1]])])).toBeNull();
  },
);
