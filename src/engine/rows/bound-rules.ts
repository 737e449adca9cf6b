/**
 * A rule set bound to a sheet's columns, for the row path: what it asks as nodes.
 * `Scorer` explains with it and `improve` searches with it, so both judge alike.
 */
import { foldAsked, lower, type Asked } from "../../policy/lower";
import type { Requirements } from "../../policy/rule-set";
import { BoundCondition } from "./bound-condition";
import { BoundPassing } from "./bound-passing";
import type { RowContext } from "./row-context";
import { Enough, MET, type TestNode } from "./test-nodes";

/** A demand of the rule set: its id is what `unmet` names. */
export interface Required {
  readonly asked: Asked;
  readonly node: TestNode;
}

export class BoundRules {
  /** Every condition of substance and beyond, in the order of the text. */
  readonly conditions: BoundCondition[] = [];
  readonly substance: readonly Required[];
  readonly passing: BoundPassing | null;
  readonly beyond: readonly Required[];

  constructor(
    requirements: Requirements,
    readonly context: RowContext,
    private readonly assumeGeneral: boolean,
  ) {
    const { substance, passing, beyond } = lower(requirements);
    const bind = (asked: Asked): Required => ({ asked, node: this.bind(asked) });
    this.substance = substance.map(bind);
    this.beyond = beyond.map(bind);
    this.passing =
      passing === null
        ? null
        : new BoundPassing(
            passing,
            passing.routes.map((route) => new BoundCondition(route, context, assumeGeneral)),
            context,
          );
  }

  /** Status of a row, without any explanation. */
  judge(row: number): number {
    this.context.row = row;
    const conditions = judgeAll(this.substance, row);
    if (this.passing === null) return conditions;
    this.passing.evaluate(row);
    return Math.min(conditions, this.passing.verdict);
  }

  private bind(asked: Asked): TestNode {
    return foldAsked<TestNode>(asked, {
      condition: (one) => {
        const bound = new BoundCondition(one, this.context, this.assumeGeneral);
        this.conditions.push(bound);
        return bound;
      },
      group: ({ count }, parts) => new Enough(parts, count),
    });
  }
}

/** The least verdict of the nodes; every one is evaluated. */
export function judgeAll(required: readonly Required[], row: number): number {
  let verdict = MET;
  for (const { node } of required) {
    node.evaluate(row);
    if (node.verdict < verdict) verdict = node.verdict;
  }
  return verdict;
}
