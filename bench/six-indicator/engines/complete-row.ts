/** What the other engines are handed: none of them knows intervals or three values, so they see complete rows only. */
import type { SixRow } from "../rows";

export type CompleteRow = { readonly [Key in keyof SixRow]: number };

export function completeRow(row: SixRow): CompleteRow {
  const must = (value: number | null): number => {
    if (value === null) throw new RangeError("this engine takes complete rows only");
    return value;
  };
  return {
    revenue: must(row.revenue),
    rd_expense: must(row.rd_expense),
    main_revenue: must(row.main_revenue),
    main_revenue_1: must(row.main_revenue_1),
    total_assets: must(row.total_assets),
    total_liabilities: must(row.total_liabilities),
    ip_class1: must(row.ip_class1),
    ip_class1_own: must(row.ip_class1_own),
    ip_class1_high_value: must(row.ip_class1_high_value),
    ip_class2: must(row.ip_class2),
    strategic_industry: must(row.strategic_industry),
  };
}

/** An engine of others, set up for the six indicators. */
export interface OtherEngine {
  readonly name: string;
  /** How many rows one call works through: enough for a steady rate. */
  readonly rows: number;
  /** Points and verdict (2 passes, 0 fails) of every row. */
  readonly score: (rows: readonly CompleteRow[]) => OtherAnswers | Promise<OtherAnswers>;
}

export interface OtherAnswers {
  readonly status: Uint8Array;
  readonly low: Float64Array;
}

/** The lines and points all of them are given; as in the hand-written loop, a line takes in what division rounds away from it. */
export const EPSILON = 1e-10;
export const RD = [
  [0.05, 20],
  [0.03, 15],
  [0.02, 10],
  [0.01, 5],
] as const;
export const GROWTH = [
  [0.15, 20],
  [0.1, 15],
  [0.05, 10],
  [0, 5],
] as const;
export const DEBT = [
  [0.55, 10],
  [0.75, 5],
] as const;
export const MAIN = [
  [0.7, 20],
  [0.6, 15],
  [0.55, 10],
  [0.5, 5],
] as const;
export const IP = [
  ["ip_class1_high_value", 20],
  ["ip_class1_own", 15],
  ["ip_class1", 10],
  ["ip_class2", 5],
] as const;
