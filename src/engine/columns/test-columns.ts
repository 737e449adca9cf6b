/**
 * The columnar path for yes/no questions. What a column can't say in doubles - a number that is not plain, or one within rounding of
 * the line - comes out as MAYBE, and those rows are then asked of the row path's own node: unknown if that says so too.
 */
import { marginAt } from "./band-lines";
import { BLOCK, type Block } from "./block";
import { nearness } from "../exact";
import { bindColumn, type QuantityColumn } from "./quantity-columns";
import type { RowContext } from "../rows/row-context";
import { bindTest, compareIntervals, UNKNOWN, type TestNode } from "../rows/test-nodes";
import { fieldsOfTest, type Comparison, type Relation, type Test } from "../../language/tree";
import {
  allOf,
  anyOf,
  bitsOf,
  compareWithLine,
  MAYBE,
  maybePlaces,
  NO,
  not,
  underAnyBound,
  YES,
} from "./verdict-loops";

export interface TestColumn {
  /** One verdict for each row of the block last evaluated: NO, MAYBE or YES. */
  readonly verdict: Uint8Array;
  /** False where no verdict of the block is MAYBE. */
  readonly open: boolean;
  evaluate(block: Block): void;
}

/** What the columns of one rule set share. */
export interface BlockContext {
  readonly row: RowContext;
  readonly quantities: Map<string, QuantityColumn>;
  readonly tests: Map<string, TestColumn>;
}

/** Binds a test; tiers ask many of the same questions, and each is answered once a block. */
export function bindTestColumn(test: Test, context: BlockContext): TestColumn {
  const key = JSON.stringify(test);
  const known = context.tests.get(key);
  if (known) return known;
  const column = new OncePerBlock(makeTestColumn(test, context));
  context.tests.set(key, column);
  return column;
}

class OncePerBlock implements TestColumn {
  readonly verdict: Uint8Array;
  private done: Block | null = null;

  constructor(private readonly column: TestColumn) {
    this.verdict = column.verdict;
  }

  get open(): boolean {
    return this.column.open;
  }

  evaluate(block: Block): void {
    if (this.done === block) return;
    this.done = block;
    this.column.evaluate(block);
  }
}

function makeTestColumn(test: Test, context: BlockContext): TestColumn {
  const { row } = context;
  const node = (): TestNode => bindTest(test, row, []);
  if (isSameForAll(test, row)) return new SameInEveryRow(node(), row);
  switch (test.kind) {
    case "compare":
      return hasLine(test) ? new CompareWithLine(test, test.relation, node(), context) : new RowByRow(node(), row);
    case "not": {
      const { part } = test;
      return part.kind === "compare" && part.relation !== "==" && hasLine(part)
        ? new CompareWithLine(part, OPPOSITE[part.relation], node(), context)
        : new NotColumn(bindTestColumn(part, context));
    }
    case "not-large":
      return new NotLargeColumn(node(), context);
    case "all":
    case "any":
    case "at-least": {
      const parts = test.parts.map((part) => bindTestColumn(part, context));
      return new EnoughColumn(parts, test.kind === "all" ? parts.length : test.kind === "any" ? 1 : test.count);
    }
  }
}

/** A column of cells and the number from which a test is met. */
export interface CellLine {
  readonly column: QuantityColumn;
  readonly line: number;
  /** Whether a blank may be settled by its parts and wholes; else it leaves the test unknown. */
  readonly bounded: boolean;
}

/** The cells and their line, where that is all the test asks and a blank of which nothing else is said leaves it unknown. */
export function cellLine(test: Test, { row, quantities }: BlockContext): CellLine | null {
  if (test.kind !== "compare" || test.relation !== ">=" || !hasLine(test) || test.left.kind !== "field") return null;
  if (isSameForAll(test, row) || !isOpenWhenBlank(test, row)) return null;
  const { field, back } = test.left;
  return {
    column: bindColumn(test.left, row, quantities),
    line: lineOf(test, row),
    bounded: !row.bounds(field, back).fixed,
  };
}

/** Whether nothing but a blank can keep the answer open, and any blank does. */
function blankIsUnknown(comparison: Comparison, row: RowContext): boolean {
  const { left } = comparison;
  return left.kind === "field" && row.bounds(left.field, left.back).fixed && isOpenWhenBlank(comparison, row);
}

/** Whether a blank leaves the answer open where the field may hold anything it can. */
function isOpenWhenBlank(comparison: Comparison, row: RowContext): boolean {
  const { left, relation } = comparison;
  if (left.kind !== "field" || left.sinceFounding === true) return false;
  const { min, max } = row.field(left.field);
  const line = lineOf(comparison, row);
  return min < max && compareIntervals({ lo: min, hi: max }, relation, { lo: line, hi: line }) === UNKNOWN;
}

function lineOf({ right }: Comparison, row: RowContext): number {
  return right.kind === "constant" ? right.value : row.asOf;
}

const OPPOSITE = { ">=": "<", ">": "<=", "<=": ">", "<": ">=" } as const;

function hasLine({ right }: Comparison): boolean {
  return right.kind === "constant" || right.kind === "as-of";
}

/** Whether the sheet says the same in every row of all cells that a test reads. */
export function isSameForAll(test: Test, row: RowContext): boolean {
  return fieldsOfTest(test).every(({ field, back }) => row.isSameInEveryRow(field, back));
}

