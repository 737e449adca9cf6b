/** What tables, their columns and their rows all need of a table. */
import type { CellRange } from "../../words/grid";
import { setHidden } from "../book/sheet-layout";
import type { LiveTable } from "../book/sheet-extras";
import { isFilteredOut } from "../book/table-rows";
import { refuse } from "./excel-error";
import type { ItemTarget } from "./makers";
import { refuseIfProtected } from "./protected";

export function tableOf({ sheet, id }: ItemTarget): LiveTable {
  return sheet.extras.get("tables").find((one) => one.id === id) ?? refuse("ItemNotFound");
}

export function changeTable(target: ItemTarget, to: Partial<LiveTable>): void {
  refuseIfProtected(target.sheet);
  const before = tableOf(target);
  const { extras } = target.sheet;
  extras.set(
    "tables",
    extras.get("tables").map((one) => (one === before ? { ...one, ...to } : one)),
  );
}

/** The rows between headings and totals. */
export function bodyOf({ range, headers, totals }: LiveTable): CellRange {
  return { ...range, top: range.top + (headers ? 1 : 0), bottom: range.bottom - (totals ? 1 : 0) };
}

/** Hides the rows that the table's filters leave out and shows all others. */
export function applyFilters(target: ItemTarget): void {
  const { sheet } = target;
  const table = tableOf(target);
  const body = bodyOf(table);
  const out = (row: number): boolean => isFilteredOut(sheet, table, row);
  setHidden(sheet, body, "rows", false, (row) => !out(row));
  setHidden(sheet, body, "rows", true, out);
}
