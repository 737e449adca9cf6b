/** Borders that doubles get wrong, on the row path and on the columnar path. Amounts are counted in whole steps with BigInt here. */
import fc from "fast-check";
import { PROOFS } from "../../src/engine/rows/proofs";
import { loadPolicy } from "../../src/policy/load-criteria";
import { loadVocabulary } from "../../src/policy/load-vocabulary";
import type { Requirements } from "../../src/policy/rule-set";
import type { SeedFiles } from "../../src/policy/seed-file";
import type { Vocabulary } from "../../src/language/vocabulary";
import { Scorer, type ScorerOptions } from "../../src/engine/rows/evaluate";
import { asSheetNumber, FactColumns } from "../../src/engine/facts";
import { RowContext } from "../../src/engine/rows/row-context";
import { parseTest } from "../../src/language/resolve-expression";
import { scoreColumns, verdictOf } from "../../src/engine/columns/score-columns";
import { bindTest, MET, UNMET } from "../../src/engine/rows/test-nodes";

const OPTIONS: ScorerOptions = { asOf: 46347, t: 2025 };

const CITED = "zh: 样例, en: Sample, clause: 第一条, evidence: confirmed";
const MARKS = ["mark_a", "mark_b", "mark_c", "mark_d", "mark_e"];
const VOCABULARY: SeedFiles = new Map([
  [
    "vocabulary/fields.yaml",
    `fields:
  - { id: revenue, zh: 营业收入, en: Revenue, type: money, periods: 4 }
  - { id: rd_expense, zh: 研发费用, en: R&D expense, type: money, periods: 4 }
  - { id: total_assets, zh: 资产总额, en: Total assets, type: money, periods: 2 }
  - { id: total_liabilities, zh: 负债总额, en: Total liabilities, type: money, periods: 2 }
  - { id: debt_ratio, zh: 资产负债率, en: Debt ratio, type: share, max: none, otherwise: total_liabilities / total_assets }
${MARKS.map((id) => `  - { id: ${id}, zh: ${id}, en: ${id} points, type: points, max: 100 }`).join("\n")}
`,
  ],
  ["vocabulary/size-classes.yaml", "industries: []\n"],
  ["vocabulary/industries.yaml", "sections: []\n"],
  ["places.yaml", 'places: [{ id: shandong, code: "370000", zh: 山东省, en: Shandong }]\n'],
  ["vocabulary/words.yaml", "{ yes: [], no: [], blank: [], subtotal: [] }\n"],
  [
    "national/catalogue.yaml",
    'release: { checked: "2026-11-21" }\nladder: [sample]\ntiers:\n  - { id: sample, zh: 样例, en: Sample, editions: [{ edition: "2026" }] }\n',
  ],
]);
const vocabulary: Vocabulary = loadVocabulary(VOCABULARY);

/** A rule set of one score, loaded from text as from a file. */
function loaded(pass: string, most: number, items: readonly string[]): Requirements {
  const text = `tier: sample
edition: "2026"
name: { zh: 样例, en: Sample }
in_force: { from: "2026", until: null }
published: "2026"
last_checked: "2026-11-21"
document: { title: 样例, number: "", issuer: 样例 }
validity_years: null
status: current
general: null
conditions: []
score:
  id: score
  zh: 样例
  en: Sample
  clause: 第一条
  evidence: confirmed
  ${pass}
  groups:
    - id: all
      zh: 全部
      en: All
      max: ${most}
      items:
${items.map((item) => `        - ${item}`).join("\n")}
examples: [{ name: { zh: 样例, en: Sample }, as_of: "2026-11-21", given: {}, expect: {} }]
`;
  const policy = loadPolicy(new Map([...VOCABULARY, ["national/sample/2026.yaml", text]]), vocabulary, PROOFS);
  const [ruleSet] = policy.tiers.get("sample")?.editions ?? [];
  if (!ruleSet) throw new Error("the sample was not loaded");
  return ruleSet.forPurpose.new;
}

type Cells = Readonly<Record<string, number>>;

/** Rows of numbers as columns; a cell that only some rows have is blank in the others. */
function columnsOf(rows: readonly Cells[]): FactColumns {
  const slots = new Set(rows.flatMap((row) => Object.keys(row)));
  const column = (slot: string): Float64Array => Float64Array.from(rows, (row) => asSheetNumber(row[slot] ?? NaN));
  return new FactColumns(rows.length, new Map([...slots].map((slot) => [slot, column(slot)])));
}

