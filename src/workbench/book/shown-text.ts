/** A cell as it is shown: its value in its number format. */
import { cellText } from "../../words/grid";
import type { Sheet } from "./sheet";

export function shownText(sheet: Sheet, row: number, column: number): string {
  const cell = sheet.cell(row, column);
  if (typeof cell === "string") return cell;
  if (typeof cell !== "number") return cellText(cell);
  const pattern = sheet.numberFormat(row, column);
  const { numfmt } = sheet.link.api.Util;
  try {
    return numfmt.format(pattern, cell);
  } catch {
    // A pattern that the formatter does not know: Excel would show the plain number.
    return String(cell);
  }
}
