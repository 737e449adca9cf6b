/**
 * Industry codes that may have lost their leading zero: a spreadsheet turns 0111 into 111, which is a code of another section. Which of
 * the two it is shows in the column at best.
 */
import { isBlank, type Grid } from "../../words/grid";
import { plainText } from "../../words/plain-text";

/** Groups of section A (GB/T 4754-2017, 011 to 054) without their zero: the first two digits of a class that lost it. */
const groupsOfAgriculture = /^(?:1[1-9]|2[1-5]|3[1239]|4[12]|5[1-4])\d$/;

/** Three bare digits that are a class of section A without its zero, or a group of another section. */
export function mayHaveLostZero(code: string): boolean {
  return groupsOfAgriculture.test(code);
}

/**
 * True where three bare digits in the column may have lost a zero. They have not where the column is one of groups: all its codes have
 * three digits, and among them some that no class of section A gives.
 */
export function columnMayLoseZeros(grid: Grid, rows: readonly number[], column: number): boolean {
  let groups = false;
  for (const row of rows) {
    const cell = grid.rows[row]?.[column];
    if (isBlank(cell) || (typeof cell !== "number" && typeof cell !== "string")) continue;
    const code = plainText(String(cell)).replace(/\.0+$/, "");
    if (/^\d{4}$/.test(code)) return true;
    if (/^\d{3}$/.test(code) && (code.startsWith("0") || !mayHaveLostZero(code))) groups = true;
  }
  return !groups;
}
