/**
 * The columnar path for numbers: the same tree, a block of rows at a time, in typed arrays.
 *
 * Only what is plain is computed here, in doubles: rows whose cells are all known. Wherever there is more to say - a blank cell, a
 * division by 0, growth from nothing - the number is NaN, and whoever reads the column asks the row path's own node about that row.
 * So there is no interval arithmetic on this path, and nothing in which the two paths could differ.
 */
import { BLOCK, copy, type Block } from "./block";
import type { CellBounds } from "../cell-bounds";
import { growthHigh, growthLow, ratioHigh, ratioLow } from "../interval";
import { add, addGrowth, compoundGrowth, divide, multiply, subtract, type PairLoop } from "./quantity-loops";
import type { RowContext } from "../rows/row-context";
import { isPartOf } from "../../language/relatives";
import { fieldsOfQuantity, type Quantity } from "../../language/tree";

export interface QuantityColumn {
  /** One number for each row of the block last evaluated; NaN where the row path must be asked. May be a view of the sheet's column. */
  values: Float64Array;
  evaluate(block: Block): void;
}

/** What a column that the sheet lacks reads as. */
const BLANK = new Float64Array(BLOCK).fill(NaN);

/** Binds a quantity; equal parts of a rule set share one column through `shared`. */
export function bindColumn(
  quantity: Quantity,
  context: RowContext,
  shared: Map<string, QuantityColumn>,
): QuantityColumn {
  const key = JSON.stringify(quantity);
  let column = shared.get(key);
  if (!column) {
    column = makeColumn(quantity, context, (part) => bindColumn(part, context, shared));
    shared.set(key, column);
  }
  return column;
}

/** True where the sheet has a column for none of the fields a quantity reads, nor for their parts and wholes. */
export function isSameInEveryRow(quantity: Quantity, context: RowContext): boolean {
  return fieldsOfQuantity(quantity).every(({ field, back }) => context.isSameInEveryRow(field, back));
}

interface Ends {
  readonly min: number;
  readonly max: number;
}

/** A quantity that is nothing but a quotient of two columns, or the growth from one to the other. */
export interface RatioColumns {
  readonly over: QuantityColumn;
  readonly under: QuantityColumn;
  readonly growth: boolean;
  /** What the cells can hold while they are blank, and the quotient; null where they are no cells of the sheet's own. */
  readonly ends: { readonly over: CellBounds; readonly under: CellBounds; readonly own: Ends } | null;
}

/** A cell of which a blank means nothing by itself. */
function isOwnCell(quantity: Quantity): quantity is Extract<Quantity, { kind: "field" }> {
  return quantity.kind === "field" && quantity.sinceFounding !== true;
}

const ANYTHING: Ends = { min: -Infinity, max: Infinity };

/** The quotient a quantity comes down to in this sheet, or null. */
export function ratioOf(
  quantity: Quantity,
  context: RowContext,
  shared: Map<string, QuantityColumn>,
  own: Ends = ANYTHING,
): RatioColumns | null {
  const ratio = (over: Quantity, under: Quantity, growth: boolean): RatioColumns => ({
    over: bindColumn(over, context, shared),
    under: bindColumn(under, context, shared),
    growth,
    ends:
      isOwnCell(over) && isOwnCell(under)
        ? {
            over: context.bounds(over.field, over.back),
            under: context.bounds(under.field, under.back),
            own: isPartOf(over, under, context.vocabulary) ? { min: own.min, max: Math.min(own.max, 1) } : own,
          }
        : null,
  });
  if (quantity.kind === "ratio") return ratio(quantity.over, quantity.under, false);
  if (quantity.kind === "otherwise" && context.isSameInEveryRow(quantity.field, quantity.back))
    return own === ANYTHING ? ratioOf(quantity.definition, context, shared, context.field(quantity.field)) : null;
  if (quantity.kind !== "mean-growth") return null;
  const [now, before, ...more] = quantity.series;
  return now && before && more.length === 0 ? ratio(now, before, true) : null;
}

/**
 * The interval of a quotient of which a cell is blank in a row, as the row path has it, into `into`.
 * @returns false where it can't be said here, because the quotient is known or undefined after all
 */
export function openRatio(
  { growth, ends }: RatioColumns,
  over: number,
  under: number,
  row: number,
  into: Float64Array,
): boolean {
  if (ends === null || (over === over && under === under)) return false;
  ends.over.look(row);
  ends.under.look(row);
  const a = over === over ? over : ends.over.lo;
  const b = over === over ? over : ends.over.hi;
  const c = under === under ? under : ends.under.lo;
  const d = under === under ? under : ends.under.hi;
  const lo = growth ? growthLow(a, b, c, d) : ratioLow(a, b, c, d);
  const hi = growth ? growthHigh(a, b, c, d) : ratioHigh(a, b, c, d);
  if (!(lo < hi)) return false;
  const least = Math.max(lo, ends.own.min);
  const most = Math.min(hi, ends.own.max);
  into[0] = least;
  into[1] = most;
  return least < most;
}

