/** Ranges as people write them: `A3`, `A3:D302`. */
import { columnIndex, columnLetters, type CellRange } from "./grid";

/** `A3:D302`, or `A3` for one cell. */
export function rangeAddress({ top, left, bottom, right }: CellRange): string {
  const from = `${columnLetters(left)}${top + 1}`;
  return top === bottom && left === right ? from : `${from}:${columnLetters(right)}${bottom + 1}`;
}

/** Null for anything that is not `A3` or `A3:D302`. */
export function rangeOfAddress(text: string): CellRange | null {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})(?::([A-Z]{1,3})([1-9]\d{0,6}))?$/.exec(text);
  const [, left, top, right = left, bottom = top] = match ?? [];
  if (left === undefined || right === undefined) return null;
  const range = {
    top: Number(top) - 1,
    left: columnIndex(left),
    bottom: Number(bottom) - 1,
    right: columnIndex(right),
  };
  return range.top > range.bottom || range.left > range.right ? null : range;
}
