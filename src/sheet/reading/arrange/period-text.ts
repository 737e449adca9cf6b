/**
 * Which stretch of time a cell names that says of its row when its figures are of: 2025, 2025年报, 2025-12-31, FY2025, 2025A, 2025三季报, 2026E.
 * Whole texts only: a cell that says anything else besides is no period.
 */
import { dateOf } from "../../../words/calendar";
import { daysInMonth } from "../date-text";
import type { Cell } from "../../../words/grid";
import { plainHeading } from "../../../words/plain-text";

export type Period =
  | { readonly kind: "year"; readonly year: number }
  /** One month; what stands in its row may be of the month alone or of the year up to it. */
  | { readonly kind: "month"; readonly year: number; readonly month: number }
  /** The last day of a month: the figures of a report made up to it. */
  | { readonly kind: "day"; readonly year: number; readonly month: number }
  /** A quarter, a half year, several months, the first day of a year; the year is NaN where none is named. */
  | { readonly kind: "part"; readonly year: number }
  /** Not yet a fact: 2026E, 2026年预测. */
  | { readonly kind: "estimate"; readonly year: number };

const year = "((?:19|20)\\d\\d)";
const yearWord = "(?:年度?|(?:会计|财务|财政)年度|财年|fy)?";
const estimate = new RegExp(
  `^(?:fy)?${year}${yearWord}\\(?(?:e|f|预测数?|预计数?|预算数?|计划数?|目标值?|估计数?|forecast|budget|estimated?)\\)?$`,
);
const whole = new RegExp(
  `^(?:fy|年度?报告?)?${year}${yearWord}(?:a|年?年?报|年度?报告|annual(?:report)?|全年|年?[末底终]|年报告?期?|1-12月)?$`,
);
const shortYear = /^(?:fy'?|')?(\d\d)(?:年度?|财年|a|年年报)$|^fy'?(\d\d)a?$/;
const part = new RegExp(
  `^(?:fy)?${year}${yearWord}-?(?:q[1-4](?:-?q?[1-4])?|h[12]|[1-4]q|[12]h|[369]m|.*(?:季|半年|中报|中期|前[一二三四五六七八九十\\d]+个?月).*|\\d{1,2}月?-\\d{1,2}月.*|年?初.*)$`,
);
const partFirst = new RegExp(`^(?:q[1-4]|[1-4]q|h[12]|[12]h|[369]m)-?(?:fy)?${year}$`);
const shortPart = [
  /^(?:[1-4]q|[12]h|[369]m|q[1-4]|h[12])-?(?:fy)?'?(\d\d)$/,
  /^(?:fy)?'?(\d\d)年?-?(?:[1-4]q|[12]h|[369]m|q[1-4]|h[12])$/,
  /^(\d\d)年(?:第?[一二三四1-4]季.*|[上下]?半年.*|中报|中期.*|[一三]季报|前[一二三四五六七八九十\d]+个?(?:季度|月)|\d{1,2}月?-\d{1,2}月)$/,
];
const partAlone =
  /^(?:[一三1-4]季报?|第?[一二三四1-4]季度(?:报告?)?|[上下]?半年(?:度|报)?(?:报告)?|中报|中期(?:报告)?|q[1-4]|h[12])$/;
const notes = /\((?:经审计|已?审计?数?|审定数?|合并报?表?|实际数?|年报|yyyy|年度|全年)\)$/;
const month = new RegExp(`^${year}(?:[-./](1[0-2]|0?[1-9])月?|年(1[0-2]|0?[1-9])月份?|(1[0-2]|0[1-9]))[末底]?$`);
const day = new RegExp(
  `^${year}(?:[-./年](1[0-2]|0?[1-9])[-./月](3[01]|[12]\\d|0?[1-9])日?|(1[0-2]|0[1-9])(3[01]|[12]\\d|0[1-9]))(?:t?\\d{1,2}:\\d\\d(?::\\d\\d)?(?:\\.\\d+)?z?)?$`,
);
const oneDay = "(1[0-2]|0?[1-9])[-./月](?:3[01]|[12]\\d|0?[1-9])日?";
/** 2025-01-01至2025-12-31, blanks and the marks between already plain. */
const days = new RegExp(`^${year}[-./年]${oneDay}-${year}[-./年]${oneDay}$`);
const chineseYear = /^[一二三四五六七八九〇零○]{4}(?=年)/;

function withWesternYear(text: string): string {
  return text.replace(chineseYear, (digits) =>
    Array.from(digits, (digit) => String(Math.max(0, "〇一二三四五六七八九".indexOf(digit)))).join(""),
  );
}

/** A day that closes a month closes a report; the first day of a year opens one; any other day is no period. */
function ofDay(year: number, month: number, date: number): Period | null {
  if (date === daysInMonth(year, month)) return { kind: "day", year, month };
  return month === 1 && date === 1 ? { kind: "part", year } : null;
}

/** From January to December of one year is that year, anything else a part. */
function ofDays(oneYear: boolean, year: number, from: number, until: number): Period {
  return oneYear && from === 1 && until === 12 ? { kind: "year", year } : { kind: "part", year };
}

function ofText(cell: string): Period | null {
  const text = withWesternYear(plainHeading(cell).replace(/^截[至止]到?/, ""))
    .replace(/[\u2010-\u2015\u2212~]|至|到(?=\d)/g, "-")
    .replace(notes, "")
    .replace(/[()]/g, "");
  if (text === "" || text.length > 24) return null;
  const short = shortYear.exec(text);
  if (short !== null) return { kind: "year", year: 2000 + Number(short[1] ?? short[2]) };
  for (const [pattern, kind] of [
    [estimate, "estimate"],
    [whole, "year"],
  ] as const) {
    const match = pattern.exec(text);
    if (match !== null) return { kind, year: Number(match[1]) };
  }
  const range = days.exec(text);
  if (range !== null) return ofDays(range[1] === range[3], Number(range[3]), Number(range[2]), Number(range[4]));
  const date = day.exec(text);
  if (date !== null) return ofDay(Number(date[1]), Number(date[2] ?? date[4]), Number(date[3] ?? date[5]));
  const inMonth = month.exec(text);
  if (inMonth !== null) {
    return { kind: "month", year: Number(inMonth[1]), month: Number(inMonth[2] ?? inMonth[3] ?? inMonth[4]) };
  }
  if (partAlone.test(text)) return { kind: "part", year: NaN };
  for (const pattern of shortPart) {
    const match = pattern.exec(text);
    if (match !== null) return { kind: "part", year: 2000 + Number(match[1]) };
  }
  const some = part.exec(text) ?? partFirst.exec(text);
  return some === null ? null : { kind: "part", year: Number(some[1]) };
}

function ofNumber(value: number): Period | null {
  if (value >= 1990 && value < 2100) {
    if (Number.isInteger(value)) return { kind: "year", year: value };
    // 2025.1 may be January or October: Excel drops the last 0.
    return /^\d{4}\.(?:\d\d|[2-9])$/.test(String(value)) ? ofText(String(value)) : null;
  }
  if (!Number.isInteger(value)) return null;
  if (value > 199_000) return ofText(String(value));
  if (value < 32_000 || value > 74_000) return null;
  const found = dateOf(value);
  return ofDay(found.year, found.month, found.day);
}

/** The period a cell names, or null where it names none. */
export function periodOf(cell: Cell): Period | null {
  if (typeof cell === "string") return ofText(cell);
  return typeof cell === "number" ? ofNumber(cell) : null;
}
