/** Showing sheets and selecting cells at once, as WPS does. */
import type { CellRange } from "../../words/grid";
import type { Book } from "../book/book";
import type { Sheet } from "../book/sheet";
import { univerRange } from "../book/sheet-layout";
import { isHidden } from "../book/sheet-list";

export function activate(book: Book, sheet: Sheet): void {
  if (isHidden(sheet)) throw new Error("a hidden sheet can't be brought into view");
  const { api, unitId } = book.link;
  if (book.active !== sheet)
    api.syncExecuteCommand("sheet.operation.set-worksheet-active", { unitId, subUnitId: sheet.id });
}

export function select(book: Book, sheet: Sheet, range: CellRange): void {
  activate(book, sheet);
  sheet.ensureSize(range.bottom + 1, range.right + 1);
  const { startRow, startColumn } = univerRange(range);
  const cell = { startRow, startColumn, endRow: startRow, endColumn: startColumn };
  const primary = { ...cell, actualRow: startRow, actualColumn: startColumn, isMerged: false, isMergedMainCell: false };
  book.link.api.syncExecuteCommand("sheet.operation.set-selections", {
    unitId: book.link.unitId,
    subUnitId: sheet.id,
    selections: [{ range: { ...univerRange(range), rangeType: 0 }, primary, style: null }],
  });
}
