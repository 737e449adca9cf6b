/** The rows of every enterprise by year: which row stands for a year, which rows stand for none, and why. */
import { addressIn, cellAt, cellText, isBlank, type Grid } from "../../../words/grid";
import { plainText } from "../../../words/plain-text";
import type { RowPeriod } from "./period-columns";

/** Why a row gives no figures. */
export type RowLeft = "part" | "estimate" | "unclear" | "early" | "under-way" | "unfinished" | "parent" | "monthly";

/** Some years one after the other, and the rows of them. */
export interface YearRows {
  /** From the newest on. */
  readonly years: readonly number[];
  /** By year as in `years`: the 0-based row of each enterprise, -1 where it has none. */
  readonly rowOf: readonly Int32Array[];
  /** By enterprise and year: further rows of the same year. */
  readonly further: ReadonlyMap<number, ReadonlyMap<number, readonly number[]>>;
}

/** The newest year is the last complete one that the list has. */
export interface FirmYears extends YearRows {
  /** The years back from the one of the judgement, for what belongs to that year though it is not over: an authority's score. */
  readonly ofJudgement: YearRows;
  /** By enterprise: all its rows, the newest first. */
  readonly newestFirst: readonly (readonly number[])[];
  readonly left: ReadonlyMap<RowLeft, readonly number[]>;
  /** Enterprises whose year was taken from a row of December that closes a year of growing months. */
  readonly december: readonly number[];
}

export interface FirmYearInput {
  readonly grid: Grid;
  readonly rows: readonly number[];
  readonly periods: readonly RowPeriod[];
  readonly parentOnly: ReadonlySet<number>;
  readonly firmOf: Int32Array;
  readonly firms: number;
  /** Columns of amounts, to tell figures of a month from figures of the year so far. */
  readonly amounts: readonly number[];
  readonly expectedYear: number;
  readonly mostYears: number;
}

function numberIn(grid: Grid, row: number, column: number): number {
  const cell = cellAt(grid, row, column);
  return typeof cell === "number" ? cell : Number(plainText(cellText(cell)).replaceAll(",", "") || NaN);
}

/** True where amounts never fall from month to month and the last is far above the first, as sums of the year so far are. */
function isSoFar({ grid, amounts }: FirmYearInput, rows: readonly number[]): boolean {
  const known = amounts
    .map((column) => rows.map((row) => numberIn(grid, row, column)).filter((value) => !Number.isNaN(value)))
    .filter((values) => values.length === rows.length && values.some((value) => value !== 0));
  return (
    known.length > 0 &&
    known.some((values) => (values.at(-1) ?? 0) >= (values[0] ?? 0) * (1 + (values.length - 1) / 2)) &&
    known.every((values) => values.every((value, at) => at === 0 || value >= (values[at - 1] ?? 0)))
  );
}

type MonthRow = readonly [month: number, row: number];

/** The row of December that stands for the whole year, or null where the months can't be told from sums. */
function decemberOf(input: FirmYearInput, months: readonly MonthRow[]): number | "part" | null {
  const sorted = [...months].sort((one, other) => one[0] - other[0]);
  const last = sorted.at(-1);
  if (last?.[0] !== 12) return "part";
  if (sorted.every(([month]) => month === 12)) return sorted[0]?.[1] ?? null;
  const each = new Map(sorted);
  return each.size === sorted.length && isSoFar(input, [...each.values()]) ? last[1] : null;
}