/** Puts the node's answer wherever the verdict is MAYBE, and says whether any is still. */
export function askRows(verdict: Uint8Array, node: TestNode, row: RowContext, block: Block): boolean {
  let open = false;
  const { places, count } = maybePlaces(verdict, block.count);
  for (let i = 0; i < count; i += 1) {
    const place = places[i] ?? 0;
    row.row = block.row(place);
    node.evaluate(row.row);
    const answer = bitsOf(node.verdict);
    verdict[place] = answer;
    open ||= answer === MAYBE;
  }
  return open;
}

/** A question about columns that the sheet lacks is asked once. */
export class SameInEveryRow implements TestColumn {
  readonly verdict = new Uint8Array(BLOCK);
  open = false;
  private asked = false;

  constructor(
    private readonly node: TestNode,
    private readonly row: RowContext,
  ) {}

  evaluate(block: Block): void {
    if (this.asked) return;
    this.asked = true;
    this.row.row = block.row(0);
    this.node.evaluate(this.row.row);
    const answer = bitsOf(this.node.verdict);
    this.verdict.fill(answer);
    this.open = answer === MAYBE;
  }
}

class CompareWithLine implements TestColumn {
  readonly verdict = new Uint8Array(BLOCK);
  open = false;
  private readonly left: QuantityColumn;
  /** Surely below the line, and surely on or above it; the numbers between them are left to the node. */
  private readonly below: number;
  private readonly above: number;
  private readonly blankIsUnknown: boolean;

  constructor(
    comparison: Comparison,
    private readonly relation: Relation,
    private readonly node: TestNode,
    private readonly context: BlockContext,
  ) {
    const { row, quantities } = context;
    this.left = bindColumn(comparison.left, row, quantities);
    this.blankIsUnknown = blankIsUnknown(comparison, row);
    const line = lineOf(comparison, row);
    const margin = marginAt(line, nearness(comparison.left));
    this.below = line - margin;
    this.above = line + margin;
  }

  evaluate(block: Block): void {
    const { left, verdict } = this;
    left.evaluate(block);
    compareWithLine(left.values, this.relation, this.below, this.above, verdict, block.count);
    if (this.blankIsUnknown) this.open = maybePlaces(verdict, block.count).count > 0;
    else this.open = askRows(verdict, this.node, this.context.row, block);
  }
}

export class NotColumn implements TestColumn {
  readonly verdict = new Uint8Array(BLOCK);

  constructor(private readonly part: TestColumn) {}

  get open(): boolean {
    return this.part.open;
  }

  evaluate(block: Block): void {
    this.part.evaluate(block);
    not(this.part.verdict, this.verdict, block.count);
  }
}

/** At least `needed` of the parts. */
export class EnoughColumn implements TestColumn {
  readonly verdict = new Uint8Array(BLOCK);
  private readonly verdicts: readonly Uint8Array[];

  constructor(
    private readonly parts: readonly TestColumn[],
    private readonly needed: number,
  ) {
    this.verdicts = parts.map(({ verdict }) => verdict);
  }

  get open(): boolean {
    return this.parts.some((part) => part.open);
  }

  evaluate(block: Block): void {
    const { parts, verdicts, needed, verdict } = this;
    const { count } = block;
    for (const part of parts) part.evaluate(block);
    if (needed === parts.length) allOf(verdicts, verdict, count);
    else if (needed === 1) anyOf(verdicts, verdict, count);
    else
      for (let i = 0; i < count; i += 1) {
        let sure = 0;
        let possible = 0;
        for (const part of verdicts) {
          sure += Number(part[i] === YES);
          possible += Number(part[i] !== NO);
        }
        verdict[i] = Number(possible >= needed) | (Number(sure >= needed) << 1);
      }
  }
}

/** Not large where any measure of the industry is under its bound. */
class NotLargeColumn implements TestColumn {
  readonly verdict = new Uint8Array(BLOCK);
  open = false;
  private readonly industry: QuantityColumn;
  private readonly measures: readonly { readonly column: QuantityColumn; readonly bounds: Float64Array }[];

  constructor(
    private readonly node: TestNode,
    private readonly context: BlockContext,
  ) {
    const { row, quantities } = context;
    const { sizeIndustries } = row.vocabulary;
    const cell = (field: string): QuantityColumn => bindColumn({ kind: "field", field, back: 0 }, row, quantities);
    this.industry = cell("industry");
    this.measures = ["employees", "revenue", "total_assets"].map((field) => {
      const bounds = new Float64Array(256).fill(NaN);
      for (const [index, { measures }] of sizeIndustries.entries())
        bounds[index] = measures.find((measure) => measure.field === field)?.large ?? -Infinity;
      return { column: cell(field), bounds };
    });
  }

  evaluate(block: Block): void {
    const { verdict, industry, measures } = this;
    industry.evaluate(block);
    for (const { column } of measures) column.evaluate(block);
    const known = measures.map(({ column, bounds }) => ({ cells: column.values, bounds }));
    underAnyBound(industry.values, known, verdict, block.count);
    this.open = askRows(verdict, this.node, this.context.row, block);
  }
}

/** A question without a columnar form is asked row by row. */
class RowByRow implements TestColumn {
  readonly verdict = new Uint8Array(BLOCK);
  open = false;

  constructor(
    private readonly node: TestNode,
    private readonly row: RowContext,
  ) {}

  evaluate(block: Block): void {
    this.verdict.fill(MAYBE, 0, block.count);
    this.open = askRows(this.verdict, this.node, this.row, block);
  }
}
