/** Finds the columns that say of every row which year its figures are of, and reads them together: 年份 beside 月份, 报告期 beside 报表类型. */
import { cellText, isBlank, type Grid } from "../../../words/grid";
import type { ColumnHeading } from "../heading-rows";
import { dateOf } from "../../../words/calendar";
import { readDateNumber, readDateText } from "../date-text";
import { foldKey, plainHeading } from "../../../words/plain-text";
import { periodOf, type Period } from "./period-text";

/** What the period columns say of a row. */
export type RowPeriod =
  | { readonly kind: "year"; readonly year: number }
  | { readonly kind: "month"; readonly year: number; readonly month: number }
  | { readonly kind: "part" | "estimate"; readonly year: number }
  /** Nothing, or nothing that can be read. */
  | { readonly kind: "unclear"; readonly text: string };

export interface PeriodColumns {
  /** The column that names the years. */
  readonly heading: ColumnHeading;
  /** All columns that were used to tell the period, which hold nothing else. */
  readonly columns: ReadonlySet<number>;
  /** One a row, in the order of the rows given. */
  readonly periods: readonly RowPeriod[];
  /** Rows (as counted in `periods`) of a parent company's own accounts beside consolidated ones. */
  readonly parentOnly: ReadonlySet<number>;
  /** The heading is one that other columns have too (日期, 截止日期): rows of one enterprise have to show what it is. */
  readonly isWeak: boolean;
}

const strong =
  /^(?:(?:会计|财务|财政|统计|所属|数据|报告|报表|经营|考核|年报|财报)?(?:年份|年度)|财年|年报|(?:报告|报表|会计|统计|所属|数据|财报|年报|[税费]款所属)(?:期间?|日期?|时期|截[止至]日期?|所属期间?)|(?:[税费]款)?所属(?:期间?|时期)?(?:止|结束|终止)(?:日期?)?|期末日期|(?:fiscal|financial|report(?:ing)?)?year|fyear|accper|enddate|reportdate|reportperiod|(?:fiscal)?period|statementdate|statdate)$/;
const weak = /^(?:截[止至](?:日期?|时间)|日期|时间|期间|年|数据时间|统计时间|date)$/;
/** Of those, the ones that speak of figures rather than of the day of something else. */
const ofFigures = /^(?:截[止至](?:日期?|时间)|期间|年|数据时间|统计时间)$/;
const monthHeading = /^(?:统计|所属|数据)?(?:月份?|月度|month)$/;
const startHeading = /^(?:[税费]款)?所属(?:期间?|时期)?(?:起|始|开始|起始)(?:日期?)?$/;
const quarterHeading = /^(?:报告|统计|所属|数据)?(?:季度?|quarter)$/;
const typeHeading =
  /^(?:(?:报告|财报|报表|期间|数据)(?:期)?(?:类型|类别|性质|名称|口径)|报表类型编码|typrep|reporttype|报表(?:种类)?|口径)$/;

/** A heading's key, and again without the letters before or behind it: 统计截止日期 of `Accper [统计截止日期]`. */
function keysOf({ levels }: ColumnHeading): readonly string[] {
  const text = plainHeading(levels.at(-1) ?? "");
  const bare = foldKey(text.replace(/\([^()]*\)/g, ""));
  return [bare, foldKey(text), bare.replace(/^[a-z]+|[a-z]+$/g, "")].filter((key) => key !== "");
}

function has(heading: ColumnHeading, pattern: RegExp): boolean {
  return keysOf(heading).some((key) => pattern.test(key));
}

/** True where a heading may name a column of periods: whether it does, its cells have to show. */
export function isPeriodHeading(heading: ColumnHeading): boolean {
  return heading.match.field === null && (has(heading, strong) || has(heading, weak));
}

/** True where a heading names months, quarters or kinds of reports without a year: 月份, 季度, 报表类型. */
export function isPartHeading(heading: ColumnHeading): boolean {
  return heading.match.field === null && companions.some((one) => has(heading, one.heading));
}

type Parse = (text: string) => Period | "parent" | null;

