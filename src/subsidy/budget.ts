/** What a scheme would cost: riders, the share of them that qualifies, and the amount each gets, by month and year. */
import { baseOf, type Place } from "./bases";
import { product, sum } from "./money";
import type { Month } from "./month";
import type { Bases } from "./bases";

export interface BudgetLine {
  readonly place: Place;
  readonly riders: number;
}

export interface BudgetRequest {
  readonly lines: readonly BudgetLine[];
  /** 0 to 1. */
  readonly eligibleShare: number;
  /** The share of the premium that is paid, 0 to 1. */
  readonly paidShare: number;
  readonly month: Month;
  /** The floor moved by this much, 0.05 for five percent up. */
  readonly floorChange: number;
}

export interface BudgetResult {
  readonly lines: readonly {
    readonly place: Place;
    /** Riders that qualify, to the nearest whole one. */
    readonly eligible: number;
    /** Yuan a rider a month; null where the base was not found. */
    readonly each: number | null;
    readonly month: number | null;
  }[];
  /** Yuan; null where a line is not known. */
  readonly month: number | null;
  readonly year: number | null;
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

/** RangeError for shares outside 0 to 1 or riders that are no whole number from 0. */
export function budget(
  { lines, eligibleShare, paidShare, month, floorChange }: BudgetRequest,
  bases: Bases,
): BudgetResult {
  for (const share of [eligibleShare, paidShare])
    if (!(share >= 0 && share <= 1)) throw new RangeError(`a share lies between 0 and 1, got ${share}`);
  const results = lines.map(({ place, riders }) => {
    if (!Number.isInteger(riders) || riders < 0)
      throw new RangeError(`riders are a whole number from 0, got ${riders}`);
    const floor = baseOf(place, month)?.level.floor ?? null;
    const each = floor === null ? null : product(floor, 1 + floorChange, bases.rate, paidShare);
    const eligible = Math.round(riders * eligibleShare);
    return { place, eligible, each, month: each === null ? null : product(each, eligible) };
  });
  const known = results.flatMap((line) => (line.month === null ? [] : [line.month]));
  const total = known.length === results.length ? sum(known) : null;
  return { lines: results, month: total, year: total === null ? null : product(total, 12) };
}