function makeColumn(quantity: Quantity, context: RowContext, bind: (part: Quantity) => QuantityColumn): QuantityColumn {
  switch (quantity.kind) {
    case "constant":
      return new ConstantColumn(quantity.value);
    case "as-of":
      return new ConstantColumn(context.asOf);
    case "field":
      return new CellColumn(context.column(quantity.field, quantity.back));
    case "otherwise": {
      const definition = bind(quantity.definition);
      return context.column(quantity.field, quantity.back) === undefined
        ? definition
        : new OncePerBlock(
            new OtherwiseLoop(bind({ kind: "field", field: quantity.field, back: quantity.back }), definition),
          );
    }
    case "sum":
      return quantity.parts.map(bind).reduce((a, b) => new OncePerBlock(new PairOfColumns(a, b, add)));
    case "difference":
      return new OncePerBlock(new PairOfColumns(bind(quantity.left), bind(quantity.right), subtract));
    case "product":
      return new OncePerBlock(new PairOfColumns(bind(quantity.left), bind(quantity.right), multiply));
    case "ratio":
      return new OncePerBlock(new PairOfColumns(bind(quantity.over), bind(quantity.under), divide));
    case "mean-growth":
      return new OncePerBlock(new MeanGrowthLoop(quantity.series.map(bind)));
    case "compound-growth":
      return new OncePerBlock(
        new PairOfColumns(bind(quantity.now), bind(quantity.before), compoundGrowth(quantity.years)),
      );
    case "age":
      return new OncePerBlock(new AgeLoop(context, quantity.unit, quantity.field));
  }
}

class ConstantColumn implements QuantityColumn {
  readonly values: Float64Array;

  constructor(value: number) {
    this.values = new Float64Array(BLOCK).fill(value);
  }

  evaluate(): void {}
}

/** The sheet's own numbers, not copied. */
class CellColumn implements QuantityColumn {
  values: Float64Array = BLANK;
  private memory: Float64Array | null = null;
  private done: Block | null = null;

  constructor(private readonly source: Float64Array | undefined) {}

  evaluate(block: Block): void {
    if (this.source === undefined || this.done === block) return;
    this.done = block;
    this.values = block.cells(this.source, () => (this.memory ??= new Float64Array(BLOCK)));
  }
}

/** Writes a block of numbers. */
interface BlockLoop {
  fill(into: Float64Array, block: Block): void;
}

/** Several conditions read the same ratio: it is computed once a block. */
class OncePerBlock implements QuantityColumn {
  readonly values = new Float64Array(BLOCK);
  private done: Block | null = null;

  constructor(private readonly loop: BlockLoop) {}

  evaluate(block: Block): void {
    if (this.done === block) return;
    this.done = block;
    this.loop.fill(this.values, block);
  }
}

/** The field's own cells, and the definition where they are blank. */
class OtherwiseLoop implements BlockLoop {
  constructor(
    private readonly own: QuantityColumn,
    private readonly definition: QuantityColumn,
  ) {}

  fill(into: Float64Array, block: Block): void {
    const { definition } = this;
    const { count } = block;
    this.own.evaluate(block);
    const own = this.own.values;
    copy(own, into, count);
    let defined = false;
    for (let i = 0; i < count; i += 1) {
      const value = own[i] ?? NaN;
      if (value === value) continue;
      if (!defined) definition.evaluate(block);
      defined = true;
      into[i] = definition.values[i] ?? NaN;
    }
  }
}

class PairOfColumns implements BlockLoop {
  constructor(
    private readonly left: QuantityColumn,
    private readonly right: QuantityColumn,
    private readonly loop: PairLoop,
  ) {}

  fill(into: Float64Array, block: Block): void {
    const { left, right } = this;
    left.evaluate(block);
    right.evaluate(block);
    this.loop(left.values, right.values, into, block.count);
  }
}

class MeanGrowthLoop implements BlockLoop {
  constructor(private readonly series: readonly QuantityColumn[]) {}

  fill(into: Float64Array, block: Block): void {
    const { series } = this;
    for (const part of series) part.evaluate(block);
    const { count } = block;
    const years = series.length - 1;
    into.fill(0, 0, count);
    for (let year = 0; year < years; year += 1)
      addGrowth(series[year]?.values ?? BLANK, series[year + 1]?.values ?? BLANK, into, count);
    if (years > 1) for (let i = 0; i < count; i += 1) into[i] = (into[i] ?? 0) / years;
  }
}

class AgeLoop implements BlockLoop {
  private readonly source: Float64Array | undefined;

  constructor(
    private readonly context: RowContext,
    private readonly unit: "days" | "years" | "accounting-years",
    field: string,
  ) {
    this.source = context.column(field, 0);
  }

  fill(into: Float64Array, block: Block): void {
    const { context, source, unit } = this;
    for (let i = 0; i < block.count; i += 1) into[i] = context.ageOf(unit, source?.[block.row(i)] ?? NaN);
  }
}
