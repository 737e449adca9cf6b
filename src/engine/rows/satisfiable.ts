/** Whether a test can hold at all: a check on rules, made when they are loaded. */
import type { Vocabulary } from "../../language/vocabulary";
import { FactColumns } from "../facts";
import { RowContext } from "./row-context";
import { bindTest, UNMET } from "./test-nodes";
import type { Comparison, Test } from "../../language/tree";

/**
 * True where no values meet the test: with every cell open it is already unmet (a share of at least 150 %), or a conjunction asks
 * the same field to lie in ranges that do not meet (`x >= 5 and x < 3`). Anything subtler is left alone.
 */
export function cannotHold(test: Test, vocabulary: Vocabulary): boolean {
  const context = new RowContext(new FactColumns(1, new Map()), vocabulary, 0, 0);
  const node = bindTest(test, context, []);
  node.evaluate(0);
  return node.verdict === UNMET || contradicts(test);
}

function contradicts(test: Test): boolean {
  switch (test.kind) {
    case "all":
      return test.parts.some(contradicts) || rangesExclude(test.parts.filter((part) => part.kind === "compare"));
    case "any":
      return test.parts.every(contradicts);
    default:
      return false;
  }
}

/** Whether comparisons of one quantity with constants leave no number between them. */
function rangesExclude(comparisons: readonly Comparison[]): boolean {
  const ranges = new Map<string, { lo: number; aboveLo: boolean; hi: number; belowHi: boolean }>();
  for (const { left, relation, right } of comparisons) {
    if (right.kind !== "constant") continue;
    const { value } = right;
    const key = JSON.stringify(left);
    const range = ranges.get(key) ?? { lo: -Infinity, aboveLo: false, hi: Infinity, belowHi: false };
    // The strictness that counts is that of the comparison which sets the end.
    if (relation === ">=" || relation === ">" || relation === "==") {
      if (value > range.lo || (value === range.lo && relation === ">"))
        Object.assign(range, { lo: value, aboveLo: relation === ">" });
    }
    if (relation === "<=" || relation === "<" || relation === "==") {
      if (value < range.hi || (value === range.hi && relation === "<"))
        Object.assign(range, { hi: value, belowHi: relation === "<" });
    }
    ranges.set(key, range);
    if (range.lo > range.hi || (range.lo === range.hi && (range.aboveLo || range.belowHi))) return true;
  }
  return false;
}
