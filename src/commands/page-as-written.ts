/** Pages to be printed as sheets to be written, in the type and spacing of the usual form of official documents (see page-look). */
import { address } from "../words/grid";
import { pageBreaks } from "../sheet/results/page-breaks";
import {
  exactRowHeight,
  PAGE_FOOTER,
  PAGE_MARGINS,
  PAGE_POINTS,
  PAGE_TYPES,
  type PageType,
} from "../sheet/results/page-look";
import type { PageChart, PageRow, PageSheet } from "../sheet/results/page-sheet";
import { fixedCells } from "../xlsx/fixed-cells";
import { cellMarkup, cellPlace, rowMarkup } from "../xlsx/write/cell-markup";
import { seriesColour, type WrittenChart } from "../xlsx/write/chart-markup";
import type { CellLooks, StyleBook } from "../xlsx/write/style-book";
import type { WrittenSheet } from "../xlsx/write/written-sheet";

const BLACK = "#000000";
const LINE = { style: "thin", color: BLACK } as const;

function looksOf({ font, size, centred, wrap, border }: PageType): CellLooks {
  return {
    font: { name: font, size },
    vertical: "center",
    ...(centred && { horizontal: "center" }),
    ...(wrap && { wrap }),
    ...(border && { borders: { left: LINE, right: LINE, top: LINE, bottom: LINE } }),
  };
}

/** @param name as accepted by the workbook @param selected whether the workbook opens on it */
export function pageAsWritten(sheet: PageSheet, name: string, selected: boolean): WrittenSheet {
  const heights = sheet.rows.map((row) => exactRowHeight(row, sheet.columns));
  // A character of the default font is 7 pixels wide, with 5 to spare; a point is 4/3 pixels.
  const width = Number((((PAGE_POINTS / sheet.columns) * (4 / 3) - 5) / 7).toFixed(2));
  return {
    name,
    selected,
    showGridlines: false,
    columns: [{ first: 0, last: sheet.columns - 1, width }],
    rows: (styles) => rowsOf(sheet, heights, styles),
    merges: sheet.rows.flatMap((row, index) =>
      PAGE_TYPES[row.role].wrap
        ? placesOf(row)
            .filter(({ span }) => span > 1)
            .map(({ column, span }) => ({ top: index, left: column, bottom: index, right: column + span - 1 }))
        : [],
    ),
    page: {
      paper: "A4",
      landscape: false,
      margins: { ...PAGE_MARGINS, header: 36, footer: 64.8 },
      fit: { across: 1, down: 0 },
      centred: true,
      footer: PAGE_FOOTER,
      breaks: pageBreaks(sheet, heights),
      area: null,
      titleRows: null,
    },
    charts: sheet.charts.map((chart, index) => placed(chart, index, name, sheet.columns)),
  };
}

/** Where each cell of a row begins and how many columns it covers. */
function placesOf({ cells, spans }: PageRow) {
  let next = 0;
  return cells.map((cell, at) => {
    const span = spans[at] ?? 1;
    const column = next;
    next += span;
    return { cell, column, span };
  });
}

function* rowsOf({ rows }: PageSheet, heights: readonly number[], styles: StyleBook): Generator<string, void> {
  const formats = new Map(
    Object.entries(PAGE_TYPES).map(([role, type]) => {
      const looks = looksOf(type);
      const figure = styles.cell({ ...looks, horizontal: "center", numberFormat: "0.00" });
      return [role, { text: styles.cell(looks), figure }] as const;
    }),
  );
  for (const [index, row] of rows.entries()) {
    const format = formats.get(row.role);
    const cells = placesOf(row).flatMap(({ cell, column, span }) => {
      const own = (typeof cell === "number" ? format?.figure : format?.text) ?? 0;
      return Array.from({ length: span }, (_, part) =>
        cellMarkup(cellPlace(address(index, column + part), own), part === 0 ? cell : null),
      );
    });
    yield rowMarkup(index + 1, cells.join(""), { height: Number((heights[index] ?? 15).toFixed(1)) });
  }
}

function placed(
  { kind, title, rows: [first, last], categories, series, place }: PageChart,
  index: number,
  name: string,
  columns: number,
): WrittenChart {
  const cells = (column: number): string => fixedCells(name, { top: first, left: column, bottom: last, right: column });
  return {
    name: `图${index + 1}`,
    kind,
    title,
    legend: series.length > 1,
    series: series.map((one, at) => ({
      name: one.name,
      categories: cells(categories),
      values: cells(one.column),
      color: seriesColour({}, at),
    })),
    place: { from: { column: 0, row: place[0] }, to: { column: columns, row: place[1] + 1 } },
  };
}
