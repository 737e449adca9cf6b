/**
 * Riders' incomes under calendar months, 2025年11月收入: which month before the month of payment each of them is. That can be told for the
 * sheet as a whole where all rows are of one month of payment; where they are of several, the columns stay unread.
 */
import { dateOf } from "../../words/calendar";
import type { Vocabulary } from "../../language/vocabulary";
import type { Candidate } from "./column-candidates";
import { readDateNumber, readDateText } from "./date-text";
import { cellText, isBlank, type Cell, type Grid } from "../../words/grid";
import { assumptions as assumed } from "./assumption-messages";
import type { Assumption } from "./messages";
import { plainHeading } from "../../words/plain-text";

const mostMonths = 6;
const monthInHeading = /(?<!\d)(20\d\d)[年./-]?(1[0-2]|0?[1-9])(?!\d)月?/;

/** Months since the year 0, or null where the cell holds no month. */
function monthOf(cell: Cell): number | null {
  const read = typeof cell === "number" ? readDateNumber(cell, false) : readDateText(cellText(cell), false);
  if (typeof read === "string" || read.precision === "year") return null;
  const { year, month } = dateOf(read.serial);
  return year * 12 + month;
}

/** The month of payment of every row, or null where it is not one and the same. */
function onlyMonth(grid: Grid, firstRow: number, column: number): number | null {
  let only: number | null = null;
  for (let row = firstRow; row < grid.rows.length; row++) {
    const cell = grid.rows[row]?.[column] ?? null;
    if (isBlank(cell)) continue;
    const month = monthOf(cell);
    if (month === null || (only !== null && month !== only)) return null;
    only = month;
  }
  return only;
}

export interface IncomeMonths {
  readonly candidates: readonly Candidate[];
  readonly assumptions: readonly Assumption[];
}

/** The candidates with incomes of calendar months as incomes so many months before the month of payment. */
export function settleIncomeMonths(
  candidates: readonly Candidate[],
  grid: Grid,
  firstRow: number,
  vocabulary: Vocabulary,
): IncomeMonths {
  const months = candidates.map(({ field, saved, text }) => {
    if (field?.id !== "income" || saved !== undefined) return null;
    const match = monthInHeading.exec(plainHeading(text));
    return match === null ? null : Number(match[1]) * 12 + Number(match[2]);
  });
  const paid = candidates.find(({ field }) => field?.id === "month")?.heading.column;
  const latest = paid === undefined || months.every((month) => month === null) ? null : onlyMonth(grid, firstRow, paid);
  if (latest === null) return { candidates, assumptions: [] };
  const assumptions: Assumption[] = [];
  const settled = candidates.map((candidate, at): Candidate => {
    const month = months[at] ?? null;
    const before = month === null ? -1 : latest - month;
    if (before < 0 || before > mostMonths) return candidate;
    const field = vocabulary.fields.get(before === 0 ? "income" : `income_m${before}`);
    if (field === undefined) return candidate;
    const { heading, text } = candidate;
    assumptions.push({ id: "income-month", message: assumed.incomeMonth(text, field.name), cell: heading.address });
    const match = { ...heading.match, field, confidence: "likely", year: null, unknownNotes: [] } as const;
    return { ...candidate, field, mark: null, heading: { ...heading, match } };
  });
  return { candidates: settled, assumptions };
}
