/** Selecting cells, on the page where there is one. */
import type { CellRange } from "../../words/grid";
import { intersect, isEntireColumn, isEntireRow } from "./a1";
import type { Book } from "./book";
import type { Sheet } from "./sheet";
import { univerRange } from "./sheet-layout";
import { activateSheet } from "./sheet-list";

/** Brings the sheet into view and selects the block. */
export async function selectRange(book: Book, sheet: Sheet, range: CellRange): Promise<void> {
  await activateSheet(book, sheet);
  const [rows, columns] = [isEntireRow(range), isEntireColumn(range)];
  sheet.ensureSize(columns ? 0 : range.bottom + 1, rows ? 0 : range.right + 1);
  const inside = intersect(range, sheet.grid) ?? range;
  const { startRow, startColumn } = univerRange(inside);
  const cell = { startRow, startColumn, endRow: startRow, endColumn: startColumn };
  const rangeType = rows && columns ? 3 : columns ? 2 : rows ? 1 : 0;
  await book.link.api.executeCommand("sheet.operation.set-selections", {
    unitId: book.link.unitId,
    subUnitId: sheet.id,
    selections: [
      {
        range: { ...univerRange(inside), rangeType },
        primary: { ...cell, actualRow: startRow, actualColumn: startColumn, isMerged: false, isMergedMainCell: false },
        style: null,
      },
    ],
  });
}
