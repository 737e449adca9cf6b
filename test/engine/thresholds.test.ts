import { exampleFailures, tableFailures, thresholdTables } from "../check-rule-set";
import { allRuleSets, ruleSetOf } from "../release";

describe("Every line of every rule set, at it, just below and just above", () => {
  for (const table of thresholdTables()) {
    test(`${table.tier} ${table.edition} judges each line as the document says`, () => {
      expect(tableFailures(table, ruleSetOf(table.tier, table.edition))).toEqual([]);
    });
  }

  test("every rule set has a table", () => {
    const tables = new Set(thresholdTables().map(({ tier, edition }) => `${tier}/${edition}`));
    expect(
      allRuleSets()
        .map(({ tier, edition }) => `${tier}/${edition}`)
        .filter((id) => !tables.has(id)),
    ).toEqual([]);
  });
});

describe("The examples written into the rule sets come out as written", () => {
  for (const ruleSet of allRuleSets()) {
    test(`${ruleSet.tier} ${ruleSet.edition}`, () => {
      expect(ruleSet.examples.flatMap((example) => exampleFailures(example, ruleSet))).toEqual([]);
    });
  }
});
