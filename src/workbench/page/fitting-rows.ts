/**
 * Rows as high as their text needs where the file gives no height. Excel works that out as it opens a file; the spreadsheet here draws
 * rows as they are given.
 */
import type { BookFile, BookSheet, CellStyle } from "../../xlsx/book-file";
import { charactersToPoints, DEFAULT_COLUMN_POINTS, DEFAULT_ROW_POINTS } from "../xlsx/measures";
import { DEFAULT_FONT } from "../xlsx/read-styles";

/** A line of text takes this much of its font's size. */
const LINE = 1.36;
/** Excel draws no row higher. */
const MOST_POINTS = 409;

export function withFittingRows(book: BookFile): BookFile {
  const high = book.styles.map((style) => style.wrap === true || (style.font?.size ?? 0) > DEFAULT_FONT.size);
  if (!high.includes(true)) return book;
  return { ...book, sheets: book.sheets.map((sheet) => fitted(sheet, book.styles, high)) };
}

function fitted(sheet: BookSheet, styles: readonly CellStyle[], high: readonly boolean[]): BookSheet {
  const merged = new Set(
    sheet.merges.filter(({ top, bottom }) => bottom > top).map(({ top, left }) => `${top},${left}`),
  );
  const heights: Record<number, number> = {};
  sheet.cells.forEach((line, row) => {
    if (sheet.rowHeights[row] !== undefined) return;
    let most = DEFAULT_ROW_POINTS;
    line?.forEach((cell, column) => {
      if (cell?.style === undefined || high[cell.style] !== true || cell.value === null) return;
      const style = styles[cell.style];
      if (!style || merged.has(`${row},${column}`)) return;
      const width = widthOf(sheet, row, column);
      most = Math.max(most, heightOf(typeof cell.value === "string" ? cell.value : "", style, width));
    });
    if (most > DEFAULT_ROW_POINTS) heights[row] = Math.min(Math.round(most * 4) / 4, MOST_POINTS);
  });
  return Object.keys(heights).length === 0 ? sheet : { ...sheet, rowHeights: { ...heights, ...sheet.rowHeights } };
}

/** The room a cell has across, those merged with it included, in points. */
function widthOf(sheet: BookSheet, row: number, column: number): number {
  const merge = sheet.merges.find(({ top, left }) => top === row && left === column);
  let width = 0;
  for (let at = column; at <= (merge?.right ?? column); at++) width += sheet.columnWidths[at] ?? DEFAULT_COLUMN_POINTS;
  return width;
}

function heightOf(text: string, style: CellStyle, width: number): number {
  const size = style.font?.size ?? DEFAULT_FONT.size;
  if (style.wrap !== true) return size * LINE;
  const room = Math.max(width / (charactersToPoints(1) * (size / DEFAULT_FONT.size)), 1);
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(charactersOf(line) / room)), 0);
  return lines * size * LINE;
}

/** In widths of a digit: a Chinese character takes two. */
function charactersOf(text: string): number {
  let count = 0;
  for (const character of text) count += character.charCodeAt(0) > 0xff ? 2 : 1;
  return count;
}
