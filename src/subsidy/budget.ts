/** What a scheme would cost: riders, the share of them that qualifies, and the amount each gets, by scheme and place, month and year. */
import type { Text } from "../words/text";
import { baseOf, medicalOf, type Bases, type BaseArea } from "./bases";
import { product, sum } from "./money";
import type { Month } from "./month";
import { premiumsOf } from "./premiums";
import { shareOf, type Scheme } from "./schemes";
import { amountReasons } from "./subsidy-reasons";

export interface BudgetLine {
  readonly scheme: Scheme;
  /** Where the riders are insured. */
  readonly place: BaseArea;
  /** One of the categories the scheme pays another share for; "" for all others. */
  readonly category: string;
  readonly riders: number;
}

export interface BudgetRequest {
  readonly lines: readonly BudgetLine[];
  /** The share of the riders that qualifies, 0 to 1. */
  readonly eligibleShare: number;
  /** The share of the premium that is paid, 0 to 1; null for what each scheme pays. */
  readonly paidShare: number | null;
  readonly month: Month;
  /** The floor moved by this much, 0.05 for five percent up. Medical premiums stay: how they follow the floor was not published. */
  readonly floorChange: number;
}

export interface BudgetLineResult {
  readonly line: BudgetLine;
  /** Riders that qualify, to the nearest whole one. */
  readonly eligible: number;
  /** Yuan a rider a month; null where a base or premium was not found. */
  readonly each: number | null;
  readonly month: number | null;
  /** Twelve times the month: what the year costs if nothing changes. */
  readonly year: number | null;
  /** Why there is no amount; empty where there is one. */
  readonly why: readonly Text[];
}

export interface BudgetResult {
  readonly lines: readonly BudgetLineResult[];
  /** Yuan of all lines whose amount is known; null where there is none. */
  readonly month: number | null;
  readonly year: number | null;
  /** Riders of lines without an amount: the sums leave them out. */
  readonly ridersWithout: number;
}

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

function eachOf({ scheme, place, category }: BudgetLine, request: BudgetRequest, bases: Bases): number | null {
  const share = request.paidShare ?? shareOf(scheme, category);
  if (scheme.amount === null || share === null) return null;
  const amounts = scheme.amount.insurances.map((insurance) => {
    if (insurance === "medical") {
      const premium = medicalOf(place, request.month);
      return premium === null ? null : product(premium.amount, share);
    }
    const floor = baseOf(place, request.month)?.level.floor;
    if (floor === undefined) return null;
    // As for one rider: the premium itself is to the fen before the share is taken.
    return product(product(floor, 1 + request.floorChange, bases.rate), share);
  });
  const known = amounts.flatMap((one) => (one === null ? [] : [one]));
  return known.length === amounts.length ? sum(known) : null;
}

function lineResult(line: BudgetLine, request: BudgetRequest, bases: Bases): BudgetLineResult {
  const eligible = Math.round(line.riders * request.eligibleShare);
  const each = eachOf(line, request, bases);
  const { scheme, place, category } = line;
  const { parts } = premiumsOf(scheme, category, place, request.month, bases, null);
  const month = each === null ? null : product(each, eligible);
  return {
    line,
    eligible,
    each,
    month,
    year: month === null ? null : product(month, 12),
    why: each === null ? amountReasons(scheme, { area: place, doubt: null }, parts, request.month) : [],
  };
}

/** RangeError for shares outside 0 to 1, a floor moved to nothing or below, or riders that are no whole number from 0. */
export function budget(request: BudgetRequest, bases: Bases): BudgetResult {
  const { lines, eligibleShare, paidShare, floorChange } = request;
  for (const share of [eligibleShare, ...(paidShare === null ? [] : [paidShare])])
    if (!(share >= 0 && share <= 1)) throw new RangeError(`a share lies between 0 and 1, got ${share}`);
  if (!(floorChange > -1)) throw new RangeError(`the floor can't fall by all of itself, got ${floorChange}`);
  for (const { riders } of lines)
    if (!Number.isInteger(riders) || riders < 0)
      throw new RangeError(`riders are a whole number from 0, got ${riders}`);
  const results = lines.map((line) => lineResult(line, request, bases));
  const known = results.flatMap(({ month }) => (month === null ? [] : [month]));
  const month = known.length === 0 ? null : sum(known);
  return {
    lines: results,
    month,
    year: month === null ? null : product(month, 12),
    ridersWithout: results.reduce((total, one) => (one.month === null ? total + one.line.riders : total), 0),
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
