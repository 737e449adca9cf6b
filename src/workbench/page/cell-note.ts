/** Why a cell shows an error, where one of our functions said it: Excel shows that beside the cell, here it stands over the sheet. */
import type { Text } from "../../policy/vocabulary";
import { address } from "../../sheet/grid";
import type { Book } from "../book/book";
import type { ErrorMessages } from "../formulas/error-messages";

export interface CellNote {
  /** Such as `BG2`. */
  readonly cell: string;
  /** What the cell shows, such as `#N/A`. */
  readonly error: string;
  readonly text: Text;
}

/** For the first cell selected on the sheet in view. */
export function activeCellNote(book: Book, messages: ErrorMessages): CellNote | null {
  const sheet = book.active;
  const [block] = book.selection;
  if (!block) return null;
  const { top: row, left: column } = block;
  const shown = sheet.cell(row, column);
  if (shown === null || typeof shown !== "object") return null;
  const text = messages.at({ unit: book.link.unitId, sheet: sheet.id, row, column });
  return text && { cell: address(row, column), error: shown.error, text };
}
