import fc from "fast-check";
import type { Requirements, RuleSet } from "../../../src/policy/rule-set";
import { slot, type Field } from "../../../src/language/vocabulary";
import { grainOf, onGrain } from "../../../src/engine/rows/boundaries";
import { Scorer, type ScorerOptions } from "../../../src/engine/rows/evaluate";
import { FactColumns } from "../../../src/engine/facts";
import { Improver, type Change, type Improvement } from "../../../src/engine/rows/improve";
import { slotsOf } from "../../../src/policy/cells-read";
import { AS_OF, recordOf, tableFor, weakRow } from "../../random-rows";
import { allRuleSets, ruleSetOf, theRelease } from "../../release";

const { vocabulary } = theRelease();
const OPTIONS: ScorerOptions = { asOf: AS_OF, t: 2025 };

/** Marks of experts that leave the high-tech score far below its line. */
const HIGH_TECH_MARKS: readonly (readonly [string, number])[] = [
  ["ht_mark_tech_level", 4],
  ["ht_tech_level", 0],
  ["ht_mark_support", 0],
  ["ht_support_level", 0],
  ["ht_mark_ip_count", 13],
  ["ht_mark_ip_source", 50],
  ["ip_source", 0],
  ["ht_mark_standards", 1],
  ["standards_joined", 0],
  ["ht_mark_conversion", 0],
  ["ht_mark_rd_rules", 0],
  ["ht_mark_rd_body", 59.99],
  ["ht_mark_incentives", 50],
  ["ht_mark_talent", 0],
  ["ht_mark_net_assets", 0],
  ["ht_mark_sales", 0],
];

type Record_ = Readonly<Record<string, number>>;

function statusOf(requirements: Requirements, record: Record_): string {
  return new Scorer({ ...requirements, general: [] }, FactColumns.fromRecord(record), vocabulary, OPTIONS).evaluate(0)
    .status;
}

function improve(requirements: Requirements, record: Record_): Improvement {
  return new Improver(requirements, vocabulary, OPTIONS).improve(FactColumns.fromRecord(record), 0);
}

function fieldOf(id: string): Field {
  const field = vocabulary.fields.get(id);
  if (!field) throw new Error(id);
  return field;
}

/** The record after the changes; a whole follows its counted part. */
function applied(record: Record_, changes: readonly Change[]): Record_ {
  const result: Record<string, number> = { ...record };
  for (const { field, to, follows } of changes) {
    if (follows) continue;
    result[field] = to;
    const whole = fieldOf(field).partOf;
    if (whole !== null && fieldOf(field).type === "count" && to > (result[whole] ?? NaN)) result[whole] = to;
  }
  return result;
}

function oneStepLess({ field, from, to }: Change): number {
  const grain = grainOf(fieldOf(field));
  return onGrain(to - Math.sign(to - from) * grain, grain);
}

/** Random rows of a rule set that fail it. Rows where a part exceeds its whole are no rows of a real sheet. */
function failingRows(requirements: Requirements): fc.Arbitrary<Record_> {
  const plain = { ...requirements, general: [] };
  return fc
    .oneof(
      { weight: 3, arbitrary: weakRow(plain, vocabulary) },
      { weight: 1, arbitrary: tableFor(plain, vocabulary, 1).map((facts) => recordOf(facts, 0)) },
    )
    .filter(
      (record) =>
        [...vocabulary.fields.values()].every(
          ({ id, partOf }) => partOf === null || !((record[id] ?? NaN) > (record[partOf] ?? NaN)),
        ) && statusOf(plain, record) === "unmet",
    );
}

function movableFields(requirements: Requirements): Field[] {
  const ids = new Set([...slotsOf({ ...requirements, general: [] }, vocabulary)].filter((key) => !key.includes("[")));
  return [...ids].map(fieldOf).filter(({ improve: way, judgement }) => way !== null && !judgement);
}

