/** Queues the look of a result sheet: table, formats, colours of status words, what stays in view, charts. As in the files of the command line. */
import type { CellRange } from "../words/grid";
import { HEADING_BACK, REMARK_TEXT, TABLE_STYLE, TITLE_SIZE, TONE_COLOURS } from "../words/result-look";
import type { ResultChart, ResultColumn, ResultSheet } from "../words/result-sheet";
import { noteRange, tableRange, titleRange, type Layout } from "./result-layout";
import { rangeAt } from "./places";

/** Characters of the default font -> points: 7 pixels a character and 5 around them, at 96 pixels to 72 points. */
export function columnPoints(characters: number): number {
  return (Math.min(Math.max(characters, 1), 255) * 7 + 5) * 0.75;
}

/** Number formats, wrapping and fonts: all that is copied along with the cells. */
export function queueFormats(sheet: Excel.Worksheet, result: ResultSheet, layout: Layout): void {
  const table = tableRange(layout);
  const body = rangeAt(sheet, { ...table, top: table.top + 1 });
  body.format.verticalAlignment = "Top";
  for (const [first, last, { format, wrap }] of alike(result.columns)) {
    const columns = rangeAt(sheet, {
      top: table.top + 1,
      bottom: table.bottom,
      left: layout.column + first,
      right: layout.column + last,
    });
    // One text stands for the whole range; the declared type knows only the array, which would have to be as large as the range.
    if (format !== undefined) Object.assign(columns, { numberFormat: format });
    if (wrap === true) columns.format.wrapText = true;
  }
  const { format } = rangeAt(sheet, { ...table, bottom: table.top });
  format.fill.color = HEADING_BACK;
  format.font.color = "#FFFFFF";
  format.font.bold = true;
  format.horizontalAlignment = "Center";
  format.verticalAlignment = "Center";
  format.wrapText = true;
  const titles = titleRange(layout);
  if (titles) {
    const { font } = rangeAt(sheet, { ...titles, bottom: titles.top }).format;
    font.bold = true;
    font.size = TITLE_SIZE;
    if (titles.bottom > titles.top) queueRemark(rangeAt(sheet, { ...titles, top: titles.top + 1 }));
  }
  const notes = noteRange(layout);
  if (notes) queueRemark(rangeAt(sheet, notes));
}

function queueRemark({ format }: Excel.Range): void {
  format.font.color = REMARK_TEXT;
}

/** Neighbouring columns with the same format, as first and last, so that few requests' worth of actions cover many columns. */
function alike(columns: readonly ResultColumn[]): [number, number, ResultColumn][] {
  const found: [number, number, ResultColumn][] = [];
  for (const [index, column] of columns.entries()) {
    const last = found.at(-1);
    if (last && last[2].format === column.format && last[2].wrap === column.wrap) last[1] = index;
    else found.push([index, index, column]);
  }
  return found;
}

export function queueWidths(sheet: Excel.Worksheet, columns: readonly ResultColumn[], from: number): void {
  for (const [index, { width }] of columns.entries())
    rangeAt(sheet, { top: 0, bottom: 0, left: from + index, right: from + index }).format.columnWidth =
      columnPoints(width);
}

/** Heading and columns that stay in view. */
export function queueFreeze(sheet: Excel.Worksheet, result: ResultSheet, layout: Layout): void {
  const columns = result.frozenColumns ?? 0;
  if (columns === 0) sheet.freezePanes.freezeRows(layout.row + 1);
  else
    sheet.freezePanes.freezeAt(
      rangeAt(sheet, { top: 0, left: 0, bottom: layout.row, right: layout.column + columns - 1 }),
    );
}

export function queueTable(sheet: Excel.Worksheet, layout: Layout, name: string): void {
  const table = sheet.tables.add(rangeAt(sheet, tableRange(layout)), true);
  table.name = name;
  table.style = TABLE_STYLE;
  table.showFilterButton = true;
  table.showBandedRows = true;
}

/** Native rules, so that the colours follow when someone edits a status. */
export function queueStatusColours(sheet: Excel.Worksheet, result: ResultSheet, layout: Layout): void {
  const words = result.statusWords ?? [];
  const table = tableRange(layout);
  for (const [first, last] of statusRuns(result.columns)) {
    const { conditionalFormats } = rangeAt(sheet, {
      top: table.top + 1,
      bottom: table.bottom,
      left: layout.column + first,
      right: layout.column + last,
    });
    // Each new rule goes before the others; the first word that fits is to win.
    for (const { word, tone } of [...words].reverse()) {
      const added = conditionalFormats.add("ContainsText");
      added.textComparison.rule = { operator: "BeginsWith", text: word };
      added.textComparison.format.font.color = TONE_COLOURS[tone].text;
      added.textComparison.format.fill.color = TONE_COLOURS[tone].back;
      added.stopIfTrue = true;
    }
  }
}

function statusRuns(columns: readonly ResultColumn[]): [number, number][] {
  const found: [number, number][] = [];
  for (const [index, { status }] of columns.entries()) {
    const last = found.at(-1);
    if (status !== true) continue;
    if (last?.[1] === index - 1) last[1] = index;
    else found.push([index, index]);
  }
  return found;
}

/** In points. */
export interface ChartPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const CHART_KINDS = { bar: "BarClustered", column: "ColumnClustered", line: "LineMarkers" } as const;
const CHART_SIZE = { width: 420, height: 260 };
const CHART_GAP = 18;
/** The default height of a row. */
const ROW_POINTS = 15;

export function chartName(table: string, index: number): string {
  return `${table}_${index + 1}`;
}

/** Draws a chart over columns of the table, to its right, or where an earlier one of the same name was left. */
export function queueChart(
  sheet: Excel.Worksheet,
  chart: ResultChart,
  index: number,
  layout: Layout,
  options: { readonly name: string; readonly columns: readonly ResultColumn[]; readonly place: ChartPlace | undefined },
): void {
  const [first, last] = chart.rows ?? [0, layout.rows - 1];
  const cells = (column: number): CellRange => ({
    top: layout.row + 1 + first,
    bottom: layout.row + 1 + last,
    left: layout.column + column,
    right: layout.column + column,
  });
  const [leading = 0] = chart.values;
  const drawn = sheet.charts.add(CHART_KINDS[chart.kind], rangeAt(sheet, cells(leading)), "Columns");
  drawn.name = options.name;
  drawn.title.text = chart.title;
  drawn.legend.visible = chart.values.length > 1;
  const categories = rangeAt(sheet, cells(chart.categories));
  for (const [position, column] of chart.values.entries()) {
    const series = position === 0 ? drawn.series.getItemAt(0) : drawn.series.add();
    series.name = layout.headings[column] ?? "";
    if (position > 0) series.setValues(rangeAt(sheet, cells(column)));
    series.setXAxisValues(categories);
  }
  // Excel draws the first category of lying bars at the bottom; a ladder is read from the top.
  if (chart.kind === "bar") drawn.axes.categoryAxis.reversePlotOrder = true;
  const right = options.columns.reduce((sum, { width }) => sum + columnPoints(width), 0);
  const place = options.place ?? {
    left: right + CHART_GAP,
    top: layout.row * ROW_POINTS + index * (CHART_SIZE.height + CHART_GAP),
    ...CHART_SIZE,
  };
  drawn.left = place.left;
  drawn.top = place.top;
  drawn.width = place.width;
  drawn.height = place.height;
}
