/**
 * What a scheme costs by scheme and place, month and year. A list that was judged costs exactly what its riders were found to get; riders
 * without a list, a share that is chosen, another floor or paid share make it an estimate, and the result says from what.
 */
import { clauseText } from "../words/clause";
import type { Text } from "../words/text";
import { baseOf, medicalOf, type Bases, type BaseArea } from "./bases";
import { product, sum } from "./money";
import type { Month } from "./month";
import { premiumsOf } from "./premiums";
import type { SubsidyOptions } from "./rider";
import { shareOf, type Scheme } from "./schemes";
import { amountReasons } from "./subsidy-reasons";

/** How the riders of a line were judged, one by one. */
export interface JudgedLine {
  /** Riders to whom an amount is due. */
  readonly due: number;
  /** What is due to them, whole fen. */
  readonly fen: number;
  /** Riders to whom it is due, but not known how much. */
  readonly withoutAmount: number;
  /** Riders whose answer is not known yet, and what they would get if all of them qualified, whole fen. */
  readonly open: number;
  readonly openFen: number;
}

export interface BudgetLine {
  readonly scheme: Scheme;
  /** Where the riders are insured. */
  readonly place: BaseArea;
  /** One of the categories the scheme pays another share for; "" for all others. */
  readonly category: string;
  readonly riders: number;
  /** The month of a list's riders; null for the month asked for. */
  readonly month: Month | null;
  /** Null for riders that were not judged. */
  readonly judged: JudgedLine | null;
}

export interface BudgetRequest {
  readonly lines: readonly BudgetLine[];
  /** The share of each line's riders that qualifies, 0 to 1; null for those that were found to, which needs a list that was judged. */
  readonly eligibleShare: number | null;
  /** The share of the premium that is paid, 0 to 1; null for what each scheme pays. */
  readonly paidShare: number | null;
  readonly month: Month;
  /** The floor moved by this much, 0.05 for five percent up. Medical premiums stay: how they follow the floor was not published. */
  readonly floorChange: number;
  /** As the list was counted; see `SubsidyOptions`. */
  readonly levels: SubsidyOptions["levels"];
  /** Where no amount a person was published, take the average that a document prints; it is no rider's amount. */
  readonly printedCosts: boolean;
}

export interface BudgetLineResult {
  readonly line: BudgetLine;
  /** Riders that qualify: those found to, else to the nearest whole one. */
  readonly eligible: number;
  /** Yuan a rider a month; null where a base or premium was not found. */
  readonly each: number | null;
  /** Yuan of the line's month. */
  readonly month: number | null;
  /** Twelve times the month: what the year costs if nothing changes. */
  readonly year: number | null;
  /** Why there is no amount; empty where there is one. */
  readonly why: readonly Text[];
}

export interface BudgetResult {
  readonly lines: readonly BudgetLineResult[];
  /** Yuan of all lines whose amount is known; null where there is none. Of a list of several months it is the sum of all of them. */
  readonly month: number | null;
  /** Twelve months at the average of those there are. */
  readonly year: number | null;
  /** Months the lines are of. */
  readonly months: readonly Month[];
  /** Riders whose amount is not known though they qualify, or may: the sums leave them out. */
  readonly ridersWithout: number;
  /** Riders of a list whose answer is not known yet, left out where the list decides, and what they would add. */
  readonly open: { readonly riders: number; readonly amount: number };
  /** What makes it an estimate; empty where it is the sum of the list. */
  readonly estimatedFrom: readonly Text[];
}

const ESTIMATES = {
  share: {
    zh: "每组都按同一个符合比例估计，不是逐人判断的结果",
    en: "every group is taken to qualify by the same share, nobody was judged one by one",
  },
  floor: {
    zh: "下限变了，符合的骑手没有重新判断",
    en: "the floor is moved, and who qualifies was not judged again",
  },
  paid: { zh: "补贴比例是自己定的", en: "the paid share was chosen" },
} as const satisfies Readonly<Record<string, Text>>;

