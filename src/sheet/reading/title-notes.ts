/** Reads what stands above the headings and holds for the whole sheet: 单位：万元, and the year in the title. */
import { addressIn, type Grid } from "./grid";
import { headingParts } from "./heading-parts";
import { plainHeading } from "./plain-text";
import { moneyFactor } from "./units";

/** What the rows above the headings say for the whole sheet: 单位：万元, and the year in the title. */
export interface TitleNotes {
  readonly unit: { readonly text: string; readonly address: string } | null;
  readonly year: number | null;
  readonly yearAddress: string | null;
}

/** Reads the rows above the headings. */
export function titleNotes(grid: Grid, firstHeadingRow: number): TitleNotes {
  let unit: TitleNotes["unit"] = null;
  let year: number | null = null;
  let yearAddress: string | null = null;
  for (let row = 0; row < firstHeadingRow; row++) {
    (grid.rows[row] ?? []).forEach((cell, column) => {
      if (typeof cell !== "string" || cell.length > 200) return;
      const text = plainHeading(cell);
      const said = /(?:单位|units?)[:是为]?(.{1,30})/.exec(text)?.[1] ?? "";
      const inBrackets = [...text.matchAll(/\(([^()]{1,20})\)/g)].map((match) => match[1] ?? "");
      const candidates = [said, ...said.split(/[、,;/()和及]/), ...inBrackets];
      const money = candidates.find(
        (candidate) => moneyFactor(candidate.replace(/^(?:金额|人民币)[:]?/, "")) !== undefined,
      );
      if (money !== undefined) unit = { text: money, address: addressIn(grid, row, column) };
      const mark = headingParts(cell).year;
      if (mark?.kind === "year" && year === null) {
        year = mark.year;
        yearAddress = addressIn(grid, row, column);
      }
    });
  }
  return { unit, year, yearAddress };
}
