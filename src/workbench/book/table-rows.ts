/** Rules of Excel tables that need no Excel: names and filters. */
import type { LiveTable } from "./sheet-extras";
import { parseA1 } from "./a1";
import type { Sheet } from "./sheet";
import { shownText } from "./shown-text";

/** Letters, digits, `_` and `.`, not like an address. */
export function isGoodTableName(name: string): boolean {
  return /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) && parseA1(name) === null && !/^(r|c|r\d+c\d+)$/i.test(name);
}

/** Whether a filter of the table leaves the row out. Filters go by what a cell shows, in any capitals. */
export function isFilteredOut(sheet: Sheet, table: LiveTable, row: number): boolean {
  for (const [column, values] of Object.entries(table.filters ?? {})) {
    const shown = shownText(sheet, row, table.range.left + Number(column)).toLowerCase();
    if (!values.some((value) => value.toLowerCase() === shown)) return true;
  }
  return false;
}
