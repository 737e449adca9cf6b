/** How results name the row of an enterprise, and what it names. */
import { sheetMark } from "../../words/grid";
import type { Text } from "../../words/text";
import type { SheetReading } from "./read-sheet";

/** The number of a row as Excel counts, on the first sheet read; with its sheet, `'青岛'!5`, where it stands on another. */
export type SheetRow = number | string;

/** @param sheet null for the first sheet read */
export function sheetRow(sheet: string | null, row: number): SheetRow {
  return sheet === null ? row : `${sheetMark(sheet)}${row}`;
}

/** Where a row of the reading, counted from 0, is said to stand. */
export function sheetRowOf(reading: Pick<SheetReading, "sheet" | "sheetOf" | "rowNumbers">, row: number): SheetRow {
  const sheet = reading.sheetOf(row);
  return sheetRow(sheet === reading.sheet ? null : sheet, reading.rowNumbers[row] ?? 0);
}

export interface RowPlace {
  /** Null for the first sheet read. */
  readonly sheet: string | null;
  /** As Excel counts it. */
  readonly row: number;
}

/** Null for a text that names no row. */
export function placeOfSheetRow(named: SheetRow): RowPlace | null {
  if (typeof named === "number") return named >= 1 ? { sheet: null, row: named } : null;
  const [, sheet, row] = /^'((?:[^']|'')+)'!(\d{1,7})$/.exec(named) ?? [];
  return sheet === undefined ? null : { sheet: sheet.replaceAll("''", "'"), row: Number(row) };
}

/** The row in words. */
export function sheetRowText(named: SheetRow): Text {
  const place = placeOfSheetRow(named);
  if (place?.sheet == null) return { zh: `第 ${named} 行`, en: `Row ${named}` };
  return { zh: `“${place.sheet}”第 ${place.row} 行`, en: `Row ${place.row} of ${place.sheet}` };
}
