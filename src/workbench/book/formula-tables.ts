/** The tables of an open workbook as formulas know them. */
import { cellText } from "../../words/grid";
import type { FormulaTable } from "../formulas/structured-reference";
import type { Sheet } from "./sheet";
import type { LiveTable } from "./sheet-extras";

export function formulaTables(sheets: readonly Sheet[]): readonly FormulaTable[] {
  return sheets.flatMap((sheet) =>
    sheet.extras.get("tables").map((table) => ({
      name: table.name,
      sheet: sheet.name,
      range: table.range,
      headers: table.headers,
      totals: table.totals,
      columns: columnsOf(sheet, table),
    })),
  );
}

/** As a file is given them (see write-tables): the headings, or a number where there is none. */
function columnsOf(sheet: Sheet, { range, headers }: LiveTable): readonly string[] {
  const columns: string[] = [];
  for (let column = range.left; column <= range.right; column++) {
    const shown = headers ? cellText(sheet.cell(range.top, column)) : "";
    columns.push(shown.trim() === "" ? `列${column - range.left + 1}` : shown);
  }
  return columns;
}
