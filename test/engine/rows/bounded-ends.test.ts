import { FactColumns } from "../../../src/engine/facts";
import { RowContext } from "../../../src/engine/rows/row-context";
import { bindTest, UNKNOWN, UNMET } from "../../../src/engine/rows/test-nodes";
import { parseTest } from "../../../src/language/resolve-expression";
import { theRelease } from "../../release";

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
