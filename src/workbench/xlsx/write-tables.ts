/** Tables -> their parts, and what their heading cells have to say. */
import { escapeAttribute, escapeText } from "../../xlsx/xml/markup";
import { cellText } from "../../words/grid";
import { distinctHeadings } from "../../sheet/results/result-look";
import type { BookFilter, BookSheet, BookTable } from "../book-file";
import { rangeAddress } from "../../sheet/reading/range-address";
import { filedFormula } from "./formula-names";

/** The columns' names: those of the heading cells, as far as Excel takes them. */
export function columnNames(sheet: BookSheet, table: BookTable): string[] {
  const shown: string[] = [];
  for (let column = table.range.left; column <= table.range.right; column++) {
    const text = table.headers ? sheet.cells[table.range.top]?.[column]?.value : undefined;
    shown.push(typeof text === "string" ? text : cellText(text));
  }
  return distinctHeadings(shown);
}

/** The table's cells; at least one row stands beside headings and totals, as Excel demands. */
function rangeOf({ range, headers, totals }: BookTable): BookTable["range"] {
  return { ...range, bottom: Math.max(range.bottom, range.top + Number(headers) + Number(totals)) };
}

export function tableXml(sheet: BookSheet, table: BookTable, id: number, name: string): string {
  const range = rangeOf(table);
  const body = { ...range, bottom: table.totals ? range.bottom - 1 : range.bottom };
  const columns = columnNames(sheet, table).map((column, index) => {
    const start = `<tableColumn id="${index + 1}" name="${escapeAttribute(column)}"`;
    return start + (table.totals ? totalXml(sheet, range.bottom, range.left + index) : "/>");
  });
  const filter = table.headers ? filterXml(table, rangeAddress(body)) : "";
  return (
    `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}" name="${escapeAttribute(name)}" ` +
    `displayName="${escapeAttribute(name)}" ref="${rangeAddress(range)}"${table.headers ? "" : ` headerRowCount="0"`} ` +
    `${table.totals ? `totalsRowCount="1"` : `totalsRowShown="0"`}>${filter}` +
    `<tableColumns count="${columns.length}">${columns.join("")}</tableColumns>` +
    `<tableStyleInfo${table.style === "" ? "" : ` name="${escapeAttribute(table.style)}"`} showFirstColumn="0" showLastColumn="0" ` +
    `showRowStripes="${table.bandedRows ? 1 : 0}" showColumnStripes="0"/></table>`
  );
}

/** The totals row: a column's formula or word is said again here. */
function totalXml(sheet: BookSheet, row: number, column: number): string {
  const cell = sheet.cells[row]?.[column];
  if (cell?.formula !== undefined) {
    const formula = escapeText(filedFormula(cell.formula));
    return ` totalsRowFunction="custom"><totalsRowFormula>${formula}</totalsRowFormula></tableColumn>`;
  }
  return typeof cell?.value === "string" ? ` totalsRowLabel="${escapeAttribute(cell.value)}"/>` : "/>";
}

/** The filter of cells that are no table. */
export function sheetFilterXml({ range, filters }: BookFilter): string {
  return autoFilterXml(rangeAddress(range), filters ?? {}, "");
}

function filterXml({ filters = {}, filterButton }: BookTable, ref: string): string {
  if (!filterButton && Object.keys(filters).length === 0) return "";
  return autoFilterXml(ref, filters, filterButton ? "" : ` hiddenButton="1"`);
}

function autoFilterXml(ref: string, filters: NonNullable<BookFilter["filters"]>, button: string): string {
  const columns = Object.entries(filters).map(([column, values]) => {
    const blank = values.includes("") ? ` blank="1"` : "";
    const shown = values.filter((value) => value !== "").map((value) => `<filter val="${escapeAttribute(value)}"/>`);
    return `<filterColumn colId="${column}"${button}><filters${blank}>${shown.join("")}</filters></filterColumn>`;
  });
  return columns.length === 0
    ? `<autoFilter ref="${ref}"/>`
    : `<autoFilter ref="${ref}">${columns.join("")}</autoFilter>`;
}
