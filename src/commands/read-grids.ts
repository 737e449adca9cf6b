/** The sheets of a workbook as grids of plain cells. */
import { type Cell, type CellRange, type Grid } from "../words/grid";
import type { PackageParts } from "../xlsx/container/package-parts";
import { BrokenWorkbook, WorkbookTooLarge } from "../xlsx/faults";
import { showsDay } from "../xlsx/number-formats";
import { formatCodes } from "../xlsx/read/cell-formats";
import { cellAt, LAST_COLUMN } from "../xlsx/read/cell-reference";
import { refuseRepeatedRows } from "../xlsx/read/plausible-rows";
import { SheetReader, type SheetCell } from "../xlsx/read/sheet-rows";
import { sharedStrings } from "../xlsx/read/string-item";
import type { SheetEntry, WorkbookOutline } from "../xlsx/workbook-outline";
import { XmlScanner } from "../xlsx/xml/scan";
import { childOf, childrenOf, flag, type XmlNode } from "../xlsx/xml/tree";

/** What a formula cell without a stored result reads as: the file was written by a program that does not compute. */
export const NOT_CALCULATED = "#公式未计算";

/** Cells from A1 to the last one of a sheet, blank ones among them. */
const MOST_CELLS = 25_000_000;
const DAYS_1900_TO_1904 = 1462;

interface Book {
  readonly parts: PackageParts;
  readonly strings: readonly string[] | null;
  /** By the number of the cell format. */
  readonly formats: readonly (string | undefined)[];
  /** Percent formats by the number of the cell format: the only ones that change what a number means. */
  readonly percents: readonly (string | null)[];
  /** Whether a number under the format is a day counted from 1904. */
  readonly movedDays: readonly boolean[];
}

/**
 * Dates are serial numbers counted from 1900 also where the file counts from 1904; formulas are their stored results.
 * @throws BrokenWorkbook @throws WorkbookTooLarge
 */