function parseMonth(text: string): Period | null {
  const match = /^(?:第)?(1[0-2]|0?[1-9])月?份?$/.exec(plainHeading(text));
  return match === null ? null : { kind: "month", year: NaN, month: Number(match[1]) };
}

function parseQuarter(text: string): Period | null {
  return /^(?:第?[一二三四1-4](?:季度?)?|q[1-4])$/.test(plainHeading(text)) ? { kind: "part", year: NaN } : null;
}

/** Figures from January on may be of a whole year, which their end has to say; from any other month on they are of a part. */
function parseStart(text: string): Period | null {
  const read = /^\d{5}$/.test(text) ? readDateNumber(Number(text), false) : readDateText(plainHeading(text), false);
  if (typeof read === "string") return null;
  return { kind: dateOf(read.serial).month === 1 ? "year" : "part", year: NaN };
}

function parseType(text: string): Period | "parent" | null {
  const plain = plainHeading(text);
  if (/季|半年|中报|中期|^q[1-4]$|^h[12]$/.test(plain)) return { kind: "part", year: NaN };
  if (/预测|预计|预算|forecast|^[ef]$/.test(plain)) return { kind: "estimate", year: NaN };
  if (/^(?:年报|年度报告?|全年|annual)/.test(plain)) return { kind: "year", year: NaN };
  return /^母公司|^b$|^parent/.test(plain) ? "parent" : null;
}

const companions: readonly { readonly heading: RegExp; readonly parse: Parse }[] = [
  { heading: monthHeading, parse: parseMonth },
  { heading: quarterHeading, parse: parseQuarter },
  { heading: typeHeading, parse: parseType },
  { heading: startHeading, parse: parseStart },
];

/** Cells of a column of periods that may be something else: a word of doubt, a total. */
const mostOthers = 0.1;

/** The periods of a column, or null where its cells are none. */
function periodsOf(grid: Grid, rows: readonly number[], column: number): (Period | null)[] | null {
  let [filled, read] = [0, 0];
  const periods = rows.map((row) => {
    const cell = grid.rows[row]?.[column] ?? null;
    if (isBlank(cell)) return null;
    filled += 1;
    const period = periodOf(cell);
    if (period !== null) read += 1;
    return period;
  });
  return read > 0 && filled - read <= mostOthers * filled ? periods : null;
}

/** All that is said of one row taken together: a part stays a part, an estimate an estimate. */
function together(said: readonly Period[], monthly: boolean, text: string): RowPeriod {
  const years = new Set(said.map(({ year }) => year).filter((year) => !Number.isNaN(year)));
  const [year] = years;
  const of = (kind: Period["kind"]): Period | undefined => said.find((one) => one.kind === kind);
  if (said.length === 0 || years.size > 1) return { kind: "unclear", text };
  if (of("estimate")) return { kind: "estimate", year: year ?? NaN };
  if (of("part")) return { kind: "part", year: year ?? NaN };
  if (year === undefined) return { kind: "unclear", text };
  for (const one of said) {
    if (one.kind === "month") return { kind: "month", year, month: one.month };
    if (one.kind !== "day") continue;
    if (monthly) return { kind: "month", year, month: one.month };
    if (one.month !== 12) return { kind: "part", year };
  }
  return { kind: "year", year };
}

function isMonthEnd(period: Period | null): boolean {
  return period?.kind === "day" && period.month % 3 !== 0;
}

const namesPart = /季|半年|中报|中期|月|[qhm]/i;
const quarterEnds = 3;

/**
 * Whether the cells under a heading that other columns have too leave no doubt: they name years, quarters or half years, or under 截止日期 a
 * few ends of quarters that are past.
 */
