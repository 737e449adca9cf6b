/** A sheet of the workbook as a grid, read in the page itself. */
import type { Control, ExcelHost, SheetInfo } from "../../../excel/host";
import type { Grid } from "../../../words/grid";
import { GridBuilder } from "../../worker/grid-builder";

/** Rows above the tables of the sheets that name others. */
export const HEAD_ROWS = 60;

/** @param most rows from the top that are read */
export async function readGrid(
  host: ExcelHost,
  { id, name, used }: SheetInfo,
  control: Control = {},
  most = Infinity,
): Promise<Grid> {
  const builder = new GridBuilder({ sheet: name, merges: [], hiddenRows: [], hiddenColumns: [] });
  if (used !== null) {
    const bottom = Math.min(used.bottom, used.top + most - 1);
    for await (const block of host.readBlocks(id, { ...used, bottom }, control)) builder.add(block);
  }
  return builder.grid();
}

/** The first sheet of one of some names. */
export function sheetNamed(sheets: readonly SheetInfo[], names: readonly string[]): SheetInfo | null {
  return names.flatMap((name) => sheets.find((sheet) => sheet.name === name) ?? [])[0] ?? null;
}
