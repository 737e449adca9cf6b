/** Reads what stands above the headings and holds for the whole sheet: 单位：万元, and the year in the title. */
import { addressIn, type Grid } from "./grid";
import { headingParts } from "./heading-parts";
import { sheetUnit, type SheetUnit } from "./written-units";

/** What the rows above the headings say for the whole sheet. */
export interface TitleNotes {
  readonly unit: (SheetUnit & { readonly address: string }) | null;
  readonly year: number | null;
  readonly yearAddress: string | null;
}

const longestTitle = 200;

/** Reads the rows above the headings. Of several units the last one counts, it stands nearest to the headings. */
export function titleNotes(grid: Grid, firstHeadingRow: number): TitleNotes {
  let unit: TitleNotes["unit"] = null;
  let year: number | null = null;
  let yearAddress: string | null = null;
  for (let row = 0; row < firstHeadingRow; row++) {
    (grid.rows[row] ?? []).forEach((cell, column) => {
      if (typeof cell !== "string" || cell.length > longestTitle) return;
      const said = sheetUnit(cell);
      if (said !== null && (said.kind !== "unclear" || unit === null))
        unit = { ...said, address: addressIn(grid, row, column) };
      const mark = headingParts(cell).year;
      if (mark?.kind === "year" && year === null) {
        year = mark.year;
        yearAddress = addressIn(grid, row, column);
      }
    });
  }
  return { unit, year, yearAddress };
}
