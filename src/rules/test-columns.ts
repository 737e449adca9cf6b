/**
 * The columnar path for yes/no questions. Verdicts are 0, 1, 2 (unmet, unknown, met), so a comparison with an interval is the sum of
 * two comparisons and needs no branch. A row too close to a border is marked in `deferred` and left to the row path, which is exact.
 */
import { nearness } from "./exact";
import { bindColumn, BLOCK, type QuantityColumn } from "./quantity-columns";
import type { RowContext } from "./quantity-nodes";
import { bindTest, compareIntervals, MET, UNMET, type TestNode } from "./test-nodes";
import type { Comparison, Test } from "./tree";

export interface TestColumn {
  readonly verdict: Uint8Array;
  evaluate(start: number, count: number): void;
}

/** What the columns of one rule set share. */
export interface BlockContext {
  readonly row: RowContext;
  readonly quantities: Map<string, QuantityColumn>;
  /** 1 where the row path must decide; one byte a row of the block. */
  readonly deferred: Uint8Array;
}

export function bindTestColumn(test: Test, context: BlockContext): TestColumn {
  switch (test.kind) {
    case "compare":
      return test.right.kind === "constant" || test.right.kind === "as-of"
        ? new CompareWithLine(test, context)
        : new CompareColumns(test, context);
    case "not":
      return new NotColumn(bindTestColumn(test.part, context));
    case "not-large":
      return new RowByRow(bindTest(test, context.row, []), context);
    case "all":
    case "any":
    case "at-least": {
      const parts = test.parts.map((part) => bindTestColumn(part, context));
      return new EnoughColumn(parts, test.kind === "all" ? parts.length : test.kind === "any" ? 1 : test.count);
    }
  }
}

class CompareWithLine implements TestColumn {
  readonly verdict = new Uint8Array(BLOCK);
  private readonly left: QuantityColumn;
  private readonly line: number;
  private readonly margin: number;

  constructor(
    private readonly comparison: Comparison,
    private readonly context: BlockContext,
  ) {
    const { left, right } = comparison;
    this.left = bindColumn(left, context.row, context.quantities);
    this.line = right.kind === "constant" ? right.value : context.row.asOf;
    this.margin = nearness(left) * Math.max(1, Math.abs(this.line));
  }

  evaluate(start: number, count: number): void {
    const { left, verdict, line, margin } = this;
    left.evaluate(start, count);
    const { lo, hi } = left;
    switch (this.comparison.relation) {
      case ">=":
        for (let i = 0; i < count; i += 1) verdict[i] = Number((lo[i] ?? 0) >= line) + Number((hi[i] ?? 0) >= line);
        break;
      case ">":
        for (let i = 0; i < count; i += 1) verdict[i] = Number((lo[i] ?? 0) > line) + Number((hi[i] ?? 0) > line);
        break;
      case "<=":
        for (let i = 0; i < count; i += 1) verdict[i] = Number((lo[i] ?? 0) <= line) + Number((hi[i] ?? 0) <= line);
        break;
      case "<":
        for (let i = 0; i < count; i += 1) verdict[i] = Number((lo[i] ?? 0) < line) + Number((hi[i] ?? 0) < line);
        break;
      case "==":
        for (let i = 0; i < count; i += 1) {
          const a = lo[i] ?? NaN;
          const b = hi[i] ?? NaN;
          verdict[i] = a === b && a === line ? MET : a < b && a <= line && b >= line ? 1 : UNMET;
        }
    }
    if (margin > 0) markNear(lo, line, margin, this.context.deferred, count);
    if (margin > 0 && hi !== lo) markNear(hi, line, margin, this.context.deferred, count);
  }
}

function markNear(values: Float64Array, line: number, margin: number, deferred: Uint8Array, count: number): void {
  for (let i = 0; i < count; i += 1)
    deferred[i] = (deferred[i] ?? 0) | Number(Math.abs((values[i] ?? NaN) - line) <= margin);
}

/** A comparison of two computed sides; rules have few, so it takes the scalar way. */
class CompareColumns implements TestColumn {
  readonly verdict = new Uint8Array(BLOCK);
  private readonly left: QuantityColumn;
  private readonly right: QuantityColumn;

  constructor(
    private readonly comparison: Comparison,
    private readonly context: BlockContext,
  ) {
    this.left = bindColumn(comparison.left, context.row, context.quantities);
    this.right = bindColumn(comparison.right, context.row, context.quantities);
  }

  evaluate(start: number, count: number): void {
    const { left, right, comparison } = this;
    left.evaluate(start, count);
    right.evaluate(start, count);
    for (let i = 0; i < count; i += 1) {
      const a = { lo: left.lo[i] ?? NaN, hi: left.hi[i] ?? NaN };
      const b = { lo: right.lo[i] ?? NaN, hi: right.hi[i] ?? NaN };
      if (a.lo < a.hi || b.lo < b.hi) this.verdict[i] = compareIntervals(a, comparison.relation, b);
      else this.context.deferred[i] = 1;
    }
  }
}

class NotColumn implements TestColumn {
  readonly verdict = new Uint8Array(BLOCK);

  constructor(private readonly part: TestColumn) {}

  evaluate(start: number, count: number): void {
    this.part.evaluate(start, count);
    for (let i = 0; i < count; i += 1) this.verdict[i] = MET - (this.part.verdict[i] ?? 0);
  }
}

/** At least `needed` of the parts. `and` is the least verdict, `or` the greatest. */
export class EnoughColumn implements TestColumn {
  readonly verdict = new Uint8Array(BLOCK);
  private readonly possible = new Uint8Array(BLOCK);

  constructor(
    private readonly parts: readonly TestColumn[],
    private readonly needed: number,
  ) {}

  evaluate(start: number, count: number): void {
    const { parts, needed, verdict, possible } = this;
    for (const part of parts) part.evaluate(start, count);
    if (needed === parts.length || needed === 1) {
      const every = needed === parts.length;
      verdict.fill(every ? MET : UNMET, 0, count);
      for (const part of parts) {
        const other = part.verdict;
        if (every) for (let i = 0; i < count; i += 1) verdict[i] = Math.min(verdict[i] ?? 0, other[i] ?? 0);
        else for (let i = 0; i < count; i += 1) verdict[i] = Math.max(verdict[i] ?? 0, other[i] ?? 0);
      }
      return;
    }
    verdict.fill(0, 0, count);
    possible.fill(0, 0, count);
    for (const { verdict: other } of parts)
      for (let i = 0; i < count; i += 1) {
        verdict[i] = (verdict[i] ?? 0) + Number(other[i] === MET);
        possible[i] = (possible[i] ?? 0) + Number(other[i] !== UNMET);
      }
    for (let i = 0; i < count; i += 1)
      verdict[i] = Number((verdict[i] ?? 0) >= needed) + Number((possible[i] ?? 0) >= needed);
  }
}

/** A question without a columnar form is asked row by row. */
class RowByRow implements TestColumn {
  readonly verdict = new Uint8Array(BLOCK);

  constructor(
    private readonly node: TestNode,
    private readonly context: BlockContext,
  ) {}

  evaluate(start: number, count: number): void {
    for (let i = 0; i < count; i += 1) {
      this.context.row.row = start + i;
      this.node.evaluate(start + i);
      this.verdict[i] = this.node.verdict;
    }
  }
}
