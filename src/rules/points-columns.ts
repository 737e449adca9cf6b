/**
 * The columnar path for points: a band is found by counting the lines a value has passed, and its points by one look-up.
 * A row whose number is not plain, or lies within rounding of a line, is asked of the row path's own node.
 */
import type { PointRange, Scoring, ScoreItem } from "../policy/rule-set";
import { bandLines, type BandLines } from "./band-lines";
import { bandPoints, BLOCK, firstOf, mostOf, sumOf } from "./block-loops";
import { nearness } from "./exact";
import { bindColumn, lacksColumns, type QuantityColumn } from "./quantity-columns";
import type { RowContext } from "./quantity-nodes";
import { bindScoring, type PointsNode } from "./score-nodes";
import { bindTestColumn, type BlockContext, type TestColumn } from "./test-columns";
import { UNKNOWN } from "./test-nodes";

export interface PointsColumn {
  /** Least and most points. `hi` is the very same array as `lo` where nothing in the block is open. */
  lo: Float64Array;
  hi: Float64Array;
  evaluate(start: number, count: number): void;
}

/** @param item the item the scoring is of, or of which it is an option or part */
export function bindPointsColumn(scoring: Scoring, item: ScoreItem, context: BlockContext): PointsColumn {
  switch (scoring.kind) {
    case "bands": {
      const node = bindScoring(scoring, item, context.row);
      return lacksColumns(scoring.value, context.row)
        ? new SamePoints(node, context.row)
        : new BandsColumn(scoring, node, context);
    }
    case "first-of":
      return new FirstOfColumn(scoring, bindScoring(scoring, item, context.row), context);
    case "better-of":
      return new BetterColumn(scoring.options.map((option) => bindPointsColumn(option, item, context)));
    case "parts":
      return new SumColumn(
        scoring.items.map((part) => bindPointsColumn(part.scoring, part, context)),
        scoring.max,
      );
    case "mark":
      return new MarkColumn(
        context.row.column(scoring.field, 0),
        scoring.max,
        scoring.fallback === null ? null : bindPointsColumn(scoring.fallback, item, context),
      );
  }
}

/** Two blocks of points, of which the second is used only where the first leaves something open. */
abstract class OpenPoints implements PointsColumn {
  readonly lo = new Float64Array(BLOCK);
  hi: Float64Array = this.lo;
  protected readonly high = new Float64Array(BLOCK);

  abstract evaluate(start: number, count: number): void;

  /** Puts the node's points into every row marked in `odd`. */
  protected ask(odd: Uint8Array, node: PointsNode, row: RowContext, start: number, count: number): void {
    const { lo, high } = this;
    for (let i = odd.indexOf(1); i >= 0 && i < count; i = odd.indexOf(1, i + 1)) {
      row.row = start + i;
      node.evaluate(start + i);
      if (node.lo !== node.hi && this.hi === lo) {
        high.set(lo.subarray(0, count));
        this.hi = high;
      }
      lo[i] = node.lo;
      high[i] = node.hi;
    }
  }
}

/** Bands of a number that the sheet has no column for. */
class SamePoints implements PointsColumn {
  readonly lo = new Float64Array(BLOCK);
  hi = this.lo;
  private asked = false;

  constructor(
    private readonly node: PointsNode,
    private readonly row: RowContext,
  ) {}

  evaluate(start: number): void {
    if (this.asked) return;
    this.asked = true;
    this.row.row = start;
    this.node.evaluate(start);
    this.lo.fill(this.node.lo);
    if (this.node.lo !== this.node.hi) this.hi = new Float64Array(BLOCK).fill(this.node.hi);
  }
}

class BandsColumn extends OpenPoints {
  private readonly value: QuantityColumn;
  private readonly lines: BandLines;
  private readonly odd = new Uint8Array(BLOCK);
  /** Points by the number of lines passed. */
  private readonly lows: Float64Array;
  private readonly highs: Float64Array;
  private readonly ranged: boolean;

  constructor(
    { value, bands, otherwise }: Extract<Scoring, { kind: "bands" }>,
    private readonly node: PointsNode,
    private readonly context: BlockContext,
  ) {
    super();
    this.value = bindColumn(value, context.row, context.quantities);
    const passedFirst = [...bands].reverse();
    this.lines = bandLines(passedFirst, nearness(value));
    const points = [otherwise, ...passedFirst.map((band) => band.points)];
    this.lows = Float64Array.from(points, ({ low }) => low);
    this.highs = Float64Array.from(points, ({ high }) => high);
    this.ranged = points.some(({ low, high }) => low < high);
  }

