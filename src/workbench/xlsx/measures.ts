/**
 * Sizes in a file and in points.
 *
 * A column's width in a file counts the digits of the workbook's default font that fit, padding included; with the fonts that Excel
 * starts with (Calibri 11, 等线 11 at 96 dpi) a digit takes 7 pixels, so a width of 1 is 7 px = 5.25 points. Rows are in points already.
 * Drawings measure in EMU: 12,700 to the point.
 */
import { fourDecimals } from "../../xlsx/write/page-markup";

const POINTS_A_CHARACTER = 5.25;
const EMU_A_POINT = 12_700;
/** Excel's column and row where the file says nothing: 8.43 characters with 5 px of padding (64 px), and 15 points (20 px). */
export const DEFAULT_COLUMN_POINTS = 48;
export const DEFAULT_ROW_POINTS = 15;
/** Excel makes no column wider. */
const WIDEST_COLUMN_CHARACTERS = 255;

/** Points keep four decimals, so that a width survives the way through the file unchanged. */
export function charactersToPoints(characters: number): number {
  return fourDecimals(characters * POINTS_A_CHARACTER);
}

export function pointsToCharacters(points: number): number {
  return Math.min(Number((points / POINTS_A_CHARACTER).toFixed(8)), WIDEST_COLUMN_CHARACTERS);
}

export function emuToPoints(emu: number): number {
  return fourDecimals(emu / EMU_A_POINT);
}
