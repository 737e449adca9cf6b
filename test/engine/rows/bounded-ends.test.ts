import { FactColumns } from "../../../src/engine/facts";
import { RowContext } from "../../../src/engine/rows/row-context";
import { bindTest, UNKNOWN, UNMET } from "../../../src/engine/rows/test-nodes";
import { parseTest } from "../../../src/language/resolve-expression";
import { bindScoring } from "../../../src/engine/rows/score-nodes";
import { ruleSetOf, theRelease } from "../../release";

const { vocabulary } = theRelease();

/** Revenue is blank and at least its known part. */
function verdict(source: string, rdExpense: number, mainRevenue: number): number {
  const facts = FactColumns.fromRecord({ revenue: null, main_revenue: mainRevenue, rd_expense: rdExpense });
  const node = bindTest(parseTest(source, vocabulary), new RowContext(facts, vocabulary, 46_000, 2025), []);
  node.evaluate(0);
  return node.verdict;
}

test.each([
  ["at the line, where division rounds below it", "rd_expense / revenue >= 5%", 0.15, 3, UNKNOWN],
  ["just below the line", "rd_expense / revenue >= 5%", 0.1499, 3, UNMET],
  ["at a line that must be passed", "rd_expense / revenue > 5%", 0.15, 3, UNMET],
  ["above a line that must be passed", "rd_expense / revenue > 5%", 0.1501, 3, UNKNOWN],
])("The most a blank allows is held %s", (_, source, rd, main, expected) => {
  expect(verdict(source, rd, main)).toBe(expected);
});

test("The least growth a blank allows stands on the line of a band that division rounds below", () => {
  const item = ruleSetOf("specialized", "2022-08-01")
    .forPurpose.new.score?.groups.flatMap(({ items }) => items)
    .find(({ id }) => id === "main-growth");
  if (!item) throw new Error("the item is gone");
  // 8 % a year at the least, even where the last year brings nothing: 1679.9832 / 777.77 is 2.16.
  const facts = FactColumns.fromRecord({
    main_revenue: null,
    "main_revenue[t-1]": 1679.9832,
    "main_revenue[t-2]": 777.77,
  });
  const node = bindScoring(item.scoring, item, new RowContext(facts, vocabulary, 46_000, 2025));
  node.evaluate(0);
  expect([node.lo, node.hi]).toEqual([8, 10]);
});

test("The most growth a blank allows is below a line by an amount, however small beside it", () => {
  const growth = "mean_growth(main_revenue, 1) >= 5%";
  const facts = (revenue: number): FactColumns =>
    FactColumns.fromRecord({ revenue, main_revenue: null, "main_revenue[t-1]": 8058.824445 });
  const of = (revenue: number): number => {
    const node = bindTest(parseTest(growth, vocabulary), new RowContext(facts(revenue), vocabulary, 46_000, 2025), []);
    node.evaluate(0);
    return node.verdict;
  };
  // 5 % more than 8058.824445 is 8461.76566725.
  expect([of(8461.765667), of(8461.765668)]).toEqual([UNMET, UNKNOWN]);
});
