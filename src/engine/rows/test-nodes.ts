/**
 * The row path for yes/no questions, in Kleene's three values: met, unmet, unknown.
 * All parts are evaluated, also after the answer is clear: a result tells what did not fire too.
 */
import type { SizeIndustry } from "../../language/vocabulary";
import { compareDoubles, compareExactly, isNear, nearness, rounding, standingOn } from "../exact";
import type { Openings } from "./openings";
import type { QuantityNode } from "./quantity-node";
import { bindQuantity } from "./quantity-nodes";
import type { RowContext } from "./row-context";
import { LARGE, possibleSizes } from "../size-class";
import type { Comparison, Relation, Test } from "../../language/tree";

/** The three answers as numbers: `and` is the smallest, `or` the largest, `not` is 2 minus. */
export const UNMET = 0;
export const UNKNOWN = 1;
export const MET = 2;

export interface TestNode {
  verdict: number;
  evaluate(row: number): void;
  missing(into: Openings): void;
}

/** A comparison keeps the numbers it saw, for the explanation. */
export interface ComparisonNode extends TestNode {
  readonly left: QuantityNode;
  readonly right: QuantityNode;
  readonly comparison: Comparison;
}

/** Binds a test; the comparisons in it are also listed in `comparisons`, from left to right. */
export function bindTest(test: Test, context: RowContext, comparisons: ComparisonNode[]): TestNode {
  switch (test.kind) {
    case "compare": {
      const node = new Compare(test, context);
      comparisons.push(node);
      return node;
    }
    case "not":
      return new Not(bindTest(test.part, context, comparisons));
    case "not-large":
      return new NotLarge(context);
    case "all":
    case "any":
    case "at-least": {
      const parts = test.parts.map((part) => bindTest(part, context, comparisons));
      return new Enough(parts, test.kind === "all" ? parts.length : test.kind === "any" ? 1 : test.count);
    }
  }
}

class Compare implements ComparisonNode {
  verdict = UNKNOWN;
  readonly left: QuantityNode;
  readonly right: QuantityNode;
  private readonly relation: Relation;
  private readonly margin: number;
  private readonly rounding: number;

  constructor(
    readonly comparison: Comparison,
    private readonly context: RowContext,
  ) {
    this.left = bindQuantity(comparison.left, context);
    this.right = bindQuantity(comparison.right, context);
    this.relation = comparison.relation;
    this.margin = Math.max(nearness(comparison.left), nearness(comparison.right));
    this.rounding = Math.max(rounding(comparison.left), rounding(comparison.right));
  }

  evaluate(row: number): void {
    const { left, right, relation } = this;
    left.evaluate(row);
    right.evaluate(row);
    if (left.lo < left.hi || right.lo < right.hi) {
      const lo = standingOn(left.lo, right.hi, this.rounding);
      const hi = standingOn(left.hi, right.lo, this.rounding);
      this.verdict = compareIntervals({ lo, hi }, relation, right);
    } else if (isNear(left.lo, right.lo, this.margin)) {
      this.verdict = compareExactly(this.comparison, this.context) ? MET : UNMET;
    } else this.verdict = compareDoubles(left.lo, relation, right.lo) ? MET : UNMET;
  }

  missing(into: Openings): void {
    this.left.missing(into);
    this.right.missing(into);
  }
}

/** Met where it holds at every pair of values, unmet where at none. */
export function compareIntervals(
  left: { lo: number; hi: number },
  relation: Relation,
  right: { lo: number; hi: number },
): number {
  switch (relation) {
    case ">=":
      return left.lo >= right.hi ? MET : left.hi >= right.lo ? UNKNOWN : UNMET;
    case ">":
      return left.lo > right.hi ? MET : left.hi > right.lo ? UNKNOWN : UNMET;
    case "<=":
      return left.hi <= right.lo ? MET : left.lo <= right.hi ? UNKNOWN : UNMET;
    case "<":
      return left.hi < right.lo ? MET : left.lo < right.hi ? UNKNOWN : UNMET;
    case "==":
      return left.hi < right.lo || left.lo > right.hi ? UNMET : UNKNOWN;
  }
}

class Not implements TestNode {
  verdict = UNKNOWN;

  constructor(private readonly part: TestNode) {}

  evaluate(row: number): void {
    this.part.evaluate(row);
    this.verdict = MET - this.part.verdict;
  }

  missing(into: Openings): void {
    this.part.missing(into);
  }
}

/** At least `count` of the parts hold; all of them is `and`, one of them is `or`. */
export class Enough implements TestNode {
  verdict = UNKNOWN;

  constructor(
    private readonly parts: readonly TestNode[],
    private readonly count: number,
  ) {}

  evaluate(row: number): void {
    let met = 0;
    let unmet = 0;
    for (const part of this.parts) {
      part.evaluate(row);
      if (part.verdict === MET) met += 1;
      else if (part.verdict === UNMET) unmet += 1;
    }
    this.verdict = met >= this.count ? MET : this.parts.length - unmet < this.count ? UNMET : UNKNOWN;
  }

  missing(into: Openings): void {
    for (const part of this.parts) if (part.verdict === UNKNOWN) part.missing(into);
  }
}

/** 国统字〔2017〕213号: an enterprise is large only if every measure of its industry reaches the large bound. */
class NotLarge implements TestNode {
  verdict = UNKNOWN;
  private readonly industry: QuantityNode;
  private readonly measures: ReadonlyMap<string, QuantityNode>;
  private readonly industries: readonly SizeIndustry[];
  private row = 0;

  constructor(private readonly context: RowContext) {
    const cell = (field: string): QuantityNode => bindQuantity({ kind: "field", field, back: 0 }, context);
    this.industry = cell("industry");
    this.measures = new Map(["employees", "revenue", "total_assets"].map((field) => [field, cell(field)]));
    this.industries = context.vocabulary.sizeIndustries;
  }

  evaluate(row: number): void {
    this.row = row;
    this.industry.evaluate(row);
    for (const measure of this.measures.values()) measure.evaluate(row);
    this.verdict = this.judge(this.candidates());
  }

  /** The industries the enterprise may belong to: its own, or every one where that is not known. */
  private candidates(): readonly SizeIndustry[] {
    const index = this.context.column("industry", 0)?.[this.row] ?? NaN;
    const known = this.industries[index];
    return known ? [known] : this.industries;
  }

  private judge(industries: readonly SizeIndustry[]): number {
    const { least, most } = possibleSizes(industries, (field) => this.measures.get(field) ?? { lo: 0, hi: Infinity });
    return most < LARGE ? MET : least === LARGE ? UNMET : UNKNOWN;
  }

  missing(into: Openings): void {
    this.industry.missing(into);
    for (const industry of this.candidates()) {
      if (this.judge([industry]) !== UNKNOWN) continue;
      for (const { field } of industry.measures) this.measures.get(field)?.missing(into);
    }
  }
}
