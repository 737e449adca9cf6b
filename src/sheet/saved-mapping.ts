/** How a person set the columns of a sheet, as it is kept in the workbook: plain JSON, one entry a column that was changed. */
import { z } from "zod";
import type { ColumnHeading } from "./heading-rows";
import { columnLetters } from "./grid";
import { foldKey } from "./plain-text";

const sheetRow = z.int().min(1).max(1_048_576);

export const savedMappingSchema = z.strictObject({
  version: z.literal(1),
  /** First and last heading row as Excel counts them; left out, the rows are found. */
  headingRows: z
    .tuple([sheetRow, sheetRow])
    .refine(([first, last]) => first <= last && last - first < 5, "the heading rows run from top to bottom")
    .optional(),
  columns: z.array(
    z.strictObject({
      /** Where the column stood: `D`. */
      column: z.string().regex(/^[A-Z]{1,3}$/),
      /** Its heading when it was set, see `headingText`; a column that moved is found again by it. */
      heading: z.string(),
      /** A field id; null leaves the column out; absent keeps what is recognised. */
      field: z.string().nullable().optional(),
      /** Years before t: 0 is t. */
      back: z.int().min(0).max(9).optional(),
      /** The unit the numbers are in: 元, 万元, %. "" means plain fractions for a share. */
      unit: z.string().optional(),
    }),
  ),
});

/** A person's own choice of heading rows, fields, years and units. */
export type SavedMapping = z.infer<typeof savedMappingSchema>;
export type SavedColumn = SavedMapping["columns"][number];

/** The heading of a column in one line, from the group down: `营业收入（万元） / 2025年`. */
export function headingText(levels: readonly string[]): string {
  return levels.map((level) => level.replace(/\s+/g, " ").trim()).join(" / ");
}

export interface SavedChoices {
  readonly ofColumn: ReadonlyMap<number, SavedColumn>;
  /** Entries whose heading is no longer in the sheet. */
  readonly lost: readonly SavedColumn[];
}

/**
 * Which saved entry belongs to which column: the one with the saved heading at the saved place, otherwise the only other column with
 * that heading. A column whose heading changed is left to the reader: it may hold something else by now.
 */
export function savedChoices(saved: SavedMapping, headings: readonly ColumnHeading[]): SavedChoices {
  const ofColumn = new Map<number, SavedColumn>();
  const lost: SavedColumn[] = [];
  const key = (text: string): string => foldKey(text);
  for (const entry of saved.columns) {
    const same = headings.filter(({ levels }) => key(headingText(levels)) === key(entry.heading));
    const found =
      same.find(({ column }) => columnLetters(column) === entry.column) ?? (same.length === 1 ? same[0] : undefined);
    if (found === undefined) lost.push(entry);
    else ofColumn.set(found.column, entry);
  }
  return { ofColumn, lost };
}
