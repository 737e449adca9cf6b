/** Queues what a sheet of pages to be printed has as a whole: its grid and its charts. */
import type { PageChart, PageSheet } from "../sheet/results/page-sheet";
import { PAGE_POINTS } from "../sheet/results/page-look";
import { rangeAt } from "./places";

export function queueGrid(sheet: Excel.Worksheet, { columns }: PageSheet): void {
  sheet.showGridlines = false;
  rangeAt(sheet, { top: 0, bottom: 0, left: 0, right: columns - 1 }).format.columnWidth = PAGE_POINTS / columns;
}

const CHART_KINDS = { radar: "RadarMarkers", column: "ColumnClustered" } as const;

/** Placed by cells: what Excel makes of heights in points adds up over many pages. */
export function queuePageChart(
  sheet: Excel.Worksheet,
  { kind, title, rows: [first, last], categories, series, place: [top, bottom] }: PageChart,
  columns: number,
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
  const corner = (row: number, column: number): Excel.Range =>
    rangeAt(sheet, { top: row, bottom: row, left: column, right: column });
  chart.setPosition(corner(top, 0), corner(bottom, columns - 1));
}
