/** Several sheets as one list: years and places of one list put together, topics joined, the rest named. */
import type { Grid } from "../../../words/grid";
import type { Warning } from "../messages";
import type { LeftOut, ReadingFailure } from "../read-sheet";
import { failures, notes } from "./arrange-messages";
import type { Arranged, ArrangeKnown } from "./arrangement";
import { arrangeSheet } from "./arrangements";
import { bookLists, saying, toldOf, type ListedSheet } from "./book-lists";
import { familiesOf, sortFamily, whoIn, type SortedFamily } from "./families";
import { firmsOf, identityColumns } from "./firm-identity";
import { FirmYearList, type YearsSaid } from "./firm-year-list";
import { sortFirmYears } from "./firm-year-rows";
import { MOST_YEARS } from "./firm-years";
import { baseOf, joinLists } from "./join-lists";
import { isMeasured, listOutline, nameField } from "./list-outline";
import type { RowPeriod } from "./period-columns";
import { findHeadingRows, readHeadingRows } from "../heading-rows";
import { namesPastYear } from "./sheet-year";
import { stackLists } from "./stack-lists";
import { tablesOf } from "./tables";

/** What of a workbook is to be read: a grid as it stands, or one put together. */
export interface ArrangedBook {
  readonly kind: "book";
  /** The sheet that is read, where it needs no arranging. */
  readonly grid: Grid;
  readonly arranged: Arranged | null;
  /** Sheets that are not read, and why. */
  readonly leftOut: readonly LeftOut[];
}

function listOf(arranged: Arranged, known: ArrangeKnown): ListedSheet | null {
  const headings = readHeadingRows(arranged.grid, known.index, ...arranged.headingRows);
  const outline = listOutline(arranged.grid, known, headings, true);
  if (outline === null) return null;
  const identity = identityColumns(outline, nameField(known.of) ?? "");
  return { sheet: arranged.grid.sheet, outline, identity, period: null, arranged, sheets: arranged.sheets };
}

/** Lists of several years: rows of one enterprise become its years. */
function yearsTogether(lists: readonly ListedSheet[], known: ArrangeKnown): Arranged | null {
  const dated = lists.flatMap((list) => (list.period?.kind === "year" ? [{ list, year: list.period.year }] : []));
  const sorted = [...dated].sort((one, other) => other.year - one.year);
  // The year under way stands above the others and is not the one that enterprises are said to be of.
  const newest = sorted.find(({ year }) => year <= known.expectedYear) ?? sorted[0];
  if (newest === undefined) return null;
  const ordered = sorted.map(({ list }) => list);
  const stacked = stackLists(ordered, newest.list.sheet, known);
  if (stacked === null) return null;
  const { outline } = stacked;
  const identity = identityColumns(outline, nameField(known.of) ?? "");
  const firms = firmsOf(outline.grid, outline.rows, identity, false);
  if (firms === null) return null;
  const periods = sorted.flatMap(({ list, year }) => list.outline.rows.map((): RowPeriod => ({ kind: "year", year })));
  const years = sortFirmYears({
    grid: outline.grid,
    rows: outline.rows,
    periods,
    parentOnly: new Set(),
    firmOf: firms.firmOf,
    firms: firms.count,
    amounts: [],
    expectedYear: known.expectedYear,
    mostYears: MOST_YEARS,
  });
  const how = notes.sheetYears(
    sorted.map(({ list, year }) => ({ sheet: list.sheet, year })),
    firms.count,
  );
  const headingOf: YearsSaid["headingOf"] = (column, year) =>
    stacked.headingIn(
      column,
      sorted.findIndex((one) => one.year === year),
    );
  const said = { by: "", columns: new Set<number>(), how, headingOf };
  const arranged = new FirmYearList(outline, said, firms, years).arranged();
  const told = toldOf(ordered, stacked);
  return {
    ...arranged,
    sheets: [...new Set(ordered.flatMap(({ sheets }) => sheets))],
    assumptions: [...arranged.assumptions, ...told.assumptions],
    warnings: [...arranged.warnings, ...told.warnings],
    leftOut: [...arranged.leftOut, ...told.leftOut],
  };
}

/** Enterprises that stand on more than one of the sheets, by their names. */
function onSeveral(lists: readonly ListedSheet[]): Warning[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const list of lists) {
    for (const name of whoIn(list)) (seen.has(name) ? twice : seen).add(name);
  }
  return twice.size === 0 ? [] : [{ id: "on-several-sheets", message: notes.onSeveral([...twice]) }];
}

