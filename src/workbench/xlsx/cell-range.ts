/** A1 references of blocks. */
import { columnIndex, type CellRange } from "../../words/grid";

/** Excel's last row and column, counted from 0. */
export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** `A1`, `$A$1:B2`, `A:C` or `2:5`; null for anything else. */
export function rangeOf(text: string): CellRange | null {
  const plain = text.replaceAll("$", "").toUpperCase();
  const cells = /^([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?$/.exec(plain);
  if (cells) {
    const [, left = "", top = "", right = left, bottom = top] = cells;
    return { top: Number(top) - 1, left: columnIndex(left), bottom: Number(bottom) - 1, right: columnIndex(right) };
  }
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/.exec(plain);
  if (columns)
    return { top: 0, left: columnIndex(columns[1] ?? ""), bottom: LAST_ROW, right: columnIndex(columns[2] ?? "") };
  const rows = /^(\d+):(\d+)$/.exec(plain);
  if (rows) return { top: Number(rows[1]) - 1, left: 0, bottom: Number(rows[2]) - 1, right: LAST_COLUMN };
  return null;
}