function verdict(expression: string, cells: Cells): string {
  const context = new RowContext(FactColumns.fromRecord(cells), vocabulary, OPTIONS.asOf, OPTIONS.t);
  const node = bindTest(parseTest(expression, vocabulary), context, []);
  node.evaluate(0);
  return node.verdict === MET ? "met" : node.verdict === UNMET ? "unmet" : "unknown";
}

/** The points of each row, on both paths, which must agree. */
function pointsOf(requirements: Requirements, rows: readonly Cells[]): number[] {
  const facts = columnsOf(rows);
  const { scoreLow, scoreHigh } = scoreColumns(requirements, facts, vocabulary, OPTIONS);
  const scorer = new Scorer(requirements, facts, vocabulary, OPTIONS);
  return rows.map((_, row) => {
    const score = scorer.evaluate(row).score;
    expect([scoreLow[row], scoreHigh[row]]).toEqual([score?.lo, score?.hi]);
    expect(score?.lo).toBe(score?.hi);
    return score?.lo ?? NaN;
  });
}

/**
 * A value held against a line in every way, 1, 2, 4 … points each: >= > <= < as bands, then the same as tests.
 * On the line 1 + 4 + 16 + 64, below it 4 + 8 + 64 + 128, above it 1 + 2 + 16 + 32.
 */
const ON = 85;
const BELOW = 204;
const ABOVE = 51;

function everyWay(value: string, line: string): Requirements {
  const bands = ["at_least", "above", "at_most", "below"].map(
    (key, index) =>
      `{ id: band-${index}, ${CITED}, aspect: growth, max: ${2 ** index}, value: "${value}", bands: [{ ${key}: ${line}, points: ${2 ** index} }], otherwise: 0 }`,
  );
  const tests = [">=", ">", "<=", "<"].map(
    (relation, index) =>
      `{ id: case-${index}, ${CITED}, aspect: growth, max: ${16 * 2 ** index}, first_of: [{ when: "${value} ${relation} ${line}", points: ${16 * 2 ** index} }], otherwise: 0 }`,
  );
  return loaded("pass: 0", 255, [...bands, ...tests]);
}

/** 1234567n in steps of 10^-4 is 123.4567; the double nearest to it, as a cell would hold it. */
function decimal(steps: bigint, places: number): number {
  const digits = String(steps).padStart(places + 1, "0");
  return Number(`${digits.slice(0, -places)}.${digits.slice(-places)}`);
}

