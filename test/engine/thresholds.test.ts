import { exampleFailures, tableFailures, tablesOf, thresholdTables } from "../check-rule-set";
import { allRuleSets } from "../release";

const tables = thresholdTables();

describe("Every line of every rule set, at it, just below and just above", () => {
  for (const ruleSet of allRuleSets())
    test(`${ruleSet.file} (${String(ruleSet.place)}) judges each line as the document says`, () => {
      const own = tablesOf(ruleSet, tables);
      expect(own.length).toBeGreaterThan(0);
      expect(own.flatMap((table) => tableFailures(table, ruleSet))).toEqual([]);
    });

  test("every table is about a rule set", () => {
    const used = new Set(allRuleSets().flatMap((ruleSet) => tablesOf(ruleSet, tables)));
    expect(tables.filter((table) => !used.has(table)).map(({ tier, edition }) => `${tier}/${edition}`)).toEqual([]);
  });
});

describe("The examples written into the rule sets come out as written", () => {
  for (const ruleSet of allRuleSets().filter(({ examples }) => examples.length > 0)) {
    test(`${ruleSet.file} (${String(ruleSet.place)})`, () => {
      expect(ruleSet.examples.flatMap((example) => exampleFailures(example, ruleSet))).toEqual([]);
    });
  }
});
