/** The titles a row says it holds. A blank is not a no: the standing is then unknown. */
import { firstDay, lastDay } from "../policy/editions";
import type { RuleSet } from "../policy/rule-set";
import { dateOf, isoOfSerial, serialOf } from "../words/calendar";
import type { Facts } from "../engine/facts";
import type { TitleRule, YearlyUpdate } from "./cultivation";

export type TitleStanding = "valid" | "expired" | "none" | "unknown";

export interface HeldTitle {
  readonly tier: string;
  readonly field: string;
  readonly standing: TitleStanding;
  /** The last day, ISO; null where the sheet says only yes or no, or nothing. */
  readonly until: string | null;
  /** Days from the as-of day to the last one, negative after it; null without a date. */
  readonly daysLeft: number | null;
}

/** What the row says of one title on a day (serial). The last day still counts. */
export function heldTitle(rule: TitleRule, facts: Facts, row: number, asOf: number): HeldTitle {
  const value = facts.column(rule.field)?.[row] ?? NaN;
  const { tier, field } = rule;
  if (Number.isNaN(value)) return { tier, field, standing: "unknown", until: null, daysLeft: null };
  if (!Number.isFinite(value))
    return { tier, field, standing: value > 0 ? "valid" : "none", until: null, daysLeft: null };
  return {
    tier,
    field,
    standing: value >= asOf ? "valid" : "expired",
    until: isoOfSerial(value),
    daysLeft: Math.floor(value) - asOf,
  };
}

export interface Deadline {
  /** ISO. */
  readonly day: string;
  readonly update: YearlyUpdate;
}

/** The next yearly update owed on or after a day (serial), by the duty in force on its own day; null where no text gives one. */
export function nextUpdate(rule: TitleRule, asOf: number): Deadline | null {
  const { year } = dateOf(asOf);
  for (const candidate of [year, year + 1]) {
    for (const update of rule.updates) {
      const [month = 0, date = 0] = update.by.split("-").map(Number);
      const serial = serialOf(candidate, month, date);
      if (serial === null || serial < asOf) continue;
      const day = isoOfSerial(serial);
      if (firstDay(update.from) <= day && (update.until === null || day <= lastDay(update.until)))
        return { day, update };
    }
  }
  return null;
}

/**
 * True where a title's last day lies further ahead than its validity allows: the date is most likely mistyped.
 * Three years and one day from today can't be.
 */
export function isBeyondValidity({ daysLeft }: HeldTitle, edition: RuleSet | undefined, asOf: number): boolean {
  const years = edition?.validityYears ?? null;
  if (years === null || daysLeft === null) return false;
  const { year, month, day } = dateOf(asOf);
  const most = serialOf(year + years, month, day) ?? serialOf(year + years, 3, 1);
  return most !== null && asOf + daysLeft > most;
}
