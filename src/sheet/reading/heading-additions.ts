/**
 * Rows below the headings that only add to them: units, years, which figure stands where, instructions for whoever fills the sheet in,
 * the headings once more in other words. They are part of the headings and no enterprise.
 */
import { cellText } from "../../words/grid";
import type { HeadingIndex, HeadingMatch } from "./heading-index";
import { plainText } from "../../words/plain-text";
import type { TopCells } from "./top-cells";

/** What the rows above say of a column. */
export interface HeadingAbove {
  readonly column: number;
  readonly match: HeadingMatch;
}

interface Tally {
  /** Cells that say something of the heading above. */
  adding: number;
  /** Headings of the columns once more, as they are or in other words. */
  same: number;
  unknown: number;
  /** Columns with a bare 2025, which may be a value as well. */
  readonly bareYears: number[];
}

function tallyOf(
  cells: TopCells,
  index: HeadingIndex,
  row: number,
  above: ReadonlyMap<number, HeadingMatch>,
): Tally | null {
  const tally: Tally = { adding: 0, same: 0, unknown: 0, bareYears: [] };
  for (const column of cells.own(row)) {
    const kind = cells.kind(row, column);
    const text = cells.cell(row, column);
    const named =
      typeof text === "string" && kind.kind !== "year" && kind.kind !== "unit" ? index.match([text]).field : null;
    const field = above.get(column)?.field ?? null;
    if (kind.kind === "value") return null;
    if (kind.kind === "year" && kind.bare) tally.bareYears.push(column);
    else if (named !== null && named === field) tally.same += 1;
    else if (kind.kind === "words" && named !== null) return null;
    else if (kind.kind === "words") tally.unknown += 1;
    else if (kind.kind !== "label") tally.adding += 1;
  }
  return tally;
}

/** Whether bare numbers such as 2025 are the years of their columns: nothing in the row may be the name of an enterprise. */
function areYears(
  { bareYears, adding, unknown }: Tally,
  cells: TopCells,
  row: number,
  above: ReadonlyMap<number, HeadingMatch>,
): boolean {
  if (unknown > 0) return false;
  if (adding > 0) return true;
  const named = [...above].find(([, { field }]) => field?.type === "text");
  if (named !== undefined) return true;
  const sharing = bareYears.some(
    (column) => bareYears.includes(column + 1) && cells.key(row - 1, column) === cells.key(row - 1, column + 1),
  );
  const years = new Set(bareYears.map((column) => plainText(cellText(cells.cell(row, column)))));
  const fields = bareYears.map((column) => above.get(column)?.field ?? null);
  const repeated = new Set(fields).size < fields.length;
  return sharing || repeated || (bareYears.length > 1 && years.size === 1);
}

/** True where a row only adds to the headings above it. */
export function onlyAdds(
  cells: TopCells,
  index: HeadingIndex,
  row: number,
  headings: readonly HeadingAbove[],
): boolean {
  const above = new Map(headings.map(({ column, match }) => [column, match]));
  const tally = tallyOf(cells, index, row, above);
  if (tally === null) return false;
  const { adding, same, unknown, bareYears } = tally;
  if (bareYears.length > 0 && !areYears(tally, cells, row, above)) return false;
  const says = adding + bareYears.length;
  // One cell in other words is an instruction too where all around it are some; an enterprise has more of its own.
  if (unknown > 0) return adding >= 2 && unknown <= Math.max(1, Math.floor(adding / 3));
  return says > 0 || same >= 2;
}
