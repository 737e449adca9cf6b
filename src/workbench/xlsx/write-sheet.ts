/** What surrounds the cells in a sheet's part. Elements stand in the order that the format fixes (ECMA-376, 18.3.1.99). */
import { columnLetters } from "../../words/grid";
import type { BookSheet } from "../book-file";
import { rangeAddress } from "../../sheet/reading/range-address";
import { DEFAULT_COLUMN_POINTS, DEFAULT_ROW_POINTS, pointsToCharacters } from "./measures";
import { conditionsXml } from "./write-conditions";
import { pageXml } from "./page-setup";
import { sheetFilterXml } from "./write-tables";
import { colourXml, type StylesPart } from "./write-styles";

export function beforeCells(sheet: BookSheet, selected: boolean): string {
  const colour = sheet.tabColor === undefined ? "" : colourXml("tabColor", sheet.tabColor);
  const fitted = (sheet.page?.fit ?? null) === null ? "" : `<pageSetUpPr fitToPage="1"/>`;
  const tab = colour + fitted === "" ? "" : `<sheetPr>${colour}${fitted}</sheetPr>`;
  return (
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
    `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${tab}${viewXml(sheet, selected)}` +
    `<sheetFormatPr defaultRowHeight="${DEFAULT_ROW_POINTS}"/>${columnsXml(sheet)}<sheetData>`
  );
}

/** @param links relationship ids of the sheet's drawing, of the one that its notes need, and of its tables */
export function afterCells(
  sheet: BookSheet,
  styles: StylesPart,
  links: { readonly drawing: string | null; readonly notes: string | null; readonly tables: readonly string[] },
): string {
  const merges = sheet.merges.map((range) => `<mergeCell ref="${rangeAddress(range)}"/>`);
  const tables = links.tables.map((id) => `<tablePart r:id="${id}"/>`);
  return (
    "</sheetData>" +
    (sheet.protected ? `<sheetProtection sheet="1" objects="1" scenarios="1"/>` : "") +
    (sheet.filter ? sheetFilterXml(sheet.filter) : "") +
    (merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>` : "") +
    conditionsXml(sheet.conditionalFormats, styles) +
    pageXml(sheet.page) +
    (links.drawing === null ? "" : `<drawing r:id="${links.drawing}"/>`) +
    (links.notes === null ? "" : `<legacyDrawing r:id="${links.notes}"/>`) +
    (tables.length > 0 ? `<tableParts count="${tables.length}">${tables.join("")}</tableParts>` : "") +
    "</worksheet>"
  );
}

function viewXml(sheet: BookSheet, selected: boolean): string {
  const { rows, columns } = sheet.frozen;
  const lines = sheet.showGridlines ? "" : ` showGridLines="0"`;
  const opening = `<sheetViews><sheetView${lines}${selected ? ` tabSelected="1"` : ""} workbookViewId="0"`;
  if (rows === 0 && columns === 0) return `${opening}/></sheetViews>`;
  const corner = `${columnLetters(columns)}${rows + 1}`;
  const pane = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const splits = (columns > 0 ? ` xSplit="${columns}"` : "") + (rows > 0 ? ` ySplit="${rows}"` : "");
  return (
    `${opening}><pane${splits} topLeftCell="${corner}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`
  );
}

function columnsXml(sheet: BookSheet): string {
  const hidden = new Set(sheet.hiddenColumns);
  const places = [...new Set([...hidden, ...Object.keys(sheet.columnWidths).map(Number)])].sort((a, b) => a - b);
  if (places.length === 0) return "";
  const columns = places.map((place) => {
    const own = sheet.columnWidths[place];
    const width = pointsToCharacters(own ?? DEFAULT_COLUMN_POINTS);
    const looks = (own === undefined ? "" : ` customWidth="1"`) + (hidden.has(place) ? ` hidden="1"` : "");
    return `<col min="${place + 1}" max="${place + 1}" width="${width}"${looks}/>`;
  });
  return `<cols>${columns.join("")}</cols>`;
}
