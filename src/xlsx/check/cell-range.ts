/** Addresses of cells as files write them: `B3`, `A1:C9`, without `$`. */

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** Rows and columns count from 1. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Number of a column's letters; A is 1. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** Letters of a column's number. */
export function columnName(number: number): string {
  let letters = "";
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

const CELL = /^([A-Z]{1,3})([1-9]\d{0,6})$/;

/** Row and column of a cell's address; null where it is none that Excel has. */
export function cellAt(address: string): { readonly row: number; readonly column: number } | null {
  const [, letters, digits] = CELL.exec(address) ?? [];
  if (letters === undefined || digits === undefined) return null;
  const [row, column] = [Number(digits), columnNumber(letters)];
  return row <= LAST_ROW && column <= LAST_COLUMN ? { row, column } : null;
}

/** A block of cells; whole rows (`1:3`) and whole columns (`A:C`) too. Null where it is none, or its corners are the wrong way round. */
export function rangeOf(address: string): CellRange | null {
  const [first = "", last = first, ...more] = address.split(":");
  if (more.length > 0) return null;
  const range = blockOf(first, last) ?? (address.includes(":") ? bandOf(first, last) : null);
  return range !== null && range.top <= range.bottom && range.left <= range.right ? range : null;
}

function blockOf(first: string, last: string): CellRange | null {
  const [from, to] = [cellAt(first), cellAt(last)];
  return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : null;
}

function bandOf(first: string, last: string): CellRange | null {
  if (/^[1-9]\d{0,6}$/.test(first) && /^[1-9]\d{0,6}$/.test(last) && Number(last) <= LAST_ROW)
    return { top: Number(first), left: 1, bottom: Number(last), right: LAST_COLUMN };
  if (/^[A-Z]{1,3}$/.test(first) && /^[A-Z]{1,3}$/.test(last) && columnNumber(last) <= LAST_COLUMN)
    return { top: 1, left: columnNumber(first), bottom: LAST_ROW, right: columnNumber(last) };
  return null;
}

/** The blocks of a list such as `A1:B2 D4`; null where one of them is none, or there is none. */
export function rangesOf(list: string): readonly CellRange[] | null {
  const ranges = list
    .trim()
    .split(/\s+/)
    .map((address) => rangeOf(address));
  return ranges.some((range) => range === null) ? null : ranges.filter((range) => range !== null);
}

export function overlap(one: CellRange, other: CellRange): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
}

export function holds(range: CellRange, row: number, column: number): boolean {
  return range.top <= row && row <= range.bottom && range.left <= column && column <= range.right;
}

/**
 * Every block that overlaps an earlier one, with that one. Blocks are swept from top to bottom, so thousands of merges take no time.
 */
export function overlaps<T extends { readonly range: CellRange }>(blocks: readonly T[]): (readonly [T, T])[] {
  const found: (readonly [T, T])[] = [];
  let open: T[] = [];
  for (const block of [...blocks].sort((a, b) => a.range.top - b.range.top)) {
    open = open.filter(({ range }) => range.bottom >= block.range.top);
    const other = open.find(({ range }) => overlap(range, block.range));
    if (other !== undefined) found.push([block, other]);
    open.push(block);
  }
  return found;
}
