/** Which lists of a workbook have the same headings, and whether they are years, places or versions of one list. */
import { cellAt, cellText } from "../../../words/grid";
import { foldKey } from "../../../words/plain-text";
import type { Text } from "../../../words/text";
import { leftSheets } from "./arrange-messages";
import { saying, type ListedSheet } from "./book-lists";
import { keysOf, type Keys } from "./firm-identity";
import { columnOf, isMeasured, judgedIn } from "./list-outline";
import { columnKey } from "./stack-lists";

/** What two lists have to have in common to be one list on two sheets. */
const leastAlike = 0.6;
/** Lists that have more of their enterprises in common are versions of each other, not parts of one list. */
const mostShared = 0.5;
/** A list that holds nearly everybody of the others is all of them together. */
const allOfThem = 0.9;

function keys(list: ListedSheet): { readonly measured: ReadonlySet<string>; readonly all: ReadonlySet<string> } {
  const columns = saying(list);
  const of = (some: readonly (typeof columns)[number][]): Set<string> => new Set(some.map(columnKey));
  return { measured: of(columns.filter(({ field }) => isMeasured(field))), all: of(columns) };
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((key) => other.has(key)).length;
}

/** By their figures where both have any, else by all that was recognised. */
export function alike(one: ListedSheet, other: ListedSheet): boolean {
  const [a, b] = [keys(one), keys(other)];
  if (a.measured.size > 0 && b.measured.size > 0) {
    return shared(a.measured, b.measured) >= leastAlike * Math.min(a.measured.size, b.measured.size);
  }
  if (a.measured.size > 0 || b.measured.size > 0) return false;
  const common = shared(a.all, b.all);
  return common > 0 && common >= leastAlike * (a.all.size + b.all.size - common);
}

export function familiesOf(lists: readonly ListedSheet[]): readonly (readonly ListedSheet[])[] {
  const families: ListedSheet[][] = [];
  for (const list of lists) {
    const own = families.find(([first]) => first !== undefined && alike(first, list));
    if (own === undefined) families.push([list]);
    else own.push(list);
  }
  return families;
}

/** What of a rider's row tells it from the others: the same rider is paid for every month, by every platform. */
const ofRiders = ["rider", "month", "platform"];

/** Who is in a list, each by the strongest key that its row has. */
export function whoIn({ outline, identity }: ListedSheet): ReadonlySet<string> {
  if (columnOf(outline, "rider") !== undefined) {
    const columns = ofRiders.map((field) => columnOf(outline, field));
    const text = (row: number, column: number | undefined): string =>
      column === undefined ? "" : foldKey(cellText(cellAt(outline.grid, row, column)));
    return new Set(outline.rows.map((row) => columns.map((column) => text(row, column)).join("|")));
  }
  const of = keysOf(outline.grid, identity);
  const key = ({ code, security, name }: Keys): string => name || code || security;
  return new Set(outline.rows.map((row) => key(of(row))).filter((text) => text !== ""));
}

export interface LeftList {
  readonly list: ListedSheet;
  readonly reason: Text;
}

/** A family sorted: the lists that make one together, and how; those left out of it, and why. */
export interface SortedFamily {
  readonly kind: "years" | "places";
  readonly lists: readonly ListedSheet[];
  readonly left: readonly LeftList[];
}

/** What belongs to the year of the judgement is read of that year, though it is not over. */
function mayTell({ outline }: ListedSheet, year: number, expectedYear: number): boolean {
  return year <= expectedYear || (year === expectedYear + 1 && judgedIn(outline).length > 0);
}

function byYears(family: readonly ListedSheet[], expectedYear: number, mostYears: number): SortedFamily | null {
  const years = family.flatMap(({ period }) => (period?.kind === "year" ? [period.year] : []));
  const usable = years.filter((year) => year <= expectedYear);
  const newest = Math.max(...usable);
  if (new Set(years).size < 2 || usable.length === 0) return null;
  const left: LeftList[] = [];
  const lists = family.filter((list) => {
    const { period } = list;
    const reason =
      period === null
        ? leftSheets.noYear
        : period.kind === "part"
          ? leftSheets.part
          : !mayTell(list, period.year, expectedYear)
            ? leftSheets.unfinished
            : newest - period.year >= mostYears
              ? leftSheets.early
              : null;
    if (reason !== null) left.push({ list, reason });
    return reason === null;
  });
  return { kind: "years", lists, left };
}

/** The list to keep where several hold the same enterprises: the one with most columns, then most rows; of equals the first. */
function fullest(lists: readonly ListedSheet[]): ListedSheet | undefined {
  const size = (list: ListedSheet): number => saying(list).length * 1e6 + list.outline.rows.length;
  return lists.reduce<ListedSheet | undefined>(
    (best, list) => (best === undefined || size(list) > size(best) ? list : best),
    undefined,
  );
}

function byPlaces(family: readonly ListedSheet[]): SortedFamily {
  // One list alone may be of a month by its tab and say nothing of months: 2026年5月 is when it was filled in.
  if (family.length === 1) return { kind: "places", lists: family, left: [] };
  const whole = family.filter(({ period }) => period?.kind !== "part");
  const left: LeftList[] = family
    .filter(({ period }) => period?.kind === "part")
    .map((list) => ({ list, reason: leftSheets.part }));
  const who = new Map(whole.map((list) => [list, whoIn(list)]));
  const everybody = new Set([...who.values()].flatMap((names) => [...names]));
  const together = whole.find((list) => {
    const own = who.get(list);
    return whole.length > 2 && own !== undefined && own.size >= allOfThem * everybody.size && everybody.size > 2;
  });
  if (together !== undefined) {
    const parts = whole.filter((list) => list !== together);
    return {
      kind: "places",
      lists: [together],
      left: [...left, ...parts.map((list) => ({ list, reason: leftSheets.inAll(together.sheet) }))],
    };
  }
  const kept: ListedSheet[] = [];
  const rest = [...whole];
  for (let best = fullest(rest); best !== undefined; best = fullest(rest)) {
    rest.splice(rest.indexOf(best), 1);
    const own = who.get(best) ?? new Set();
    const version = kept.find((other) => {
      const names = who.get(other) ?? new Set();
      return shared(own, names) > mostShared * Math.min(own.size, names.size);
    });
    if (version === undefined) kept.push(best);
    else left.push({ list: best, reason: leftSheets.version(version.sheet) });
  }
  return { kind: "places", lists: family.filter((list) => kept.includes(list)), left };
}

/** Years where tabs or titles name several, else places; lists of the same enterprises are versions, of which one is kept. */
export function sortFamily(family: readonly ListedSheet[], expectedYear: number, mostYears: number): SortedFamily {
  return byYears(family, expectedYear, mostYears) ?? byPlaces(family);
}
