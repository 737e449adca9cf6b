/** What a search, filters and an order make of a list; the widget around is `finder.tsx`. */
import { fitsQuery } from "../texts/pinyin";

/** Something entries are told apart by: a city, a tier, a missing field. */
export interface Facet<Entry> {
  readonly id: string;
  readonly label: string;
  /** An entry may have several, or none. */
  readonly valuesOf: (entry: Entry) => readonly string[];
}

export interface Order<Entry> {
  readonly id: string;
  readonly label: string;
  readonly compare: (one: Entry, other: Entry) => number;
}

export interface Wanted {
  readonly query: string;
  /** Facet -> the value asked for. */
  readonly chosen: Readonly<Record<string, string>>;
  /** Id of an order; "" for the list's own. */
  readonly order: string;
}

export const EVERYTHING: Wanted = { query: "", chosen: {}, order: "" };

export interface ListOf<Entry> {
  readonly entries: readonly Entry[];
  readonly textOf: (entry: Entry) => string;
  readonly facets: readonly Facet<Entry>[];
  readonly orders: readonly Order<Entry>[];
}

/** The entries asked for, in the order asked for. */
export function foundEntries<Entry>(
  { entries, textOf, facets, orders }: ListOf<Entry>,
  { query, chosen, order }: Wanted,
): readonly Entry[] {
  const asked = facets.filter(({ id }) => (chosen[id] ?? "") !== "");
  const found = entries.filter(
    (entry) =>
      asked.every(({ id, valuesOf }) => valuesOf(entry).includes(chosen[id] ?? "")) && fitsQuery(textOf(entry), query),
  );
  const compare = orders.find(({ id }) => id === order)?.compare;
  return compare === undefined ? found : found.toSorted(compare);
}

/** The values of a facet with how many entries have each, the commonest first. */
export function valuesWithCounts<Entry>(
  entries: readonly Entry[],
  { valuesOf }: Facet<Entry>,
): readonly (readonly [value: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const entry of entries)
    for (const value of new Set(valuesOf(entry))) if (value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
}

/** Entries under their headings, each heading once, in the order of what was found; one group without a heading where there are none. */
export function groupsOf<Entry>(
  entries: readonly Entry[],
  groupOf: (entry: Entry) => string = () => "",
): readonly (readonly [heading: string, entries: readonly Entry[]])[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const heading = groupOf(entry);
    const own = groups.get(heading) ?? [];
    own.push(entry);
    groups.set(heading, own);
  }
  return [...groups];
}

/** Rows of a table as a spreadsheet takes them from the clipboard. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (/["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join("\t")).join("\n");
}
