/**
 * What a plan can aim at: the tests of a rule set, bound to one record that can be edited, and the moves that would turn each true.
 */
import { conditionsAsked, type Asked } from "../../policy/lower";
import type { Scoring } from "../../policy/rule-set";
import type { Field } from "../../language/vocabulary";
import { boundary, type Trial } from "./boundaries";
import type { RowContext } from "./quantity-nodes";
import { bindTest, MET, UNMET, type ComparisonNode } from "./test-nodes";
import { comparisonsOf, fieldsOfQuantity, type Comparison, type Test } from "../../language/tree";

/** A field and the value nearest to its present one that would turn a comparison. */
export interface Move {
  readonly field: Field;
  readonly to: number;
}

/** A comparison to be turned true or, under a `not`, false; with the fields of the last year that may move. */
interface Target {
  readonly node: ComparisonNode;
  readonly want: boolean;
  readonly movable: readonly Field[];
}

/** All comparisons of a test, bound. */
export interface Goal {
  readonly targets: readonly Target[];
}

/** A way to more points: the goal to reach and what the item then gives. */
export interface Step {
  readonly goal: Goal;
  readonly points: number;
}

export function goalOf(test: Test, context: RowContext): Goal {
  const nodes: ComparisonNode[] = [];
  bindTest(test, context, nodes);
  const wants = wantsOf(test, true);
  return {
    targets: comparisonsOf(test).flatMap((comparison, index) => {
      const node = nodes[index];
      return node ? [{ node, want: wants[index] ?? true, movable: movableFields(comparison, context) }] : [];
    }),
  };
}

/** Whether each comparison of a test should hold, from left to right. */
function wantsOf(test: Test, want: boolean): boolean[] {
  switch (test.kind) {
    case "compare":
      return [want];
    case "not":
      return wantsOf(test.part, !want);
    case "not-large":
      return [];
    default:
      return test.parts.flatMap((part) => wantsOf(part, want));
  }
}

/** Only the last year's cells move: earlier years are history. A judgement is a person's to make, not a plan's. */
function movableFields(comparison: Comparison, context: RowContext): readonly Field[] {
  const read = [...fieldsOfQuantity(comparison.left), ...fieldsOfQuantity(comparison.right)];
  const ids = new Set(read.filter(({ back }) => back === 0).map(({ field }) => field));
  return [...ids].map((id) => context.field(id)).filter((field) => field.improve !== null && !field.judgement);
}

/** The goals of a demand, alternatives included: reaching one of them helps. */
export function goalsOf(asked: Asked, context: RowContext): readonly Goal[] {
  return conditionsAsked(asked).map(({ test }) => goalOf(test, context));
}

/** The steps by which an item can earn more. */
export function stepsOf(scoring: Scoring, context: RowContext): readonly Step[] {
  switch (scoring.kind) {
    case "bands":
      return scoring.bands.map(({ relation, cut, points }) => ({
        goal: goalOf(
          {
            kind: "compare",
            left: scoring.value,
            relation,
            right: { kind: "constant", value: cut },
            dimension: "plain",
          },
          context,
        ),
        points: points.high,
      }));
    case "first-of":
      return scoring.cases.map(({ when, points }) => ({ goal: goalOf(when, context), points: points.high }));
    case "better-of":
      return scoring.options.flatMap((option) => stepsOf(option, context));
    case "parts":
      return scoring.items.flatMap((item) =>
        stepsOf(item.scoring, context).map((step) => ({ ...step, points: scoring.max })),
      );
    case "mark":
      return scoring.fallback === null ? [] : stepsOf(scoring.fallback, context);
  }
}

/** Every single-field move that turns one of the goal's comparisons the way it should be; those of the fields that may move. */
export function movesOf(goal: Goal, trialOf: (field: Field) => Trial, may: (field: Field) => boolean): Move[] {
  const moves: Move[] = [];
  for (const { node, want, movable } of goal.targets) {
    if (!movable.some(may)) continue;
    // What stands already needs no move, whichever field it would be of.
    node.evaluate(0);
    if (node.verdict !== (want ? UNMET : MET)) continue;
    for (const field of movable) {
      if (!may(field)) continue;
      const to = boundary(node, want, trialOf(field));
      if (to !== null) moves.push({ field, to });
    }
  }
  return moves;
}