function plainlyPeriods(
  grid: Grid,
  rows: readonly number[],
  { heading, periods }: { readonly heading: ColumnHeading; readonly periods: readonly (Period | null)[] },
  expectedYear: number,
): boolean {
  const known = periods.flatMap((period, at) => (period === null ? [] : [{ period, row: rows[at] ?? 0 }]));
  const isPart = ({ period, row }: (typeof known)[number]): boolean =>
    period.kind === "part" && namesPart.test(cellText(grid.rows[row]?.[heading.column]));
  if (known.some(isPart) && known.every((one) => isPart(one) || one.period.kind === "year")) return true;
  if (!has(heading, ofFigures)) return false;
  if (known.every(({ period: { kind } }) => kind === "year")) return true;
  const days = new Set<number>();
  for (const { period } of known) {
    if (period.kind !== "day" || period.month % 3 !== 0) return false;
    if (period.year > expectedYear + (period.month === 12 ? 0 : 1)) return false;
    days.add(period.year * 12 + period.month);
  }
  return days.size <= quarterEnds;
}

/** The periods that kinds of reports, quarters or months alone say, of the year expected; null where they say none. */
function partColumns(
  grid: Grid,
  headings: readonly ColumnHeading[],
  rows: readonly number[],
  expectedYear: number,
): PeriodColumns | null {
  for (const { heading: pattern, parse } of companions) {
    for (const heading of headings) {
      if (heading.match.field !== null || !has(heading, pattern)) continue;
      const texts = rows.map((row) => cellText(grid.rows[row]?.[heading.column]));
      const found = texts.map(parse);
      const filled = texts.filter((text) => text !== "").length;
      const read = found.filter((one) => one !== null && one !== "parent").length;
      if (read === 0 || filled - read > mostOthers * filled) continue;
      const periods = found.map((one, at): RowPeriod => {
        const text = texts[at] ?? "";
        if (one === null || one === "parent") return { kind: "unclear", text };
        return together([{ ...one, year: expectedYear }], false, text);
      });
      return { heading, columns: new Set([heading.column]), periods, parentOnly: new Set(), isWeak: false };
    }
  }
  return null;
}

/**
 * The columns of periods among the headings, read for the 0-based `rows`; null where there are none. `expectedYear` is the last complete
 * fiscal year.
 */
export function periodColumns(
  grid: Grid,
  headings: readonly ColumnHeading[],
  rows: readonly number[],
  expectedYear: number,
): PeriodColumns | null {
  const named = headings.filter(isPeriodHeading);
  const readOf = (pattern: RegExp): { heading: ColumnHeading; periods: (Period | null)[] }[] =>
    named
      .filter((heading) => has(heading, pattern))
      .flatMap((heading) => {
        const periods = periodsOf(grid, rows, heading.column);
        return periods === null ? [] : [{ heading, periods }];
      });
  const certain = readOf(strong);
  const columns = certain.length > 0 ? certain : readOf(weak).slice(0, 1);
  const main = columns.find(({ periods }) => periods.some((one) => one !== null && !Number.isNaN(one.year)));
  if (main === undefined) return partColumns(grid, headings, rows, expectedYear);
  const beside = companions.flatMap(({ heading: pattern, parse }) =>
    headings
      .filter((heading) => heading.match.field === null && has(heading, pattern) && !named.includes(heading))
      .map((heading) => ({ heading, parse })),
  );
  const monthly = columns.some(({ periods }) => periods.some(isMonthEnd));
  const parent = new Set<number>();
  const consolidated = new Set<number>();
  const periods = rows.map((row, at): RowPeriod => {
    const said: Period[] = columns.flatMap(({ periods: own }) => own[at] ?? []);
    for (const { heading, parse } of beside) {
      const text = cellText(grid.rows[row]?.[heading.column]);
      const found = parse(text);
      if (found === "parent") parent.add(at);
      else if (found !== null) said.push(found);
      else if (/^合并|^a$|^1$|^consolidated/i.test(text)) consolidated.add(at);
    }
    return together(said, monthly, cellText(grid.rows[row]?.[main.heading.column]));
  });
  return {
    heading: main.heading,
    columns: new Set([...columns, ...beside].map(({ heading }) => heading.column)),
    periods,
    parentOnly: consolidated.size > 0 ? parent : new Set(),
    isWeak: certain.length === 0 && !plainlyPeriods(grid, rows, main, expectedYear),
  };
}