export function readGrids(parts: PackageParts, outline: WorkbookOutline, wanted: readonly SheetEntry[]): Grid[] {
  const stylesPart = partOf(parts, outline, "styles");
  const formats = formatCodes(stylesPart === undefined ? undefined : parts.xml(stylesPart));
  const book: Book = {
    parts,
    strings: textsOf(parts, outline),
    formats,
    percents: formats.map((code) => (code?.replace(/"[^"]*"|\\./g, "").includes("%") ? code : null)),
    movedDays: formats.map((code) => outline.date1904 && showsDay(code)),
  };
  return wanted.map((entry) => readGrid(book, entry));
}

function partOf(parts: PackageParts, outline: WorkbookOutline, type: string): string | undefined {
  return outline.relationships.find((link) => link.type === type && parts.has(link.target))?.target;
}

/** The texts that cells share; null where the workbook has no list of them. */
export function textsOf(parts: PackageParts, outline: WorkbookOutline): readonly string[] | null {
  const part = partOf(parts, outline, "sharedStrings");
  if (part === undefined) return null;
  const reading = sharedStrings(new XmlScanner(parts.pieces(part), part));
  for (;;) {
    const { done, value } = reading.next();
    if (done === true) return value.texts;
  }
}

function readGrid(book: Book, entry: SheetEntry): Grid {
  const reader = new SheetReader(
    new XmlScanner(book.parts.pieces(entry.part), entry.part),
    book.strings,
    book.formats.length,
  );
  const rows: Cell[][] = [];
  const hiddenRows = new Set<number>();
  const percents = new PercentRows();
  let width = 0;
  let filled = 0;
  const fileSize = book.parts.packedSize;
  const reading = reader.read();
  let step = reading.next();
  for (; step.done !== true; step = reading.next()) {
    const { row, hidden, height, cells } = step.value;
    if (hidden || height === 0) hiddenRows.add(row);
    width = Math.max(width, (cells.at(-1)?.column ?? -1) + 1);
    if (cells.length === 0) continue;
    filled += 1;
    refuseRepeatedRows(entry.name, filled, fileSize);
    if ((row + 1) * width > MOST_CELLS) throw tooLarge(entry, row + 1, width);
    while (rows.length <= row) rows.push([]);
    rows[row] = lineOf(cells, book);
    percents.add(row, cells, book.percents);
  }
  const { numberFormats } = percents;
  const hiddenColumns = hiddenColumnsOf(step.value, width);
  return {
    sheet: entry.name,
    rows: withoutBlankEdge(rows),
    merges: mergesOf(step.value, entry.part),
    hiddenRows,
    ...(hiddenColumns.length > 0 ? { hiddenColumns: new Set(hiddenColumns) } : {}),
    ...(numberFormats === null ? {} : { numberFormats }),
  };
}

function tooLarge({ name }: SheetEntry, rows: number, columns: number): WorkbookTooLarge {
  return new WorkbookTooLarge(name, {
    zh: `这张表占到 ${rows} 行 × ${columns} 列。多半是很远处有带格式的空单元格：请删掉数据下方和右侧的空行、空列`,
    en: `the sheet spans ${rows} rows by ${columns} columns; often there are formatted empty cells far away, to be deleted with their rows and columns`,
  });
}

function lineOf(cells: readonly SheetCell[], { movedDays }: Book): Cell[] {
  const line: Cell[] = [];
  for (const { column, style, value, formula } of cells) {
    while (line.length < column) line.push(null);
    if (value === null) line[column] = formula === null ? null : { error: NOT_CALCULATED };
    else line[column] = typeof value === "number" && movedDays[style] === true ? value + DAYS_1900_TO_1904 : value;
  }
  return line;
}

/** Percent formats in the shape of the rows. Rows with the same pattern share one array. */
class PercentRows {
  private readonly rows: (string | null)[][] = [];
  private readonly patterns = new Map<string, (string | null)[]>();

  add(row: number, cells: readonly SheetCell[], percents: readonly (string | null)[]): void {
    let pattern: (string | null)[] | null = null;
    for (const { column, style } of cells) {
      const format = percents[style] ?? null;
      if (format === null) continue;
      pattern ??= [];
      while (pattern.length < column) pattern.push(null);
      pattern[column] = format;
    }
    if (pattern === null) return;
    while (this.rows.length < row) this.rows.push([]);
    const key = pattern.join("\n");
    const shared = this.patterns.get(key) ?? pattern;
    this.patterns.set(key, shared);
    this.rows[row] = shared;
  }

  get numberFormats(): (string | null)[][] | null {
    return this.rows.length > 0 ? this.rows : null;
  }
}

function hiddenColumnsOf(sheet: XmlNode, width: number): number[] {
  const hidden: number[] = [];
  for (const node of childrenOf(childOf(sheet, "cols"), "col")) {
    if (!flag(node, "hidden")) continue;
    const { min = "1", max = min } = node.attributes;
    const last = Math.min(Number(max), Math.max(width, Number(min)), LAST_COLUMN);
    for (let column = Math.max(Number(min), 1); column <= last; column++) hidden.push(column - 1);
  }
  return hidden;
}

function mergesOf(sheet: XmlNode, part: string): CellRange[] {
  return childrenOf(childOf(sheet, "mergeCells"), "mergeCell").map(({ attributes: { ref = "" } }) => {
    const [first = "", last = first] = ref.split(":");
    const [from, to] = [cellAt(first), cellAt(last)];
    if (from === null || to === null)
      throw new BrokenWorkbook(part, { zh: `合并单元格“${ref}”写坏了`, en: `"${ref}" is no block of merged cells` });
    return { top: from.row, left: from.column, bottom: to.row, right: to.column };
  });
}

/** Blank text is blank; blank rows at the end and blank cells at the end of rows are dropped. */
export function withoutBlankEdge(rows: Cell[][]): Cell[][] {
  for (const row of rows) {
    for (const [index, value] of row.entries()) if (value === "") row[index] = null;
    while (row.length > 0 && row.at(-1) === null) row.pop();
  }
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  return rows;
}
