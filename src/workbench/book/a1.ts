/** A1 addresses as Excel writes and reads them. Rows and columns count from 0 inside. */
import { columnIndex, columnLetters, type CellRange } from "../../words/grid";

/** Rows and columns of an Excel sheet. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export const WHOLE_SHEET: CellRange = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

const PART = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?$/;

interface Corner {
  readonly row: number | null;
  readonly column: number | null;
}

function corner(text: string): Corner | null {
  const [, letters, digits] = PART.exec(text.trim()) ?? [];
  if (letters === undefined && digits === undefined) return null;
  const row = digits === undefined ? null : Number(digits) - 1;
  const column = letters === undefined ? null : columnIndex(letters.toUpperCase());
  if (row !== null && (row < 0 || row >= MAX_ROWS)) return null;
  if (column !== null && column >= MAX_COLUMNS) return null;
  return { row, column };
}

/** Reads `B2`, `$B$2:C9`, `B:D` or `2:7`; null where it is none of these. No sheet name. */
export function parseA1(text: string): CellRange | null {
  const [first = "", second, ...more] = text.split(":");
  const one = corner(first);
  if (one === null || more.length > 0) return null;
  if (second === undefined) {
    if (one.row === null || one.column === null) return null;
    return { top: one.row, left: one.column, bottom: one.row, right: one.column };
  }
  const two = corner(second);
  if (two === null || (one.row === null) !== (two.row === null) || (one.column === null) !== (two.column === null)) {
    return null;
  }
  const rows = [one.row ?? 0, two.row ?? MAX_ROWS - 1];
  const columns = [one.column ?? 0, two.column ?? MAX_COLUMNS - 1];
  return {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
}

/** Splits `'企业 表'!A1` into sheet and address; `sheet` is null where none is named. */
export function splitReference(text: string): { readonly sheet: string | null; readonly address: string } {
  const at = text.lastIndexOf("!");
  if (at < 0) return { sheet: null, address: text };
  const sheet = text.slice(0, at);
  const quoted = sheet.startsWith("'") && sheet.endsWith("'") && sheet.length >= 2;
  return { sheet: quoted ? sheet.slice(1, -1).replaceAll("''", "'") : sheet, address: text.slice(at + 1) };
}

export function isEntireRow(range: CellRange): boolean {
  return range.left === 0 && range.right === MAX_COLUMNS - 1;
}

export function isEntireColumn(range: CellRange): boolean {
  return range.top === 0 && range.bottom === MAX_ROWS - 1;
}

/** `A1`, `A1:C9`, `B:D`, `2:7`; with `$` before each part where `fixed`. */
export function formatA1(range: CellRange, fixed = false): string {
  const dollar = fixed ? "$" : "";
  const letters = (column: number) => dollar + columnLetters(column);
  const digits = (row: number) => `${dollar}${row + 1}`;
  if (isEntireRow(range) && !isEntireColumn(range)) return `${digits(range.top)}:${digits(range.bottom)}`;
  if (isEntireColumn(range)) {
    if (isEntireRow(range)) return `${digits(range.top)}:${digits(range.bottom)}`;
    return `${letters(range.left)}:${letters(range.right)}`;
  }
  const first = letters(range.left) + digits(range.top);
  const single = range.top === range.bottom && range.left === range.right;
  return single ? first : `${first}:${letters(range.right)}${digits(range.bottom)}`;
}

const PLAIN_SHEET_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const LOOKS_LIKE_ADDRESS = /^([A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*)$/;

/** The sheet name as it stands before `!`, in quotes where Excel needs them. */
export function quoteSheet(name: string): string {
  if (PLAIN_SHEET_NAME.test(name) && !LOOKS_LIKE_ADDRESS.test(name)) return name;
  return `'${name.replaceAll("'", "''")}'`;
}

export function sameRange(one: CellRange, two: CellRange): boolean {
  return one.top === two.top && one.left === two.left && one.bottom === two.bottom && one.right === two.right;
}

export function intersect(one: CellRange, two: CellRange): CellRange | null {
  const range = {
    top: Math.max(one.top, two.top),
    left: Math.max(one.left, two.left),
    bottom: Math.min(one.bottom, two.bottom),
    right: Math.min(one.right, two.right),
  };
  return range.top > range.bottom || range.left > range.right ? null : range;
}

export function bounding(one: CellRange, two: CellRange): CellRange {
  return {
    top: Math.min(one.top, two.top),
    left: Math.min(one.left, two.left),
    bottom: Math.max(one.bottom, two.bottom),
    right: Math.max(one.right, two.right),
  };
}

export function cellsIn(range: CellRange): number {
  return (range.bottom - range.top + 1) * (range.right - range.left + 1);
}
