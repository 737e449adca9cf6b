/** Workbooks for tests, as plain data. */
import type { Cell } from "../../src/words/grid";
import type { BookCell, BookFile, BookSheet } from "../../src/xlsx/book-file";

export function sheet(name: string, rows: readonly (readonly Cell[])[], more: Partial<BookSheet> = {}): BookSheet {
  return {
    name,
    visibility: "visible",
    cells: rows.map((row) => row.map((value): BookCell | undefined => (value === null ? undefined : { value }))),
    columnWidths: {},
    rowHeights: {},
    hiddenRows: [],
    hiddenColumns: [],
    merges: [],
    frozen: { rows: 0, columns: 0 },
    showGridlines: true,
    protected: false,
    tables: [],
    conditionalFormats: [],
    charts: [],
    ...more,
  };
}

export function book(sheets: readonly BookSheet[], more: Partial<BookFile> = {}): BookFile {
  return { sheets, active: 0, names: [], styles: [], settings: {}, ...more };
}
