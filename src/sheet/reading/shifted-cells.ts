/** Rows whose columns are out of place: a thousands comma that nobody quoted splits a number in two, and the row gets a cell too many. */
import { isBlank, type Grid } from "../../words/grid";

const head = /^[-¥￥]?\d{1,3}$/;
const tail = /^\d{3}(?:\.\d+)?$/;

/** The column of the first half of a split number; -1 where there is none. Typed numbers are never split: only texts can be. */
function splitNumber(cells: Grid["rows"][number]): number {
  for (let at = 1; at < cells.length; at++) {
    const [one, next] = [cells[at - 1], cells[at]];
    if (typeof one !== "string" || typeof next !== "string") continue;
    if (head.test(one.trim()) && tail.test(next.trim())) return at - 1;
  }
  return -1;
}

/**
 * From which column (0-based) on the cells of a data row are out of place, by data row (from 0). `rows` are 0-based in the grid, `width`
 * is the number of columns up to the last heading.
 */
export function shiftedRows(grid: Grid, rows: readonly number[], width: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const [at, row] of rows.entries()) {
    const cells = grid.rows[row] ?? [];
    if (cells.length <= width || cells.slice(width).every(isBlank)) continue;
    const column = splitNumber(cells);
    if (column >= 0) found.set(at, column);
  }
  return found;
}
