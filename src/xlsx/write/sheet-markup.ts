/** What surrounds the rows in a sheet's part. Elements stand in the order that the format fixes (ECMA-376, 18.3.1.99). */
import { columnLetters } from "../../words/grid";
import { rangeAddress } from "../../words/range-address";
import { choicesXml } from "./list-markup";
import { conditionsXml } from "./condition-markup";
import { pageXml } from "./page-markup";
import { colourXml, type StyleBook } from "./style-book";
import { autoFilterXml } from "./table-markup";
import type { WrittenSheet } from "./written-sheet";

const DEFAULT_ROW_POINTS = 15;
/** Excel makes no column wider, and none that is to be seen narrower. */
const WIDEST = 255;

export interface Namespaces {
  readonly mainNamespace: string;
  readonly relationshipNamespace: string;
}

/** Relationship ids of what a sheet leads to. */
export interface SheetLinks {
  readonly drawing?: string;
  /** The old drawing that notes need. */
  readonly notes?: string;
  readonly tables: readonly string[];
}

export function beforeRows(sheet: WrittenSheet, { mainNamespace, relationshipNamespace }: Namespaces): string {
  const colour = sheet.tabColor === undefined ? "" : colourXml("tabColor", sheet.tabColor);
  const fitted = sheet.page?.fit ? `<pageSetUpPr fitToPage="1"/>` : "";
  const properties = colour + fitted === "" ? "" : `<sheetPr>${colour}${fitted}</sheetPr>`;
  const outline = sheet.outlined ? ` outlineLevelRow="1"` : "";
  return (
    `<worksheet xmlns="${mainNamespace}" xmlns:r="${relationshipNamespace}">${properties}${viewXml(sheet)}` +
    `<sheetFormatPr defaultRowHeight="${DEFAULT_ROW_POINTS}"${outline}/>${columnsXml(sheet)}<sheetData>`
  );
}

export function afterRows(sheet: WrittenSheet, styles: StyleBook, { drawing, notes, tables }: SheetLinks): string {
  const merges = (sheet.merges ?? []).map((range) => `<mergeCell ref="${rangeAddress(range)}"/>`);
  const parts = tables.map((id) => `<tablePart r:id="${id}"/>`);
  const allowed = sheet.locked === "cells" ? ` formatColumns="0" formatRows="0" sort="0" autoFilter="0"` : "";
  return (
    "</sheetData>" +
    (sheet.locked ? `<sheetProtection sheet="1" objects="1" scenarios="1"${allowed}/>` : "") +
    (sheet.filter ? autoFilterXml(sheet.filter) : "") +
    (merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>` : "") +
    conditionsXml(sheet.conditionalFormats ?? [], styles) +
    choicesXml(sheet.choices ?? []) +
    pageXml(sheet.page) +
    (drawing === undefined ? "" : `<drawing r:id="${drawing}"/>`) +
    (notes === undefined ? "" : `<legacyDrawing r:id="${notes}"/>`) +
    (parts.length > 0 ? `<tableParts count="${parts.length}">${parts.join("")}</tableParts>` : "") +
    "</worksheet>"
  );
}

function viewXml({ frozen, showGridlines, selected }: WrittenSheet): string {
  const { rows, columns } = frozen ?? { rows: 0, columns: 0 };
  const looks = `${showGridlines === false ? ` showGridLines="0"` : ""}${selected ? ` tabSelected="1"` : ""}`;
  const opening = `<sheetViews><sheetView${looks} workbookViewId="0"`;
  if (rows === 0 && columns === 0) return `${opening}/></sheetViews>`;
  const corner = `${columnLetters(columns)}${rows + 1}`;
  const pane = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const splits = (columns > 0 ? ` xSplit="${columns}"` : "") + (rows > 0 ? ` ySplit="${rows}"` : "");
  return (
    `${opening}><pane${splits} topLeftCell="${corner}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`
  );
}

function columnsXml({ columns = [] }: WrittenSheet): string {
  if (columns.length === 0) return "";
  const runs = columns.map(({ first, last, width, usual, hidden }) => {
    const looks = `${usual ? "" : ` customWidth="1"`}${hidden ? ` hidden="1"` : ""}`;
    return `<col min="${first + 1}" max="${last + 1}" width="${Math.min(width, WIDEST)}"${looks}/>`;
  });
  return `<cols>${runs.join("")}</cols>`;
}