/** Eligible shares the documents print, each for what it is; neither is a forecast. */
export const DOCUMENTED_SHARES = [
  {
    share: 0.18,
    text: {
      zh: "两个试点城市约22,000名骑手中约4,000名符合条件（分母含兼职和只跑过一单的骑手）",
      en: "About 4,000 of about 22,000 riders of two pilot cities qualified (part-timers and one-order riders counted)",
    },
  },
  {
    share: 0.8,
    text: {
      zh: "一名站长对本站骑手的估计：约八成",
      en: "One station manager's guess about the riders of that station: about 80 %",
    },
  },
] as const;

/** The printed average a line is reckoned with; null where none is asked for or printed. */
function printedOf({ scheme }: BudgetLine, { printedCosts }: BudgetRequest): Scheme["printed"] {
  return printedCosts && scheme.amount === null ? scheme.printed : null;
}

/** Where a printed average comes from: 京东全职骑手社保：约2,000元，《…》，每人每月…（仅见一处）. */
function printedText({ name }: Scheme, { amount, source }: NonNullable<Scheme["printed"]>): Text {
  return {
    zh: `${name.zh}按公布的平均数每人每月约${amount}元估计，不是哪一名骑手的金额（${source.document.zh}：${source.clause}）`,
    en: `${name.en} at the printed average of about ${amount} yuan a rider and month, which is nobody's own amount (${source.document.en}: ${clauseText(source.clause).en})`,
  };
}

function monthOf(line: BudgetLine, request: BudgetRequest): Month {
  return line.month ?? request.month;
}

function eachOf(line: BudgetLine, request: BudgetRequest, bases: Bases): number | null {
  const { scheme, place, category } = line;
  const share = request.paidShare ?? shareOf(scheme, category);
  const printed = printedOf(line, request);
  if (printed !== null) return printed.amount;
  if (scheme.amount === null || share === null) return null;
  const month = monthOf(line, request);
  const knownIn = request.levels === "at-the-time" ? month : null;
  const amounts = scheme.amount.insurances.map((insurance) => {
    if (insurance === "medical") {
      const premium = medicalOf(place, month);
      return premium === null ? null : product(premium.amount, share);
    }
    const floor = baseOf(place, month, knownIn)?.level.floor;
    if (floor === undefined) return null;
    // As for one rider: the premium itself is to the fen before the share is taken.
    return product(product(floor, 1 + request.floorChange, bases.rate), share);
  });
  const known = amounts.flatMap((one) => (one === null ? [] : [one]));
  return known.length === amounts.length ? sum(known) : null;
}

/** Nothing was moved, so that a line costs what its riders were found to get. */
function isAsJudged({ eligibleShare, paidShare, floorChange }: BudgetRequest): boolean {
  return eligibleShare === null && paidShare === null && floorChange === 0;
}

/** Yuan; null where it is due to riders, and to none of them an amount that is known. */
function foundSum({ due, fen, withoutAmount: unclear }: JudgedLine): number | null {
  return due === 0 && unclear > 0 ? null : fen / 100;
}

function lineResult(line: BudgetLine, request: BudgetRequest, bases: Bases): BudgetLineResult {
  const { scheme, place, category, judged } = line;
  const { eligibleShare } = request;
  const printed = printedOf(line, request);
  const due = judged === null ? 0 : judged.due + (printed === null ? 0 : judged.withoutAmount);
  const eligible = eligibleShare === null ? due : Math.round(line.riders * eligibleShare);
  const each = eachOf(line, request, bases);
  const exact = isAsJudged(request) && judged !== null && printed === null;
  const { parts } = premiumsOf(scheme, category, place, monthOf(line, request), bases, null);
  const month = exact ? foundSum(judged) : each === null ? null : product(each, eligible);
  return {
    line,
    eligible,
    each,
    month,
    year: month === null ? null : product(month, 12),
    why: month === null ? amountReasons(scheme, { area: place, doubt: null }, parts, monthOf(line, request)) : [],
  };
}

