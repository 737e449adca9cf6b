/** A1 addresses as ranges, for links that select what they name. */
import { columnIndex, type CellRange } from "../../sheet/grid";

/** `D17` as a range of one cell, `D5:F9` as a block; null where the text is no address. */
export function rangeOfAddress(address: string): CellRange | null {
  const match = /^([A-Z]{1,3})([1-9]\d*)(?::([A-Z]{1,3})([1-9]\d*))?$/.exec(address);
  if (match === null) return null;
  const [, column = "", row = "", lastColumn = column, lastRow = row] = match;
  return {
    top: Number(row) - 1,
    left: columnIndex(column),
    bottom: Number(lastRow) - 1,
    right: columnIndex(lastColumn),
  };
}
