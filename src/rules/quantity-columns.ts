/**
 * The columnar path for numbers: the same tree, a block of rows at a time, in typed arrays.
 * Where no cell of a block is blank, `hi` is the very same array as `lo`, and every step takes its short loop.
 */
import { slot } from "../policy/vocabulary";
import {
  compoundHigh,
  compoundLow,
  growthHigh,
  growthLow,
  productHigh,
  productLow,
  ratioHigh,
  ratioLow,
} from "./interval";
import type { RowContext } from "./quantity-nodes";
import type { Quantity } from "./tree";

/** Rows worked on at once: small enough for the first caches, large enough to forget the calls. */
export const BLOCK = 2048;

export interface QuantityColumn {
  lo: Float64Array;
  hi: Float64Array;
  evaluate(start: number, count: number): void;
}

type Binary = (a: number, b: number, c: number, d: number) => number;

/** Binds a quantity; equal parts of a rule set share one column through `shared`. */
export function bindColumn(
  quantity: Quantity,
  context: RowContext,
  shared: Map<string, QuantityColumn>,
): QuantityColumn {
  const key = JSON.stringify(quantity);
  const known = shared.get(key);
  if (known) return known;
  const column = new OncePerBlock(makeColumn(quantity, context, shared));
  shared.set(key, column);
  return column;
}

/** Several conditions read the same ratio: it is computed once a block. */
class OncePerBlock implements QuantityColumn {
  lo: Float64Array;
  hi: Float64Array;
  private done = -1;

  constructor(private readonly column: QuantityColumn) {
    this.lo = column.lo;
    this.hi = column.hi;
  }

  evaluate(start: number, count: number): void {
    if (this.done === start) return;
    this.done = start;
    this.column.evaluate(start, count);
    this.lo = this.column.lo;
    this.hi = this.column.hi;
  }
}

function makeColumn(quantity: Quantity, context: RowContext, shared: Map<string, QuantityColumn>): QuantityColumn {
  const bind = (part: Quantity): QuantityColumn => bindColumn(part, context, shared);
  switch (quantity.kind) {
    case "constant":
      return new ConstantColumn(quantity.value);
    case "as-of":
      return new ConstantColumn(context.asOf);
    case "field":
      return new CellColumn(context, quantity.field, quantity.back);
    case "otherwise":
      return new OtherwiseColumn(
        context,
        quantity.field,
        bind(quantity.definition),
        new CellColumn(context, quantity.field, quantity.back),
      );
    case "sum":
      return quantity.parts.map(bind).reduce(
        (a, b) =>
          new BinaryColumn(
            a,
            b,
            (p, _q, r) => p + r,
            (_p, q, _r, s) => q + s,
            add,
          ),
      );
    case "difference":
      return new BinaryColumn(
        bind(quantity.left),
        bind(quantity.right),
        (a, _b, _c, d) => a - d,
        (_a, b, c) => b - c,
        subtract,
      );
    case "product":
      return new BinaryColumn(bind(quantity.left), bind(quantity.right), productLow, productHigh, null);
    case "ratio":
      return new BinaryColumn(bind(quantity.over), bind(quantity.under), ratioLow, ratioHigh, divide);
    case "mean-growth":
      return new MeanGrowthColumn(quantity.series.map(bind));
    case "compound-growth": {
      const { years } = quantity;
      return new BinaryColumn(
        bind(quantity.now),
        bind(quantity.before),
        (a, b, c, d) => compoundLow(a, b, c, d, years),
        (a, b, c, d) => compoundHigh(a, b, c, d, years),
        null,
      );
    }
    case "age":
      return new AgeColumn(context, quantity.unit, quantity.field);
  }
}

class ConstantColumn implements QuantityColumn {
  readonly lo: Float64Array;
  readonly hi: Float64Array;

  constructor(value: number) {
    this.lo = new Float64Array(BLOCK).fill(value);
    this.hi = this.lo;
  }

  evaluate(): void {}
}

class CellColumn implements QuantityColumn {
  lo: Float64Array = new Float64Array(BLOCK);
  hi: Float64Array = new Float64Array(BLOCK);
  readonly source: Float64Array | undefined;
  private readonly low = this.lo;
  private readonly high = this.hi;
  private readonly min: number;
  private readonly max: number;

  constructor(context: RowContext, field: string, back: number) {
    this.source = context.facts.column(slot(field, back));
    const { min, max } = context.field(field);
    this.min = min;
    this.max = max;
    if (this.source === undefined) {
      this.low.fill(min);
      this.high.fill(max);
    }
  }

  evaluate(start: number, count: number): void {
    const { source, low, high, min, max } = this;
    if (source === undefined) return;
    let blank = false;
    for (let i = 0; i < count; i += 1) {
      const value = source[start + i] ?? NaN;
      const known = value === value;
      low[i] = known ? value : min;
      high[i] = known ? value : max;
      if (!known) blank = true;
    }
    this.lo = low;
    this.hi = blank ? high : low;
  }
}

class OtherwiseColumn implements QuantityColumn {
  lo: Float64Array = new Float64Array(BLOCK);
  hi: Float64Array = new Float64Array(BLOCK);
  private readonly low = this.lo;
  private readonly high = this.hi;
  private readonly min: number;
  private readonly max: number;

