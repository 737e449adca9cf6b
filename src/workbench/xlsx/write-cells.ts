/** The cells of a sheet -> the XML between `<sheetData>` and `</sheetData>`. */
import { address, cellText } from "../../words/grid";
import { rangeAddress } from "../../words/range-address";
import type { BookCell, BookSheet, BookTable, CellStyle } from "../../xlsx/book-file";
import { distinctHeadings } from "../../xlsx/accepted-names";
import { cellMarkup, cellPlace, rowMarkup, sharedTextMarkup } from "../../xlsx/write/cell-markup";
import type { SharedTexts } from "../../xlsx/write/shared-texts";
import type { StyleBook } from "../../xlsx/write/style-book";
import { escapeText } from "../../xlsx/xml/markup";
import { filedFormula, mayGiveArray } from "./formula-names";

const ROWS_A_CHUNK = 200;

export interface CellParts {
  /** Of the book, by index. */
  readonly styles: readonly CellStyle[];
  /** Names of the workbook that stand for a LAMBDA, upper case. */
  readonly lambdas: ReadonlySet<string>;
  /** Set where a dynamic array formula was written: the workbook then needs the part that says what those are. */
  dynamicArrays: boolean;
}

/** The names of a table's columns: those of the heading cells, as far as Excel takes them. */
export function columnNames(sheet: BookSheet, { range, headers }: BookTable): string[] {
  const shown: string[] = [];
  for (let column = range.left; column <= range.right; column++) {
    const text = headers ? sheet.cells[range.top]?.[column]?.value : undefined;
    shown.push(typeof text === "string" ? text : cellText(text));
  }
  return distinctHeadings(shown);
}

/** A table's heading cells must hold its columns' names as text; one that is missing has to be there. */
function withHeadings(sheet: BookSheet): BookSheet["cells"] {
  const cells = [...sheet.cells];
  for (const table of sheet.tables.filter(({ headers }) => headers)) {
    const { top, left } = table.range;
    const line = [...(cells[top] ?? [])];
    for (const [place, value] of columnNames(sheet, table).entries()) {
      const style = line[left + place]?.style;
      line[left + place] = { value, ...(style !== undefined && { style }) };
    }
    cells[top] = line;
  }
  return cells;
}

/** Gives some hundred rows at a time. */
export function* cellsXml(
  book: BookSheet,
  parts: CellParts,
  formats: StyleBook,
  texts: SharedTexts,
): Generator<string, void> {
  const sheet = { ...book, cells: withHeadings(book) };
  const hidden = new Set(sheet.hiddenRows);
  const known = new Map<number | undefined, (value: unknown) => number>();
  const formatOf = ({ style, formula, value }: BookCell): number => {
    const format = known.get(style) ?? formats.cells((style === undefined ? undefined : parts.styles[style]) ?? {});
    known.set(style, format);
    return format(formula === undefined ? value : null);
  };
  let chunk = "";
  for (const [index, row] of rowNumbers(sheet).entries()) {
    let cells = "";
    sheet.cells[row]?.forEach((cell, column) => {
      if (cell) cells += cellXml(cell, row, column, cellPlace(address(row, column), formatOf(cell)), parts, texts);
    });
    chunk += rowMarkup(row + 1, cells, { height: sheet.rowHeights[row], hidden: hidden.has(row) });
    if (index % ROWS_A_CHUNK !== ROWS_A_CHUNK - 1) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
}

/** Rows that have cells, a height or are hidden, from the top. */
function rowNumbers(sheet: BookSheet): number[] {
  const rows = new Set<number>([...sheet.hiddenRows, ...Object.keys(sheet.rowHeights).map(Number)]);
  sheet.cells.forEach((line, row) => {
    if (line && line.length > 0) rows.add(row);
  });
  return [...rows].sort((left, right) => left - right);
}

function cellXml(
  { value, formula, spill }: BookCell,
  row: number,
  column: number,
  place: string,
  parts: CellParts,
  texts: SharedTexts,
): string {
  if (formula === undefined)
    return typeof value === "string" ? sharedTextMarkup(place, texts.place(value)) : cellMarkup(place, value);
  const filed = escapeText(filedFormula(formula));
  const array = spill !== undefined || mayGiveArray(formula, parts.lambdas);
  if (!array) return cellMarkup(place, value, `<f>${filed}</f>`);
  parts.dynamicArrays = true;
  const ref = rangeAddress(spill ?? { top: row, left: column, bottom: row, right: column });
  return cellMarkup(`${place} cm="1"`, value, `<f t="array" ref="${ref}">${filed}</f>`);
}
