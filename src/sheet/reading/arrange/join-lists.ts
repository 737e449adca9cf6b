/** Lists of different headings about the same enterprises joined side by side: 基本信息, 财务, 知识产权. */
import { rowNumberIn, type Grid } from "../../../words/grid";
import type { Assumption } from "../messages";
import type { LeftOut } from "../read-sheet";
import { leftSheets, notes } from "./arrange-messages";
import type { Arranged } from "./arrangement";
import { saying, toldOf, type ListedSheet } from "./book-lists";
import { whoIn } from "./families";
import { isMeasured, type ListColumn } from "./list-outline";
import { matchFirms, type FirmMatches } from "./match-firms";
import { pieceTogether, type Level, type Piece } from "./pieced-grid";
import { rowList } from "./row-lists";
import { levelsWithUnit } from "./stack-lists";

/** Lists have to have more of the smaller one's enterprises in common than not. */
const leastMatched = 0.5;
/** Rows that match nobody alone may be this part of a list: more, and it lists products or patents, not enterprises. */
const mostUnclear = 0.2;
/** A list so many times longer than the one that says most is a directory. */
const directory = 3;

/** The heading as it stands, below the year that its tab or title names. */
function levelsOf({ outline, period }: ListedSheet, column: ListColumn): readonly Level[] {
  const own = levelsWithUnit(outline, column);
  if (period?.kind !== "year" || !isMeasured(column.field) || column.heading.match.year !== null) return own;
  return [{ text: `${period.year}年`, place: null }, ...own];
}

function measuredIn(list: ListedSheet): number {
  return saying(list).filter(({ field }) => isMeasured(field)).length;
}

/** True where nearly every row is another enterprise. */
function isOneEach(list: ListedSheet): boolean {
  return whoIn(list).size >= (1 - mostUnclear) * list.outline.rows.length;
}

/**
 * The list whose rows are the enterprises: the longest, which leaves nobody out, unless it is a mere directory of many more than those
 * the figures are of. Of equals the first.
 */
export function baseOf(lists: readonly ListedSheet[]): ListedSheet | undefined {
  const best = (size: (list: ListedSheet) => number, among: readonly ListedSheet[]): ListedSheet | undefined =>
    among.reduce<ListedSheet | undefined>(
      (found, list) => (found === undefined || size(list) > size(found) ? list : found),
      undefined,
    );
  const named = lists.filter((list) => isOneEach(list));
  const among = named.length > 0 ? named : lists;
  const richest = best((list) => measuredIn(list) * 1_000 + saying(list).length, among);
  const most = (richest?.outline.rows.length ?? 0) * directory;
  return best(
    ({ outline }) => outline.rows.length,
    among.filter(({ outline }) => outline.rows.length <= most),
  );
}

interface Joined {
  readonly list: ListedSheet;
  readonly matches: FirmMatches;
}

function whyNot(base: ListedSheet, list: ListedSheet, { matched, unclear }: FirmMatches): LeftOut["reason"] | null {
  const rows = list.outline.rows.length;
  if (saying(list).length === 0) return leftSheets.nothingUsed;
  if (unclear.length > mostUnclear * rows) return leftSheets.severalRows(base.sheet);
  if (matched === 0 || matched < leastMatched * Math.min(rows, base.outline.rows.length)) {
    return leftSheets.otherFirms(base.sheet, matched, rows);
  }
  return null;
}

function rowsLeft({ sheet, outline }: ListedSheet, rows: readonly number[], reason: LeftOut["reason"]): LeftOut[] {
  if (rows.length === 0) return [];
  return [{ sheet, rows: rowList(rows.map((row) => rowNumberIn(outline.grid, row))), reason }];
}

function ofRow(picked: Int32Array, grid: Grid, column: ListColumn, levels: readonly Level[]): Piece {
  return {
    levels,
    picks: { grids: [grid], rows: picked },
    columns: [column.heading.column],
    throughMerges: column.field?.type === "text" || column.field?.type === "code",
  };
}

/** Columns of the base, then what the others add: no second name, and a code only where the base has none. */
function piecesOf(base: ListedSheet, joined: readonly Joined[]): Piece[] {
  const own = Int32Array.from(base.outline.rows);
  const pieces = base.outline.columns.map((column) => ofRow(own, base.outline.grid, column, levelsOf(base, column)));
  let coded = base.identity.code !== undefined;
  for (const { list, matches } of joined) {
    const { code, name, security } = list.identity;
    const left = new Set([name, security, coded ? code : undefined]);
    coded ||= code !== undefined;
    for (const column of list.outline.columns) {
      if (left.has(column.heading.column)) continue;
      pieces.push(ofRow(matches.rowOf, list.outline.grid, column, levelsOf(list, column)));
    }
  }
  return pieces;
}

export interface JoinedLists {
  /** Null where nothing could be joined to the base. */
  readonly arranged: Arranged | null;
  readonly leftOut: readonly LeftOut[];
}

/** Joins to the base whatever is about the same enterprises; a list that can't be matched well is left out with the reason. */
export function joinLists(base: ListedSheet, others: readonly ListedSheet[]): JoinedLists {
  const joined: Joined[] = [];
  const leftOut: LeftOut[] = [];
  const assumptions: Assumption[] = [];
  for (const list of others) {
    const matches = matchFirms(base, list);
    const reason = whyNot(base, list, matches);
    if (reason !== null) {
      leftOut.push(...list.sheets.map((sheet) => ({ sheet, reason })));
      continue;
    }
    joined.push({ list, matches });
    const missing = base.outline.rows.length - matches.matched;
    const message = notes.joined(list.sheet, base.sheet, matches.matched, missing);
    assumptions.push({ id: "sheets-joined", message });
    leftOut.push(
      ...rowsLeft(list, matches.without, leftSheets.noPartner(base.sheet)),
      ...rowsLeft(list, matches.unclear, leftSheets.unclearPartner(base.sheet)),
    );
  }
  if (joined.length === 0) return { arranged: null, leftOut };
  const own = Int32Array.from(base.outline.rows);
  const { grid: above } = base.outline;
  const { grid, headingRows } = pieceTogether({
    sheet: above.sheet,
    above: { grid: above, rows: 0 },
    pieces: piecesOf(base, joined),
    stands: { grids: [above], rows: own },
  });
  const parts = [base, ...joined.map(({ list }) => list)];
  return {
    arranged: {
      kind: "arranged",
      grid,
      headingRows,
      sheets: [...new Set(parts.flatMap(({ sheets }) => sheets))],
      ...toldOf(parts, { assumptions, warnings: [] }),
    },
    leftOut,
  };
}
