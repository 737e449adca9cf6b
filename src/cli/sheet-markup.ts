/** Plain result sheets -> the XML of a worksheet part and of its table. */
import { columnLetters, type Cell, type Grid } from "../words/grid";
import { distinctHeadings, EXCEL_ERRORS, fittingText, TABLE_STYLE } from "../sheet/results/result-look";
import type { SheetChart } from "./chart-markup";
import { escapeAttribute, escapeText } from "../xlsx/xml/markup";
import type { ResultChart, ResultColumn, ResultSheet } from "../words/result-sheet";
import { PRINT_FOOTER, PRINT_MARGINS, printedCells, type PrintedCells } from "../sheet/results/printed-cells";
import type { CellFormat, StyleBook } from "./style-book";

export interface SheetPart {
  readonly xml: Uint8Array;
  /** The table over the sheet's rows, where it is to be one. */
  readonly table: { readonly range: string; readonly headings: readonly string[] } | null;
  /** What is printed; left out on sheets that have no heading to repeat. */
  readonly printed?: PrintedCells;
  /** Its drawing is relationship `rId1`, its table the one after. */
  readonly charts: readonly SheetChart[];
}

export interface Surroundings {
  readonly styles: StyleBook;
  readonly mainNamespace: string;
  readonly relationshipNamespace: string;
  /** True for the one sheet that the workbook opens on. */
  readonly selected: boolean;
}

/** Rows that become one buffer at a time. Larger chunks keep so many pieces of text alive that collecting them doubles the time. */
const ROWS_A_CHUNK = 100;

export function resultSheetPart(sheet: ResultSheet, around: Surroundings): SheetPart {
  const { styles } = around;
  const titles = sheet.titleLines ?? [];
  const headingRow = titles.length + 1;
  const headings = distinctHeadings(sheet.columns.map((column) => column.heading));
  const lastColumn = columnLetters(Math.max(headings.length - 1, 0));
  // A table needs at least one row under its heading, be it blank.
  const lastRow = headingRow + Math.max(sheet.rows.length, 1);

  const out = new Chunks();
  out.add(opening(around) + views(sheet, headingRow, around.selected) + columnWidths(sheet) + "<sheetData>");
  for (const [index, line] of titles.entries())
    out.add(textRow(index + 1, line, styles.cell({ look: index === 0 ? "title" : "remark" })));
  const headingStyle = styles.cell({ look: "heading" });
  out.add(
    row(
      headingRow,
      headings
        .map((heading, column) => textCell(`${columnLetters(column)}${headingRow}`, headingStyle, heading))
        .join(""),
      linesOf(
        headings,
        sheet.columns.map((column) => ({ ...column, wrap: true })),
      ),
    ),
  );
  const writers = sheet.columns.map((column, index) => cellWriter(index, { look: "plain", ...column }, styles));
  for (const [index, cells] of sheet.rows.entries()) {
    const number = headingRow + 1 + index;
    let text = "";
    for (const [column, write] of writers.entries()) text += write(number, cells[column] ?? null);
    out.add(row(number, text, linesOf(cells, sheet.columns)));
  }
  const remark = styles.cell({ look: "remark" });
  for (const [index, line] of (sheet.notes ?? []).entries()) out.add(textRow(lastRow + 2 + index, line, remark));
  out.add("</sheetData>" + statusRules(sheet, headingRow + 1, lastRow, styles));
  const margins = Object.entries(PRINT_MARGINS).map(([side, inches]) => ` ${side}="${inches}"`);
  out.add(`<pageMargins${margins.join("")}/>`);
  out.add(`<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`);
  out.add(`<headerFooter><oddFooter>${escapeText(`&C${PRINT_FOOTER}`)}</oddFooter></headerFooter>`);
  const charts = (sheet.charts ?? []).map((chart, index) => placed(chart, index, sheet, headings, headingRow));
  if (charts.length > 0) out.add(`<drawing r:id="rId1"/>`);
  const isTable = sheet.asTable && headings.length > 0;
  if (isTable) out.add(`<tableParts count="1"><tablePart r:id="rId${charts.length > 0 ? 2 : 1}"/></tableParts>`);
  out.add("</worksheet>");
  return {
    xml: out.toBytes(),
    table: isTable ? { range: `A${headingRow}:${lastColumn}${lastRow}`, headings } : null,
    charts,
    printed: printedCells(sheet),
  };
}