/** Values a field could move to, from next to nothing to more than any line. */
function reach(field: Field, from: number): number[] {
  const up = field.improve === "up";
  const scale =
    field.type === "money"
      ? [0.0001, 1, 30, 100, 400, 600, 1000, 1500, 2000, 3000, 5000, 8000, 12_000, 20_000, 40_000, 1e6, 1e9]
      : [
          0.0001, 0.01, 0.03, 0.05, 0.1, 0.3, 0.5, 0.55, 0.7, 0.75, 0.8, 0.9, 1, 2, 3, 4, 5, 8, 10, 50, 60, 70, 75, 100,
          1e6,
        ];
  const grain = grainOf(field);
  return [...scale, ...scale.map((value) => (up ? from + value : from - value))]
    .map((value) => onGrain(value, grain))
    .filter((value) => (up ? value > from : value < from) && value >= field.min && value <= field.max);
}

describe("Each smallest change passes when applied, and nothing smaller does", () => {
  for (const ruleSet of allRuleSets()) {
    test(`${ruleSet.tier} ${ruleSet.edition}`, () => {
      const requirements = ruleSet.forPurpose.new;
      fc.assert(
        fc.property(failingRows(requirements), (record) => {
          const { plans } = improve(requirements, record);
          for (const plan of plans) {
            expect(statusOf(requirements, applied(record, plan.changes))).toBe(plan.reaches);
            const own = plan.changes.filter(({ follows }) => !follows);
            for (const change of own) {
              const less = own.map((one) => (one === change ? { ...one, to: oneStepLess(one) } : one));
              const dropped = less.filter(({ from, to }) => from !== to);
              expect(statusOf(requirements, applied(record, dropped))).toBe("unmet");
            }
          }
        }),
        { numRuns: 25, seed: 20260405 },
      );
    });
  }
});

/** Over a blank a first yuan may already make a failing ratio open; that is no plan, so this property is about full rows. */
function fullFailingRows(requirements: Requirements): fc.Arbitrary<Record_> {
  return failingRows(requirements).filter((record) => Object.values(record).every((value) => !Number.isNaN(value)));
}

describe("No plan has fewer fields", () => {
  for (const ruleSet of allRuleSets()) {
    test(`${ruleSet.tier} ${ruleSet.edition}: where the smallest plan takes two or more fields, no single one does, nor where none was found`, () => {
      const requirements = ruleSet.forPurpose.new;
      const movable = movableFields(requirements);
      fc.assert(
        fc.property(fullFailingRows(requirements), (record) => {
          const { plans, complete } = improve(requirements, record);
          const fewest = plans[0]?.changes.filter(({ follows }) => !follows).length ?? Infinity;
          if (fewest < 2 || !complete) return;
          for (const field of movable) {
            const from = record[slot(field.id)] ?? NaN;
            if (!Number.isFinite(from)) continue;
            const whole = field.partOf === null ? Infinity : (record[field.partOf] ?? Infinity);
            for (const to of reach(field, from)) {
              if (to > whole && field.type !== "count") continue;
              const parts = [...vocabulary.fields.values()].filter(({ partOf }) => partOf === field.id);
              if (parts.some(({ id }) => (record[id] ?? NaN) > to)) continue;
              expect([
                field.id,
                to,
                statusOf(requirements, applied(record, [{ field: field.id, from, to, follows: false }])),
              ]).toEqual([field.id, to, "unmet"]);
            }
          }
        }),
        { numRuns: 12, seed: 20260406 },
      );
    });
  }
});

