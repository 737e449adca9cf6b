import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { parse } from "yaml";
import { z } from "zod";
import { conditionAttainment } from "../../src/cultivation/attainment";
import { AspectRules } from "../../src/cultivation/aspects";
import { FactColumns } from "../../src/engine/facts";
import { parseTest } from "../../src/language/resolve-expression";
import { Scorer } from "../../src/engine/rows/evaluate";
import type { Condition, Requirements } from "../../src/policy/rule-set";
import { allRuleSets, theRelease } from "../release";
import { AS_OF, tableFor } from "../random-rows";

const { vocabulary } = theRelease();
const OPTIONS = { asOf: AS_OF, t: 2025 };

const caseSchema = z.strictObject({
  name: z.string(),
  test: z.string(),
  kind: z.enum(["substance", "general"]).default("substance"),
  given: z.record(z.string(), z.number().nullable()),
  index: z.number().nullable(),
});
const cases = z
  .array(caseSchema)
  .parse(parse(readFileSync(join(__dirname, "..", "cases", "cultivation", "attainment.yaml"), "utf8")));

function requirementsOf(test: string, kind: Condition["kind"]): Requirements {
  const condition: Condition = {
    node: "condition",
    id: "one",
    text: { zh: "一", en: "one" },
    aspect: "innovation",
    kind,
    note: null,
    clause: "",
    evidence: "provisional",
    test: parseTest(test, vocabulary),
  };
  return kind === "general"
    ? { general: [condition], conditions: [], routes: [], score: null }
    : { general: [], conditions: [condition], routes: [], score: null };
}

describe("How far a condition is attained", () => {
  for (const { name, test: source, kind, given, index } of cases)
    test(name, () => {
      const scorer = new Scorer(requirementsOf(source, kind), FactColumns.fromRecord(given), vocabulary, OPTIONS);
      const [outcome] = scorer.evaluate(0).conditions;
      if (!outcome) throw new Error("there is no outcome");
      const found = conditionAttainment(outcome, vocabulary);
      if (index === null) expect(found).toBeNull();
      else expect(found).toBeCloseTo(index, 10);
    });
});

describe("Aspects of every rule set over random rows", () => {
  for (const edition of allRuleSets())
    test(`${edition.tier} ${edition.edition}: what is not known is counted apart, never as 0, and index and verdict agree`, () => {
      const requirements = edition.forPurpose.new;
      const rules = new AspectRules(requirements, vocabulary);
      fc.assert(
        fc.property(tableFor(requirements, vocabulary, 3), (facts) => {
          const scorer = new Scorer(requirements, facts, vocabulary, OPTIONS);
          for (let row = 0; row < 3; row += 1) {
            const outcome = scorer.evaluate(row);
            for (const one of outcome.conditions) {
              const index = conditionAttainment(one, vocabulary);
              expect(index === null).toBe(one.verdict === "unknown" || one.assumed);
              if (index !== null) expect(index >= 1 ? "met" : "unmet").toBe(one.verdict);
              if (index !== null) expect(index).toBeLessThanOrEqual(1.5);
            }
            for (const { index, known } of rules.of(outcome)) {
              expect(index === null).toBe(known === 0);
              if (index !== null) expect(index >= 0 && index <= 1.5).toBe(true);
            }
          }
        }),
        { numRuns: 15 },
      );
    });
});
