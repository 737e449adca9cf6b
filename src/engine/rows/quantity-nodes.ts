/**
 * The row path for numbers: a tree bound to columns, evaluated one row at a time.
 * A number is an interval [lo, hi]: a known cell is a point, a blank one anything its field can hold. Undefined (division by 0,
 * growth from nothing) is NaN at both ends: every comparison with it is unmet.
 */
import type { Field, Vocabulary } from "../../language/vocabulary";
import { slot } from "../../language/vocabulary";
import { accountingYears, yearsBetween } from "../../words/calendar";
import type { Cells } from "../exact";
import type { Facts } from "../facts";
import {
  compoundHigh,
  compoundLow,
  growthHigh,
  growthLow,
  productHigh,
  productLow,
  ratioHigh,
  ratioLow,
} from "../interval";
import { fieldsOfQuantity, type Quantity } from "../../language/tree";

export interface QuantityNode {
  lo: number;
  hi: number;
  evaluate(row: number): void;
  /** Adds the slots that are blank in the row last evaluated and keep this number from being known. */
  missing(into: Set<string>): void;
  /** True where any cell it reads is known in the row last evaluated. */
  anyKnown(): boolean;
}

/** What binding needs: the columns, the words, the as-of day and the last complete fiscal year t. */
export class RowContext implements Cells {
  row = 0;
  private readonly columns = new Map<string, Float64Array | undefined>();

  constructor(
    readonly facts: Facts,
    readonly vocabulary: Vocabulary,
    readonly asOf: number,
    readonly t: number,
  ) {}

  field(id: string): Field {
    const field = this.vocabulary.fields.get(id);
    if (!field) throw new Error(`rule reads field ${id}, which the vocabulary lacks`);
    return field;
  }

  column(field: string, back: number): Float64Array | undefined {
    const key = slot(field, back);
    if (!this.columns.has(key)) this.columns.set(key, this.facts.column(key));
    return this.columns.get(key);
  }

  cell(field: string, back: number): number {
    return this.column(field, back)?.[this.row] ?? NaN;
  }

  age(unit: "days" | "years" | "accounting-years", field: string): number {
    return this.ageOf(unit, this.cell(field, 0));
  }

  ageOf(unit: "days" | "years" | "accounting-years", founded: number): number {
    if (Number.isNaN(founded)) return NaN;
    if (unit === "days") return this.asOf - founded;
    return unit === "years" ? yearsBetween(founded, this.asOf) : accountingYears(founded, this.t);
  }
}

export function bindQuantity(quantity: Quantity, context: RowContext): QuantityNode {
  const bind = (part: Quantity): QuantityNode => bindQuantity(part, context);
  switch (quantity.kind) {
    case "constant":
      return new Fixed(quantity.value);
    case "as-of":
      return new Fixed(context.asOf);
    case "field":
      return new Cell(context, quantity.field, quantity.back);
    case "otherwise":
      return new Otherwise(context, quantity, bind(quantity.definition));
    case "sum":
      return new Sum(quantity.parts.map(bind));
    case "difference":
      return new Difference(bind(quantity.left), bind(quantity.right));
    case "product":
      return new Product(bind(quantity.left), bind(quantity.right));
    case "ratio":
      return new Ratio(bind(quantity.over), bind(quantity.under));
    case "mean-growth":
      return new MeanGrowth(quantity.series.map(bind));
    case "compound-growth":
      return new CompoundGrowth(bind(quantity.now), bind(quantity.before), quantity.years);
    case "age":
      return new Age(context, quantity.unit, quantity.field);
  }
}

class Fixed implements QuantityNode {
  readonly lo: number;
  readonly hi: number;

  constructor(value: number) {
    this.lo = value;
    this.hi = value;
  }

  evaluate(): void {}
  missing(): void {}
  anyKnown(): boolean {
    return false;
  }
}

class Cell implements QuantityNode {
  lo = NaN;
  hi = NaN;
  private readonly column: Float64Array | undefined;
  private readonly key: string;
  private readonly min: number;
  private readonly max: number;

  constructor(
    private readonly context: RowContext,
    field: string,
    back: number,
  ) {
    const { min, max } = context.field(field);
    this.min = min;
    this.max = max;
    this.key = slot(field, back);
    this.column = context.column(field, back);
  }

  evaluate(row: number): void {
    const value = this.column === undefined ? NaN : (this.column[row] ?? NaN);
    if (value === value) {
      this.lo = value;
      this.hi = value;
    } else {
      this.lo = this.min;
      this.hi = this.max;
    }
  }

  missing(into: Set<string>): void {
    if (!this.anyKnown()) into.add(this.key);
  }

  anyKnown(): boolean {
    return this.column !== undefined && !Number.isNaN(this.column[this.context.row] ?? NaN);
  }
}

/** A field with a definition: the cell where it is filled in, else the definition. */
class Otherwise implements QuantityNode {
  lo = NaN;
  hi = NaN;
  private readonly own: Cell;
  private readonly column: Float64Array | undefined;
  /** The sheet has no column for the field, and has some for the definition or would be asked for those first. */
  private readonly definedByColumns: boolean;
  private readonly min: number;
  private readonly max: number;

