/** A name merged down over several rows, which are one enterprise's products or sites: one row an enterprise, of what its rows agree on. */
import type { Grid } from "../../../words/grid";
import { findHeadingRows } from "../heading-rows";
import { notes } from "./arrange-messages";
import type { Arranged, ArrangeKnown, Arrangement } from "./arrangement";
import { FirmYearList } from "./firm-year-list";
import { sortFirmYears } from "./firm-year-rows";
import { columnOf, listOutline, nameField } from "./list-outline";
import type { RowPeriod } from "./period-columns";
import { mergedDown } from "./pieced-grid";

function arrange(grid: Grid, known: ArrangeKnown): Arranged | null {
  const name = nameField(known.of);
  if (name === null || !grid.merges.some(({ top, bottom, left, right }) => left === right && bottom > top)) return null;
  const headings = findHeadingRows(grid, known.index);
  if (headings === null) return null;
  const outline = listOutline(grid, known, headings);
  const column = outline === null ? undefined : columnOf(outline, name);
  if (outline === null || column === undefined) return null;
  const { rows } = outline;
  const top = mergedDown(grid);
  if (rows.every((row) => top(row, column) === row)) return null;
  const firms = new Map<number, number>();
  const firmOf = Int32Array.from(rows, (row) => {
    const first = top(row, column);
    const firm = firms.get(first) ?? firms.size;
    firms.set(first, firm);
    return firm;
  });
  const sorted = sortFirmYears({
    grid,
    rows,
    periods: rows.map((): RowPeriod => ({ kind: "year", year: known.expectedYear })),
    parentOnly: new Set(),
    firmOf,
    firms: firms.size,
    amounts: [],
    expectedYear: known.expectedYear,
    mostYears: 1,
  });
  const how = notes.mergedNames(rows.length, firms.size);
  const said = { by: "", columns: new Set<number>(), how, undated: true };
  return new FirmYearList(outline, said, { count: firms.size, firmOf, filled: [], namesakes: [] }, sorted).arranged();
}

export const mergedNames: Arrangement = { id: "merged-names", arrange };
