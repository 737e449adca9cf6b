/** The classes by revenue of Shandong's cluster document: above 500, above 300, about 100 billion yuan. */
import { valueOf, type Answer } from "./answer";
import type { Targets } from "./targets";

/** Indicator of the class, its line in 亿元, and whether the line itself counts (千亿元级) or must be exceeded (超过). */
const STEPS = [
  { indicator: "clusters-5000", line: 5_000, above: true, name: "5000亿元以上" },
  { indicator: "clusters-3000", line: 3_000, above: true, name: "3000亿元以上" },
  { indicator: "clusters-1000", line: 1_000, above: false, name: "千亿元级" },
] as const;

export interface RevenueStep {
  /** The highest class reached, in Chinese; "不到1000亿元" below all. */
  readonly reached: string;
  /** 亿元 short of the next class; null at the top. */
  readonly short: number | null;
}

/** The class of a cluster by its revenue (万元); null where it is not known. */
export function revenueStep(revenue: Answer, { indicators }: Pick<Targets, "indicators">): RevenueStep | null {
  const value = valueOf(revenue);
  if (value === null) return null;
  const amount = value / 10_000;
  const steps = STEPS.filter(({ indicator }) => indicators.some(({ id }) => id === indicator));
  const at = steps.findIndex(({ line, above }) => (above ? amount > line : amount >= line));
  const next = at < 0 ? steps.at(-1) : steps[at - 1];
  return {
    reached: at < 0 ? "不到1000亿元" : (steps[at]?.name ?? ""),
    short: next ? next.line - amount : null,
  };
}
