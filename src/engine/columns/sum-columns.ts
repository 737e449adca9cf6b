/** Sums of points, and the greatest of points. */
import type { Line } from "../../policy/rule-set";
import { BLOCK, type Block } from "./block";
import type { PointsColumn } from "./points-column";
import { addToTotal, beginTotal, mostOf, roundPoints, sumOf, takeTotal, type PointsBlock } from "./sum-loops";
import { holdLine, nextUp, YES } from "./verdict-loops";

/** One number a row. */
export function rowPoints(): PointsBlock {
  return { codes: null, points: new Float64Array(BLOCK) };
}

const lowOf = ({ low }: PointsColumn): PointsBlock => low;
const highOf = ({ high }: PointsColumn): PointsBlock => high;
const isOpen = ({ low, high }: PointsColumn): boolean => low !== high;

/** The sum of items, cut to the most they can count: a group, a province's own items, or the whole score. */
export class SumColumn implements PointsColumn {
  readonly low = rowPoints();
  high = this.low;
  private readonly open = rowPoints();
  readonly decimals: boolean;
  /** The least number that reaches the line. */
  readonly line: number;

  /** @param line what the sum must reach, if it must */
  constructor(
    readonly parts: readonly PointsColumn[],
    readonly most: number,
    line: Line | null,
  ) {
    this.decimals = parts.some(({ decimals }) => decimals);
    this.line = line === null ? -Infinity : line.relation === ">" ? nextUp(line.points) : line.points;
  }

  evaluate(block: Block): void {
    this.evaluateParts(block);
    this.add(block.count, null);
  }

  /** Makes `high` the same as `low`, which it returns. */
  settled(): PointsBlock {
    this.high = this.low;
    return this.low;
  }

  /** Makes `high` another block than `low`, and returns it. */
  opened(): PointsBlock {
    this.high = this.open;
    return this.open;
  }

  evaluateParts(block: Block): void {
    for (const part of this.parts) part.evaluate(block);
  }

  /** Adds the parts as they were last evaluated, and lowers verdicts to whether the sum reaches its line. */
  add(count: number, verdict: Uint8Array | null): void {
    const { parts, most, low, open, line } = this;
    const held = verdict === null || line === -Infinity ? null : { verdict, line };
    const lows = parts.map(lowOf);
    if (this.decimals || parts.some(isOpen)) {
      this.high = open;
      sumOf(lows, most, low.points, count, null);
      sumOf(parts.map(highOf), most, open.points, count, null);
      if (this.decimals) {
        roundPoints(low.points, count);
        roundPoints(open.points, count);
      }
      if (held !== null) holdLine(held.verdict, low.points, open.points, line, count);
    } else {
      this.high = low;
      sumOf(lows, most, low.points, count, held);
    }
  }
}

export class BetterColumn implements PointsColumn {
  get decimals(): boolean {
    return this.options.some(({ decimals }) => decimals);
  }

  readonly low = rowPoints();
  high = this.low;
  private readonly open = rowPoints();

  constructor(private readonly options: readonly PointsColumn[]) {}

  evaluate(block: Block): void {
    const { options, low, open } = this;
    for (const option of options) option.evaluate(block);
    mostOf(options.map(lowOf), low.points, block.count);
    this.high = options.some(isOpen) ? open : low;
    if (this.high === open) mostOf(options.map(highOf), open.points, block.count);
  }
}

/** The whole score of a rule set: its groups with their floors, and the pass mark. */
export class ScoreColumn {
  private readonly total: SumColumn;
  /** Whether the points passed and every floor was reached. */
  readonly verdict = new Uint8Array(BLOCK);

  constructor(
    private readonly groups: readonly SumColumn[],
    pass: Line | null,
  ) {
    this.total = new SumColumn(groups, Infinity, pass);
  }

  get low(): Float64Array {
    return this.total.low.points;
  }

  /** The very same array as `low` where no row of the block is open. */
  get high(): Float64Array {
    return this.total.high.points;
  }

  evaluate(block: Block): void {
    const { groups, total, verdict } = this;
    const { count } = block;
    for (const group of groups) group.evaluateParts(block);
    verdict.fill(YES);
    if (total.decimals) {
      for (const group of groups) group.add(count, verdict);
      total.add(count, verdict);
    } else if (groups.some(({ parts }) => parts.some(isOpen))) {
      this.addUp(lowOf, total.low.points, SURE, count);
      this.addUp(highOf, total.opened().points, POSSIBLE, count);
    } else this.addUp(lowOf, total.settled().points, SURE | POSSIBLE, count);
  }

  /** @param bits which of the verdict's bits these points decide */
  private addUp(of: (part: PointsColumn) => PointsBlock, into: Float64Array, bits: number, count: number): void {
    const { groups, total, verdict } = this;
    beginTotal(verdict, count);
    for (const { parts, most, line } of groups) addToTotal(parts.map(of), most, line, bits, count);
    takeTotal(total.line, bits, into, verdict, count);
  }
}

/** The bits of a verdict: see `verdict-loops`. */
const POSSIBLE = 1;
const SURE = 2;
