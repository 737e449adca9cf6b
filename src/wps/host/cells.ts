/** Cells as our plain data <-> the values WPS gives and takes. */
import { toCell, toExcelValue } from "../../excel/cell-values";
import type { Cell, CellRange } from "../../words/grid";
import { excelErrorOf } from "../error-codes";
import type { WpsSheet } from "./objects";
import { rangeAt } from "./ranges";

/** Rows of one call. */
export const ROWS_A_CALL = 5000;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** A value of a range as rows: WPS gives that of a single cell bare. */
export function rowsFrom(value: unknown): readonly (readonly unknown[])[] {
  return isList(value) ? value.map((row) => (isList(row) ? row : [row])) : [[value]];
}

/** An error comes as its number, in other builds perhaps as its text. */
export function cellFrom(value: unknown): Cell {
  return typeof value === "number" ? (excelErrorOf(value) ?? value) : toCell(value);
}

export function readCells(sheet: WpsSheet, range: CellRange): Cell[][] {
  return rowsFrom(rangeAt(sheet, range).Value2).map((row) => row.map(cellFrom));
}

/** Blocks of whole rows, each as large as one call takes. */
export function* pieces(range: CellRange): Generator<CellRange> {
  for (let { top } = range; top <= range.bottom; top += ROWS_A_CALL)
    yield { ...range, top, bottom: Math.min(range.bottom, top + ROWS_A_CALL - 1) };
}

/** Writes rows from a corner on, filled up to one width. WPS takes values as if they were typed: see toExcelValue. */
export function writeCells(
  sheet: WpsSheet,
  { top, left }: { readonly top: number; readonly left: number },
  rows: readonly (readonly (Cell | undefined)[])[],
  width = rows.reduce((most, row) => Math.max(most, row.length), 0),
): void {
  if (rows.length === 0 || width === 0) return;
  const range = { top, left, bottom: top + rows.length - 1, right: left + width - 1 };
  rangeAt(sheet, range).Value2 = rows.map((row) => Array.from({ length: width }, (_, at) => toExcelValue(row[at])));
}
