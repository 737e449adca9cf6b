/** Rows that are years of one enterprise (年份, 报告期, end_date …): one row an enterprise, a column a year. */
import { cellAt, cellText, type Grid } from "../../../words/grid";
import { findHeadingRows } from "../heading-rows";
import type { ReadingFailure } from "../read-sheet";
import { failures, notes } from "./arrange-messages";
import type { Arranged, ArrangeKnown, Arrangement } from "./arrangement";
import { firmsOf, identified, identityColumns, type FirmRows } from "./firm-identity";
import { FirmYearList, type YearsSaid } from "./firm-year-list";
import { sortFirmYears, type FirmYears, type RowLeft } from "./firm-year-rows";
import { givenName } from "./given-name";
import { isMeasured, judgedIn, listOutline, nameField, type ListOutline } from "./list-outline";
import { isPartHeading, isPeriodHeading, periodColumns, type PeriodColumns } from "./period-columns";

/** No rule looks further back than three years before the last. */
export const MOST_YEARS = 4;

function failure(grid: Grid, message: ReadingFailure["message"]): ReadingFailure {
  return { kind: "failure", sheet: grid.sheet, reason: "no-years", message };
}

/** Every row another enterprise, all of the one year that figures without a year are of. */
function isPlain({ years, left, further }: FirmYears, firms: FirmRows, expectedYear: number): boolean {
  return (
    years.length === 1 &&
    years[0] === expectedYear &&
    left.size === 0 &&
    further.size === 0 &&
    firms.filled.length === 0
  );
}

function yearsSaid(
  periods: PeriodColumns,
  { years: finished, ofJudgement }: FirmYears,
  outline: ListOutline,
  firms: number,
): YearsSaid {
  const by = periods.heading.levels.join(" / ");
  const judged = judgedIn(outline).length > 0 ? ofJudgement.years : [];
  const years = [...new Set([...judged, ...finished])].sort((one, other) => other - one);
  return {
    by,
    cell: periods.heading.address,
    columns: periods.columns,
    how: notes.firmYears(by, years, outline.rows.length, firms),
  };
}

function arrange(grid: Grid, known: ArrangeKnown): Arranged | ReadingFailure | null {
  const name = nameField(known.of);
  if (name === null) return null;
  const headings = findHeadingRows(grid, known.index);
  // A rider's months are no part of the year of the rider's figures.
  const mayName = known.of === "enterprise" ? [isPeriodHeading, isPartHeading] : [isPeriodHeading];
  if (headings?.columns.some((heading) => mayName.some((is) => is(heading))) !== true) return null;
  const outline = listOutline(grid, known, headings);
  if (outline === null) return null;
  const amounts = outline.columns.filter(({ field }) => isMeasured(field));
  if (amounts.length === 0) return null;
  const periods = periodColumns(grid, headings.columns, outline.rows, known.expectedYear);
  if (periods === null) return null;
  const identity = identityColumns(outline, name);
  const nameless = !identified(identity);
  const { rows } = outline;
  const firms = nameless
    ? { count: 1, firmOf: new Int32Array(rows.length), filled: [], namesakes: [] }
    : firmsOf(grid, rows, identity);
  if (firms === null) return null;
  // Amounts that name their year themselves are not of the period that a column beside them names.
  const money = amounts.filter(({ field }) => field?.type === "money");
  const named = money.length > 0 && money.every(({ heading: { match } }) => match.year?.kind === "year");
  if ((periods.isWeak || named) && !nameless && firms.count === rows.length) return null;
  const heading = periods.heading.levels.join(" / ");
  const sorted = sortFirmYears({
    grid,
    rows,
    ...periods,
    firmOf: firms.firmOf,
    firms: firms.count,
    amounts: money.map(({ heading: { column } }) => column),
    expectedYear: known.expectedYear,
    mostYears: MOST_YEARS,
  });
  const judgedAlone =
    amounts.every(({ field }) => field?.ofJudgementYear === true) && sorted.ofJudgement.years.length > 0;
  if (sorted.years.length === 0 && !judgedAlone) {
    const [first] = sorted.left;
    const [why, [row = -1]]: readonly [RowLeft, readonly number[]] = first ?? ["unclear", []];
    const text = cellText(cellAt(grid, row, periods.heading.column));
    return failure(grid, failures.noWholeYear(grid.sheet, heading, periods.heading.address, why, text));
  }
  if (nameless && sorted.further.size > 0) {
    return failure(grid, failures.noIdentity(grid.sheet, heading, periods.heading.address));
  }
  if (!nameless && judgedIn(outline).length === 0 && isPlain(sorted, firms, known.expectedYear)) return null;
  const given = nameless ? givenName(grid, headings.first, firms.count) : null;
  const list = new FirmYearList(outline, yearsSaid(periods, sorted, outline, firms.count), firms, sorted);
  const arranged = list.arranged(given?.piece(known.vocabulary.fields.get(name)?.name.zh ?? "") ?? null);
  if (!nameless) return arranged;
  const message = notes.oneFirm(heading, given?.text ?? null);
  return {
    ...arranged,
    assumptions: [...arranged.assumptions, { id: "one-firm", message, cell: periods.heading.address }],
  };
}

export const firmYears: Arrangement = { id: "firm-years", arrange };
