/**
 * json-rules-engine: one rule a line, each with a single condition and the points it adds, so that no band needs two comparisons.
 * As its documentation advises, the engine is made once, facts are plain values (nothing to compute or cache during a run) and the
 * quotients are divided before it starts. It cannot add up events itself, so sums and floors are taken from its events.
 */
import { Engine, type RuleProperties } from "json-rules-engine";
import { DEBT, EPSILON, GROWTH, IP, MAIN, RD, type CompleteRow, type OtherEngine } from "./complete-row";

type Group = "innovation" | "growth" | "special";

/** Lines best first become increments: whoever reaches a line earns what it adds to the next lower one. */
function increments(
  group: Group,
  fact: string,
  operator: "greaterThanInclusive" | "lessThanInclusive",
  lines: readonly (readonly [number, number])[],
): RuleProperties[] {
  const slack = operator === "greaterThanInclusive" ? -EPSILON : EPSILON;
  return lines.map(([line, points], index) => ({
    conditions: { all: [{ fact, operator, value: line + slack }] },
    event: { type: group, params: { points: points - (lines[index + 1]?.[1] ?? 0) } },
  }));
}

/** The first right that is held counts: held itself, and none of the better ones. */
function firstHeld(): RuleProperties[] {
  return IP.map(([fact, points], index) => ({
    conditions: {
      all: [
        { fact, operator: "greaterThanInclusive", value: 1 },
        ...IP.slice(0, index).map(([better]) => ({ fact: better, operator: "lessThan", value: 1 })),
      ],
    },
    event: { type: "innovation", params: { points } },
  }));
}

const RULES: readonly RuleProperties[] = [
  ...firstHeld(),
  ...increments("innovation", "rd_share", "greaterThanInclusive", RD),
  ...increments("growth", "main_growth", "greaterThanInclusive", GROWTH),
  ...increments("growth", "debt_ratio", "lessThanInclusive", DEBT),
  ...increments("special", "strategic_industry", "greaterThanInclusive", [
    [1, 10],
    [0, 5],
  ]),
  ...increments("special", "main_share", "greaterThanInclusive", MAIN),
];

function factsOf(row: CompleteRow): Record<string, number> {
  return {
    ip_class1_high_value: row.ip_class1_high_value,
    ip_class1_own: row.ip_class1_own,
    ip_class1: row.ip_class1,
    ip_class2: row.ip_class2,
    strategic_industry: row.strategic_industry,
    rd_share: row.rd_expense / row.revenue,
    main_growth: row.main_revenue / row.main_revenue_1 - 1,
    debt_ratio: row.total_liabilities / row.total_assets,
    main_share: row.main_revenue / row.revenue,
  };
}

export function jsonRules(rows: number): OtherEngine {
  const engine = new Engine([...RULES]);
  return {
    name: "json-rules-engine",
    rows,
    score: async (given) => {
      const answers = { status: new Uint8Array(given.length), low: new Float64Array(given.length) };
      for (const [index, row] of given.entries()) {
        const { events } = await engine.run(factsOf(row));
        const points: Record<string, number> = { innovation: 0, growth: 0, special: 0 };
        for (const { type, params } of events) points[type] = (points[type] ?? 0) + Number(params?.points);
        const { innovation = 0, growth = 0, special = 0 } = points;
        const total = innovation + growth + special;
        answers.low[index] = total;
        answers.status[index] = total >= 60 && innovation >= 20 && growth >= 15 && special >= 15 ? 2 : 0;
      }
      return answers;
    },
  };
}
