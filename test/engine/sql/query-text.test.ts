/** What the written SQL promises: its size, its comments, and that it refuses what it can't hold. */
import { DIALECTS, NotInSql } from "../../../src/engine/sql/dialect";
import { factor, plus, times } from "../../../src/engine/sql/amount";
import { everyRuleSet } from "./rule-set-list";
import { sqlCase } from "./sql-cases";

test.each(DIALECTS)("A tier of 2026 stays below 10 kB and every rule set below 60 kB in %s", (dialect) => {
  for (const set of everyRuleSet()) {
    const size = (explain: boolean): number => sqlCase(set, { dialect, count: 1, seed: 1, explain }).sql.length;
    expect([set.name, size(true) < 60_000]).toEqual([set.name, true]);
    if (set.edition.startsWith("2026") && set.place === null)
      expect([set.name, size(false) < 10_000]).toEqual([set.name, true]);
  }
});

test("Every condition carries its clause and its evidence", () => {
  const set = everyRuleSet().find(({ name }) => name === "specialized 2026-04-01 new");
  if (!set) throw new Error("the rule set is gone");
  const { sql } = sqlCase(set, { dialect: "duckdb", count: 1, seed: 1, explain: false });
  expect(sql).toContain("c_debt, -- 上年末资产负债率不高于80%（附件1第2项，confirmed）");
});

test("A product that a database would round is refused by name", () => {
  const wide = { sql: "a", whole: 20, scale: 6 };
  expect(() => times(wide, wide, "spark")).toThrow(
    new NotInSql("a product of 53 digits, more than the 38 a database keeps"),
  );
  expect(() => plus({ sql: "a", whole: 30, scale: 0 }, { sql: "b", whole: 1, scale: 8 })).toThrow(NotInSql);
});

test("A factor is written as the decimal it is", () => {
  expect(factor(0.03)).toEqual({ sql: "0.03", whole: 0, scale: 2 });
  expect(factor(1500)).toEqual({ sql: "1500", whole: 4, scale: 0 });
  expect(factor(-0.5).sql).toBe("-0.5");
});
