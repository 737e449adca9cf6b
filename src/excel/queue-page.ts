/** Queues the look of pages to be printed: type, merged cells, borders, heights, charts, and how the printer is to set them. */
import type { PageChart, PageRow, PageSheet } from "../sheet/page-sheet";
import { PAGE_MARGINS, PAGE_POINTS, PAGE_TYPES, pageRowHeight } from "../sheet/page-look";
import { rangeAt } from "./places";

/** Rows that follow one another and look alike. */
export interface PageRun {
  readonly top: number;
  readonly bottom: number;
  readonly first: PageRow;
}

function alike(one: PageRow, other: PageRow): boolean {
  return (
    one.role === other.role &&
    one.spans.length === other.spans.length &&
    one.spans.every((span, at) => other.spans[at] === span)
  );
}

/** Rows without cells are room for a chart: they have no look. */
export function runsOf(rows: readonly PageRow[]): PageRun[] {
  const runs: PageRun[] = [];
  for (const [index, row] of rows.entries()) {
    const last = runs.at(-1);
    if (row.cells.length === 0) continue;
    if (last?.bottom === index - 1 && alike(last.first, row)) runs[runs.length - 1] = { ...last, bottom: index };
    else runs.push({ top: index, bottom: index, first: row });
  }
  return runs;
}

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const;

export function queueRun(sheet: Excel.Worksheet, { top, bottom, first }: PageRun, columns: number): void {
  const { font, size, centred, wrap, border } = PAGE_TYPES[first.role];
  const range = rangeAt(sheet, { top, bottom, left: 0, right: columns - 1 });
  range.format.font.name = font;
  range.format.font.size = size;
  range.format.verticalAlignment = "Center";
  if (wrap) range.format.wrapText = true;
  if (centred) range.format.horizontalAlignment = "Center";
  if (border)
    for (const edge of EDGES) {
      if (edge === "InsideHorizontal" && top === bottom) continue;
      range.format.borders.getItem(edge).style = "Continuous";
    }
  let left = 0;
  for (const [at, span] of first.spans.entries()) {
    const cells = { top, bottom, left, right: left + span - 1 };
    left += span;
    if (span > 1 && (wrap || centred)) rangeAt(sheet, cells).merge(true);
    if (typeof first.cells[at] === "number") rangeAt(sheet, cells).format.horizontalAlignment = "Center";
  }
}

/** Heights of rows that follow one another and are equally high are one action. */
export function queueHeights(sheet: Excel.Worksheet, rows: readonly PageRow[], columns: number, from: number): void {
  let [first, height] = [0, -1];
  const flush = (end: number): void => {
    if (height > 0)
      rangeAt(sheet, { top: from + first, bottom: from + end - 1, left: 0, right: 0 }).format.rowHeight = height;
  };
  for (const [index, row] of rows.entries()) {
    const next = pageRowHeight(row, columns);
    if (next === height) continue;
    flush(index);
    [first, height] = [index, next];
  }
  flush(rows.length);
}

export function queueGrid(sheet: Excel.Worksheet, { columns }: PageSheet): void {
  sheet.showGridlines = false;
  rangeAt(sheet, { top: 0, bottom: 0, left: 0, right: columns - 1 }).format.columnWidth = PAGE_POINTS / columns;
}

const CHART_KINDS = { radar: "RadarMarkers", column: "ColumnClustered" } as const;

/** @param top points from the top of the sheet to the first row of the chart's place @param height of that place */
export function queuePageChart(
  sheet: Excel.Worksheet,
  { kind, title, rows: [first, last], categories, series }: PageChart,
  { top, height }: { readonly top: number; readonly height: number },
): void {
  const cells = (column: number): Excel.Range =>
    rangeAt(sheet, { top: first, bottom: last, left: column, right: column });
  const [leading] = series;
  if (leading === undefined) return;
  const chart = sheet.charts.add(CHART_KINDS[kind], cells(leading.column), "Columns");
  chart.title.text = title;
  chart.legend.visible = true;
  for (const [at, { name, column }] of series.entries()) {
    const one = at === 0 ? chart.series.getItemAt(0) : chart.series.add();
    one.name = name;
    if (at > 0) one.setValues(cells(column));
    one.setXAxisValues(cells(categories));
  }
  chart.left = 4;
  chart.top = top + 4;
  chart.width = PAGE_POINTS - 8;
  chart.height = height - 8;
}

/** Portrait A4, one page wide, each plan on a page of its own, its number at the foot. */
export function queuePrinting(sheet: Excel.Worksheet, { breaks }: PageSheet): void {
  const { pageLayout } = sheet;
  pageLayout.paperSize = "A4";
  pageLayout.orientation = "Portrait";
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.leftMargin = PAGE_MARGINS.left;
  pageLayout.rightMargin = PAGE_MARGINS.right;
  pageLayout.topMargin = PAGE_MARGINS.top;
  pageLayout.bottomMargin = PAGE_MARGINS.bottom;
  pageLayout.centerHorizontally = true;
  pageLayout.headersFooters.defaultForAllPages.centerFooter = "— &P —";
  for (const row of breaks) if (row > 0) sheet.horizontalPageBreaks.add(`A${row + 1}`);
}
