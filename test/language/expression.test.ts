/** Expressions by data: what they are worth on given cells, on the row path and on the columnar path, and how wrong ones are refused. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { exampleOf } from "../../src/policy/examples";
import type { Condition, Requirements } from "../../src/policy/rule-set";
import type { Vocabulary } from "../../src/language/vocabulary";
import { serialOfIso } from "../../src/words/calendar";
import { FactColumns } from "../../src/engine/facts";
import { ExpressionError } from "../../src/language/grammar";
import { Openings } from "../../src/engine/rows/openings";
import { bindQuantity } from "../../src/engine/rows/quantity-nodes";
import { RowContext } from "../../src/engine/rows/row-context";
import { parseQuantity, parseTest } from "../../src/language/resolve-expression";
import { scoreColumns } from "../../src/engine/columns/score-columns";
import { bindTest, MET, UNMET } from "../../src/engine/rows/test-nodes";
import type { Test } from "../../src/language/tree";
import { theRelease } from "../release";

const given = z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()])).default({});
const interval = z.union([z.number(), z.literal("undefined"), z.tuple([z.unknown(), z.unknown()])]);
const of = z.union([z.string(), z.number().transform(String)]);
const as_of = z.string().default("2026-11-21");

const table = z
  .strictObject({
    values: z.array(
      z.strictObject({
        about: z.string(),
        cases: z.array(z.strictObject({ of, given, as_of, is: interval })),
      }),
    ),
    tests: z.array(
      z.strictObject({
        about: z.string(),
        cases: z.array(
          z.strictObject({
            of,
            given,
            as_of,
            is: z.enum(["met", "unmet", "unknown"]),
            missing: z.array(z.string()).default([]),
          }),
        ),
      }),
    ),
    errors: z.array(
      z.strictObject({
        about: z.string(),
        cases: z.array(z.strictObject({ of, at: z.number(), reason: z.string(), fix: z.string() })),
      }),
    ),
  })
  .parse(parse(readFileSync(join(__dirname, "..", "cases", "rules", "expressions.yaml"), "utf8")));

const { vocabulary } = theRelease();

/** Three equal rows, so that a path that only reads the first one is seen. */
const ROWS = 3;

function contextOf(cells: z.infer<typeof given>, asOf: string): RowContext {
  const wrong: string[] = [];
  const { given: kept } = exampleOf(
    { name: { zh: "例", en: "Example" }, as_of: asOf, purpose: "new", given: cells, expect: {} },
    null,
    vocabulary,
    (key, reason) => wrong.push(`${key}: ${reason}`),
  );
  if (wrong.length > 0) throw new Error(wrong.join("; "));
  const columns = new Map(
    Object.entries(kept).map(([slot, value]) => [slot, new Float64Array(ROWS).fill(value ?? NaN)] as const),
  );
  const context = new RowContext(new FactColumns(ROWS, columns), vocabulary, serialOfIso(asOf) ?? NaN, 2025);
  context.row = ROWS - 1;
  return context;
}

function nameOf(text: string, cells: z.infer<typeof given>, asOf: string): string {
  const day = asOf === "2026-11-21" ? "" : ` on ${asOf}`;
  return `${text}${Object.keys(cells).length === 0 ? "" : ` with ${JSON.stringify(cells)}`}${day}`;
}

function ends(is: z.infer<typeof interval>): [number, number] {
  if (is === "undefined") return [NaN, NaN];
  return typeof is === "number" ? [is, is] : [Number(is[0]), Number(is[1])];
}

/** Rounded to 12 digits: doubles are exact only where a border asks for it, which exact.test.ts holds. */
function rounded({ lo, hi }: { lo: number; hi: number }): [number, number] {
  return [Number(lo.toPrecision(12)), Number(hi.toPrecision(12))];
}

for (const { about, cases } of table.values)
  describe(about, () => {
    for (const one of cases)
      test(`${nameOf(one.of, one.given, one.as_of)} is ${JSON.stringify(one.is)}`, () => {
        const [lo, hi] = ends(one.is);
        const context = contextOf(one.given, one.as_of);
        const { quantity } = parseQuantity(one.of, vocabulary);
        const node = bindQuantity(quantity, context);
        node.evaluate(ROWS - 1);
        expect(rounded(node)).toEqual(rounded({ lo, hi }));
      });
  });

/** A rule set of one condition. */
function alone(test: Test): Requirements {
  const text = { zh: "条件", en: "Condition" };
  const cited = { clause: "第一条", evidence: "confirmed", aspect: "growth", note: null } as const;
  const condition: Condition = { node: "condition", id: "only", text, ...cited, kind: "substance", test };
  return { general: [], conditions: [condition], routes: [], score: null };
}

const VERDICTS = ["unmet", "unknown", "met"];

for (const { about, cases } of table.tests)
  describe(about, () => {
    for (const one of cases)
      test(`${nameOf(one.of, one.given, one.as_of)} is ${one.is}`, () => {
        const context = contextOf(one.given, one.as_of);
        const tree = parseTest(one.of, vocabulary);
        const node = bindTest(tree, context, []);
        node.evaluate(ROWS - 1);
        expect(VERDICTS[node.verdict]).toBe(one.is);
        const open = new Openings();
        if (node.verdict !== MET && node.verdict !== UNMET) node.missing(open);
        expect([...open.missing].sort()).toEqual([...one.missing].sort());
        const { status } = scoreColumns(alone(tree), context.facts, vocabulary, { asOf: context.asOf, t: context.t });
        expect([...status].map((code) => VERDICTS[code])).toEqual(Array.from({ length: ROWS }, () => one.is));
      });
  });

function refusal(text: string): { at: number; reason: string; fix: string } | null {
  try {
    parseTest(text, vocabulary);
    return null;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { at: error.at + 1, reason: error.message, fix: error.fix.en };
  }
}

for (const { about, cases } of table.errors)
  describe(about, () => {
    for (const { of: text, at, reason, fix } of cases)
      test(`"${text}" is refused at column ${at}: ${reason}`, () => {
        expect(refusal(text)).toEqual({ at, reason, fix });
      });
  });

describe("A field with a definition", () => {
  /** As if sheets carried the debt ratio of two years. */
  const debtRatio = vocabulary.fields.get("debt_ratio");
  const twoYears: Vocabulary = {
    ...vocabulary,
    fields: new Map([
      ...vocabulary.fields,
      ...(debtRatio ? [["debt_ratio", { ...debtRatio, periods: 2 }] as const] : []),
    ]),
  };
  const verdictWith = (cells: Readonly<Record<string, number>>): string | undefined => {
    const context = new RowContext(FactColumns.fromRecord(cells), twoYears, 46347, 2025);
    const node = bindTest(parseTest("each(debt_ratio, 2) <= 70%", twoYears), context, []);
    node.evaluate(0);
    return VERDICTS[node.verdict];
  };

  test("is defined by the amounts of the same year", () => {
    const now = { total_liabilities: 70, total_assets: 100 };
    const before = (liabilities: number): Readonly<Record<string, number>> => ({
      "total_liabilities[t-1]": liabilities,
      "total_assets[t-1]": 100,
    });
    expect(verdictWith({ ...now, ...before(70) })).toBe("met");
    expect(verdictWith({ ...now, ...before(71) })).toBe("unmet");
    expect(verdictWith(now)).toBe("unknown");
    expect(verdictWith({ ...now, "debt_ratio[t-1]": 0.7 })).toBe("met");
  });
});

describe("A number alone", () => {
  test("may not be each of several years", () => {
    expect(() => parseQuantity("each(revenue, 2)", vocabulary)).toThrow("each(…) gives several numbers");
  });
});
