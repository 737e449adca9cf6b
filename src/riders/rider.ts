/** What a rider's subsidy is judged from and what comes out, and the income test on plain numbers. */
import type { Verdict } from "../policy/rule-set";
import type { Text } from "../words/text";
import type { BaseArea, Bases } from "./bases";
import type { Month } from "./month";
import type { PremiumPart } from "./premiums";
import type { Scheme } from "./schemes";

/** What a sheet says of a rider; null where it says nothing. */
export interface Rider {
  readonly platform: string | null;
  readonly category: string | null;
  readonly workPlace: string | null;
  readonly insuredPlace: string | null;
  readonly month: Month | null;
  /** Yuan in the month of payment. */
  readonly income: number | null;
  /** Yuan in the months before, the latest first. */
  readonly earlier: readonly (number | null)[];
}

export interface SubsidyRules {
  readonly bases: Bases;
  readonly schemes: readonly Scheme[];
}

export interface SubsidyOptions {
  /** The months looked back at include the month of payment. */
  readonly includeCurrent: boolean;
  /**
   * Both hold the income test with the levels known in the month of payment. `at-the-time`: the amount as it was paid then; `settled`: by
   * the level that holds in the end, so with what is paid later.
   */
  readonly levels: "settled" | "at-the-time";
}

/** How one judgement uses levels; `retested` holds the income test as well with the levels that hold in the end. */
export type Counting = SubsidyOptions["levels"] | "retested";

/** One month of the income test. */
export interface MonthCheck {
  readonly month: Month;
  readonly current: boolean;
  readonly income: number | null;
  readonly floor: number | null;
  readonly verdict: Verdict;
}

export interface SubsidyOutcome {
  readonly scheme: Scheme | null;
  /** Where the income is tested and where the amount follows from; null where not given or not covered. */
  readonly workPlace: BaseArea | null;
  readonly insuredPlace: BaseArea | null;
  readonly status: Verdict;
  /** Why it is not due, or what leaves it open; empty where it is due. */
  readonly reasons: readonly Text[];
  /** Field ids of cells that could still change the answer. */
  readonly missing: readonly string[];
  readonly checks: readonly MonthCheck[];
  readonly parts: readonly PremiumPart[];
  /** Yuan to the fen: what is due; 0 where it is not due, null where either is not known. */
  readonly amount: number | null;
  /** What would be paid if the rider qualified; null where a base or a share is not known. */
  readonly fullAmount: number | null;
  /** The arithmetic written out: `4,433 × 20% × 50% = 443.30`. */
  readonly arithmetic: string;
  /** The first later month in which the test would be met if every income from now on reached the floor; null where it can't be told. */
  readonly nextMonth: Month | null;
}

/** Field ids of the incomes, this month's first. */
export const INCOME_FIELDS = [
  "income",
  "income_m1",
  "income_m2",
  "income_m3",
  "income_m4",
  "income_m5",
  "income_m6",
] as const;

/** Six months before the month of payment, the amount with what is paid later. */
export const DEFAULT_OPTIONS: SubsidyOptions = { includeCurrent: false, levels: "settled" };

/** Whether at least `count` of the verdicts are met, whatever the unknown ones turn out to be. */
export function atLeast(count: number, verdicts: readonly Verdict[]): Verdict {
  const met = verdicts.filter((one) => one === "met").length;
  const open = verdicts.filter((one) => one === "unknown").length;
  return met >= count ? "met" : met + open < count ? "unmet" : "unknown";
}

export function weakest(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes("unmet") ? "unmet" : verdicts.includes("unknown") ? "unknown" : "met";
}

/**
 * At least `least` of the earlier months reach the floor, and the current one too: the rule itself on plain numbers, for the function
 * of the same name and for riders. An income that is null is not known.
 */
export function incomeTest(
  current: number | null,
  earlier: readonly (number | null)[],
  floor: number,
  { least = 3, includeCurrent = false }: { readonly least?: number; readonly includeCurrent?: boolean } = {},
): Verdict {
  const reach = (income: number | null): Verdict => (income === null ? "unknown" : income >= floor ? "met" : "unmet");
  const looked = includeCurrent ? [reach(current), ...earlier.slice(0, -1).map(reach)] : earlier.map(reach);
  return weakest([reach(current), atLeast(least, looked)]);
}