/** Sorts the rows of a list of firm-years. Nothing is decided about figures that do not agree. */
export function sortFirmYears(input: FirmYearInput): FirmYears {
  const { rows, periods, parentOnly, firmOf, firms, expectedYear, mostYears } = input;
  const left = new Map<RowLeft, number[]>();
  const leave = (why: RowLeft, row: number): void => {
    const known = left.get(why);
    if (known === undefined) left.set(why, [row]);
    else known.push(row);
  };
  const byYear = Array.from({ length: firms }, () => new Map<number, number[]>());
  const underWay = Array.from({ length: firms }, () => new Map<number, number[]>());
  const byMonth = Array.from({ length: firms }, () => new Map<number, MonthRow[]>());
  const dated: (readonly [number, number])[][] = Array.from({ length: firms }, () => []);
  for (const [at, row] of rows.entries()) {
    const [period, firm] = [periods[at], firmOf[at] ?? 0];
    if (period === undefined) continue;
    const order = period.kind === "unclear" || Number.isNaN(period.year) ? 0 : period.year;
    dated[firm]?.push([period.kind === "year" ? order + 0.5 : order, row]);
    if (parentOnly.has(at)) leave("parent", row);
    else if (period.kind === "year") {
      const years = period.year > expectedYear ? underWay[firm] : byYear[firm];
      if (period.year > expectedYear) leave(period.year === expectedYear + 1 ? "under-way" : "unfinished", row);
      if (period.year <= expectedYear + 1) years?.set(period.year, [...(years.get(period.year) ?? []), row]);
    } else if (period.kind === "month") {
      byMonth[firm]?.set(period.year, [...(byMonth[firm].get(period.year) ?? []), [period.month, row]]);
    } else leave(period.kind, row);
  }
  const december: number[] = [];
  for (const [firm, years] of byMonth.entries()) {
    for (const [year, months] of years) {
      const found =
        byYear[firm]?.has(year) === true ? "part" : year > expectedYear ? "unfinished" : decemberOf(input, months);
      if (typeof found === "number") {
        const same = months.filter(([month]) => month === 12).map(([, row]) => row);
        byYear[firm]?.set(year, [found, ...same.filter((row) => row !== found)]);
        december.push(firm);
      }
      for (const [month, row] of months) {
        if (typeof found === "number" && month === 12) continue;
        leave(typeof found === "number" || found === "part" ? "part" : (found ?? "monthly"), row);
      }
    }
  }
  let last = -Infinity;
  for (const years of byYear) for (const year of years.keys()) last = Math.max(last, year);
  for (const years of byYear) {
    for (const [year, early] of years) if (last - year >= mostYears) for (const row of early) leave("early", row);
  }
  const judged = byYear.map((years, firm) => new Map([...(underWay[firm] ?? []), ...years]));
  return {
    ...yearRows(byYear, last, mostYears),
    ofJudgement: yearRows(judged, expectedYear + 1, mostYears),
    newestFirst: dated.map(newest),
    left,
    december,
  };
}

function newest(rows: readonly (readonly [number, number])[]): number[] {
  return [...rows].sort((one, other) => other[0] - one[0]).map(([, row]) => row);
}

/** The years that rules ask for, counted back from the last. */
function yearRows(
  byYear: readonly ReadonlyMap<number, readonly number[]>[],
  last: number,
  mostYears: number,
): YearRows {
  const present = new Set<number>();
  const further = new Map<number, Map<number, readonly number[]>>();
  const slots = Array.from({ length: mostYears }, () => new Int32Array(byYear.length).fill(-1));
  for (const [firm, years] of byYear.entries()) {
    for (const [year, rows] of years) {
      const slot = slots[last - year];
      if (slot === undefined) continue;
      present.add(year);
      slot[firm] = rows[0] ?? -1;
      if (rows.length < 2) continue;
      const known = further.get(firm) ?? new Map<number, readonly number[]>();
      further.set(firm, known.set(year, rows.slice(1)));
    }
  }
  const years = [...present].sort((one, other) => other - one);
  return { years, rowOf: years.map((year) => slots[last - year] ?? new Int32Array(byYear.length).fill(-1)), further };
}

/** Whether two cells say the same: numbers by value, texts without blanks around and thousands separated. */
export function sameCell(grid: Grid, one: number, other: number, column: number): boolean {
  const [a, b] = [cellAt(grid, one, column), cellAt(grid, other, column)];
  if (typeof a === "number" && typeof b === "number") return a === b;
  const plain = (row: number): string => {
    const text = plainText(cellText(cellAt(grid, row, column))).replaceAll(",", "");
    return /^-?\d+(?:\.\d+)?$/.test(text) ? String(Number(text)) : text;
  };
  return plain(one) === plain(other);
}

export interface YearPick {
  /** The row of each enterprise whose cell is taken; -1 for none. */
  readonly rows: Int32Array;
  /** Enterprises whose rows of the year do not agree. */
  readonly without: ReadonlySet<number>;
  /** Addresses of the cells that do not agree. */
  readonly differing: readonly string[];
}

/** One column in one year: of several rows the one that is filled in; where filled ones differ, none. */
export function pickOfYear(grid: Grid, { years, rowOf, further }: YearRows, at: number, column: number): YearPick {
  const rows = rowOf[at] ?? new Int32Array(0);
  const without = new Set<number>();
  const differing: string[] = [];
  let own: Int32Array | null = null;
  for (const [firm, byYear] of further) {
    const more = byYear.get(years[at] ?? NaN);
    if (more === undefined) continue;
    const filled = [rows[firm] ?? -1, ...more].filter((row) => row >= 0 && !isBlank(cellAt(grid, row, column)));
    const [first] = filled;
    if (first === undefined) continue;
    if (filled.some((row) => !sameCell(grid, first, row, column))) {
      without.add(firm);
      differing.push(...filled.map((row) => addressIn(grid, row, column)));
    } else if (first !== rows[firm]) {
      own ??= Int32Array.from(rows);
      own[firm] = first;
    }
  }
  return { rows: own ?? rows, without, differing };
}
