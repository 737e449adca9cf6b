/** Ranges as numbers and addresses. */
import { columnIndex, type CellRange } from "../words/grid";

/** The properties that `rangeFrom` needs loaded. */
export const RANGE_NUMBERS = "rowIndex,columnIndex,rowCount,columnCount";

/** A range for this one step. Untracked, so that Excel keeps nothing to be released by a further request. */
export function rangeAt(sheet: Excel.Worksheet, { top, left, bottom, right }: CellRange): Excel.Range {
  const range = sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
  range.untrack();
  return range;
}

export function rangeFrom(
  loaded: Pick<Excel.Range, "rowIndex" | "columnIndex" | "rowCount" | "columnCount">,
): CellRange {
  return {
    top: loaded.rowIndex,
    left: loaded.columnIndex,
    bottom: loaded.rowIndex + loaded.rowCount - 1,
    right: loaded.columnIndex + loaded.columnCount - 1,
  };
}

export function rowsOf(range: CellRange): number {
  return range.bottom - range.top + 1;
}

export function columnsOf(range: CellRange): number {
  return range.right - range.left + 1;
}

export function intersect(a: CellRange, b: CellRange): CellRange | null {
  const range = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return range.top > range.bottom || range.left > range.right ? null : range;
}

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

export interface AddressedRange {
  /** As written, without quotes; null where the address names none. */
  readonly sheet: string | null;
  readonly range: CellRange;
}

/** Takes `A3`, `$A$3:D302`, `A:D`, `3:302`, each also as `'企业 名单'!A3:D302` or `[book.xlsx]企业!A3`. Null for anything else, several blocks too. */
export function parseAddress(text: string): AddressedRange | null {
  const cut = text.lastIndexOf("!");
  const cells = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Z]{1,3})?\$?(\d{1,7})?)?$/i.exec(text.slice(cut + 1).trim());
  if (!cells) return null;
  const [, fromLetters, fromRow, toLetters = fromLetters, toRow = fromRow] = cells;
  if (fromLetters === undefined && fromRow === undefined) return null;
  // A lone column or row is an address only as a pair.
  if ((fromLetters === undefined || fromRow === undefined) && !text.slice(cut + 1).includes(":")) return null;
  const columns = [fromLetters, toLetters].map((letters) => (letters ? columnIndex(letters.toUpperCase()) : null));
  const rows = [fromRow, toRow].map((row) => (row ? Number(row) - 1 : null));
  const range = {
    top: rows[0] ?? 0,
    left: columns[0] ?? 0,
    bottom: rows[1] ?? LAST_ROW,
    right: columns[1] ?? LAST_COLUMN,
  };
  return { sheet: cut < 0 ? null : sheetNameOf(text.slice(0, cut)), range };
}

function sheetNameOf(written: string): string {
  const quoted = /^'(.*)'$/s.exec(written.trim());
  const name = quoted ? (quoted[1] ?? "").replaceAll("''", "'") : written.trim();
  return name.replace(/^.*\[[^\]]*\]/, "");
}
