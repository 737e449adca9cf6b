/** Plain result sheets as sheets to be written: the table with its filter, colours and charts, set up for the printer. */
import { address, columnLetters, type Cell } from "../../words/grid";
import { PRINT_FOOTER, PRINT_MARGINS, printedCells } from "../../words/printed-cells";
import { HEADING_BACK, REMARK_TEXT, TABLE_STYLE, TITLE_SIZE, TONE_COLOURS } from "../../words/result-look";
import type { LongSheet, ResultChart, ResultColumn } from "../../words/result-sheet";
import { distinctHeadings } from "../accepted-names";
import type { BookConditionalFormat, BookPage } from "../book-file";
import { fixedCells } from "../fixed-cells";
import { cellMarkup, cellPlace, rowMarkup, sharedTextMarkup } from "./cell-markup";
import { seriesColour, type WrittenChart } from "./chart-markup";
import { POINTS_AN_INCH } from "./page-markup";
import type { SharedTexts } from "./shared-texts";
import type { CellLooks, StyleBook } from "./style-book";
import type { WrittenSheet } from "./written-sheet";

/** Looks of result sheets; the font is the workbook's own. */
export const TITLE_LOOKS: CellLooks = { font: { bold: true, size: TITLE_SIZE }, vertical: "top" };
export const REMARK_LOOKS: CellLooks = { font: { color: REMARK_TEXT }, vertical: "top" };
export const HEADING_LOOKS: CellLooks = {
  font: { bold: true, color: "#FFFFFF" },
  fill: HEADING_BACK,
  horizontal: "center",
  vertical: "center",
  wrap: true,
};

/** @param name as accepted by the workbook @param selected whether the workbook opens on it */
export function resultSheet(sheet: LongSheet, name: string, selected: boolean): WrittenSheet {
  const headingRow = (sheet.titleLines ?? []).length;
  const headings = distinctHeadings(sheet.columns.map((column) => column.heading));
  // A table needs at least one row under its heading, be it blank.
  const lastRow = headingRow + Math.max(sheet.rows.length, 1);
  const isTable = sheet.asTable && headings.length > 0;
  const table = {
    name,
    range: { top: headingRow, left: 0, bottom: lastRow, right: Math.max(headings.length - 1, 0) },
    style: TABLE_STYLE,
    headers: true,
    totals: false,
    filterButton: true,
    bandedRows: true,
    columns: headings.map((heading) => ({ name: heading })),
  };
  return {
    name,
    selected,
    frozen: { rows: headingRow + 1, columns: sheet.frozenColumns ?? 0 },
    columns: sheet.columns.map(({ width }, index) => ({ first: index, last: index, width: Math.max(width, 1) })),
    rows: (styles, texts) => rowsOf(sheet, headings, styles, texts),
    conditionalFormats: statusRules(sheet, headingRow + 1, lastRow),
    choices: sheet.columns.flatMap(({ choices }, column) =>
      choices === undefined
        ? []
        : // Rows that somebody inserts at the end are offered the words too.
          [
            {
              range: { top: headingRow + 1, left: column, bottom: lastRow + SPARE_ROWS, right: column },
              words: choices,
            },
          ],
    ),
    page: printed(sheet),
    charts: (sheet.charts ?? []).map((chart, index) => placed(chart, index, name, headings, headingRow, sheet)),
    tables: isTable ? [table] : [],
  };
}

const SPARE_ROWS = 100;

/** Rows that become one piece. Longer ones keep so many texts alive that collecting them doubles the time. */
const ROWS_A_PIECE = 100;

function* rowsOf(
  sheet: LongSheet,
  headings: readonly string[],
  styles: StyleBook,
  texts: SharedTexts,
): Generator<string, void> {
  const titles = sheet.titleLines ?? [];
  const line = (number: number, text: string, looks: CellLooks): string =>
    rowMarkup(number, cellMarkup(cellPlace(`A${number}`, styles.cell(looks)), text));
  for (const [index, text] of titles.entries()) yield line(index + 1, text, index === 0 ? TITLE_LOOKS : REMARK_LOOKS);
  const heading = styles.cell(HEADING_LOOKS);
  const headed = headings.map((text, column) => cellMarkup(cellPlace(address(titles.length, column), heading), text));
  const wrapped = sheet.columns.map((column) => ({ ...column, wrap: true }));
  yield rowMarkup(titles.length + 1, headed.join(""), { height: heightOf(headings, wrapped) });
  const columns = sheet.columns.map(({ format, wrap }, index) => ({
    letters: columnLetters(index),
    format: styles.cells({
      ...(format !== undefined && { numberFormat: format }),
      ...(wrap === true && { wrap }),
      vertical: "top",
    }),
    numberOf: texts.column(),
  }));
  const first = titles.length + 2;
  let piece: string[] = [];
  let number = first - 1;
  for (const cells of sheet.rows) {
    number += 1;
    let text = "";
    for (const [column, { letters, format, numberOf }] of columns.entries()) {
      const cell = cells[column] ?? null;
      if (cell === null || cell === "") continue;
      const place = cellPlace(`${letters}${number}`, format(cell));
      const shared = typeof cell === "string" ? numberOf(cell) : null;
      text += shared === null ? cellMarkup(place, cell) : sharedTextMarkup(place, shared);
    }
    piece.push(rowMarkup(number, text, { height: heightOf(cells, sheet.columns) }));
    if (piece.length < ROWS_A_PIECE) continue;
    yield piece.join("");
    piece = [];
  }
  yield piece.join("");
  const below = first + Math.max(sheet.rows.length, 1) + 1;
  for (const [index, text] of (sheet.notes ?? []).entries()) yield line(below + index, text, REMARK_LOOKS);
}