/** Lists of several places or batches: all rows under one another. */
function placesTogether(lists: readonly ListedSheet[], known: ArrangeKnown): Arranged | null {
  const [first] = lists;
  if (first === undefined) return null;
  const stacked = stackLists(lists, first.sheet, known);
  if (stacked === null) return null;
  const { outline } = stacked;
  const { first: top, last: bottom } = outline.headings;
  const told = toldOf(lists, stacked);
  const message = notes.sheetsAdded(lists.map(({ sheet, outline: { rows } }) => ({ sheet, rows: rows.length })));
  return {
    kind: "arranged",
    grid: outline.grid,
    headingRows: [top, bottom],
    sheets: [...new Set(lists.flatMap(({ sheets }) => sheets))],
    ...told,
    assumptions: [{ id: "sheets-added", message }, ...told.assumptions],
    // A rider who stands twice is asked about where riders are judged.
    warnings: [...(known.of === "rider" ? [] : onSeveral(lists)), ...told.warnings],
  };
}

/** A list alone whose tab or title names another year than the one it would be taken for. */
function ofItsYear(list: ListedSheet, known: ArrangeKnown): Arranged | null {
  const { period, outline } = list;
  if (period?.kind !== "year" || period.year > known.expectedYear) return null;
  const undated = outline.columns.filter(({ field, heading }) => isMeasured(field) && heading.match.year === null);
  // Figures without a year are of the expected one anyhow; what belongs to the year of the judgement is not.
  const otherwise = undated.some(({ field }) => period.year < known.expectedYear || field?.ofJudgementYear === true);
  if (!otherwise) return null;
  return yearsTogether([list], known);
}

interface Together {
  /** Null where nothing of the family can be read. */
  readonly list: ListedSheet | null;
  readonly leftOut: readonly LeftOut[];
}

function familyTogether({ kind, lists, left }: SortedFamily, known: ArrangeKnown): Together {
  const named = left.flatMap(({ list: { sheets }, reason }) => sheets.map((sheet) => ({ sheet, reason })));
  const [only] = lists;
  if (only === undefined) return { list: null, leftOut: named };
  const arranged =
    lists.length === 1 ? null : kind === "years" ? yearsTogether(lists, known) : placesTogether(lists, known);
  const alone = arranged === null ? lists.slice(1).map(({ sheet }) => ({ sheet, reason: notes.notTogether })) : [];
  return { list: (arranged === null ? null : listOf(arranged, known)) ?? only, leftOut: [...named, ...alone] };
}

/** One sheet, as most workbooks have: nothing is looked at but its headings, unless they or its tab say that it is no plain list. */
function arrangeAlone(grid: Grid, known: ArrangeKnown): ArrangedBook | ReadingFailure {
  const arranged = arrangeSheet(grid, known);
  if (arranged?.kind === "failure") return arranged;
  const first = arranged === null ? findHeadingRows(grid, known.index)?.first : undefined;
  if (first === undefined || !namesPastYear(grid, first, known.expectedYear))
    return { kind: "book", grid, arranged, leftOut: [] };
  const [list] = bookLists([grid], known).lists;
  return { kind: "book", grid, arranged: list === undefined ? null : ofItsYear(list, known), leftOut: [] };
}

/** Null where no sheet is a list, each has its own reason then; a failure where there are lists, but none that can be read. */
export function arrangeBook(sheets: readonly Grid[], known: ArrangeKnown): ArrangedBook | ReadingFailure | null {
  const grids = sheets.flatMap((sheet) => tablesOf(sheet, known));
  const [only] = grids;
  if (only !== undefined && grids.length === 1) return arrangeAlone(only, known);
  const { lists, others, refusals } = bookLists(grids, known);
  const families = familiesOf(lists).map((family) =>
    familyTogether(sortFamily(family, known.expectedYear, MOST_YEARS), known),
  );
  const leftOut = [...others, ...families.flatMap((one) => one.leftOut)];
  const candidates = families.flatMap(({ list }) => list ?? []);
  const base = candidates.length > 1 ? baseOf(candidates) : candidates[0];
  if (base === undefined) {
    const [first] = lists;
    if (first === undefined) return refusals[0] ?? null;
    const message = failures.onlyParts(lists.map(({ sheet }) => sheet));
    return { kind: "failure", sheet: first.sheet, reason: "no-years", message };
  }
  const joined = joinLists(
    base,
    candidates.filter((list) => list !== base),
  );
  if (joined.arranged !== null) {
    return {
      kind: "book",
      grid: joined.arranged.grid,
      arranged: joined.arranged,
      leftOut: [...leftOut, ...joined.leftOut],
    };
  }
  // Nothing belongs together: the list that says most is read alone.
  const most = candidates.reduce((best, list) => (saying(list).length > saying(best).length ? list : best), base);
  const alone =
    most === base
      ? joined.leftOut
      : candidates
          .filter((list) => list !== most)
          .flatMap(({ sheets }) => sheets.map((sheet) => ({ sheet, reason: notes.notTogether })));
  const arranged = most.arranged ?? ofItsYear(most, known);
  return { kind: "book", grid: most.outline.grid, arranged, leftOut: [...leftOut, ...alone] };
}
