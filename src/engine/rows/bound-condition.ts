/** One condition bound to a sheet's columns, for the row path. */
import { fieldsOfTest } from "../../language/tree";
import type { AskedCondition } from "../../policy/lower";
import type { Condition } from "../../policy/rule-set";
import type { RowContext, Watch } from "./row-context";
import { Openings } from "./openings";
import { bindTest, MET, UNKNOWN, type ComparisonNode, type TestNode } from "./test-nodes";

export class BoundCondition implements TestNode {
  verdict = UNKNOWN;
  /** A general condition taken as holding in the row last evaluated, because the sheet does not speak of it. */
  assumed = false;
  readonly condition: Condition;
  /** From left to right. */
  readonly comparisons: readonly ComparisonNode[];
  private readonly test: TestNode;
  private readonly assumable: boolean;
  private readonly watch: Watch | null;

  constructor(
    { condition, assumable }: AskedCondition,
    private readonly context: RowContext,
    assumeGeneral: boolean,
  ) {
    const comparisons: ComparisonNode[] = [];
    this.condition = condition;
    this.test = bindTest(condition.test, context, comparisons);
    this.comparisons = comparisons;
    this.assumable = assumable && assumeGeneral;
    this.watch = context.watch?.(fieldsOfTest(condition.test)) ?? null;
  }

  evaluate(row: number): void {
    if (this.watch?.mayDiffer() === false) return;
    this.test.evaluate(row);
    this.verdict = this.test.verdict;
    this.assumed = this.assumable && this.verdict === UNKNOWN && this.lacksOnlyColumns();
    if (this.assumed) this.verdict = MET;
  }

  missing(into: Openings): void {
    this.test.missing(into);
  }

  private lacksOnlyColumns(): boolean {
    const open = new Openings();
    this.test.missing(open);
    return !open.isEmpty && !open.slots().some((key) => this.context.speaksOf(key));
  }
}