function withoutAmount({ line, month }: BudgetLineResult, request: BudgetRequest): number {
  const { eligibleShare } = request;
  if (eligibleShare === null && line.judged !== null && printedOf(line, request) === null)
    return line.judged.withoutAmount;
  return month === null ? line.riders : 0;
}

/** The printed averages a budget is reckoned with, each once. */
function printedTexts(request: BudgetRequest): readonly Text[] {
  const found = new Map<string, Text>();
  for (const line of request.lines) {
    const printed = printedOf(line, request);
    if (printed !== null) found.set(line.scheme.id, printedText(line.scheme, printed));
  }
  return [...found.values()];
}

/** RangeError for shares outside 0 to 1, a floor moved to nothing or below, or riders that are no whole number from 0. */
export function budget(request: BudgetRequest, bases: Bases): BudgetResult {
  const { lines, eligibleShare, paidShare, floorChange } = request;
  for (const share of [eligibleShare, paidShare])
    if (share !== null && !(share >= 0 && share <= 1))
      throw new RangeError(`a share lies between 0 and 1, got ${share}`);
  if (!(floorChange > -1)) throw new RangeError(`the floor can't fall by all of itself, got ${floorChange}`);
  for (const { riders } of lines)
    if (!Number.isInteger(riders) || riders < 0)
      throw new RangeError(`riders are a whole number from 0, got ${riders}`);
  if (eligibleShare === null && lines.some(({ judged }) => judged === null))
    throw new RangeError("riders that were not judged need a share that qualifies");
  const results = lines.map((line) => lineResult(line, request, bases));
  const known = results.flatMap(({ month }) => (month === null ? [] : [month]));
  const month = known.length === 0 ? null : sum(known);
  const months = [...new Set(lines.map((line) => monthOf(line, request)))].sort((a, b) => a - b);
  const judged = eligibleShare === null ? lines.flatMap((line) => (line.judged === null ? [] : [line.judged])) : [];
  return {
    lines: results,
    month,
    year: month === null ? null : Math.round((month * 1200) / months.length) / 100,
    months,
    ridersWithout: results.reduce((total, one) => total + withoutAmount(one, request), 0),
    open: {
      riders: judged.reduce((total, one) => total + one.open, 0),
      amount: judged.reduce((total, one) => total + one.openFen, 0) / 100,
    },
    estimatedFrom: [
      ...(eligibleShare === null ? [] : [ESTIMATES.share]),
      ...(floorChange === 0 ? [] : [ESTIMATES.floor]),
      ...(paidShare === null ? [] : [ESTIMATES.paid]),
      ...printedTexts(request),
    ],
  };
}

/** Steps the sensitivity is shown at. */
export const FLOOR_CHANGES = [-0.1, -0.05, 0, 0.05, 0.1] as const;
export const PAID_SHARES = [0.25, 0.5, 0.75, 1] as const;

export interface SensitivityPoint {
  readonly value: number;
  readonly month: number | null;
  readonly year: number | null;
}

/** What the whole budget comes to when one thing moves and the rest stays as asked for. */
export interface Sensitivity {
  readonly floor: readonly SensitivityPoint[];
  readonly paidShare: readonly SensitivityPoint[];
  readonly eligibleShare: readonly (SensitivityPoint & { readonly text: Text })[];
}

export function sensitivity(request: BudgetRequest, bases: Bases): Sensitivity {
  const at = (value: number, change: Partial<BudgetRequest>): SensitivityPoint => {
    const { month, year } = budget({ ...request, ...change }, bases);
    return { value, month, year };
  };
  return {
    floor: FLOOR_CHANGES.map((floorChange) => at(floorChange, { floorChange })),
    paidShare: PAID_SHARES.map((paidShare) => at(paidShare, { paidShare })),
    eligibleShare: DOCUMENTED_SHARES.map(({ share, text }) => ({ ...at(share, { eligibleShare: share }), text })),
  };
}