  constructor(
    context: RowContext,
    field: string,
    private readonly definition: QuantityColumn,
    private readonly own: CellColumn,
  ) {
    const { min, max } = context.field(field);
    this.min = min;
    this.max = max;
  }

  evaluate(start: number, count: number): void {
    const { own, definition, low, high, min, max } = this;
    own.evaluate(start, count);
    if (own.source !== undefined && own.lo === own.hi) {
      this.lo = own.lo;
      this.hi = own.hi;
      return;
    }
    definition.evaluate(start, count);
    if (own.source === undefined && definition.lo === definition.hi) {
      this.lo = definition.lo;
      this.hi = definition.hi;
      return;
    }
    for (let i = 0; i < count; i += 1) {
      const value = own.source?.[start + i] ?? NaN;
      const lo = definition.lo[i] ?? NaN;
      const hi = definition.hi[i] ?? NaN;
      if (value === value) low[i] = high[i] = value;
      else if (lo < hi) {
        low[i] = Math.max(lo, min);
        high[i] = Math.min(hi, max);
      } else low[i] = high[i] = lo;
    }
    this.lo = low;
    this.hi = high;
  }
}

type PointLoop = (a: Float64Array, b: Float64Array, into: Float64Array, count: number) => void;

const add: PointLoop = (a, b, into, count) => {
  for (let i = 0; i < count; i += 1) into[i] = (a[i] ?? 0) + (b[i] ?? 0);
};
const subtract: PointLoop = (a, b, into, count) => {
  for (let i = 0; i < count; i += 1) into[i] = (a[i] ?? 0) - (b[i] ?? 0);
};
const divide: PointLoop = (a, b, into, count) => {
  for (let i = 0; i < count; i += 1) {
    const under = b[i] ?? 0;
    into[i] = under === 0 ? NaN : (a[i] ?? 0) / under;
  }
};

class BinaryColumn implements QuantityColumn {
  lo: Float64Array = new Float64Array(BLOCK);
  hi: Float64Array = this.lo;
  private readonly low = this.lo;
  private readonly high = new Float64Array(BLOCK);

  constructor(
    private readonly left: QuantityColumn,
    private readonly right: QuantityColumn,
    private readonly lowest: Binary,
    private readonly highest: Binary,
    private readonly points: PointLoop | null,
  ) {}

  evaluate(start: number, count: number): void {
    const { left, right, low, high, lowest, highest } = this;
    left.evaluate(start, count);
    right.evaluate(start, count);
    const known = left.lo === left.hi && right.lo === right.hi;
    if (known && this.points) {
      this.points(left.lo, right.lo, low, count);
    } else {
      for (let i = 0; i < count; i += 1) {
        const a = left.lo[i] ?? NaN;
        const b = left.hi[i] ?? NaN;
        const c = right.lo[i] ?? NaN;
        const d = right.hi[i] ?? NaN;
        low[i] = lowest(a, b, c, d);
        high[i] = highest(a, b, c, d);
      }
    }
    this.hi = known ? low : high;
  }
}

class MeanGrowthColumn implements QuantityColumn {
  lo: Float64Array = new Float64Array(BLOCK);
  hi: Float64Array = this.lo;
  private readonly low = this.lo;
  private readonly high = new Float64Array(BLOCK);

  constructor(private readonly series: readonly QuantityColumn[]) {}

  evaluate(start: number, count: number): void {
    const { series, low, high } = this;
    for (const part of series) part.evaluate(start, count);
    const known = series.every((part) => part.lo === part.hi);
    const years = series.length - 1;
    low.fill(0, 0, count);
    if (!known) high.fill(0, 0, count);
    for (let year = 0; year < years; year += 1) {
      const now = series[year];
      const before = series[year + 1];
      if (!now || !before) break;
      if (known) {
        for (let i = 0; i < count; i += 1) {
          const base = before.lo[i] ?? NaN;
          low[i] = (low[i] ?? 0) + (base > 0 ? (now.lo[i] ?? NaN) / base - 1 : NaN);
        }
        continue;
      }
      for (let i = 0; i < count; i += 1) {
        const a = now.lo[i] ?? NaN;
        const b = now.hi[i] ?? NaN;
        const c = before.lo[i] ?? NaN;
        const d = before.hi[i] ?? NaN;
        low[i] = (low[i] ?? 0) + growthLow(a, b, c, d);
        high[i] = (high[i] ?? 0) + growthHigh(a, b, c, d);
      }
    }
    if (years > 1)
      for (let i = 0; i < count; i += 1) {
        low[i] = (low[i] ?? 0) / years;
        if (!known) high[i] = (high[i] ?? 0) / years;
      }
    this.hi = known ? low : high;
  }
}

class AgeColumn implements QuantityColumn {
  lo: Float64Array = new Float64Array(BLOCK);
  hi: Float64Array = new Float64Array(BLOCK);

  constructor(
    private readonly context: RowContext,
    private readonly unit: "days" | "years" | "accounting-years",
    private readonly field: string,
  ) {}

  evaluate(start: number, count: number): void {
    const source = this.context.column(this.field, 0);
    for (let i = 0; i < count; i += 1) {
      const age = this.context.ageOf(this.unit, source?.[start + i] ?? NaN);
      this.lo[i] = age === age ? age : 0;
      this.hi[i] = age === age ? age : Infinity;
    }
  }
}
