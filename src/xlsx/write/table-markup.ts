/** Tables and filters -> their markup. */
import type { CellRange } from "../../words/grid";
import { rangeAddress } from "../../words/range-address";
import type { BookFilter } from "../book-file";
import { escapeAttribute, escapeText } from "../xml/markup";
import type { TableColumn, WrittenTable } from "./written-sheet";

/** The table's cells; at least one row stands beside headings and totals, as Excel demands. */
function rangeOf({ range, headers, totals }: WrittenTable): CellRange {
  return { ...range, bottom: Math.max(range.bottom, range.top + Number(headers) + Number(totals)) };
}

/** @param name unlike every other name of the workbook */
export function tableXml(table: WrittenTable, id: number, name: string, mainNamespace: string): string {
  const { headers, totals, style } = table;
  const range = rangeOf(table);
  const columns = table.columns.map(
    (column, index) => `<tableColumn id="${index + 1}" name="${escapeAttribute(column.name)}"${totalXml(column)}`,
  );
  const body = { ...range, bottom: totals ? range.bottom - 1 : range.bottom };
  const called = `name="${escapeAttribute(name)}" displayName="${escapeAttribute(name)}"`;
  return (
    `<table xmlns="${mainNamespace}" id="${id}" ${called} ref="${rangeAddress(range)}"${headers ? "" : ` headerRowCount="0"`} ` +
    `${totals ? `totalsRowCount="1"` : `totalsRowShown="0"`}>${headers ? filterXml(table, body) : ""}` +
    `<tableColumns count="${columns.length}">${columns.join("")}</tableColumns>` +
    `<tableStyleInfo${style === "" ? "" : ` name="${escapeAttribute(style)}"`} showFirstColumn="0" showLastColumn="0" ` +
    `showRowStripes="${table.bandedRows ? 1 : 0}" showColumnStripes="0"/></table>`
  );
}

/** The totals row: a column's formula or word is said again here. */
function totalXml({ total }: TableColumn): string {
  if (total === undefined) return "/>";
  if ("label" in total) return ` totalsRowLabel="${escapeAttribute(total.label)}"/>`;
  const formula = `<totalsRowFormula>${escapeText(total.formula)}</totalsRowFormula>`;
  return ` totalsRowFunction="custom">${formula}</tableColumn>`;
}

function filterXml({ filters = {}, filterButton }: WrittenTable, range: CellRange): string {
  if (!filterButton && Object.keys(filters).length === 0) return "";
  return autoFilterXml({ range, filters }, filterButton ? "" : ` hiddenButton="1"`);
}

export function autoFilterXml({ range, filters = {} }: BookFilter, button = ""): string {
  const columns = Object.entries(filters).map(([column, values]) => {
    const blank = values.includes("") ? ` blank="1"` : "";
    const shown = values.filter((value) => value !== "").map((value) => `<filter val="${escapeAttribute(value)}"/>`);
    return `<filterColumn colId="${column}"${button}><filters${blank}>${shown.join("")}</filters></filterColumn>`;
  });
  const opening = `<autoFilter ref="${rangeAddress(range)}"`;
  return columns.length === 0 ? `${opening}/>` : `${opening}>${columns.join("")}</autoFilter>`;
}
