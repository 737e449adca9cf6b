/**
 * The columnar path for points: a band is found by counting the lines a value has passed, and its points by one look-up.
 * As with numbers, `hi` is the same array as `lo` where nothing in the block is open.
 */
import type { Band, PointRange, Scoring } from "../policy/rule-set";
import { nearness } from "./exact";
import { bindColumn, BLOCK, type QuantityColumn } from "./quantity-columns";
import { bindTestColumn, type BlockContext, type TestColumn } from "./test-columns";
import { MET, UNKNOWN } from "./test-nodes";

export interface PointsColumn {
  lo: Float64Array;
  hi: Float64Array;
  evaluate(start: number, count: number): void;
}

export function bindPointsColumn(scoring: Scoring, context: BlockContext): PointsColumn {
  switch (scoring.kind) {
    case "bands":
      return new BandsColumn(scoring, context);
    case "first-of":
      return new FirstOfColumn(scoring, context);
    case "better-of":
      return new FoldColumn(
        scoring.options.map((option) => bindPointsColumn(option, context)),
        -Infinity,
        Infinity,
        Math.max,
      );
    case "parts":
      return new FoldColumn(
        scoring.items.map((item) => bindPointsColumn(item.scoring, context)),
        0,
        scoring.max,
        (a, b) => a + b,
      );
    case "mark":
      return new MarkColumn(scoring, context);
  }
}

class BandsColumn implements PointsColumn {
  lo: Float64Array = new Float64Array(BLOCK);
  hi: Float64Array = this.lo;
  private readonly low = this.lo;
  private readonly high = new Float64Array(BLOCK);
  private readonly passed = new Uint8Array(BLOCK);
  private readonly value: QuantityColumn;
  private readonly rising: boolean;
  private readonly strict: readonly boolean[];
  /** Lines in the order a value passes them; `low` and `high` points by the number of lines passed. */
  private readonly cuts: Float64Array;
  private readonly lows: Float64Array;
  private readonly highs: Float64Array;
  private readonly ranged: boolean;
  /** By the number of lines passed, how far from the last passed and the next line a value is safe. */
  private readonly margins: Float64Array;

  constructor(
    scoring: Extract<Scoring, { kind: "bands" }>,
    private readonly context: BlockContext,
  ) {
    const { bands, otherwise, value } = scoring;
    this.value = bindColumn(value, context.row, context.quantities);
    const first = bands[0];
    this.rising = first === undefined || first.relation === ">=" || first.relation === ">";
    const passedFirst: readonly Band[] = [...bands].reverse();
    this.cuts = Float64Array.from(passedFirst, ({ cut }) => cut);
    this.strict = passedFirst.map(({ relation }) => relation === ">" || relation === "<");
    const points: readonly PointRange[] = [otherwise, ...passedFirst.map((band) => band.points)];
    this.lows = Float64Array.from(points, ({ low }) => low);
    this.highs = Float64Array.from(points, ({ high }) => high);
    this.ranged = points.some(({ low, high }) => low < high);
    const margin = nearness(value);
    this.margins = margin === 0 ? new Float64Array(0) : this.cuts.map((cut) => margin * Math.max(1, Math.abs(cut)));
  }

  evaluate(start: number, count: number): void {
    const { value, low, high, lows, highs } = this;
    value.evaluate(start, count);
    const known = value.lo === value.hi;
    this.countPassed(value.lo, count);
    for (let i = 0; i < count; i += 1) low[i] = lows[this.passed[i] ?? 0] ?? 0;
    if (known && !this.ranged) {
      this.hi = low;
      return;
    }
    this.hi = high;
    if (known) {
      for (let i = 0; i < count; i += 1) high[i] = highs[this.passed[i] ?? 0] ?? 0;
      return;
    }
    for (let i = 0; i < count; i += 1) high[i] = highs[this.passed[i] ?? 0] ?? 0;
    this.countPassed(value.hi, count);
    for (let i = 0; i < count; i += 1) {
      const at = this.passed[i] ?? 0;
      low[i] = Math.min(low[i] ?? 0, lows[at] ?? 0);
      high[i] = Math.max(high[i] ?? 0, highs[at] ?? 0);
    }
  }

