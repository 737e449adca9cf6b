/** Settles which year every column of a sheet is of: the years named, the ones said by their distance, and the year of the title. */
import type { Field } from "../../language/vocabulary";
import type { Confidence } from "./confidence";
import type { SheetYear } from "./title-notes";
import type { YearMark } from "./year-marks";

/** A column with the year its heading speaks of; a column without a field says nothing about years. */
export interface DatedColumn {
  readonly field: Field | null;
  readonly mark: YearMark | null;
  readonly address: string;
}

export interface YearBack {
  /** Years before t; negative for a year that is not over. */
  readonly back: number;
  readonly confidence: Confidence;
}

export interface SheetYears {
  /** The last complete fiscal year the sheet knows. */
  readonly t: number;
  /** Where the year stands that t rests on, where it is not the year expected. */
  readonly because: { readonly place: string; readonly isAddress: boolean } | null;
  /** True where a heading names a year, so that the title's is not asked. */
  readonly namedByHeadings: boolean;
  /** Years before t of a column, or before the year of judgement for what belongs to it; null for what is not one whole year. */
  backOf(column: DatedColumn): YearBack | null;
  /** The calendar year of a field so many years back. */
  yearOf(field: Field, back: number): number;
}

function yearOf(mark: YearMark | null): number | null {
  return mark?.kind === "year" ? mark.year - (mark.opening ? 1 : 0) : null;
}

/** The newest whole year the headings name, no later than the year expected, with the cell that names it. */
function newestYear(columns: readonly DatedColumn[], expected: number): { year: number; cell: string } | null {
  const years = columns.flatMap(({ field, mark, address }) => {
    const year = yearOf(mark);
    return field !== null && !field.ofJudgementYear && year !== null && year <= expected
      ? [{ year, cell: address, yearly: field.periods > 1 }]
      : [];
  });
  // A field asked for one year only may well be older than the accounts; the accounts decide.
  const deciding = years.some(({ yearly }) => yearly) ? years.filter(({ yearly }) => yearly) : years;
  return deciding.reduce<{ year: number; cell: string } | null>(
    (newest, one) => (newest === null || one.year > newest.year ? one : newest),
    null,
  );
}

/** Which years stand beside each other, which decides what the relative ones mean. */
interface Company {
  /** 本年 stands anywhere in the sheet, so that 上年 is the year before it. */
  readonly hasThis: boolean;
  /** 上年 stands anywhere in the sheet. */
  readonly hasLast: boolean;
  /** The title says whose year 本年 is. */
  readonly hasTitleYear: boolean;
  /** The same field stands without any year. */
  readonly hasUndated: boolean;
  /** A column of the same field is t beyond doubt: no year word, (t), 上年度, 近一年 or the year t itself. */
  readonly hasLatest: boolean;
  /** 近一年 stands beside, so that 近两年 is one of a row of years. */
  readonly hasRecentOne: boolean;
  /** 最近一年 stands beside 上一年, which then is the year before it. */
  readonly hasRecentAndLast: boolean;
  /** The same field names t, so that 上年度 beside it is the year before. */
  readonly hasNamedLatest: boolean;
}

/** A heading that means the last complete year without naming it: no year word, 上年度, 近一年 or (t). */
function meansLatest(mark: YearMark | null): boolean {
  return (
    mark === null ||
    mark.kind === "last" ||
    (mark.kind === "recent" && mark.n === 1) ||
    (mark.kind === "back" && mark.back === 0)
  );
}

/** True where another column of the field is t, so that 上年 is the year before it. */
function isBeforeAnother({ hasThis, hasUndated, hasNamedLatest, hasRecentAndLast }: Company): boolean {
  return hasThis || hasUndated || hasNamedLatest || hasRecentAndLast;
}

/**
 * How many years before t a relative mark lies. 上年度 is t, 近两年 and 近三年 are the columns before it in a row of years, and 前一年 is the
 * year before whatever stands beside it: before 上年度 that is t-1, on its own it is t. With 本年 beside it 本年 is t and 上年 is t-1.
 */
function relativeBack(mark: Exclude<YearMark, { kind: "year" }> | null, company: Company): YearBack | null {
  if (mark === null) return { back: 0, confidence: "sure" };
  switch (mark.kind) {
    case "back":
      return { back: mark.back, confidence: "sure" };
    case "this":
      // 本年 beside 上年, or under a title with its year, is the form of every statement; on its own it may be the year under way.
      return { back: 0, confidence: company.hasLast || company.hasTitleYear ? "likely" : "doubtful" };
    case "last":
      if (isBeforeAnother(company)) return { back: 1, confidence: "likely" };
      return { back: 0, confidence: "sure" };
    case "year-before-last":
      return { back: isBeforeAnother(company) ? 2 : 1, confidence: "likely" };
    case "recent":
      if (mark.n === 1) return { back: 0, confidence: "sure" };
      return { back: mark.n - 1, confidence: company.hasRecentOne ? "likely" : "doubtful" };
    case "before":
      if (company.hasThis || company.hasLatest) return { back: mark.n, confidence: "likely" };
      return { back: mark.n - 1, confidence: mark.n === 1 || company.hasRecentOne ? "likely" : "doubtful" };
    case "opening":
      return { back: 1, confidence: "likely" };
    case "closing":
      return { back: 0, confidence: "sure" };
    case "same-period":
      return company.hasThis ? { back: 1, confidence: "likely" } : null;
    case "part":
    case "span":
    case "forecast":
      return null;
  }
}

class Years {
  private readonly marksOf = new Map<Field, (YearMark | null)[]>();
  private readonly hasThis: boolean;
  private readonly hasLast: boolean;

