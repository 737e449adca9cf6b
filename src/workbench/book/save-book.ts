/** The open workbook as plain data again: what is saved to a file and compared in tests. */
import type { Book } from "./book";
import type { BookCell, BookFile, BookSheet, CellStyle } from "../book-file";
import { hasFormula } from "./cell-data";
import { plainStyle } from "./cell-style";
import { PIXELS_PER_POINT } from "./load-book";
import type { Sheet } from "./sheet";

/** Styles of the file, each kept once. */
class StyleList {
  readonly styles: CellStyle[] = [];
  private readonly known = new Map<string, number>();
  private readonly byUniver = new Map<string, number | undefined>();

  /** The index of a cell's style, or undefined where it has none. `key` is Univer's id of the style, where it has one. */
  indexOf(key: string | null, style: () => CellStyle): number | undefined {
    if (key !== null && this.byUniver.has(key)) return this.byUniver.get(key);
    const plain = style();
    const text = JSON.stringify(plain);
    let index: number | undefined;
    if (text !== "{}") {
      index = this.known.get(text);
      if (index === undefined) {
        index = this.styles.push(plain) - 1;
        this.known.set(text, index);
      }
    }
    if (key !== null) this.byUniver.set(key, index);
    return index;
  }
}

function cellsOf(sheet: Sheet, styles: StyleList): BookSheet["cells"] {
  const rows: (BookCell | undefined)[][] = [];
  const put = (row: number, column: number, cell: BookCell): void => {
    (rows[row] ??= [])[column] = cell;
  };
  const spills = sheet.link.spills.of(sheet.id);
  sheet.core.getCellMatrix().forValue((row, column, data) => {
    if (data === null || data === undefined) return;
    const key = typeof data.s === "string" ? data.s : null;
    const style = data.s === null || data.s === undefined ? undefined : styles.indexOf(key, () => plainStyle(sheet.style(row, column)));
    const value = sheet.cell(row, column);
    const formula = hasFormula(data) ? sheet.formula(row, column) : null;
    const spill = spills.find(({ top, left }) => top === row && left === column);
    if (value === null && formula === null && style === undefined) return;
    put(row, column, {
      value,
      ...(formula !== null && { formula }),
      ...(formula !== null && spill !== undefined && { spill }),
      ...(style !== undefined && { style }),
    });
  });
  for (const { top, left, bottom, right } of spills) {
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const known = rows[row]?.[column];
        if (known?.value === null || known === undefined) put(row, column, { ...known, value: sheet.cell(row, column) });
      }
    }
  }
  return rows;
}

function sheetOf(sheet: Sheet, styles: StyleList): BookSheet {
  const { core } = sheet;
  const { veryHidden, protected: locked, tables, charts, formats } = sheet.extras.all;
  const config = core.getConfig();
  const columnWidths: Record<number, number> = {};
  const rowHeights: Record<number, number> = {};
  const hiddenRows: number[] = [];
  const hiddenColumns: number[] = [];
  for (const [at, row] of Object.entries(config.rowData)) {
    if (typeof row?.h === "number") rowHeights[Number(at)] = row.h / PIXELS_PER_POINT;
    if (Number(row?.hd ?? 0) === 1) hiddenRows.push(Number(at));
  }
  for (const [at, column] of Object.entries(config.columnData)) {
    if (typeof column?.w === "number") columnWidths[Number(at)] = column.w / PIXELS_PER_POINT;
    if (Number(column?.hd ?? 0) === 1) hiddenColumns.push(Number(at));
  }
  const hidden = Number(config.hidden) === 1;
  return {
    name: sheet.name,
    visibility: hidden ? (veryHidden ? "very-hidden" : "hidden") : "visible",
    ...(config.tabColor !== "" && { tabColor: config.tabColor }),
    cells: cellsOf(sheet, styles),
    columnWidths,
    rowHeights,
    hiddenRows,
    hiddenColumns,
    merges: config.mergeData.map(({ startRow, startColumn, endRow, endColumn }) => ({
      top: startRow,
      left: startColumn,
      bottom: endRow,
      right: endColumn,
    })),
    frozen: { rows: Math.max(0, config.freeze.ySplit), columns: Math.max(0, config.freeze.xSplit) },
    showGridlines: Number(config.showGridlines) === 1,
    protected: locked,
    tables: tables.map(({ id: _id, ...table }) => table),
    conditionalFormats: formats.map(({ id: _id, ...format }) => format),
    charts: charts.map(({ id: _id, chartType: _type, legendPosition: _legend, titleVisible: _title, ...chart }) => chart),
  };
}

/** Everything the book holds, as a file keeps it. */
export function fileFromBook(book: Book): BookFile {
  const styles = new StyleList();
  const { sheets } = book;
  const plain = sheets.map((sheet) => sheetOf(sheet, styles));
  return {
    sheets: plain,
    active: Math.max(0, sheets.indexOf(book.active)),
    names: book.names.all.map(({ name, formula, comment, visible, sheet }) => ({
      name,
      formula,
      comment,
      visible,
      sheet: sheet === null ? null : sheets.findIndex(({ id }) => id === sheet),
    })),
    styles: styles.styles,
    settings: book.settings,
  };
}
