/** Which year a heading speaks of, in all the ways headings say it: 2025年, FY2025, 2025A, 上年度, 近两年, (t-1), 期末, 1-9月. */

export type YearMark =
  /**
   * `opening` is the start of the year, which for a balance is the end of the year before. `december` is a date in December without a word
   * for the year's end: the whole year for a balance, but maybe one month for an amount of a period.
   */
  | { readonly kind: "year"; readonly year: number; readonly opening: boolean; readonly december?: boolean }
  /** (t), (t-1), (t-2). */
  | { readonly kind: "back"; readonly back: number }
  /** 本年, 上年度, 前年: what they mean depends on which of them stand side by side. */
  | { readonly kind: "this" | "last" | "year-before-last" }
  /** 近两年 (recent 2), 前两年 (before 2). */
  | { readonly kind: "recent" | "before"; readonly n: number }
  /** 年初, 期末 without a year. */
  | { readonly kind: "opening" | "closing" }
  /** 上年同期: a whole year only where the column beside it is one. */
  | { readonly kind: "same-period" }
  /** Not one whole year: a part of one, or several; or not a fact yet, as 2025E and 2026年预计. */
  | { readonly kind: "part" | "span" | "forecast"; readonly text: string };

export interface TakenYear {
  readonly mark: YearMark;
  /** The text without the year. */
  readonly rest: string;
}

const chineseDigits = "零一二三四五六七八九";

function smallNumber(text: string): number {
  if (text === "两") return 2;
  const digit = chineseDigits.indexOf(text);
  return digit > 0 ? digit : Number(text);
}

const span = /(?<!\d)20\d\d(?:年度?)?(?:[-~–—、,/]|至|到|和|及)(?:20)?\d\d(?!\d)(?:年度?)/;
const spanOfYears = /(?<!\d)20\d\d(?:年度?)?(?:[-~–—、,/]|至|到|和|及)20\d\d(?!\d)(?:年度?)?/;
const monthsOfYear =
  /(?<!\d)(20\d\d|(?:1[5-9]|[2-4]\d)(?=年))年?(?:度)?(1[0-2]|0?[1-9])月?(?:[-~–—]|至|到)(1[0-2]|0?[1-9])月份?/;
const partOfYear =
  /(?<!\d)(?:20\d\d年?|(?:1[5-9]|[2-4]\d)年)(?:度)?(?:第?[一二三四1-4]季度?(?:报告?)?|[上下]半年度?|半年度?(?:报告?)?|中期?报告?|[一三]季报|季报|前[一二三四五六七八九十\d]+个?(?:季度|月)|同期)|20\d\d年?[-_]?(?:q[1-4](?:[-~至到]q?[1-4])?|h[12]|[1-4]q|[12]h|[369]m)(?!\w)|(?<![a-z\d])(?:q[1-4]|h[12]|[1-4]q|[12]h|[369]m)[-_]?(?:fy)?'?(?:20)?\d\d(?![\d年])|(?<![\d.])(?:1[5-9]|[2-4]\d)(?:q[1-4]|h[12]|[1-4]q|[12]h|[369]m)(?![a-z\d])/;
