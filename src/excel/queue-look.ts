/** Queues the look of a result sheet: table, formats, colours of status words, what stays in view, charts. As in the files of the command line. */
import type { CellRange } from "../words/grid";
import { HEADING_BACK, REMARK_TEXT, TABLE_STYLE, TITLE_SIZE, TONE_COLOURS } from "../words/result-look";
import type { ResultChart, ResultColumn, ResultSheet } from "../words/result-sheet";
import { alikeColumns, chartPlace, columnPoints, statusRuns, type ChartPlace } from "./look-parts";
import { noteRange, tableRange, titleRange, type Layout } from "./result-layout";
import { rangeAt } from "./places";

/** Number formats, wrapping and fonts: all that is copied along with the cells. */
export function queueFormats(sheet: Excel.Worksheet, result: ResultSheet, layout: Layout): void {
  const table = tableRange(layout);
  const body = rangeAt(sheet, { ...table, top: table.top + 1 });
  body.format.verticalAlignment = "Top";
  for (const [first, last, { format, wrap }] of alikeColumns(result.columns)) {
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

const CHART_KINDS = { bar: "BarClustered", column: "ColumnClustered", line: "LineMarkers" } as const;
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
  const place = options.place ?? chartPlace(options.columns, layout, index);
  drawn.left = place.left;
  drawn.top = place.top;
  drawn.width = place.width;
  drawn.height = place.height;
}
