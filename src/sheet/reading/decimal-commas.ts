/**
 * Commas that are decimal points: 9189,870. Beside such numbers 346,460 may be 346.46 as well as 346,460, so the sheet's own habit
 * decides, and where it has both nobody can tell.
 */
import { plainText } from "../../words/plain-text";

/** What the commas of a column's texts are. */
export interface Commas {
  /** Texts whose comma can only be a decimal point: 9189,870 and 1,5. */
  decimal: number;
  /** Texts whose commas can only separate thousands: 1,234,567 and 1,234.5. */
  grouped: number;
  /** Data rows (from 0) of texts that may be either: 346,460. */
  readonly either: number[];
}

const either = /^[-+]?\d{1,3},\d{3}(?!\d)[^\d,.]*$/;
const grouped = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?[^\d,.]*$/;
const decimal = /^[-+]?\d+,\d+[^\d,.]*$/;

/** Notes what the commas of a text in data row `at` are. */
export function noteCommas(commas: Commas, text: string, at: number): void {
  const plain = plainText(text);
  if (either.test(plain) && !plain.startsWith("0,")) commas.either.push(at);
  else if (grouped.test(plain) && !plain.startsWith("0,")) commas.grouped += 1;
  else if (decimal.test(plain)) commas.decimal += 1;
}

/** Of several columns those whose unclear commas can't be read, because decimal commas stand in the column or all over the sheet. */
export function unclearCommas(columns: readonly Commas[]): readonly Commas[] {
  const sum = (of: (one: Commas) => number): number => columns.reduce((total, one) => total + of(one), 0);
  const inSheet = sum((one) => one.decimal) * 2 >= sum((one) => one.either.length) && sum((one) => one.grouped) === 0;
  return columns.filter((one) => {
    if (one.either.length === 0 || one.grouped > 0) return false;
    const own = one.decimal > 0 && one.decimal * 4 >= one.either.length;
    return own || (inSheet && sum((other) => other.decimal) > 0);
  });
}
