/** The look of pages to be printed: text and tables on a grid of narrow columns, as in Excel. */
import { pageBreaks } from "../../sheet/results/page-breaks";
import { PAGE_FOOTER, PAGE_MARGINS, PAGE_POINTS, PAGE_TYPES, pageRowHeight } from "../../sheet/results/page-look";
import type { PageChart, PageRow, PageSheet } from "../../sheet/results/page-sheet";
import type { Cell, CellRange } from "../../words/grid";
import { isChartObjects, isSeriesCollection, XL, type WpsSheet } from "./objects";
import { rangeAt } from "./ranges";

/** The columns that each cell of a row covers. */
function placesOf({ spans }: PageRow): { readonly left: number; readonly right: number }[] {
  let left = 0;
  return spans.map((span) => {
    const place = { left, right: left + span - 1 };
    left += span;
    return place;
  });
}

/** A row's cells on the grid: each in the first column it covers. */
export function pageCells(row: PageRow, columns: number): Cell[] {
  const cells: Cell[] = Array.from({ length: columns }, () => null);
  for (const [at, { left }] of placesOf(row).entries()) cells[left] = row.cells[at] ?? null;
  return cells;
}

/** A width in points as WPS counts it, in characters of the default font: seven pixels each and five around them. */
const charactersOf = (points: number): number => (points / 0.75 - 5) / 7;

export function layGrid(sheet: WpsSheet, { columns }: PageSheet): void {
  rangeAt(sheet, { top: 0, bottom: 0, left: 0, right: columns - 1 }).ColumnWidth = charactersOf(PAGE_POINTS / columns);
}

const EDGES = [XL.edgeTop, XL.edgeBottom, XL.edgeLeft, XL.edgeRight, XL.insideVertical] as const;

/** Rows that follow one another and look alike are dressed at once, up to `most`. */
export function dressRows(sheet: WpsSheet, rows: readonly PageRow[], from: number, columns: number): void {
  for (let first = 0; first < rows.length;) {
    const row = rows[first];
    let last = first;
    while (row !== undefined && isAlike(row, rows[last + 1], columns)) last += 1;
    if (row !== undefined) dressRun(sheet, row, { top: from + first, bottom: from + last }, columns);
    first = last + 1;
  }
}

function isAlike(row: PageRow, next: PageRow | undefined, columns: number): boolean {
  return (
    next?.role === row.role &&
    next.spans.join() === row.spans.join() &&
    next.cells.map((cell) => typeof cell).join() === row.cells.map((cell) => typeof cell).join() &&
    pageRowHeight(next, columns) === pageRowHeight(row, columns)
  );
}

function dressRun(sheet: WpsSheet, row: PageRow, run: Pick<CellRange, "top" | "bottom">, columns: number): void {
  const whole = rangeAt(sheet, { ...run, left: 0, right: columns - 1 });
  whole.RowHeight = pageRowHeight(row, columns);
  // Room for a chart has no look.
  if (row.cells.length === 0) return;
  const { font, size, centred, wrap, border } = PAGE_TYPES[row.role];
  whole.Font.Name = font;
  whole.Font.Size = size;
  whole.VerticalAlignment = XL.center;
  if (wrap) whole.WrapText = true;
  if (centred) whole.HorizontalAlignment = XL.center;
  if (border) {
    for (const edge of EDGES) whole.Borders(edge).LineStyle = XL.continuous;
    if (run.bottom > run.top) whole.Borders(XL.insideHorizontal).LineStyle = XL.continuous;
  }
  for (const [at, place] of placesOf(row).entries()) {
    const cells = rangeAt(sheet, { ...run, ...place });
    if (typeof row.cells[at] === "number") cells.HorizontalAlignment = XL.center;
    if (place.right > place.left && (wrap || centred)) cells.Merge(true);
  }
}

const CHART_TYPES = { radar: XL.radarMarkers, column: XL.columnClustered } as const;

/** A chart in the rows kept free for it. */
export function drawPageChart(sheet: WpsSheet, chart: PageChart, columns: number): void {
  const charts = sheet.ChartObjects();
  if (!isChartObjects(charts)) return;
  const {
    Left: left,
    Top: top,
    Width: width,
    Height: height,
  } = rangeAt(sheet, {
    top: chart.place[0],
    bottom: chart.place[1],
    left: 0,
    right: columns - 1,
  });
  const drawn = charts.Add(Number(left), Number(top), Number(width), Number(height)).Chart;
  drawn.ChartType = CHART_TYPES[chart.kind];
  const cells = (column: number): CellRange => ({
    top: chart.rows[0],
    bottom: chart.rows[1],
    left: column,
    right: column,
  });
  const series = drawn.SeriesCollection();
  if (!isSeriesCollection(series)) return;
  for (const { name, column } of chart.series) {
    const one = series.NewSeries();
    one.Name = name;
    one.Values = rangeAt(sheet, cells(column));
    one.XValues = rangeAt(sheet, cells(chart.categories));
  }
  drawn.HasTitle = true;
  drawn.ChartTitle.Text = chart.title;
  drawn.HasLegend = true;
}

/** Each plan on a page of its own, its number at the foot. */
export function setUpPagePrinting(sheet: WpsSheet, page: PageSheet): void {
  const { PageSetup, HPageBreaks } = sheet;
  PageSetup.PaperSize = XL.paperA4;
  PageSetup.Orientation = XL.portrait;
  PageSetup.Zoom = false;
  PageSetup.FitToPagesWide = 1;
  PageSetup.FitToPagesTall = false;
  PageSetup.LeftMargin = PAGE_MARGINS.left;
  PageSetup.RightMargin = PAGE_MARGINS.right;
  PageSetup.TopMargin = PAGE_MARGINS.top;
  PageSetup.BottomMargin = PAGE_MARGINS.bottom;
  PageSetup.CenterFooter = PAGE_FOOTER;
  PageSetup.CenterHorizontally = true;
  const heights = page.rows.map((row) => pageRowHeight(row, page.columns));
  for (const row of pageBreaks(page, heights))
    HPageBreaks.Add(rangeAt(sheet, { top: row, bottom: row, left: 0, right: 0 }));
}
