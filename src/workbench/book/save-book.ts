/** An open workbook as plain data, for saving. */
import type { Cell, CellRange } from "../../words/grid";
import type {
  BookCell,
  BookChart,
  BookConditionalFormat,
  BookFile,
  BookSheet,
  BookTable,
  CellStyle,
} from "../../xlsx/book-file";
import { lackingFor, type Known } from "../formulas/calculable";
import type { Book } from "./book";
import { cellOf } from "./cell-data";
import { plainStyle } from "./cell-style";
import { keptValue, knownTo } from "./kept-values";
import type { LiveChart, LiveFormat, LiveTable } from "./sheet-extras";
import type { Sheet } from "./sheet";
import { frozenOf, mergesOf, PIXELS_PER_POINT, showsGridlines, tabColor } from "./sheet-layout";
import { visibilityOf } from "./sheet-list";
import { codeOf } from "./enum-codes";

/** Numbers the styles of a workbook: equal styles share a number. */
class StyleList {
  readonly styles: CellStyle[] = [];
  private readonly byText = new Map<string, number>();

  number(style: CellStyle): number | undefined {
    const text = JSON.stringify(style);
    if (text === "{}") return undefined;
    const known = this.byText.get(text);
    if (known !== undefined) return known;
    this.byText.set(text, this.styles.length);
    return this.styles.push(style) - 1;
  }
}

/** Gives the workbook as it is now. Formulas still being calculated give their last values: settle the calculation first. */
export function fileFromBook(book: Book): BookFile {
  const styles = new StyleList();
  const { sheets } = book;
  const known = knownTo(book);
  const files = sheets.map((sheet) => sheetFile(sheet, styles, known));
  return {
    sheets: files,
    active: Math.max(0, sheets.indexOf(book.active)),
    names: book.names.all.map(({ name, formula, comment, visible, sheet }) => {
      const index = sheets.findIndex(({ id }) => id === sheet);
      return { name, formula, comment, visible, sheet: index < 0 ? null : index };
    }),
    styles: styles.styles,
    settings: book.settings,
  };
}

function cellsOf(sheet: Sheet, styles: StyleList, known: Known): BookSheet["cells"] {
  const cells: (BookCell | undefined)[][] = [];
  const numberOf = new Map<unknown, number | undefined>();
  const styleAt = (row: number, column: number, key: unknown): number | undefined => {
    if (key === undefined || key === null) return undefined;
    if (typeof key === "string" && numberOf.has(key)) return numberOf.get(key);
    const number = styles.number(plainStyle(sheet.style(row, column)));
    if (typeof key === "string") numberOf.set(key, number);
    return number;
  };
  const put = (row: number, column: number, cell: BookCell): void => {
    (cells[row] ??= [])[column] = cell;
  };
  const spills = sheet.link.spills.of(sheet.id);
  sheet.core.getCellMatrix().forValue((row, column, data) => {
    if (data === null || data === undefined) return;
    const formula = sheet.formula(row, column);
    const block = formula === null ? null : sheet.link.spills.at(sheet.id, row, column);
    const spill = block?.top === row && block.left === column ? block : keptSpill(sheet, row, column);
    const style = styleAt(row, column, data.s);
    const value = formula === null ? cellOf(data) : savedValue(sheet, row, column, formula, known);
    if (value === null && formula === null && style === undefined) return;
    put(row, column, {
      value,
      ...(formula !== null && { formula }),
      ...(spill !== undefined && { spill }),
      ...(style !== undefined && { style }),
    });
  });
  for (const spill of spills) fillSpill(sheet, spill, cells, put);
  return cells;
}

/** An error that comes of what the engine lacks is no value: Excel works the formula out when it opens the file. */
function savedValue(sheet: Sheet, row: number, column: number, formula: string, known: Known): Cell {
  const value = sheet.cell(row, column);
  const isError = typeof value === "object" && value !== null;
  return isError && keptValue(sheet, row, column) === null && lackingFor(formula, known) !== null ? null : value;
}

function keptSpill(sheet: Sheet, row: number, column: number): CellRange | undefined {
  const block = keptValue(sheet, row, column)?.spill;
  return block && { top: row, left: column, bottom: row + block.bottom, right: column + block.right };
}

/** The values of a spilled block stand beside its formula. */
function fillSpill(
  sheet: Sheet,
  spill: CellRange,
  cells: readonly (readonly (BookCell | undefined)[] | undefined)[],
  put: (row: number, column: number, cell: BookCell) => void,
): void {
  for (let row = spill.top; row <= spill.bottom; row++) {
    for (let column = spill.left; column <= spill.right; column++) {
      const there = cells[row]?.[column];
      if (there?.formula === undefined) put(row, column, { ...there, value: sheet.cell(row, column) });
    }
  }
}

function sheetFile(sheet: Sheet, styles: StyleList, known: Known): BookSheet {
  const { extras } = sheet;
  const columnWidths: Record<number, number> = {};
  const rowHeights: Record<number, number> = {};
  const hiddenRows: number[] = [];
  const hiddenColumns: number[] = [];
  const { rowData, columnData, defaultRowHeight, defaultColumnWidth } = sheet.core.getConfig();
  for (const row of Object.keys(rowData).map(Number)) {
    const data = rowData[row];
    if (data === undefined) continue;
    const height = data.h;
    if (height !== undefined && height !== defaultRowHeight && codeOf(data.ia) !== 1)
      rowHeights[row] = height / PIXELS_PER_POINT;
    if (codeOf(data.hd) === 1) hiddenRows.push(row);
  }
  for (const column of Object.keys(columnData).map(Number)) {
    const data = columnData[column];
    if (data === undefined) continue;
    if (data.w !== undefined && data.w !== defaultColumnWidth) columnWidths[column] = data.w / PIXELS_PER_POINT;
    if (codeOf(data.hd) === 1) hiddenColumns.push(column);
  }
  const color = tabColor(sheet);
  const filter = extras.get("filter");
  const page = extras.get("page");
  const notes = extras.get("notes");
  return {
    name: sheet.name,
    visibility: visibilityOf(sheet),
    ...(color !== "" && { tabColor: color }),
    cells: cellsOf(sheet, styles, known),
    columnWidths,
    rowHeights,
    hiddenRows,
    hiddenColumns,
    merges: mergesOf(sheet),
    frozen: frozenOf(sheet),
    showGridlines: showsGridlines(sheet),
    protected: extras.get("protected"),
    tables: extras.get("tables").map(tableFile),
    ...(filter !== null && { filter }),
    ...(page !== null && { page }),
    conditionalFormats: extras.get("formats").map(formatFile),
    charts: extras.get("charts").map(chartFile),
    ...(notes.length > 0 && { notes }),
  };
}

function tableFile({ name, range, style, headers, totals, filterButton, bandedRows, filters }: LiveTable): BookTable {
  return { name, range, style, headers, totals, filterButton, bandedRows, ...(filters !== undefined && { filters }) };
}

function formatFile({ ranges, rule, fill, fontColor, bold, stopIfTrue }: LiveFormat): BookConditionalFormat {
  return {
    ranges,
    rule,
    ...(fill !== undefined && { fill }),
    ...(fontColor !== undefined && { fontColor }),
    ...(bold !== undefined && { bold }),
    ...(stopIfTrue !== undefined && { stopIfTrue }),
  };
}

function chartFile({
  name,
  kind,
  title,
  titleVisible,
  legend,
  series,
  left,
  top,
  width,
  height,
}: LiveChart): BookChart {
  return { name, kind, title: titleVisible ? title : "", legend, series, left, top, width, height };
}
