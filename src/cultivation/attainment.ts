/**
 * How far a condition is attained, as one number: what is there over what is asked for, held between 0 and 1.5.
 *
 * - at least (≥, ＞): actual / required; at most (≤, ＜): required / actual. A line of 0 or below gives no ratio: 1 or 0.
 * - yes or no, choices, titles and the size class: 1 where they hold, 0 where they don't.
 * - all of: the weakest part; any of: the strongest; at least n of: the nth strongest; not: 1 or 0.
 * - what holds is never below 1, what fails never above 0.99, so that the index and the verdict can't contradict each other.
 * - what is not known yet, and a general condition taken as holding without a column, is null: never 0.
 */
import type { ConditionNode, ScoreItem, Score } from "../policy/rule-set";
import type { Vocabulary } from "../language/vocabulary";
import type { Check, ConditionOutcome, ItemOutcome } from "../engine/rows/evaluate";
import type { Comparison, Test } from "../language/tree";

/** The most an index shows: half as much again as the line asks for. */
export const MOST = 1.5;
/** The most an index shows where the condition fails. */
const JUST_BELOW = 0.99;

/** Null where it is not known. */
export function conditionAttainment(outcome: ConditionOutcome, vocabulary: Vocabulary): number | null {
  const { verdict, assumed, checks, condition } = outcome;
  if (assumed || verdict === "unknown") return null;
  const met = verdict === "met";
  const index = new ChecksInOrder(checks, vocabulary).of(condition.test) ?? (met ? 1 : 0);
  return met ? Math.max(index, 1) : Math.min(index, JUST_BELOW);
}

/** Walks a test beside its checks, which stand in the order of its comparisons. */
class ChecksInOrder {
  private at = 0;

  constructor(
    private readonly checks: readonly Check[],
    private readonly vocabulary: Vocabulary,
  ) {}

  of(test: Test): number | null {
    switch (test.kind) {
      case "compare": {
        const check = this.checks[this.at];
        this.at += 1;
        return check ? comparisonAttainment(check, test, this.vocabulary) : null;
      }
      case "not": {
        const part = this.of(test.part);
        return part === null ? null : part >= 1 ? 0 : 1;
      }
      case "not-large":
        return null;
      case "all":
        return nthStrongest(
          test.parts.map((part) => this.of(part)),
          Infinity,
        );
      case "any":
        return nthStrongest(
          test.parts.map((part) => this.of(part)),
          1,
        );
      case "at-least":
        return nthStrongest(
          test.parts.map((part) => this.of(part)),
          test.count,
        );
    }
  }
}

/** The nth strongest of the known parts, the weakest where there are fewer; null where none is known. */
export function nthStrongest(parts: readonly (number | null)[], n: number): number | null {
  const known = parts.filter((part) => part !== null).sort((a, b) => b - a);
  return known[Math.min(n, known.length) - 1] ?? null;
}

function comparisonAttainment(check: Check, comparison: Comparison, vocabulary: Vocabulary): number | null {
  const { verdict, lo, hi, requiredLo: required } = check;
  if (verdict === "unknown") return null;
  const { left, relation, right, dimension } = comparison;
  const met = verdict === "met";
  const plain = met ? 1 : 0;
  if (["flag", "choice", "validity"].includes(dimension) || relation === "==" || right.kind === "as-of") return plain;
  const rising = relation === ">=" || relation === ">";
  // `within(rank, 3)` first asks whether there is a rank at all: no measure of how good it is.
  if (met && rising && required === 1 && isRank(comparison, vocabulary)) return MOST;
  // Blanks may leave the number open where the verdict is settled: it is at least met, or at best as near as its nearer end.
  const actual = lo === hi ? lo : met ? NaN : rising ? hi : lo;
  if (!Number.isFinite(actual) || !(required > 0) || left.kind === "constant") return plain;
  const ratio = rising ? actual / required : actual > 0 ? required / actual : MOST;
  return Math.min(Math.max(ratio, 0), MOST);
}

function isRank({ left }: Comparison, vocabulary: Vocabulary): boolean {
  return (left.kind === "field" || left.kind === "otherwise") && vocabulary.fields.get(left.field)?.type === "rank";
}

/**
 * A scored item has no line of its own: the pass mark is shared out in proportion to the items' full marks, and the item's points are
 * compared with its share. Null while blanks leave the points open.
 */
export function itemAttainment({ item, lo, hi }: ItemOutcome, score: Score): number | null {
  if (lo !== hi) return null;
  const line = itemLine(item, score);
  return line > 0 ? Math.min(Math.max(lo / line, 0), MOST) : null;
}

/** The points of an item that its share of the pass mark comes to. */
export function itemLine(item: ScoreItem, score: Score): number {
  const most = score.groups.reduce((sum, { max }) => sum + max, 0);
  return most > 0 ? (item.max * score.pass.points) / most : 0;
}

/** A required condition or group: a group of alternatives counts as its strongest parts, and only for what it asks. */
export function nodeAttainment(
  node: ConditionNode,
  outcomeOf: (id: string) => ConditionOutcome | undefined,
  vocabulary: Vocabulary,
): number | null {
  if (node.node === "condition") {
    const outcome = outcomeOf(node.id);
    return outcome ? conditionAttainment(outcome, vocabulary) : null;
  }
  const parts = node.parts.map((part) => nodeAttainment(part, outcomeOf, vocabulary));
  const index = nthStrongest(parts, node.count);
  const known = parts.filter((part) => part !== null);
  // Enough parts hold, or too few can still hold: settled. Anything else waits for cells.
  const holding = known.filter((part) => part >= 1).length;
  const settled = holding >= node.count || holding + (parts.length - known.length) < node.count;
  return settled ? index : null;
}
