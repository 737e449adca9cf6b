/**
 * The columnar path for yes/no questions. Verdicts are 0, 1, 2 (unmet, unknown, met), so a comparison is two comparisons added up and
 * needs no branch. What it can't say in doubles - a number that is not plain, or one within rounding of the line - comes out as 1,
 * and those rows are then asked of the row path's own node: unknown if that says so too.
 */
import { BLOCK, compareWithLine, greatest, least, negate } from "./block-loops";
import { nearness } from "./exact";
import { bindColumn, type QuantityColumn } from "./quantity-columns";
import type { RowContext } from "./quantity-nodes";
import { bindTest, MET, UNKNOWN, UNMET, type TestNode } from "./test-nodes";
import { fieldsOfTest, type Comparison, type Relation, type Test } from "./tree";

export interface TestColumn {
  /** One verdict for each row of the block last evaluated. */
  readonly verdict: Uint8Array;
  evaluate(start: number, count: number): void;
}

/** What the columns of one rule set share. */
export interface BlockContext {
  readonly row: RowContext;
  readonly quantities: Map<string, QuantityColumn>;
}

export function bindTestColumn(test: Test, context: BlockContext): TestColumn {
  const { row } = context;
  const node = (): TestNode => bindTest(test, row, []);
  if (presentColumns(test, row) === 0) return new SameInEveryRow(node(), row);
  switch (test.kind) {
    case "compare":
      return test.right.kind === "constant" || test.right.kind === "as-of"
        ? new CompareWithLine(test, node(), context)
        : new RowByRow(node(), row);
    case "not":
      return new NotColumn(bindTestColumn(test.part, context));
    case "not-large":
      return new NotLargeColumn(node(), row);
    case "all":
    case "any":
    case "at-least": {
      const parts = test.parts.map((part) => bindTestColumn(part, context));
      return new EnoughColumn(parts, test.kind === "all" ? parts.length : test.kind === "any" ? 1 : test.count);
    }
  }
}

/** How many of the columns a test reads the sheet has. */
export function presentColumns(test: Test, row: RowContext): number {
  return fieldsOfTest(test).filter(({ field, back }) => row.column(field, back) !== undefined).length;
}

/** Puts the node's answer wherever the verdict is 1. */
export function askRows(verdict: Uint8Array, node: TestNode, row: RowContext, start: number, count: number): void {
  for (let i = verdict.indexOf(UNKNOWN); i >= 0 && i < count; i = verdict.indexOf(UNKNOWN, i + 1)) {
    row.row = start + i;
    node.evaluate(start + i);
    verdict[i] = node.verdict;
  }
}

/** A question about columns that the sheet lacks is asked once. */
export class SameInEveryRow implements TestColumn {
  readonly verdict = new Uint8Array(BLOCK);
  private asked = false;

  constructor(
    private readonly node: TestNode,
    private readonly row: RowContext,
  ) {}

  evaluate(start: number): void {
    if (this.asked) return;
    this.asked = true;
    this.row.row = start;
    this.node.evaluate(start);
    this.verdict.fill(this.node.verdict);
  }
}

class CompareWithLine implements TestColumn {
  readonly verdict = new Uint8Array(BLOCK);
  private readonly left: QuantityColumn;
  private readonly relation: Relation;
  /** Surely below the line, and surely on or above it; the numbers between them are left to the node. */
  private readonly below: number;
  private readonly above: number;

  constructor(
    { left, relation, right }: Comparison,
    private readonly node: TestNode,
    private readonly context: BlockContext,
  ) {
    this.left = bindColumn(left, context.row, context.quantities);
    this.relation = relation;
    const line = right.kind === "constant" ? right.value : context.row.asOf;
    const margin = marginAt(line, nearness(left));
    this.below = line - margin;
    this.above = line + margin;
  }

  evaluate(start: number, count: number): void {
    const { left, verdict } = this;
    left.evaluate(start, count);
    compareWithLine(left.values, this.relation, this.below, this.above, verdict, count);
    askRows(verdict, this.node, this.context.row, start, count);
  }
}

/**
 * How far from a line doubles can't be trusted, at least as wide as `isNear` has it: that measures by the larger of line and value.
 */
export function marginAt(line: number, near: number): number {
  return near * 1.001 * Math.max(1, Math.abs(line));
}

class NotColumn implements TestColumn {
  readonly verdict = new Uint8Array(BLOCK);

  constructor(private readonly part: TestColumn) {}

  evaluate(start: number, count: number): void {
    this.part.evaluate(start, count);
    negate(this.part.verdict, this.verdict, count);
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
    const { parts, needed, verdict } = this;
    for (const part of parts) part.evaluate(start, count);
    if (needed === parts.length) {
      verdict.fill(MET, 0, count);
      for (const part of parts) least(verdict, part.verdict, count);
    } else if (needed === 1) {
      verdict.fill(UNMET, 0, count);
      for (const part of parts) greatest(verdict, part.verdict, count);
    } else this.countMet(count);
  }

  private countMet(count: number): void {
    const { parts, needed, verdict, possible } = this;
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

/** Not large where any measure of the industry is under its bound; who reaches all that are known is left to the node. */
class NotLargeColumn implements TestColumn {
  readonly verdict = new Uint8Array(BLOCK);
  private readonly industries: number;
  private readonly bounds: readonly { readonly field: string; readonly byIndustry: Float64Array }[];

  constructor(
    private readonly node: TestNode,
    private readonly row: RowContext,
  ) {
    const { sizeIndustries } = row.vocabulary;
    this.industries = sizeIndustries.length;
    this.bounds = ["employees", "revenue", "total_assets"].map((field) => ({
      field,
      byIndustry: Float64Array.from(
        sizeIndustries,
        ({ measures }) => measures.find((measure) => measure.field === field)?.large ?? -Infinity,
      ),
    }));
  }

  evaluate(start: number, count: number): void {
    const { verdict, row, industries } = this;
    verdict.fill(UNKNOWN, 0, count);
    const industry = row.column("industry", 0);
    if (industry !== undefined) {
      for (const { field, byIndustry } of this.bounds) {
        const measure = row.column(field, 0);
        if (measure === undefined) continue;
        for (let i = 0; i < count; i += 1) {
          const index = industry[start + i] ?? NaN;
          const bound = index >= 0 && index < industries ? (byIndustry[index | 0] ?? NaN) : NaN;
          verdict[i] = (verdict[i] ?? 0) | (Number((measure[start + i] ?? NaN) < bound) << 1);
        }
      }
      // 1 | 2 = 3 is met
      for (let i = 0; i < count; i += 1) verdict[i] = Math.min(MET, verdict[i] ?? 0);
    }
    askRows(verdict, this.node, row, start, count);
  }
}

/** A question without a columnar form is asked row by row. */
class RowByRow implements TestColumn {
  readonly verdict = new Uint8Array(BLOCK);

  constructor(
    private readonly node: TestNode,
    private readonly row: RowContext,
  ) {}

  evaluate(start: number, count: number): void {
    this.verdict.fill(UNKNOWN, 0, count);
    askRows(this.verdict, this.node, this.row, start, count);
  }
}
