/**
 * A sheet as plain data: what Excel, a file or a test hands to the reader, and the addresses people know cells by.
 * Rows and columns count from 0 inside; everything said to a person uses A1 addresses and sheet row numbers.
 */

import { withoutInvisible } from "./plain-text";

/** A cell that holds an Excel error, such as `#N/A`. */
export interface CellError {
  readonly error: string;
}

export type Cell = string | number | boolean | null | CellError;

/** A block of cells, all four borders included, counted from 0. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Where a cell stands in the workbook; row and column count from 0. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Where the cells of a grid stand that was put together from other places: rows and columns count from 0. */
export interface Placement {
  /** Null for a cell that stands nowhere, such as a heading that only says what several sheets have in common. */
  cell(row: number, column: number): CellPlace | null;
  /** Where a row is said to stand: at its name's cell. */
  row(row: number): { readonly sheet: string; readonly row: number };
}

export interface Grid {
  readonly sheet: string;
  /** From A1 on; rows may differ in length, a cell that is not there is blank. Dates are Excel serial days. */
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly CellRange[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns?: ReadonlySet<number>;
  /** Number formats in the shape of `rows`. Only a percent format is looked at: it tells 5.2% from 5.2. */
  readonly numberFormats?: readonly (readonly (string | null)[])[];
  /** Left out where the cells stand where they are counted, as in a sheet that is read as it came. */
  readonly placement?: Placement;
}

/** `0` -> `A`, `26` -> `AA`. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `A` -> `0`, `AA` -> `26`. Expects upper-case letters only. */
export function columnIndex(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** The A1 address of a cell given by 0-based row and column. */
export function address(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** Where a cell of the grid stands in the workbook; null for one that stands nowhere. */
export function placeIn(grid: Grid, row: number, column: number): CellPlace | null {
  return grid.placement === undefined ? { sheet: grid.sheet, row, column } : grid.placement.cell(row, column);
}

/** Where a row of the grid is said to stand. */
export function rowPlaceIn(grid: Grid, row: number): { readonly sheet: string; readonly row: number } {
  return grid.placement === undefined ? { sheet: grid.sheet, row } : grid.placement.row(row);
}

/** What is put before an address on another sheet: `'2024年'!`. */
export function sheetMark(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'!`;
}

/** The address a person finds the cell by: `D5`, or `'2024年'!D5` on another sheet than the grid's; of its row where it stands nowhere. */
export function addressIn(grid: Grid, row: number, column: number): string {
  if (grid.placement === undefined) return address(row, column);
  const place = grid.placement.cell(row, column);
  const at = place ?? grid.placement.row(row);
  const cell = place === null ? `${at.row + 1}:${at.row + 1}` : address(place.row, place.column);
  return at.sheet === grid.sheet ? cell : sheetMark(at.sheet) + cell;
}

/** The number of a row as Excel counts, on the sheet where it stands. */
export function rowNumberIn(grid: Grid, row: number): number {
  return rowPlaceIn(grid, row).row + 1;
}

/** A row as it is said to a person: `5`, or `'2024年'!5` on another sheet than the grid's. */
export function rowIn(grid: Grid, row: number): string {
  const place = rowPlaceIn(grid, row);
  return place.sheet === grid.sheet ? String(place.row + 1) : `${sheetMark(place.sheet)}${place.row + 1}`;
}

export function cellAt(grid: Grid, row: number, column: number): Cell {
  return grid.rows[row]?.[column] ?? null;
}

/** Where invisible characters start that `trim` leaves alone; looked at first, since this is asked of every cell. */
function mayBeInvisible(text: string): boolean {
  const code = text.charCodeAt(0);
  return (code >= 0x200b && code <= 0x206f) || code === 0xad || code === 0xfeff || code === 0x2800 || code === 0x3164;
}

/** Nothing in it, or only characters that cannot be seen. */
export function isBlank(cell: Cell | undefined): boolean {
  if (typeof cell !== "string") return cell === null || cell === undefined;
  const text = cell.trim();
  return text === "" || (mayBeInvisible(text) && withoutInvisible(text).trim() === "");
}

/** Nothing in any cell of a row. */
export function isBlankRow(cells: readonly Cell[] | undefined): boolean {
  if (cells === undefined) return true;
  for (const cell of cells) if (!isBlank(cell)) return false;
  return true;
}

/** What a person reads in the cell; "" for a blank. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return cell.trim();
  if (typeof cell === "object") return cell.error;
  return typeof cell === "boolean" ? (cell ? "TRUE" : "FALSE") : String(cell);
}

/** The number of columns of the widest row. */
export function widthOf(grid: Grid, rowCount = grid.rows.length): number {
  let width = 0;
  for (let row = 0; row < rowCount; row++) width = Math.max(width, grid.rows[row]?.length ?? 0);
  return width;
}