  /** Counts the lines each value has passed, and defers the values too close to one. */
  private countPassed(values: Float64Array, count: number): void {
    const { passed, cuts, rising, strict, margins } = this;
    passed.fill(0, 0, count);
    for (let line = 0; line < cuts.length; line += 1) {
      const cut = cuts[line] ?? 0;
      if (rising && !strict[line])
        for (let i = 0; i < count; i += 1) passed[i] = (passed[i] ?? 0) + Number((values[i] ?? 0) >= cut);
      else if (rising) for (let i = 0; i < count; i += 1) passed[i] = (passed[i] ?? 0) + Number((values[i] ?? 0) > cut);
      else if (!strict[line])
        for (let i = 0; i < count; i += 1) passed[i] = (passed[i] ?? 0) + Number((values[i] ?? 0) <= cut);
      else for (let i = 0; i < count; i += 1) passed[i] = (passed[i] ?? 0) + Number((values[i] ?? 0) < cut);
    }
    if (margins.length === 0) return;
    const { deferred } = this.context;
    const last = cuts.length - 1;
    for (let i = 0; i < count; i += 1) {
      const at = passed[i] ?? 0;
      const behind = at === 0 ? 0 : at - 1;
      const ahead = at > last ? last : at;
      const value = values[i] ?? NaN;
      deferred[i] =
        (deferred[i] ?? 0) |
        Number(Math.abs(value - (cuts[behind] ?? 0)) <= (margins[behind] ?? 0)) |
        Number(Math.abs(value - (cuts[ahead] ?? 0)) <= (margins[ahead] ?? 0));
    }
  }
}

/** Folded from the last case to the first: a met case hides what follows, an unknown one leaves it possible. */
class FirstOfColumn implements PointsColumn {
  lo: Float64Array = new Float64Array(BLOCK);
  hi: Float64Array = new Float64Array(BLOCK);
  private readonly cases: readonly { when: TestColumn; points: PointRange }[];
  private readonly otherwise: PointRange;

  constructor(scoring: Extract<Scoring, { kind: "first-of" }>, context: BlockContext) {
    this.cases = scoring.cases.map(({ when, points }) => ({ when: bindTestColumn(when, context), points })).reverse();
    this.otherwise = scoring.otherwise;
  }

  evaluate(start: number, count: number): void {
    const { lo, hi, otherwise } = this;
    lo.fill(otherwise.low, 0, count);
    hi.fill(otherwise.high, 0, count);
    for (const { when, points } of this.cases) {
      when.evaluate(start, count);
      const { verdict } = when;
      for (let i = 0; i < count; i += 1) {
        const answer = verdict[i];
        lo[i] = answer === MET ? points.low : answer === UNKNOWN ? Math.min(points.low, lo[i] ?? 0) : (lo[i] ?? 0);
        hi[i] = answer === MET ? points.high : answer === UNKNOWN ? Math.max(points.high, hi[i] ?? 0) : (hi[i] ?? 0);
      }
    }
  }
}

class FoldColumn implements PointsColumn {
  readonly lo = new Float64Array(BLOCK);
  readonly hi = new Float64Array(BLOCK);

  constructor(
    private readonly parts: readonly PointsColumn[],
    private readonly start: number,
    private readonly most: number,
    private readonly fold: (a: number, b: number) => number,
  ) {}

  evaluate(start: number, count: number): void {
    const { lo, hi, fold, most } = this;
    lo.fill(this.start, 0, count);
    hi.fill(this.start, 0, count);
    for (const part of this.parts) {
      part.evaluate(start, count);
      for (let i = 0; i < count; i += 1) {
        lo[i] = Math.min(most, fold(lo[i] ?? 0, part.lo[i] ?? 0));
        hi[i] = Math.min(most, fold(hi[i] ?? 0, part.hi[i] ?? 0));
      }
    }
  }
}

class MarkColumn implements PointsColumn {
  readonly lo = new Float64Array(BLOCK);
  readonly hi = new Float64Array(BLOCK);
  private readonly source: Float64Array | undefined;
  private readonly max: number;
  private readonly fallback: PointsColumn | null;

  constructor(scoring: Extract<Scoring, { kind: "mark" }>, context: BlockContext) {
    this.source = context.row.column(scoring.field, 0);
    this.max = scoring.max;
    this.fallback = scoring.fallback === null ? null : bindPointsColumn(scoring.fallback, context);
  }

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
