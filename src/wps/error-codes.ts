/**
 * The error values of cells as the automation below WPS passes them: HRESULTs of 0x800A0000 plus Excel's numbers of errors (2000 for
 * #NULL!, 2042 for #N/A). No sheet of ours holds such a number as an amount, and taken for one it would be wrong without a word.
 */
import type { CellError } from "../words/grid";

const FIRST = -2146828288;

const ERRORS: ReadonlyMap<number, string> = new Map([
  [2000, "#NULL!"],
  [2007, "#DIV/0!"],
  [2015, "#VALUE!"],
  [2023, "#REF!"],
  [2029, "#NAME?"],
  [2036, "#NUM!"],
  [2042, "#N/A"],
  [2045, "#SPILL!"],
  [2050, "#CALC!"],
]);

/** The error a number from WPS stands for; null for a number that is one. */
export function excelErrorOf(value: number): CellError | null {
  const error = ERRORS.get(value - FIRST);
  return error === undefined ? null : { error };
}