  evaluate(start: number, count: number): void {
    const { value, lines, lo, high, odd } = this;
    value.evaluate(start, count);
    this.hi = this.ranged ? high : lo;
    if (this.ranged) bandPoints(value.values, lines.sign, lines.fours, this.highs, high, odd, count);
    bandPoints(value.values, lines.sign, lines.fours, this.lows, lo, odd, count);
    this.ask(odd, this.node, this.context.row, start, count);
  }
}

/** The first case that holds counts. Where later cases pay less, an unknown one only adds what it could give. */
class FirstOfColumn extends OpenPoints {
  private readonly cases: readonly TestColumn[];
  /** Points by rank, see `firstOf`. */
  private readonly lows: Float64Array;
  private readonly highs: Float64Array;
  private readonly falling: boolean;
  private readonly ranged: boolean;
  private readonly odd = new Uint8Array(BLOCK);

  constructor(
    { cases, otherwise }: Extract<Scoring, { kind: "first-of" }>,
    private readonly node: PointsNode,
    private readonly context: BlockContext,
  ) {
    super();
    this.cases = cases.map(({ when }) => bindTestColumn(when, context));
    const points: readonly PointRange[] = [otherwise, ...cases.map((one) => one.points).reverse()];
    this.lows = Float64Array.from(points, ({ low }) => low);
    this.highs = Float64Array.from(points, ({ high }) => high);
    this.falling = isRising(this.lows) && isRising(this.highs);
    this.ranged = points.some(({ low, high }) => low < high);
  }

  evaluate(start: number, count: number): void {
    const { cases, lo, high } = this;
    for (const one of cases) one.evaluate(start, count);
    const verdicts = cases.map(({ verdict }) => verdict);
    const open = firstOf(verdicts, false, this.lows, lo, count);
    this.hi = this.ranged || open ? high : lo;
    if (this.hi === high) firstOf(verdicts, true, this.highs, high, count);
    if (!open || this.falling) return;
    for (let i = 0; i < count; i += 1) this.odd[i] = Number(verdicts.some((verdict) => verdict[i] === UNKNOWN));
    this.ask(this.odd, this.node, this.context.row, start, count);
  }
}

function isRising(values: Float64Array): boolean {
  return values.every((value, index) => index === 0 || value >= (values[index - 1] ?? NaN));
}

class BetterColumn extends OpenPoints {
  constructor(private readonly options: readonly PointsColumn[]) {
    super();
  }

  evaluate(start: number, count: number): void {
    const { options, lo, high } = this;
    for (const option of options) option.evaluate(start, count);
    mostOf(options.map(lowOf), lo, count);
    this.hi = options.some(isOpen) ? high : lo;
    if (this.hi === high) mostOf(options.map(highOf), high, count);
  }
}

/** The sum of items, cut to the most they can count: a group, a province's own items, or the whole score. */
export class SumColumn extends OpenPoints {
  constructor(
    private readonly parts: readonly PointsColumn[],
    private readonly most: number,
  ) {
    super();
  }

  evaluate(start: number, count: number): void {
    const { parts, lo, high, most } = this;
    for (const part of parts) part.evaluate(start, count);
    sumOf(parts.map(lowOf), most, lo, count);
    this.hi = parts.some(isOpen) ? high : lo;
    if (this.hi === high) sumOf(parts.map(highOf), most, high, count);
  }
}

const lowOf = ({ lo }: PointsColumn): Float64Array => lo;
const highOf = ({ hi }: PointsColumn): Float64Array => hi;
const isOpen = ({ lo, hi }: PointsColumn): boolean => lo !== hi;

class MarkColumn implements PointsColumn {
  readonly lo = new Float64Array(BLOCK);
  readonly hi = new Float64Array(BLOCK);

  constructor(
    private readonly source: Float64Array | undefined,
    private readonly max: number,
    private readonly fallback: PointsColumn | null,
  ) {}

  evaluate(start: number, count: number): void {
    const { lo, hi, source, max, fallback } = this;
    fallback?.evaluate(start, count);
    for (let i = 0; i < count; i += 1) {
      const mark = source?.[start + i] ?? NaN;
      const known = mark === mark;
      lo[i] = known ? Math.min(Math.max(mark, 0), max) : (fallback?.lo[i] ?? 0);
      hi[i] = known ? Math.min(Math.max(mark, 0), max) : (fallback?.hi[i] ?? max);
    }
  }
}
