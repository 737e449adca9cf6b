/**
 * Which columns of a sheet a person's saved choices belong to. Apart from the schema that checks them, which not every page carries.
 */
import { columnLetters } from "./grid";
import type { ColumnHeading } from "./heading-rows";
import { foldKey } from "./plain-text";
import type { SavedColumn, SavedMapping } from "./saved-mapping";

/** The heading of a column in one line, from the group down: `营业收入（万元） / 2025年`. */
export function headingText(levels: readonly string[]): string {
  return levels.map((level) => level.replace(/\s+/g, " ").trim()).join(" / ");
}

/** The letters a person knows a column by: of its heading's cell, whatever sheet it stands on. */
export function lettersOf(address: string, column: number): string {
  return /([A-Z]+)\d+$/.exec(address)?.[1] ?? columnLetters(column);
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
      same.find(({ column, address }) => lettersOf(address, column) === entry.column) ??
      (same.length === 1 ? same[0] : undefined);
    if (found === undefined) lost.push(entry);
    else ofColumn.set(found.column, entry);
  }
  return { ofColumn, lost };
}
