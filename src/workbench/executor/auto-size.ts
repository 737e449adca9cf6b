/** How wide a column must be for its texts, without a page to measure them on. */
import type { CellRange } from "../../words/grid";
import type { Sheet } from "../book/sheet";
import { shownText } from "../book/shown-text";

/** Points: a half-width character of 11 point type, and a cell's inner margins. Chinese characters are twice as wide. */
const CHARACTER = 5.6;
const MARGINS = 8;
/** Excel's widest column holds 255 characters. */
const WIDEST = 255 * CHARACTER;

export function widthOfText(sheet: Sheet, { top, bottom, left }: CellRange): number {
  let widest = 1;
  for (let row = top; row <= bottom; row++) {
    for (const line of shownText(sheet, row, left).split("\n")) {
      let width = 0;
      for (const character of line) width += (character.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1;
      widest = Math.max(widest, width);
    }
  }
  return Math.min(WIDEST, widest * CHARACTER + MARGINS);
}