function printed(sheet: LongSheet): BookPage {
  const margins = {
    left: PRINT_MARGINS.left * POINTS_AN_INCH,
    right: PRINT_MARGINS.right * POINTS_AN_INCH,
    top: PRINT_MARGINS.top * POINTS_AN_INCH,
    bottom: PRINT_MARGINS.bottom * POINTS_AN_INCH,
    header: PRINT_MARGINS.header * POINTS_AN_INCH,
    footer: PRINT_MARGINS.footer * POINTS_AN_INCH,
  };
  const fit = { across: 1, down: 0 };
  const looks = {
    paper: "A4",
    landscape: true,
    margins,
    fit,
    centred: false,
    footer: PRINT_FOOTER,
    breaks: [],
  } as const;
  return { ...looks, ...printedCells(sheet) };
}

/** Columns of the default width and rows that a chart beside the table takes. */
const CHART_COLUMNS = 8;
const CHART_ROWS = 20;

/** Below one another, to the right of the table. */
function placed(
  { kind, title, categories, values, rows }: ResultChart,
  index: number,
  name: string,
  headings: readonly string[],
  headingRow: number,
  sheet: LongSheet,
): WrittenChart {
  const [first, last] = rows ?? [0, Math.max(sheet.rows.length, 1) - 1];
  const cells = (column: number): string =>
    fixedCells(name, {
      top: headingRow + 1 + first,
      left: column,
      bottom: headingRow + 1 + last,
      right: column,
    });
  const column = headings.length + 1;
  const row = headingRow + index * (CHART_ROWS + 1);
  return {
    name: `图${index + 1}`,
    kind,
    title,
    legend: values.length > 1,
    // Named colours, because not every program has some of its own for lines.
    series: values.map((value, place) => ({
      name: headings[value] ?? "",
      categories: cells(categories),
      values: cells(value),
      color: seriesColour({}, place),
    })),
    place: { from: { column, row }, to: { column: column + CHART_COLUMNS, row: row + CHART_ROWS } },
  };
}

/** The words of each status column; the first that fits wins. */
function statusRules(
  { columns, statusWords = [] }: LongSheet,
  firstRow: number,
  lastRow: number,
): BookConditionalFormat[] {
  return columns.flatMap(({ status }, column) =>
    status === true
      ? statusWords.map(({ word, tone }) => ({
          ranges: [{ top: firstRow, left: column, bottom: lastRow, right: column }],
          rule: { kind: "text" as const, operator: "begins-with" as const, text: word },
          fill: TONE_COLOURS[tone].back,
          fontColor: TONE_COLOURS[tone].text,
          stopIfTrue: true,
        }))
      : [],
  );
}

const LINE_POINTS = 15;
/** Excel draws no row higher than 409 points. */
const MOST_LINES = 27;

/** A row of several lines says how high it is: not every program works that out when it opens a file. */
function heightOf(cells: readonly (Cell | undefined)[], columns: readonly ResultColumn[]): number | undefined {
  const lines = linesOf(cells, columns);
  return lines > 1 ? Math.min(lines, MOST_LINES) * LINE_POINTS : undefined;
}

/** Into how many lines the longest wrapped text of a row breaks. */
function linesOf(cells: readonly (Cell | undefined)[], columns: readonly ResultColumn[]): number {
  let most = 1;
  for (const [index, { wrap, width }] of columns.entries()) {
    const cell = cells[index];
    if (wrap !== true || typeof cell !== "string" || cell.length * 2 <= width) continue;
    let taken = 0;
    for (const character of cell) taken += character.charCodeAt(0) > 0xff ? 2 : 1;
    most = Math.max(most, Math.ceil(taken / Math.max(width, 1)));
  }
  return most;
}