  constructor(
    context: RowContext,
    { field, back, definition: tree }: Extract<Quantity, { kind: "otherwise" }>,
    private readonly definition: QuantityNode,
  ) {
    this.own = new Cell(context, field, back);
    this.column = context.column(field, back);
    const { min, max, amountsFirst } = context.field(field);
    this.definedByColumns =
      this.column === undefined &&
      (amountsFirst || fieldsOfQuantity(tree).some((cell) => context.column(cell.field, cell.back) !== undefined));
    this.min = min;
    this.max = max;
  }

  evaluate(row: number): void {
    const value = this.column === undefined ? NaN : (this.column[row] ?? NaN);
    if (value === value) {
      this.lo = value;
      this.hi = value;
      return;
    }
    this.own.evaluate(row);
    this.definition.evaluate(row);
    const { lo, hi } = this.definition;
    const known = !(lo < hi);
    this.lo = known ? lo : Math.max(lo, this.min);
    this.hi = known ? hi : Math.min(hi, this.max);
  }

  /** Asks for the cells of the way the sheet has taken: the definition's where it has begun there, else the field's own. */
  missing(into: Set<string>): void {
    if (this.own.anyKnown()) return;
    if (this.definedByColumns || this.definition.anyKnown()) this.definition.missing(into);
    else this.own.missing(into);
  }

  anyKnown(): boolean {
    return this.own.anyKnown() || this.definition.anyKnown();
  }
}

/** What the nodes with parts share. */
abstract class Compound implements QuantityNode {
  lo = NaN;
  hi = NaN;

  constructor(protected readonly parts: readonly QuantityNode[]) {}

  evaluate(row: number): void {
    for (const part of this.parts) part.evaluate(row);
    this.combine();
  }

  protected abstract combine(): void;

  protected set(lo: number, hi: number): void {
    this.lo = lo;
    this.hi = hi;
  }

  missing(into: Set<string>): void {
    for (const part of this.parts) part.missing(into);
  }

  anyKnown(): boolean {
    return this.parts.some((part) => part.anyKnown());
  }
}

class Sum extends Compound {
  protected combine(): void {
    let lo = 0;
    let hi = 0;
    for (const part of this.parts) {
      lo += part.lo;
      hi += part.hi;
    }
    this.set(lo, hi);
  }
}

abstract class Pair extends Compound {
  constructor(
    protected readonly left: QuantityNode,
    protected readonly right: QuantityNode,
  ) {
    super([left, right]);
  }
}

class Difference extends Pair {
  protected combine(): void {
    this.set(this.left.lo - this.right.hi, this.left.hi - this.right.lo);
  }
}

class Product extends Pair {
  protected combine(): void {
    const { left: a, right: b } = this;
    this.set(productLow(a.lo, a.hi, b.lo, b.hi), productHigh(a.lo, a.hi, b.lo, b.hi));
  }
}

class Ratio extends Pair {
  protected combine(): void {
    const { left: a, right: b } = this;
    this.set(ratioLow(a.lo, a.hi, b.lo, b.hi), ratioHigh(a.lo, a.hi, b.lo, b.hi));
  }
}

class MeanGrowth extends Compound {
  protected combine(): void {
    const { parts } = this;
    let lo = 0;
    let hi = 0;
    for (let i = 0; i + 1 < parts.length; i += 1) {
      const now = parts[i];
      const before = parts[i + 1];
      if (!now || !before) break;
      lo += growthLow(now.lo, now.hi, before.lo, before.hi);
      hi += growthHigh(now.lo, now.hi, before.lo, before.hi);
    }
    const years = parts.length - 1;
    this.set(lo / years, hi / years);
  }
}

class CompoundGrowth extends Pair {
  constructor(
    now: QuantityNode,
    before: QuantityNode,
    private readonly years: number,
  ) {
    super(now, before);
  }

  protected combine(): void {
    const { left: a, right: b, years } = this;
    this.set(compoundLow(a.lo, a.hi, b.lo, b.hi, years), compoundHigh(a.lo, a.hi, b.lo, b.hi, years));
  }
}

class Age implements QuantityNode {
  lo = NaN;
  hi = NaN;
  private readonly cell: Cell;

  constructor(
    private readonly context: RowContext,
    private readonly unit: "days" | "years" | "accounting-years",
    field: string,
  ) {
    this.cell = new Cell(context, field, 0);
  }

  evaluate(row: number): void {
    this.cell.evaluate(row);
    if (this.cell.lo === this.cell.hi) {
      this.lo = this.hi = this.context.ageOf(this.unit, this.cell.lo);
    } else {
      this.lo = 0;
      this.hi = Infinity;
    }
  }

  missing(into: Set<string>): void {
    this.cell.missing(into);
  }

  anyKnown(): boolean {
    return this.cell.anyKnown();
  }
}
