/**
 * Pages to be printed -> the XML of a worksheet part: portrait A4, fitted to the page's width, type and spacing after the usual form of
 * official documents (title 方正小标宋 22, headings 黑体 16, text 仿宋 14; GB/T 9704-2012 gives the margins).
 */
import { columnLetters } from "../words/grid";
import { exactRowHeight, PAGE_POINTS, PAGE_TYPES, type PageType } from "../sheet/results/page-look";
import { pageBreaks } from "../sheet/results/page-breaks";
import type { PageChart, PageSheet } from "../sheet/results/page-sheet";
import type { SheetChart } from "./chart-markup";
import { escapeText } from "../xlsx/xml/markup";
import { Chunks, opening, type SheetPart, type Surroundings } from "./sheet-markup";
import type { PageFormat } from "./style-book";

/** Millimetres as inches, the unit of the file. */
const inches = (millimetres: number): string => (millimetres / 25.4).toFixed(3);

function formatOf({ font, size, centred, wrap, border }: PageType): PageFormat {
  return {
    font,
    size,
    ...(centred && { horizontal: "center" as const }),
    ...(wrap && { wrap }),
    ...(border && { border }),
  };
}

export function pageSheetPart(sheet: PageSheet, around: Surroundings): SheetPart {
  const { styles } = around;
  const columnPoints = PAGE_POINTS / sheet.columns;
  const out = new Chunks();
  const view = `<sheetView showGridLines="0"${around.selected ? ` tabSelected="1"` : ""} workbookViewId="0"/>`;
  // A character of the default font is 7 pixels wide, with 5 to spare; a point is 4/3 pixels.
  const width = ((columnPoints * 4) / 3 - 5) / 7;
  out.add(
    `${opening(around)}<sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
      `<cols><col min="1" max="${sheet.columns}" width="${width.toFixed(2)}" customWidth="1"/></cols><sheetData>`,
  );
  const numbers = new Map(
    Object.entries(PAGE_TYPES).map(([role, type]) => {
      const format = formatOf(type);
      return [
        role,
        { text: styles.page(format), figure: styles.page({ ...format, horizontal: "center", format: "0.00" }) },
      ] as const;
    }),
  );
  const merges: string[] = [];
  const heights = sheet.rows.map((row) => exactRowHeight(row, sheet.columns));
  for (const [index, row] of sheet.rows.entries()) {
    const { wrap } = PAGE_TYPES[row.role];
    const style = numbers.get(row.role);
    const number = index + 1;
    let cells = "";
    let column = 0;
    for (const [at, cell] of row.cells.entries()) {
      const span = row.spans[at] ?? 1;
      const own = (typeof cell === "number" ? style?.figure : style?.text) ?? 0;
      for (let part = 0; part < span; part += 1)
        cells += cellXml(`${columnLetters(column + part)}${number}`, own, part === 0 ? cell : "");
      if (span > 1 && wrap)
        merges.push(`${columnLetters(column)}${number}:${columnLetters(column + span - 1)}${number}`);
      column += span;
    }
    out.add(`<row r="${number}" ht="${(heights[index] ?? 15).toFixed(1)}" customHeight="1">${cells}</row>`);
  }
  out.add("</sheetData>");
  if (merges.length > 0) {
    out.add(`<mergeCells count="${merges.length}">`);
    for (const range of merges) out.add(`<mergeCell ref="${range}"/>`);
    out.add("</mergeCells>");
  }
  out.add(
    `<printOptions horizontalCentered="1"/><pageMargins left="${inches(28)}" right="${inches(26)}" top="${inches(37)}" bottom="${inches(35)}" header="0.5" footer="0.9"/>` +
      `<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter>`,
  );
  const breaks = pageBreaks(sheet, heights);
  if (breaks.length > 0) {
    const one = breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join("");
    out.add(`<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${one}</rowBreaks>`);
  }
  if (sheet.charts.length > 0) out.add(`<drawing r:id="rId1"/>`);
  out.add("</worksheet>");
  return { xml: out.toBytes(), table: null, charts: sheet.charts.map((chart) => placed(chart, sheet.columns)) };
}

function cellXml(reference: string, style: number, cell: string | number): string {
  if (cell === "") return `<c r="${reference}" s="${style}"/>`;
  if (typeof cell === "number") return `<c r="${reference}" s="${style}"><v>${cell}</v></c>`;
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(cell)}</t></is></c>`;
}

function placed({ kind, title, rows, categories, series, place }: PageChart, columns: number): SheetChart {
  const [first, last] = rows;
  return {
    kind,
    title,
    categories: { column: categories, first, last },
    series: series.map(({ name, column }) => ({ name, values: { column, first, last } })),
    from: { column: 0, row: place[0] },
    to: { column: columns, row: place[1] + 1 },
  };
}
