/** Addresses of cells as sheets write them. */
import { columnName, LAST_COLUMN, LAST_ROW } from "../check/cell-range";

export { LAST_COLUMN, LAST_ROW };

/** Row and column, both counted from 0; letters of either case. Null where Excel has no such cell. */
export function cellAt(reference: string): { readonly row: number; readonly column: number } | null {
  let at = 0;
  let column = 0;
  for (; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  let row = 0;
  const digits = at;
  for (; at < reference.length; at++) {
    const digit = reference.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return null;
    row = row * 10 + digit;
  }
  const exists = digits > 0 && digits <= 3 && column <= LAST_COLUMN && row >= 1 && row <= LAST_ROW;
  return exists ? { row: row - 1, column: column - 1 } : null;
}

/** Both counted from 0. */
export function referenceOf(row: number, column: number): string {
  return `${columnName(column + 1)}${row + 1}`;
}
