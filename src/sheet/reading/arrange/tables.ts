/** Several tables on one sheet, side by side or one below the other, each as a grid of its own. */
import {
  isBlank,
  isBlankRow,
  placeIn,
  rowPlaceIn,
  widthOf,
  type Cell,
  type CellRange,
  type Grid,
} from "../../../words/grid";
import { findHeadingRows, type ColumnHeading } from "../heading-rows";
import type { ArrangeKnown } from "./arrangement";
import { nameField } from "./list-outline";

/** How many rows a title may take between the blank row and the headings of the next table. */
const rowsOfTitle = 3;

/** A block of a sheet as a grid whose cells stand where they stood. */
function block(grid: Grid, { top, left, bottom, right }: CellRange): Grid {
  const cut = <T>(rows: readonly (readonly T[])[]): (readonly T[])[] =>
    rows.slice(top, bottom + 1).map((row) => row.slice(left, right + 1));
  const moved = (numbers: ReadonlySet<number>, from: number): Set<number> =>
    new Set([...numbers].map((number) => number - from));
  return {
    sheet: grid.sheet,
    rows: cut<Cell>(grid.rows),
    merges: grid.merges
      .filter((merge) => merge.top >= top && merge.bottom <= bottom && merge.left >= left && merge.right <= right)
      .map((merge) => ({
        top: merge.top - top,
        bottom: merge.bottom - top,
        left: merge.left - left,
        right: merge.right - left,
      })),
    hiddenRows: moved(grid.hiddenRows, top),
    hiddenColumns: moved(grid.hiddenColumns ?? new Set(), left),
    ...(grid.numberFormats === undefined ? {} : { numberFormats: cut(grid.numberFormats) }),
    placement: {
      cell: (row, column) => placeIn(grid, row + top, column + left),
      row: (row) => rowPlaceIn(grid, row + top),
    },
  };
}

/** Where the same headings begin anew, again and again to the last column: the rest of a list that was set in columns to save paper. */
function repeated(columns: readonly ColumnHeading[], [one = 0, other = 0]: readonly number[]): readonly number[] {
  const [first, last] = [columns[0]?.column ?? 0, columns.at(-1)?.column ?? 0];
  const width = other - one;
  if (width < 2 || (last - first + 1) % width !== 0) return [];
  const texts = new Map(columns.map(({ column, levels }) => [column, levels.join("/")]));
  for (let column = first + width; column <= last; column++) {
    if (texts.get(column) !== texts.get(column - width)) return [];
  }
  return Array.from({ length: (last - first + 1) / width - 1 }, (_, at) => first + width * (at + 1));
}

/**
 * The first columns of tables that stand beside the first one: a column of names again, behind a column that is blank all the way down, or
 * all headings again.
 */
function sideBySide(grid: Grid, known: ArrangeKnown, name: string): readonly number[] {
  const headings = findHeadingRows(grid, known.index);
  const names = (headings?.columns ?? []).filter(({ match }) => match.field?.id === name).map(({ column }) => column);
  if (headings === null || names.length < 2) return [];
  const again = repeated(headings.columns, names);
  if (again.length > 0) return again;
  const isGap = (column: number): boolean => grid.rows.every((row, at) => at < headings.first || isBlank(row[column]));
  const starts: number[] = [];
  for (const [at, column] of names.entries()) {
    const before = names[at - 1];
    if (before === undefined) continue;
    for (let gap = column - 1; gap > before; gap--) {
      if (!isGap(gap)) continue;
      starts.push(gap + 1);
      break;
    }
  }
  return starts;
}

/** The rows at which another table begins: below a blank row, headings with a column of names that are not those above. */
function belowAnother(grid: Grid, known: ArrangeKnown, name: string): readonly number[] {
  const first = findHeadingRows(grid, known.index);
  if (first === null) return [];
  const above = new Set(first.columns.map(({ levels }) => levels.join("")));
  const starts: number[] = [];
  for (let row = first.last + 2; row < grid.rows.length; row++) {
    if (!isBlankRow(grid.rows[row])) continue;
    for (let heading = row + 1; heading <= row + rowsOfTitle && heading < grid.rows.length; heading++) {
      const cells = (grid.rows[heading] ?? []).filter((cell) => typeof cell === "string");
      const matches = cells.map((cell) => known.index.match([cell]).field?.id);
      const fields = new Set(matches.filter((field) => field !== undefined));
      if (fields.size < 2 || !fields.has(name)) continue;
      if (cells.some((cell) => !above.has(cell.trim()))) starts.push(row + 1);
      break;
    }
  }
  return starts;
}

/** The tables of a sheet; the sheet itself, untouched, where it has one only. */
export function tablesOf(grid: Grid, known: ArrangeKnown): readonly Grid[] {
  const name = nameField(known.of);
  if (name === null) return [grid];
  const rows = belowAnother(grid, known, name);
  const tables = cut(grid.rows.length, rows).map(([top, bottom]) => ({ top, bottom }));
  const found = tables.flatMap(({ top, bottom }) => {
    const whole = rows.length === 0 ? grid : block(grid, { top, bottom, left: 0, right: widthOf(grid) - 1 });
    const columns = sideBySide(whole, known, name);
    if (columns.length === 0) return [whole];
    const height = whole.rows.length - 1;
    return cut(widthOf(whole), columns).map(([left, right]) => block(whole, { top: 0, bottom: height, left, right }));
  });
  return found.length === 0 ? [grid] : found;
}

/** The stretches that `starts` cut a length into, as first and last. */
function cut(length: number, starts: readonly number[]): [number, number][] {
  return [0, ...starts].map((start, at) => [start, (starts[at] ?? length) - 1]);
}
