/** The look of a result sheet: as in Excel and in the files of the command line. */
import { alikeColumns, chartName, chartPlace, statusRuns, type ChartPlace } from "../../excel/look-parts";
import { noteRange, tableRange, titleRange, type Layout } from "../../excel/result-layout";
import { PRINT_FOOTER, PRINT_MARGINS, printedCells } from "../../words/printed-cells";
import type { CellRange } from "../../words/grid";
import { rangeAddress } from "../../words/range-address";
import { HEADING_BACK, REMARK_TEXT, TABLE_STYLE, TITLE_SIZE, TONE_COLOURS } from "../../words/result-look";
import type { ResultChart, ResultColumn, ResultSheet } from "../../words/result-sheet";
import type { WpsConnection } from "./connection";
import { isAxis, isChartObjects, isFormatCondition, isSeriesCollection, XL, type WpsSheet } from "./objects";
import { rangeAt } from "./ranges";

/** `#RRGGBB` -> WPS's number, blue first. */
export function colour(rgb: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16));
  return (red ?? 0) + (green ?? 0) * 0x100 + (blue ?? 0) * 0x10000;
}

/** Number formats, wrapping and fonts: all that is copied along with the cells. */
export function formatCells(sheet: WpsSheet, result: ResultSheet, layout: Layout): void {
  const table = tableRange(layout);
  const body = { ...table, top: table.top + 1 };
  rangeAt(sheet, body).VerticalAlignment = XL.top;
  for (const [first, last, { format, wrap }] of alikeColumns(result.columns)) {
    const columns = rangeAt(sheet, { ...body, left: layout.column + first, right: layout.column + last });
    if (format !== undefined) columns.NumberFormat = format;
    if (wrap === true) columns.WrapText = true;
  }
  const heading = rangeAt(sheet, { ...table, bottom: table.top });
  heading.Interior.Color = colour(HEADING_BACK);
  heading.Font.Color = colour("#FFFFFF");
  heading.Font.Bold = true;
  heading.HorizontalAlignment = XL.center;
  heading.VerticalAlignment = XL.center;
  heading.WrapText = true;
  const titles = titleRange(layout);
  if (titles) {
    const { Font } = rangeAt(sheet, { ...titles, bottom: titles.top });
    Font.Bold = true;
    Font.Size = TITLE_SIZE;
    if (titles.bottom > titles.top) remark(sheet, { ...titles, top: titles.top + 1 });
  }
  const notes = noteRange(layout);
  if (notes) remark(sheet, notes);
}

function remark(sheet: WpsSheet, range: CellRange): void {
  rangeAt(sheet, range).Font.Color = colour(REMARK_TEXT);
}

export function setWidths(sheet: WpsSheet, columns: readonly ResultColumn[], from: number): void {
  for (const [index, { width }] of columns.entries())
    rangeAt(sheet, { top: 0, bottom: 0, left: from + index, right: from + index }).ColumnWidth = Math.min(
      Math.max(width, 1),
      255,
    );
}

/** Native rules, so that the colours follow when someone edits a status. WPS puts a new rule behind the others. */
export function addStatusColours(sheet: WpsSheet, result: ResultSheet, layout: Layout): void {
  const table = tableRange(layout);
  // In the order that Excel's own rules come to stand in.
  for (const [first, last] of statusRuns(result.columns).reverse()) {
    const { FormatConditions } = rangeAt(sheet, {
      ...table,
      top: table.top + 1,
      left: layout.column + first,
      right: layout.column + last,
    });
    for (const { word, tone } of result.statusWords ?? []) {
      const added = FormatConditions.Add(XL.textString, undefined, undefined, undefined, word, XL.beginsWith);
      if (!isFormatCondition(added)) continue;
      added.Font.Color = colour(TONE_COLOURS[tone].text);
      added.Interior.Color = colour(TONE_COLOURS[tone].back);
      added.StopIfTrue = true;
    }
  }
}