describe("Plans as an adviser would write them", () => {
  const littleGiant: RuleSet = ruleSetOf("little-giant", "2026-04-01");
  const almost = {
    niche_years: 5,
    revenue: 4800,
    "revenue[t-1]": 4700,
    "revenue[t-2]": 4500,
    main_revenue: 4500,
    total_assets: 8000,
    total_liabilities: 6400,
    rd_expense: 300,
    "rd_expense[t-1]": 200,
    ip_class1_used: 2,
    niche_share_cn: 0.12,
    core_field: 1,
    key_link: 1,
    development_score: 65,
    national_award_rank: 0,
  };

  test("Revenue, debt, R&D and patents short of the 2026 little-giant lines: each raised to its line in raw figures", () => {
    const { plans } = improve(littleGiant.forPurpose.new, almost);
    expect(plans[0]?.changes.map(({ field, to }) => [field, to])).toEqual([
      ["revenue", 5000],
      ["total_liabilities", 6000],
      ["rd_expense", 1000],
      ["ip_class1_used", 4],
    ]);
  });

  test("A person's judgement and last year's accounts are named as blockers, never planned away", () => {
    const judged = improve(littleGiant.forPurpose.new, { ...almost, key_link: 0 });
    expect(judged).toMatchObject({ plans: [], blockers: ["key-link"] });
    const early = improve(littleGiant.forPurpose.new, { ...almost, niche_years: 2 });
    expect(early).toMatchObject({ plans: [], blockers: ["niche-years"] });
    const lastYear = improve(littleGiant.forPurpose.new, { ...almost, "rd_expense[t-1]": 100 });
    expect(lastYear).toMatchObject({ plans: [], blockers: ["rd-share"] });
  });

  test("A row that meets the rules, or is open, gets no plan", () => {
    const met = { ...almost, revenue: 5000, total_liabilities: 6000, rd_expense: 1000, ip_class1_used: 4 };
    expect(improve(littleGiant.forPurpose.new, met)).toEqual({ plans: [], blockers: [], complete: true });
  });

  test("A plan says of growth from a base of 0 that it stays open, and that nothing can be filled in", () => {
    const fails = { ...almost, revenue: 5000, total_liabilities: 6000, rd_expense: 1000, ip_class1_used: 3 };
    const { plans } = improve(littleGiant.forPurpose.new, { ...fails, "revenue[t-2]": 0 });
    expect(plans[0]).toMatchObject({
      changes: [{ field: "ip_class1_used", to: 4, follows: false }],
      reaches: "unknown",
      untold: true,
    });
    const blank = improve(littleGiant.forPurpose.new, { ...fails, "revenue[t-2]": NaN });
    expect(blank.plans[0]).toMatchObject({ reaches: "unknown", untold: false });
  });

  test("A border further away than any step can be counted ends the search", () => {
    const far = {
      founded: 0,
      core_ip: 1,
      ht_field: 1,
      rd_staff_ratio: 0.0001,
      rd_staff: 11,
      employees: 300,
      revenue: 3333.33,
      "revenue[t-1]": 0,
      "revenue[t-2]": 20000,
      rd_expense: 27172.9195,
      "rd_expense[t-1]": 0,
      "rd_expense[t-2]": 0,
      rd_expense_domestic: 0,
      "rd_expense_domestic[t-1]": 100,
      "rd_expense_domestic[t-2]": 20000,
      hightech_income_share: 0.06,
      hightech_income: 99.9999,
      total_income: 500,
      ip_class1: 0,
      ip_class2: 8,
      conversions_per_year: 9,
      total_assets: 200,
      total_liabilities: 1200,
      "total_assets[t-1]": 960,
      "total_liabilities[t-1]": 29999.9995,
      "total_assets[t-2]": 0,
      "total_liabilities[t-2]": 0.0006,
      ...Object.fromEntries(HIGH_TECH_MARKS),
    };
    const { plans } = improve(ruleSetOf("high-tech", "2016-01-01").forPurpose.new, far);
    expect(plans).toEqual([]);
  });

  test("Different paths are offered, the one with fewest fields first", () => {
    const { plans } = improve(ruleSetOf("innovative", "2022-08-01").forPurpose.new, {
      ip_class1: 0,
      ip_class2: 0,
      ip_class1_own: 0,
      ip_class1_high_value: 0,
      rd_expense: 20,
      revenue: 1000,
      main_revenue: 600,
      "main_revenue[t-1]": 590,
      debt_ratio: 0.6,
      strategic_industry: 0,
      national_award_rank: 0,
      provincial_award_rank: 0,
      high_tech_until: -Infinity,
      national_title: 0,
      rd_institution: 0,
      new_equity_3y: 0,
    });
    expect(plans.map(({ changes }) => changes.map(({ field, to }) => `${field} ${to}`))).toEqual([
      ["new_equity_3y 500"],
      ["rd_institution 4"],
      ["rd_expense 50", "main_revenue 649"],
    ]);
    expect(plans.map(({ slow }) => slow)).toEqual([false, true, false]);
  });
});