/** Columns of the default width and rows that a chart beside the table takes. */
const CHART_COLUMNS = 8;
const CHART_ROWS = 20;

/** Below one another, to the right of the table. */
function placed(
  { kind, title, categories, values, rows }: ResultChart,
  index: number,
  sheet: ResultSheet,
  headings: readonly string[],
  headingRow: number,
): SheetChart {
  const [first, last] = rows ?? [0, Math.max(sheet.rows.length, 1) - 1];
  const cells = (column: number) => ({ column, first: headingRow + first, last: headingRow + last });
  const column = headings.length + 1;
  const row = headingRow - 1 + index * (CHART_ROWS + 1);
  return {
    kind,
    title,
    categories: cells(categories),
    series: values.map((value) => ({ name: headings[value] ?? "", values: cells(value) })),
    from: { column, row },
    to: { column: column + CHART_COLUMNS, row: row + CHART_ROWS },
  };
}

/** A csv file's rows as a sheet of text cells. */
export function textSheetPart(grid: Grid, around: Surroundings): SheetPart {
  const out = new Chunks();
  const selected = around.selected ? ` tabSelected="1"` : "";
  out.add(
    opening(around) +
      `<sheetViews><sheetView${selected} workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData>`,
  );
  const writers: CellWriter[] = [];
  for (const [index, cells] of grid.rows.entries()) {
    let text = "";
    for (const [column, cell] of cells.entries()) {
      const write = (writers[column] ??= cellWriter(column, { look: "plain", format: "@" }, around.styles));
      text += write(index + 1, cell);
    }
    if (text !== "") out.add(row(index + 1, text));
  }
  out.add("</sheetData></worksheet>");
  return { xml: out.toBytes(), table: null, charts: [] };
}

export function tablePart(
  id: number,
  name: string,
  table: NonNullable<SheetPart["table"]>,
  mainNamespace: string,
): string {
  const columns = table.headings.map(
    (heading, index) => `<tableColumn id="${index + 1}" name="${escapeAttribute(heading)}"/>`,
  );
  return (
    `${DECLARATION}<table xmlns="${mainNamespace}" id="${id}" name="${escapeAttribute(name)}" displayName="${escapeAttribute(name)}" ` +
    `ref="${table.range}" totalsRowShown="0"><autoFilter ref="${table.range}"/>` +
    `<tableColumns count="${columns.length}">${columns.join("")}</tableColumns>` +
    `<tableStyleInfo name="${TABLE_STYLE}" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`
  );
}

export const DECLARATION = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;

export function opening(around: Surroundings): string {
  return (
    `${DECLARATION}<worksheet xmlns="${around.mainNamespace}" xmlns:r="${around.relationshipNamespace}">` +
    `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`
  );
}

function views(sheet: ResultSheet, headingRow: number, selected: boolean): string {
  const columns = sheet.frozenColumns ?? 0;
  const corner = `${columnLetters(columns)}${headingRow + 1}`;
  const pane = columns > 0 ? "bottomRight" : "bottomLeft";
  const across = columns > 0 ? `xSplit="${columns}" ` : "";
  return (
    `<sheetViews><sheetView${selected ? ` tabSelected="1"` : ""} workbookViewId="0">` +
    `<pane ${across}ySplit="${headingRow}" topLeftCell="${corner}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/>`
  );
}