export function makeTable(sheet: WpsSheet, layout: Layout, name: string): void {
  const table = sheet.ListObjects.Add(XL.sourceRange, rangeAt(sheet, tableRange(layout)), undefined, XL.yes);
  table.Name = name;
  table.TableStyle = TABLE_STYLE;
  table.ShowAutoFilterDropDown = true;
  table.ShowTableStyleRowStripes = true;
}

/** What stays in view. WPS knows it of the window alone, so that the sheet is in view for a moment; the screen is still meanwhile. */
export function freeze({ application, inView }: WpsConnection, sheet: WpsSheet, rows: number, columns: number): void {
  sheet.Activate();
  const { ActiveWindow } = application;
  if (ActiveWindow !== null) {
    ActiveWindow.FreezePanes = false;
    ActiveWindow.SplitRow = rows;
    ActiveWindow.SplitColumn = columns;
    ActiveWindow.FreezePanes = true;
  }
  inView?.Activate();
}

const INCH = 72;

/** A4 across, one page wide, the heading on every page; of a wide list only the columns that are read on paper. */
export function setUpListPrinting({ PageSetup }: WpsSheet, result: ResultSheet): void {
  const { area, titleRows } = printedCells(result);
  PageSetup.PaperSize = XL.paperA4;
  PageSetup.Orientation = XL.landscape;
  PageSetup.Zoom = false;
  PageSetup.FitToPagesWide = 1;
  PageSetup.FitToPagesTall = false;
  PageSetup.LeftMargin = PRINT_MARGINS.left * INCH;
  PageSetup.RightMargin = PRINT_MARGINS.right * INCH;
  PageSetup.TopMargin = PRINT_MARGINS.top * INCH;
  PageSetup.BottomMargin = PRINT_MARGINS.bottom * INCH;
  PageSetup.CenterFooter = PRINT_FOOTER;
  PageSetup.PrintTitleRows = `$${titleRows[0] + 1}:$${titleRows[1] + 1}`;
  if (area !== null) PageSetup.PrintArea = rangeAddress(area);
}

const CHART_TYPES = { bar: XL.barClustered, column: XL.columnClustered, line: XL.lineMarkers } as const;

/** Draws the charts, those of an earlier run where they were left. `key`: what the result is kept under. */
export function drawCharts(
  sheet: WpsSheet,
  result: ResultSheet,
  layout: Layout,
  key: string,
  kept: ReadonlyMap<string, ChartPlace> = new Map(),
): void {
  for (const [index, chart] of (result.charts ?? []).entries()) {
    const name = chartName(key, index);
    drawChart(sheet, chart, layout, name, kept.get(name) ?? chartPlace(result.columns, layout, index));
  }
}

function drawChart(sheet: WpsSheet, chart: ResultChart, layout: Layout, name: string, place: ChartPlace): void {
  const charts = sheet.ChartObjects();
  if (!isChartObjects(charts)) return;
  const [first, last] = chart.rows ?? [0, layout.rows - 1];
  const cells = (column: number): CellRange => ({
    top: layout.row + 1 + first,
    bottom: layout.row + 1 + last,
    left: layout.column + column,
    right: layout.column + column,
  });
  const frame = charts.Add(place.left, place.top, place.width, place.height);
  frame.Name = name;
  const drawn = frame.Chart;
  drawn.ChartType = CHART_TYPES[chart.kind];
  const series = drawn.SeriesCollection();
  if (!isSeriesCollection(series)) return;
  for (const column of chart.values) {
    const one = series.NewSeries();
    one.Name = layout.headings[column] ?? "";
    one.Values = rangeAt(sheet, cells(column));
    one.XValues = rangeAt(sheet, cells(chart.categories));
  }
  drawn.HasTitle = true;
  drawn.ChartTitle.Text = chart.title;
  drawn.HasLegend = chart.values.length > 1;
  const axis = chart.kind === "bar" ? drawn.Axes(XL.categoryAxis) : null;
  // The first category of lying bars is drawn at the bottom; a ladder is read from the top.
  if (isAxis(axis)) axis.ReversePlotOrder = true;
}