describe("A number on the line is on the line", () => {
  const cases: readonly (readonly [string, string, Cells])[] = [
    ["rd_expense / revenue", "3%", { rd_expense: 99.9999, revenue: 3333.33 }],
    ["rd_expense / revenue", "6%", { rd_expense: 0.06, revenue: 1 }],
    ["rd_expense / revenue", "7%", { rd_expense: 7.7, revenue: 110 }],
    ["rd_expense / revenue", "1.1%", { rd_expense: 0.1 + 0.2 + 0.03, revenue: 30 }],
    ["rd_expense", "0.3万", { rd_expense: 0.1 + 0.2 }],
    ["rd_expense", "3000元", { rd_expense: 0.3 }],
    ["rd_expense", "0.00003亿", { rd_expense: 0.1 + 0.2 }],
    ["sum(rd_expense, 2)", "0.3万", { rd_expense: 0.1, "rd_expense[t-1]": 0.2 }],
    ["sum(rd_expense, 3)", "0.6万", { rd_expense: 0.3, "rd_expense[t-1]": 0.2, "rd_expense[t-2]": 0.1 }],
    ["mean(rd_expense, 2)", "0.15万", { rd_expense: 0.1, "rd_expense[t-1]": 0.2 }],
    ["mean(rd_expense, 3)", "0.1万", { rd_expense: 0.1, "rd_expense[t-1]": 0.1, "rd_expense[t-2]": 0.1 }],
    ["total_assets - total_liabilities", "0.2万", { total_assets: 0.3, total_liabilities: 0.1 }],
    ["total_assets - total_liabilities", "0.1万", { total_assets: 123456789.12, total_liabilities: 123456789.02 }],
    [
      "(total_assets - total_liabilities) / revenue",
      "10%",
      { total_assets: 98765432.1, total_liabilities: 98765431.1, revenue: 10 },
    ],
    ["revenue * 3%", "99.9999万", { revenue: 3333.33 }],
    ["revenue * 5% + rd_expense", "0.5万", { revenue: 6, rd_expense: 0.2 }],
    ["debt_ratio", "70%", { total_liabilities: 2333.331, total_assets: 3333.33 }],
    ["debt_ratio", "70%", { debt_ratio: 0.1 + 0.6 }],
    ["growth(revenue)", "10%", { revenue: 1.21, "revenue[t-1]": 1.1 }],
    ["growth(revenue)", "5%", { revenue: 3499.9965, "revenue[t-1]": 3333.33 }],
    ["mean_growth(revenue, 2)", "15%", { revenue: 1.32, "revenue[t-1]": 1.1, "revenue[t-2]": 1 }],
    [
      "growth(total_assets - total_liabilities)",
      "10%",
      { total_assets: 10000.33, total_liabilities: 10000, "total_assets[t-1]": 5000.3, "total_liabilities[t-1]": 5000 },
    ],
    ["cagr(revenue, 2)", "5%", { revenue: 1102.5, "revenue[t-2]": 1000 }],
    ["cagr(revenue, 2)", "5%", { revenue: 3674.996325, "revenue[t-2]": 3333.33 }],
    ["cagr(revenue, 3)", "10%", { revenue: 1.331, "revenue[t-3]": 1 }],
    ["cagr(revenue, 2)", "20%", { revenue: 0.144, "revenue[t-2]": 0.1 }],
  ];

  for (const [value, line, cells] of cases)
    test(`${value} against ${line} with ${JSON.stringify(cells)}`, () => {
      expect(pointsOf(everyWay(value, line), [cells, cells])).toEqual([ON, ON]);
      expect(verdict(`${value} >= ${line}`, cells)).toBe("met");
      expect(verdict(`${value} > ${line}`, cells)).toBe("unmet");
      expect(verdict(`${value} == ${line}`, cells)).toBe("met");
    });

  test("a step of one yuan below it is below, above it above", () => {
    const near = (rd: number): Cells => ({ rd_expense: rd, revenue: 3333.33 });
    const rows = [near(99.9998), near(99.9999), near(100)];
    expect(pointsOf(everyWay("rd_expense / revenue", "3%"), rows)).toEqual([BELOW, ON, ABOVE]);
  });

  test("the last digit a sheet shows decides, 15 of them", () => {
    const near = (rd: number): Cells => ({ rd_expense: rd, revenue: 1000000000 });
    const rows = [near(29999999.9999999), near(30000000), near(30000000.0000001)];
    expect(pointsOf(everyWay("rd_expense / revenue", "3%"), rows)).toEqual([BELOW, ON, ABOVE]);
  });
});

/** Amounts in steps of one yuan (0.0001 万元), from 1 万元 to a hundred billion yuan; a step off them stays above 0. */
const amount = fc.bigInt({ min: 10_000n, max: 100_000_000_000n });

describe("A share of any revenue, taken exactly, is on its line", () => {
  test("for any percentage with one decimal, on both paths; one step less is below, one more above", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 1000n }),
        fc.array(amount, { minLength: 8, maxLength: 8 }),
        (perMille, revenues) => {
          const line = `${decimal(perMille, 1)}%`;
          // Steps of 10^-4 times thousandths are steps of 10^-7.
          const rows = revenues.flatMap((steps) =>
            [-1000n, 0n, 1000n].map((off) => ({
              rd_expense: decimal(steps * perMille + off, 7),
              revenue: decimal(steps, 4),
            })),
          );
          const wanted = revenues.flatMap(() => [BELOW, ON, ABOVE]);
          expect(pointsOf(everyWay("rd_expense / revenue", line), rows)).toEqual(wanted);
          for (const [index, cells] of rows.entries())
            expect(verdict(`rd_expense / revenue >= ${line}`, cells)).toBe(index % 3 === 0 ? "unmet" : "met");
        },
      ),
      { numRuns: 80, seed: 20260412 },
    );
  });

  test("also as an amount held against the share of the revenue", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 1000n }), amount, (perMille, steps) => {
        const revenue = decimal(steps, 4);
        const test = `rd_expense >= revenue * ${decimal(perMille, 1)}%`;
        const exact = steps * perMille;
        expect(verdict(test, { rd_expense: decimal(exact, 7), revenue })).toBe("met");
        if (exact >= 1000n) expect(verdict(test, { rd_expense: decimal(exact - 1000n, 7), revenue })).toBe("unmet");
      }),
      { numRuns: 500, seed: 20260413 },
    );
  });
});

