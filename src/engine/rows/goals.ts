/**
 * What a plan can aim at: the tests of a rule set, bound to one record that can be edited, and the moves that would turn each true.
 */
import { conditionsAsked, type Asked } from "../../policy/lower";
import type { Scoring } from "../../policy/rule-set";
import type { Field } from "../../language/vocabulary";
import { boundary } from "./boundaries";
import type { EditedRow, RowWatch } from "./edited-row";
import type { RowContext } from "./row-context";
import { bindTest, MET, UNMET, type ComparisonNode } from "./test-nodes";
import { comparisonsOf, fieldsOfQuantity, fieldsOfTest, type Comparison, type Test } from "../../language/tree";

/** A field and the value nearest to its present one that would turn a comparison. */
export interface Move {
  readonly field: Field;
  readonly to: number;
}

/**
 * A comparison to be turned true or, under a `not`, false; with the fields of the last year that may move. What was found of the row as it
 * was read is kept: most trials change nothing that a comparison reads.
 */
class Target {
  private readonly watch: RowWatch;
  /** The row that `fails` and `borders` are of. */
  private kept = 0;
  private fails = false;
  private borders: (number | null | undefined)[] = [];

  constructor(
    private readonly node: ComparisonNode,
    private readonly want: boolean,
    readonly movable: readonly Field[],
    private readonly row: EditedRow,
  ) {
    this.watch = row.watch(fieldsOfTest(node.comparison));
  }

  /** The moves that turn it, of the fields that may move. */
  moves(may: (field: Field) => boolean, into: Move[]): void {
    if (!this.movable.some(may)) return;
    const { asRead } = this.watch;
    // What stands already needs no move, whichever field it would be of.
    if (asRead === 0) {
      if (this.isFailing()) for (const field of this.movable) if (may(field)) add(field, this.border(field), into);
      return;
    }
    if (asRead !== this.kept) {
      this.kept = asRead;
      this.fails = this.isFailing();
      this.borders = this.movable.map(() => undefined);
    }
    if (!this.fails) return;
    for (const [at, field] of this.movable.entries()) {
      if (!may(field)) continue;
      let border = this.borders[at];
      if (border === undefined) this.borders[at] = border = this.border(field);
      add(field, border, into);
    }
  }

  private isFailing(): boolean {
    this.node.evaluate(0);
    return this.node.verdict === (this.want ? UNMET : MET);
  }

  private border(field: Field): number | null {
    return boundary(this.node, this.want, this.row.trialOf(field));
  }
}

function add(field: Field, to: number | null, into: Move[]): void {
  if (to !== null) into.push({ field, to });
}

/** A row to try changes on, and what binds tests to it. */
export interface TrialRow {
  readonly row: EditedRow;
  readonly context: RowContext;
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

export function goalOf(test: Test, { row, context }: TrialRow): Goal {
  const nodes: ComparisonNode[] = [];
  bindTest(test, context, nodes);
  const wants = wantsOf(test, true);
  return {
    targets: comparisonsOf(test).flatMap((comparison, index) => {
      const node = nodes[index];
      return node ? [new Target(node, wants[index] ?? true, movableFields(comparison, context), row)] : [];
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
export function goalsOf(asked: Asked, bound: TrialRow): readonly Goal[] {
  return conditionsAsked(asked).map(({ test }) => goalOf(test, bound));
}

/** The steps by which an item can earn more. */
export function stepsOf(scoring: Scoring, bound: TrialRow): readonly Step[] {
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
          bound,
        ),
        points: points.high,
      }));
    case "first-of":
      return scoring.cases.map(({ when, points }) => ({ goal: goalOf(when, bound), points: points.high }));
    case "better-of":
      return scoring.options.flatMap((option) => stepsOf(option, bound));
    case "parts":
      return scoring.items.flatMap((item) =>
        stepsOf(item.scoring, bound).map((step) => ({ ...step, points: scoring.max })),
      );
    case "mark":
      return scoring.fallback === null ? [] : stepsOf(scoring.fallback, bound);
  }
}

/** Every single-field move that turns one of the goal's comparisons the way it should be; those of the fields that may move. */
export function movesOf(goal: Goal, may: (field: Field) => boolean): Move[] {
  const moves: Move[] = [];
  for (const target of goal.targets) target.moves(may, moves);
  return moves;
}
