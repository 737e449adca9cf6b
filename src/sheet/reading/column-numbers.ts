/** A row of column numbers below the headings: 1 2 3 …, or 甲 乙 1 2 … */
import { cellText, isBlank, type Cell } from "../../words/grid";
import { foldKey } from "../../words/plain-text";

/** True where every one of `columnCount` columns, and no fewer than three, is numbered. */
export function isColumnNumbers(cells: readonly Cell[], columnCount: number): boolean {
  const texts = cells.filter((cell) => !isBlank(cell)).map((cell) => foldKey(cellText(cell)));
  if (texts.length < columnCount || texts.length < 3) return false;
  const numbers = texts.filter((text) => !/^[甲乙丙丁戊己庚辛a-h]$/.test(text));
  const letters = texts.length - numbers.length;
  // An enterprise may be called 甲 in a made-up sheet; one letter and few numbers are not enough.
  if (letters === 1 ? numbers.length < 4 : numbers.length < 2) return false;
  return numbers.every((text, at) => Number(text) === at + 1 || Number(text) === at + 1 + letters);
}