describe("Growth at the line is at the line", () => {
  // With eight decimals after it the product still has no more than the 15 digits a sheet keeps.
  const shortAmount = fc.bigInt({ min: 10_000n, max: 8_999_999_999n });

  test("5 % compound over two years is x and x times 1.1025, for any x", () => {
    const requirements = everyWay("cagr(revenue, 2)", "5%");
    fc.assert(
      fc.property(fc.array(shortAmount, { minLength: 20, maxLength: 20 }), (bases) => {
        // Steps of 10^-4 times 1.1025 are steps of 10^-8.
        const rows = bases.flatMap((steps) =>
          [-10_000n, 0n, 10_000n].map((off) => ({
            revenue: decimal(steps * 11025n + off, 8),
            "revenue[t-2]": decimal(steps, 4),
          })),
        );
        expect(pointsOf(requirements, rows)).toEqual(bases.flatMap(() => [BELOW, ON, ABOVE]));
      }),
      { numRuns: 20, seed: 20260414 },
    );
  });

  test("10 % on the year before, for any amount", () => {
    const requirements = everyWay("growth(revenue)", "10%");
    fc.assert(
      fc.property(fc.array(amount, { minLength: 20, maxLength: 20 }), (bases) => {
        const rows = bases.flatMap((steps) =>
          [-10n, 0n, 10n].map((off) => ({ revenue: decimal(steps * 11n + off, 5), "revenue[t-1]": decimal(steps, 4) })),
        );
        expect(pointsOf(requirements, rows)).toEqual(bases.flatMap(() => [BELOW, ON, ABOVE]));
      }),
      { numRuns: 20, seed: 20260415 },
    );
  });
});

describe("Sums of money are exact to the yuan", () => {
  test("three years added are their total, for any amounts", () => {
    fc.assert(
      fc.property(fc.tuple(amount, amount, amount), ([a, b, c]) => {
        const total = a + b + c;
        const cells = { revenue: decimal(a, 4), "revenue[t-1]": decimal(b, 4), "revenue[t-2]": decimal(c, 4) };
        expect(verdict(`sum(revenue, 3) == ${total}元`, cells)).toBe("met");
        expect(verdict(`sum(revenue, 3) >= ${total + 1n}元`, cells)).toBe("unmet");
        expect(verdict(`sum(revenue, 3) <= ${total - 1n}元`, cells)).toBe("unmet");
      }),
      { numRuns: 500, seed: 20260416 },
    );
  });

  test("assets less liabilities are the net assets, for any amounts", () => {
    fc.assert(
      fc.property(amount, amount, (net, liabilities) => {
        const cells = { total_assets: decimal(net + liabilities, 4), total_liabilities: decimal(liabilities, 4) };
        expect(verdict(`total_assets - total_liabilities == ${net}元`, cells)).toBe("met");
        expect(verdict(`total_assets - total_liabilities > ${net}元`, cells)).toBe("unmet");
        expect(verdict(`total_assets - total_liabilities < ${net}元`, cells)).toBe("unmet");
      }),
      { numRuns: 500, seed: 20260417 },
    );
  });
});

describe("Marks with decimals add up to what a person adds up to", () => {
  const items = MARKS.map(
    (id) => `{ id: ${id.replace("_", "-")}, ${CITED}, aspect: management, max: 100, mark: ${id} }`,
  );
  const statuses = (pass: string, rows: readonly Cells[]): string[] => {
    const requirements = loaded(pass, 500, items);
    const facts = columnsOf(rows);
    const { status } = scoreColumns(requirements, facts, vocabulary, OPTIONS);
    const scorer = new Scorer(requirements, facts, vocabulary, OPTIONS);
    return rows.map((_, row) => {
      expect(verdictOf(status[row])).toBe(scorer.evaluate(row).status);
      return scorer.evaluate(row).status;
    });
  };
  const marks = (...values: number[]): Cells => Object.fromEntries(MARKS.map((id, index) => [id, values[index] ?? 0]));

  test("19.06, 19.79, 9.02 and 12.13 reach 60", () => {
    const rows = [marks(19.06, 19.79, 9.02, 12.13), marks(19.06, 19.79, 9.02, 12.12)];
    expect(statuses("pass: 60", rows)).toEqual(["met", "unmet"]);
  });

  test("19.3, 10.3, 3.1, 1.7 and 25.6 do not exceed 60", () => {
    const rows = [marks(19.3, 10.3, 3.1, 1.7, 25.6), marks(19.3, 10.3, 3.1, 1.7, 25.7)];
    expect(statuses("pass_above: 60", rows)).toEqual(["unmet", "met"]);
  });

  test("the score is printed as the sum, not as its nearest double", () => {
    expect(pointsOf(loaded("pass: 60", 500, items), [marks(19.06, 19.79, 9.02, 12.13)])).toEqual([60]);
  });
});