  constructor(
    columns: readonly DatedColumn[],
    private readonly hasTitleYear: boolean,
  ) {
    for (const { field, mark } of columns) {
      if (field !== null) this.marksOf.set(field, [...(this.marksOf.get(field) ?? []), mark]);
    }
    const all = [...this.marksOf.values()].flat();
    this.hasThis = all.some((mark) => mark?.kind === "this");
    this.hasLast = all.some((mark) => mark?.kind === "last" || mark?.kind === "same-period");
  }

  company(field: Field, t: number): Company {
    const own = this.marksOf.get(field) ?? [];
    return {
      hasThis: this.hasThis,
      hasLast: this.hasLast,
      hasTitleYear: this.hasTitleYear,
      hasUndated: own.includes(null),
      hasLatest: own.some((mark) => meansLatest(mark) || yearOf(mark) === t),
      hasRecentOne: own.some((mark) => (mark?.kind === "recent" || mark?.kind === "before") && mark.n === 1),
      hasRecentAndLast:
        own.some((mark) => mark?.kind === "recent" && mark.n === 1) && own.some((mark) => mark?.kind === "last"),
      hasNamedLatest: own.some((mark) => yearOf(mark) === t),
    };
  }

  /** True where a field says years in both ways and, with this t, one of them twice or an older one by its distance. */
  private clashes(t: number): boolean {
    for (const [field, own] of this.marksOf) {
      if (field.periods < 2 || field.ofJudgementYear) continue;
      const named = own.flatMap((mark) => yearOf(mark) ?? []).filter((year) => year <= t);
      if (named.length === 0) continue;
      const company = { ...this.company(field, t), hasNamedLatest: false };
      for (const mark of own) {
        if (mark?.kind === "year" || mark?.kind === "opening" || mark?.kind === "closing") continue;
        const back = relativeBack(mark, company)?.back;
        // People name old years and say recent ones by their distance.
        if (back !== undefined && named.some((year) => year >= t - back)) return true;
      }
    }
    return false;
  }

  /** The first year from the newest named on with which no field has one year twice; the newest named where there is none. */
  latest(newest: number, expected: number): number {
    for (let t = newest; t <= expected; t++) if (!this.clashes(t)) return t;
    return newest;
  }

  /** True where a yearly field stands without a year or under 本年, so that the title's year is its year. */
  speaksOfTitleYear(): boolean {
    return [...this.marksOf].some(
      ([field, own]) =>
        field.periods > 1 &&
        !field.ofJudgementYear &&
        own.some((mark) => mark === null || ["this", "opening", "closing"].includes(mark.kind)),
    );
  }

  /** True where years are only said by their distance from a year that is not in the sheet: 上年度, 前年. */
  looksBack(): boolean {
    return [...this.marksOf.values()].flat().some((mark) => mark?.kind === "last");
  }
}

/** How many years before the year of judgement a mark lies: 当年 is that year itself, whatever the accounts beside it are of. */
function judgementBack(mark: YearMark | null, year: number): YearBack | null {
  if (mark === null) return { back: 0, confidence: "sure" };
  switch (mark.kind) {
    case "year":
      return { back: year - mark.year, confidence: "sure" };
    case "this":
      return { back: 0, confidence: "sure" };
    case "last":
      return { back: 1, confidence: "sure" };
    case "back":
      return { back: mark.back, confidence: "likely" };
    case "recent":
      return { back: mark.n - 1, confidence: "likely" };
    case "before":
      return { back: mark.n, confidence: "likely" };
    case "year-before-last":
      return { back: 2, confidence: "likely" };
    default:
      return null;
  }
}

/**
 * Settles t and the years of all columns. `expected` is the last complete fiscal year by the as-of date; where the headings' newest year,
 * or else the title's, is older, that one is t.
 */
export function settleYears(columns: readonly DatedColumn[], expected: number, title: SheetYear | null): SheetYears {
  const years = new Years(columns, title !== null && !title.ofApplication);
  const newest = newestYear(columns, expected);
  let t = expected;
  let because: SheetYears["because"] = null;
  if (newest !== null) {
    t = years.latest(newest.year, expected);
    if (t < expected) because = { place: newest.cell, isAddress: true };
  } else if (title !== null && !title.ofApplication) {
    const said = years.speaksOfTitleYear() ? title.year : years.looksBack() ? title.year - 1 : expected;
    t = Math.min(said, expected);
    if (t < expected) because = title;
  }
  const moved = newest !== null && t > newest.year;
  return {
    t,
    because,
    namedByHeadings: newest !== null,
    yearOf: ({ ofJudgementYear }, back) => (ofJudgementYear ? expected + 1 : t) - back,
    backOf: ({ field, mark }) => {
      if (field === null) return null;
      if (field.ofJudgementYear) return judgementBack(mark, expected + 1);
      if (mark?.kind === "year") {
        if (mark.december === true && field.type === "money" && !isBalance(field)) {
          return { back: t - mark.year, confidence: "doubtful" };
        }
        return { back: t - mark.year + (mark.opening ? 1 : 0), confidence: mark.opening ? "likely" : "sure" };
      }
      const back = relativeBack(mark, years.company(field, t));
      // A year the sheet nowhere names was worked out from the ones beside it.
      return back !== null && moved && field.periods > 1 && back.confidence === "sure"
        ? { ...back, confidence: "likely" }
        : back;
    },
  };
}

/** Amounts of a day, not of a period: an end of December is the end of the year. */
const balances = new Set(["total_assets", "total_liabilities", "net_assets"]);

function isBalance(field: Field): boolean {
  return balances.has(field.id);
}
