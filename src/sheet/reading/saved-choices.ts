/**
 * Which columns of a sheet a person's saved choices belong to. Apart from the schema that checks them, which not every page carries.
 */
import { columnLetters } from "../../words/grid";
import type { ColumnHeading } from "./heading-rows";
import { foldKey } from "../../words/plain-text";
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

/** The heading without the year an arrangement has written above it: of `2025年 / 销售` the `销售`. */
function withoutYear(heading: string): string {
  return heading.replace(/^(?:19|20)\d\d年 \/ (?=.)/, "");
}

/**
 * Which saved entry belongs to which column: the one with the saved heading at the saved place, otherwise the only other column with
 * that heading. An answer given for a heading holds for each of its years where rows became years. A column whose heading changed is left
 * to the reader: it may hold something else by now.
 */
export function savedChoices(saved: SavedMapping, headings: readonly ColumnHeading[]): SavedChoices {
  const ofColumn = new Map<number, SavedColumn>();
  const lost: SavedColumn[] = [];
  const open: SavedColumn[] = [];
  const key = (text: string): string => foldKey(text);
  const isAt = (entry: SavedColumn, { column, address }: ColumnHeading): boolean =>
    lettersOf(address, column) === entry.column;
  for (const entry of saved.columns) {
    const same = headings.filter(({ levels }) => key(headingText(levels)) === key(entry.heading));
    const found = same.find((heading) => isAt(entry, heading)) ?? (same.length === 1 ? same[0] : undefined);
    if (found === undefined) open.push(entry);
    else ofColumn.set(found.column, entry);
  }
  for (const entry of open) {
    const asked = key(withoutYear(entry.heading));
    const alike = headings.filter(({ column, levels }) => {
      const text = headingText(levels);
      const inYears = withoutYear(text) !== text || withoutYear(entry.heading) !== entry.heading;
      return inYears && !ofColumn.has(column) && key(withoutYear(text)) === asked;
    });
    const here = alike.filter((heading) => isAt(entry, heading));
    const columns = here.length > 0 ? here : alike;
    if (columns.length === 0) lost.push(entry);
    const { back: _, ...anyYear } = entry;
    for (const { column } of columns) ofColumn.set(column, anyYear);
  }
  return { ofColumn, lost };
}