const yearMonth = [
  /(?:截[至止]到?)?(?<!\d)(20\d\d)年(1[0-2]|0?[1-9])月(?:份)?((?:3[01]|[12]\d|0?[1-9])日)?(末|底)?/,
  /(?:截[至止]到?)?(?<!\d)(20\d\d)[./-](1[0-2]|0?[1-9])[./-]((?:3[01]|[12]\d|0?[1-9])(?!\d)日?)()/,
  /(?:截[至止]到?)?(?<!\d)(20\d\d)[./-](1[0-2]|0?[1-9])月?(?![\d类])()(末|底)?/,
  /(?:截[至止]到?)?(?<!\d)(20\d\d)(1[0-2]|0[1-9])([0-3]\d)(?!\d)()/,
];
const estimated = /(?:fy'?)?(?<!\d)(?:20)?(?:1[5-9]|[2-4]\d)(?:[efpb]|年度?[ef])(?![a-z\d])/;
const wholeYear =
  /(?:截[至止]到?)?(?:fy'?|cy)?(?<!\d)(20\d\d)(?!\d)(?:(?:会计|财务|财政)?年度报告|年?年报(?![告表])|(?:会计|财务|财政)?年度?|fy|财年|a(?![a-z]))?(末|底|终|初|期末|期初)?(?:全年)?/;
const shortYear = [
  /fy'?(\d\d)(?!\d)(?:a(?![a-z]))?()/,
  /(?<![\d.])'?(1[5-9]|[2-4]\d)a(?![a-z\d])()/,
  /(?<![\d近前后第满.])'?(1[5-9]|[2-4]\d)年(?:年?报(?![告表])|度)?(末|底|初)?(?![以内来期限及])/,
];

/** 25年 is 2025. */
function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

/** Takes the first absolute year out of a heading (lower case, no blanks), or null where there is none. */
export function takeAbsoluteYear(text: string): TakenYear | null {
  const without = (match: RegExpExecArray): string =>
    text.slice(0, match.index) + text.slice(match.index + match[0].length);
  const several = spanOfYears.exec(text) ?? span.exec(text);
  if (several) return { mark: { kind: "span", text: several[0] }, rest: without(several) };
  const months = monthsOfYear.exec(text);
  if (months) {
    const whole = Number(months[2]) === 1 && Number(months[3]) === 12;
    return {
      mark: whole
        ? { kind: "year", year: fullYear(months[1] ?? ""), opening: false }
        : { kind: "part", text: months[0] },
      rest: without(months),
    };
  }
  const part = partOfYear.exec(text);
  if (part) return { mark: { kind: "part", text: part[0] }, rest: without(part) };
  for (const pattern of yearMonth) {
    const date = pattern.exec(text);
    if (!date) continue;
    const inFull = (date[3] ?? "") !== "" || (date[4] ?? "") !== "" || date[0].startsWith("截");
    const mark: YearMark =
      Number(date[2]) === 12
        ? { kind: "year", year: Number(date[1]), opening: false, ...(inFull ? {} : { december: true }) }
        : { kind: "part", text: date[0] };
    return { mark, rest: without(date) };
  }
  const estimate = estimated.exec(text);
  if (estimate) return { mark: { kind: "forecast", text: estimate[0] }, rest: without(estimate) };
  const whole = wholeYear.exec(text);
  if (whole) {
    const rest = without(whole);
    const another = wholeYear.exec(rest);
    if (another && another[1] !== whole[1]) return { mark: { kind: "span", text: whole[0] + another[0] }, rest };
    return { mark: { kind: "year", year: Number(whole[1]), opening: (whole[2] ?? "").endsWith("初") }, rest };
  }
  for (const pattern of shortYear) {
    const short = pattern.exec(text);
    if (short) {
      return {
        mark: { kind: "year", year: 2000 + Number(short[1]), opening: short[2] === "初" },
        rest: without(short),
      };
    }
  }
  return null;
}

/** 近三年内…, 近三年累计… speak of a stretch of years, not of one of them. */
const stretch = "度?末?(?:内|以?来|期间|间|累计|平均|合计|新增|总|均|复合|每|是否|有无|获|重大)";
const relativeYears: readonly { readonly pattern: RegExp; readonly mark: (match: RegExpExecArray) => YearMark }[] = [
  {
    pattern: /(?<![a-z])t-(\d)(?:年度?|期)?(?!\d)/,
    mark: (match) => ({ kind: "back", back: Number(match[1]) }),
  },
  {
    pattern: /^t(?:年度?|期)?$|(?<![a-z])t(?:年度?|期)|(?<=[\u4e00-\u9fff_-])t$/,
    mark: () => ({ kind: "back", back: 0 }),
  },
  { pattern: /上年度?同期(?:数|值|金额)?|去年同期(?:数|值|金额)?/, mark: () => ({ kind: "same-period" }) },
  { pattern: /报告期(?:末|内)?/, mark: () => ({ kind: "closing" }) },
  { pattern: /(?<!\d)1(?:[-~–—]|至|到)12月份?/, mark: () => ({ kind: "closing" }) },
  {
    pattern:
      /本年(?:\d+-\d+月|累计)|(?:本|上|当)(?:季度?|月)|(?:第?[一二三四]|前[二两三])(?:个)?季度|[上下]半年度?|(?<!\d)\d{1,2}(?:[-~–—]|至|到)\d{1,2}月份?/,
    mark: (match) => ({ kind: "part", text: match[0] }),
  },
  {
    pattern: new RegExp(`(?:最近|近)(?:的)?([一二两三四五1-5])个?(?:会计|完整)*年(?!${stretch})度?末?`),
    mark: (match) => ({ kind: "recent", n: smallNumber(match[1] ?? "") }),
  },
  {
    pattern: new RegExp(`(?<!目)前([一二两三四五1-5])个?(?:会计|完整)*年(?!${stretch})度?末?`),
    mark: (match) => ({ kind: "before", n: smallNumber(match[1] ?? "") }),
  },
  {
    pattern: /上上个?(?:会计)?年度?末?|再上一?年度?末?|(?<![目以年提])前年度?末?|yearbeforelast/,
    mark: () => ({ kind: "year-before-last" }),
  },
  {
    pattern:
      /(?:截[至止]到?)?(?<!以)上(?:一|1)?个?(?:会计|财务|财政)?年度?末?(?:金额|余额|数)?|上期末?(?:金额|余额|数)?|去年度?末?|last(?:fiscal|financial)?year/,
    mark: () => ({ kind: "last" }),
  },
  {
    pattern:
      /(?<!成|资)本(?:会计|财务)?年度?末?(?:金额|余额|数)?|当年度?末?|今年度?末?|本期末?(?:金额|余额|数)?|(?:current|this)(?:fiscal|financial)?year/,
    mark: () => ({ kind: "this" }),
  },
  { pattern: /(?:prior|previous)(?:fiscal|financial)?year/, mark: () => ({ kind: "before", n: 1 }) },
  { pattern: /(?:年|期)初(?:余额|数)?/, mark: () => ({ kind: "opening" }) },
  { pattern: /(?:年|期)(?:末|底)(?:余额|数)?/, mark: () => ({ kind: "closing" }) },
];

/** Takes a year said by its distance (上年度, 近两年, (t-1)) out of a heading, or null where there is none. */
export function takeRelativeYear(text: string): TakenYear | null {
  for (const { pattern, mark } of relativeYears) {
    const match = pattern.exec(text);
    if (match) {
      return { mark: mark(match), rest: text.slice(0, match.index) + text.slice(match.index + match[0].length) };
    }
  }
  return null;
}
