/** Opens a workbook given as plain data in Univer. */
import type { FUniver } from "@univerjs/core/facade";
import type {} from "@univerjs/sheets/facade";
import type { CellRange } from "../../words/grid";
import type { BookCell, BookFile, BookSheet } from "../../xlsx/book-file";
import { keepTextLiterals } from "../formulas/text-literals";
import { BlockIndex } from "./block-index";
import { Book } from "./book";
import { constantPatch } from "./cell-data";
import { keepValues } from "./kept-values";
import { styleRecord } from "./cell-style";
import { PIXELS_PER_POINT } from "./sheet-layout";
import { emptySheet, NEW_SHEET } from "./sheet-list";
import { ROOM } from "./univer-link";

export { PIXELS_PER_POINT } from "./sheet-layout";

let booksOpened = 0;

/**
 * Opens `file` as a new Univer workbook. Formulas that come with a value keep it until something they depend on changes; a spilled
 * formula is calculated anew.
 */
export function bookFromFile(univerAPI: FUniver, file: BookFile): Book {
  const ids = file.sheets.map((_, index) => `{${String(index + 1).padStart(8, "0")}-5A4A-5458-0000-000000000000}`);
  const sheets: Record<string, object> = {};
  file.sheets.forEach((sheet, index) => {
    const id = ids[index] ?? "";
    sheets[id] = sheetRecord(sheet, id, index === file.active);
  });
  booksOpened += 1;
  const styles: Record<string, object> = {};
  file.styles.forEach((style, index) => {
    styles[styleId(index)] = styleRecord(style);
  });
  const workbook = univerAPI.createWorkbook({
    id: `zjtx-book-${booksOpened}`,
    name: "",
    styles,
    sheets,
    sheetOrder: ids,
  });
  keepTextLiterals(univerAPI);
  const inView = workbook.getWorkbook().getSheetBySheetId(ids[file.active] ?? "");
  if (inView) workbook.getWorkbook().setActiveSheet(inView);
  const book = new Book(univerAPI, workbook);
  file.sheets.forEach((sheet, index) => {
    const live = book.sheet(ids[index] ?? "");
    if (live === null) return;
    live.extras.set("protected", sheet.protected);
    live.extras.set("veryHidden", sheet.visibility === "very-hidden");
    live.extras.set(
      "tables",
      sheet.tables.map((table) => ({ ...table, id: String(book.nextId()) })),
    );
    live.extras.set("filter", sheet.filter ?? null);
    live.extras.set("page", sheet.page ?? null);
    live.extras.set("notes", sheet.notes ?? []);
    live.extras.set(
      "charts",
      sheet.charts.map((chart) => ({
        ...chart,
        ...CHART_DEFAULTS,
        id: String(book.nextId()),
        chartType: EXCEL_CHART[chart.kind],
        titleVisible: chart.title !== "",
      })),
    );
    live.extras.set(
      "formats",
      sheet.conditionalFormats.map((format) => ({ ...format, id: String(book.nextId()) })),
    );
  });
  keepValues(book, file);
  for (const { name, formula, comment, visible, sheet } of file.names) {
    book.names.set({
      id: `name-${book.nextId()}`,
      name,
      formula,
      comment,
      visible,
      sheet: sheet === null ? null : (ids[sheet] ?? null),
    });
  }
  book.setSettings(file.settings);
  if (file.sheets.some(({ cells }) => cells.some((row) => row?.some((cell) => cell?.formula !== undefined)))) {
    book.link.formulasSeen = true;
    book.link.calculation.expect();
  }
  return book;
}

const CHART_DEFAULTS = { legendPosition: "Bottom" };

/** Excel's chart types by our kinds. */
export const EXCEL_CHART = {
  bar: "BarClustered",
  column: "ColumnClustered",
  line: "Line",
  radar: "Radar",
  pie: "Pie",
  doughnut: "Doughnut",
  scatter: "XYScatter",
} as const;

function styleId(index: number): string {
  return `file-${index}`;
}

function cellRecord(cell: BookCell): Record<string, unknown> {
  const { v, t } = constantPatch(cell.value);
  const record: Record<string, unknown> = {};
  // An error of ours is worked out anew, so that it can say why.
  const ownError = typeof cell.value === "object" && /\bZJTX\./i.test(cell.formula ?? "");
  if (v !== undefined && v !== null && cell.spill === undefined && !ownError) {
    record.v = v;
    record.t = t;
  }
  if (cell.formula !== undefined) record.f = cell.formula;
  if (cell.style !== undefined) record.s = styleId(cell.style);
  return record;
}

function sheetRecord(sheet: BookSheet, id: string, active: boolean): object {
  const spills: CellRange[] = [];
  let right = 0;
  for (const row of sheet.cells) {
    right = Math.max(right, row?.length ?? 0);
    for (const cell of row ?? []) if (cell?.spill !== undefined) spills.push(cell.spill);
  }
  const spilled = new BlockIndex(spills);
  const cellData: Record<number, Record<number, object>> = {};
  sheet.cells.forEach((row, rowIndex) => {
    if (row === undefined) return;
    const line: Record<number, object> = {};
    row.forEach((cell, column) => {
      if (cell === undefined) return;
      // Univer fills the block itself; values left in it would stand in the formula's way.
      line[column] =
        cell.formula === undefined && spilled.at(rowIndex, column) !== null
          ? cellRecord({ ...cell, value: null })
          : cellRecord(cell);
    });
    cellData[rowIndex] = line;
  });
  const rowData: Record<number, Record<string, number>> = {};
  const columnData: Record<number, Record<string, number>> = {};
  const rowAt = (row: number): Record<string, number> => (rowData[row] ??= {});
  const columnAt = (column: number): Record<string, number> => (columnData[column] ??= {});
  for (const [row, height] of Object.entries(sheet.rowHeights)) rowAt(Number(row)).h = height * PIXELS_PER_POINT;
  for (const [column, width] of Object.entries(sheet.columnWidths))
    columnAt(Number(column)).w = width * PIXELS_PER_POINT;
  for (const row of sheet.hiddenRows) rowAt(row).hd = 1;
  for (const column of sheet.hiddenColumns) columnAt(column).hd = 1;
  const { rows, columns } = sheet.frozen;
  return {
    ...emptySheet(id, sheet.name),
    status: active ? 1 : 0,
    tabColor: sheet.tabColor ?? "",
    hidden: sheet.visibility === "visible" ? 0 : 1,
    freeze: { xSplit: columns, ySplit: rows, startRow: rows > 0 ? rows : -1, startColumn: columns > 0 ? columns : -1 },
    rowCount: Math.max(NEW_SHEET.rowCount, sheet.cells.length + ROOM.rows),
    columnCount: Math.max(NEW_SHEET.columnCount, right + ROOM.columns),
    mergeData: sheet.merges.map(({ top, left, bottom, right: last }) => ({
      startRow: top,
      startColumn: left,
      endRow: bottom,
      endColumn: last,
    })),
    cellData,
    rowData,
    columnData,
    showGridlines: sheet.showGridlines ? 1 : 0,
  };
}