function columnWidths(sheet: ResultSheet): string {
  if (sheet.columns.length === 0) return "";
  const widths = sheet.columns.map(
    ({ width }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${Math.min(Math.max(width, 1), 255)}" customWidth="1"/>`,
  );
  return `<cols>${widths.join("")}</cols>`;
}

/** One block of rules a status column, because a rule's formula is read from the first cell of its block. */
function statusRules(sheet: ResultSheet, firstRow: number, lastRow: number, styles: StyleBook): string {
  const words = sheet.statusWords ?? [];
  let priority = 0;
  const blocks = sheet.columns.map(({ status }, column) => {
    if (status !== true || words.length === 0) return "";
    const letters = columnLetters(column);
    const rules = words.map(({ word, tone }) => {
      const formula = `LEFT(${letters}${firstRow},${word.length})="${word.replaceAll('"', '""')}"`;
      priority += 1;
      return (
        `<cfRule type="beginsWith" dxfId="${styles.tone(tone)}" priority="${priority}" stopIfTrue="1" operator="beginsWith" ` +
        `text="${escapeAttribute(word)}"><formula>${escapeText(formula)}</formula></cfRule>`
      );
    });
    const range = `${letters}${firstRow}:${letters}${lastRow}`;
    return `<conditionalFormatting sqref="${range}">${rules.join("")}</conditionalFormatting>`;
  });
  return blocks.join("");
}

type CellWriter = (row: number, cell: Cell) => string;

/** Writes the cells of one column; the formats are looked up once. */
function cellWriter(column: number, format: CellFormat, styles: StyleBook): CellWriter {
  const letters = columnLetters(column);
  const plain = styles.cell(format);
  let kept: number | undefined;
  return (row, cell) => {
    if (cell === null || cell === "") return "";
    const place = `<c r="${letters}${row}" s="${plain}"`;
    if (typeof cell === "number") {
      if (Number.isFinite(cell)) return `${place}><v>${cell}</v></c>`;
      return errorCell(place, Number.isNaN(cell) ? "#N/A" : "#NUM!");
    }
    if (typeof cell === "boolean") return `${place} t="b"><v>${cell ? 1 : 0}</v></c>`;
    if (typeof cell === "object") return errorCell(place, cell.error);
    if (!"=+-@\t\r".includes(cell.charAt(0))) return textCell(`${letters}${row}`, plain, cell);
    kept ??= styles.cell({ ...format, keptAsText: true });
    return textCell(`${letters}${row}`, kept, cell);
  };
}

/** An error that Excel knows is one; any other word (a formula that was never computed) is written as the text it is. */
function errorCell(place: string, error: string): string {
  if (EXCEL_ERRORS.has(error)) return `${place} t="e"><v>${escapeText(error)}</v></c>`;
  return `${place} t="inlineStr"><is><t>${escapeText(error)}</t></is></c>`;
}

/** Always text to Excel, whatever it begins with: an inline string is never a formula. */
function textCell(reference: string, style: number, text: string): string {
  const shown = fittingText(text);
  const space = shown.trim().length < shown.length || shown.includes("\n") ? ` xml:space="preserve"` : "";
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t${space}>${escapeText(shown)}</t></is></c>`;
}

function textRow(number: number, text: string, style: number): string {
  return row(number, textCell(`A${number}`, style, text));
}

const LINE_POINTS = 15;
/** Excel draws no row higher than 409 points. */
const MOST_LINES = 27;

/** A row of several lines says how high it is: not every program works that out when it opens a file. */
function row(number: number, cells: string, lines = 1): string {
  const height = lines > 1 ? ` ht="${Math.min(lines, MOST_LINES) * LINE_POINTS}" customHeight="1"` : "";
  return `<row r="${number}"${height}>${cells}</row>`;
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

/** Text gathered as bytes, many pieces at a time. */
export class Chunks {
  private readonly buffers: Uint8Array[] = [];
  private pending: string[] = [];

  add(text: string): void {
    this.pending.push(text);
    if (this.pending.length >= ROWS_A_CHUNK) this.flush();
  }

  toBytes(): Uint8Array {
    this.flush();
    return Buffer.concat(this.buffers);
  }

  private flush(): void {
    this.buffers.push(Buffer.from(this.pending.join(""), "utf8"));
    this.pending = [];
  }
}
