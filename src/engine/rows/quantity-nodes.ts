/**
 * The row path for numbers: a tree bound to columns, evaluated one row at a time.
 * A number is an interval [lo, hi]: a known cell is a point, a blank one anything it may hold (see `CellBounds`), and growth from a base of
 * 0 or less anything at all. Undefined (division by 0) is NaN at both ends: every comparison with it is unmet.
 */
import type { Field, Vocabulary } from "../../language/vocabulary";
import { cellOfSlot, slot } from "../../language/vocabulary";
import { boundingSlots, isPartOf } from "../../language/relatives";
import { accountingYears, dateOf, yearsBetween } from "../../words/calendar";
import { CellBounds } from "../cell-bounds";
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
  twoRatesHigh,
  twoRatesLow,
} from "../interval";
import { FOUNDED, fieldsOfQuantity, type Quantity } from "../../language/tree";
import type { Cell } from "../../policy/cells-read";
import type { Openings } from "./openings";

export interface QuantityNode {
  lo: number;
  hi: number;
  evaluate(row: number): void;
  /** Adds the slots that are blank in the row last evaluated and keep this number from being known. */
  missing(into: Openings): void;
  /** True where any cell it reads is known in the row last evaluated. */
  anyKnown(): boolean;
}

/** Knows of some cells whether they may hold anything else than when it was last asked. */
export interface Watch {
  mayDiffer(): boolean;
}

/** What binding needs: the columns, the words, the as-of day and the last complete fiscal year t. */
export class RowContext implements Cells {
  row = 0;
  private readonly columns = new Map<string, (Float64Array | null)[]>();
  private readonly cellBounds = new Map<string, CellBounds>();

  constructor(
    readonly facts: Facts,
    readonly vocabulary: Vocabulary,
    readonly asOf: number,
    readonly t: number,
    /** Watches cells that are tried out, so that only what reads a changed one is evaluated again; rows of a sheet are read once each. */
    readonly watch: ((cells: readonly Cell[]) => Watch) | null = null,
  ) {}

  field(id: string): Field {
    const field = this.vocabulary.fields.get(id);
    if (!field) throw new Error(`rule reads field ${id}, which the vocabulary lacks`);
    return field;
  }

  column(field: string, back: number): Float64Array | undefined {
    let years = this.columns.get(field);
    if (!years) {
      years = [];
      this.columns.set(field, years);
    }
    const known = years[back];
    if (known !== undefined) return known ?? undefined;
    const column = this.facts.column(slot(field, back));
    years[back] = column ?? null;
    return column;
  }

  /** What a cell that is not known may hold. */
  bounds(field: string, back: number): CellBounds {
    const key = slot(field, back);
    let bounds = this.cellBounds.get(key);
    if (!bounds) {
      bounds = new CellBounds(this.field(field), boundingSlots(field, back, this.vocabulary), (one) =>
        this.facts.column(one),
      );
      this.cellBounds.set(key, bounds);
    }
    return bounds;
  }

  /** Whether the sheet says the same of the field in every row, as it has a column neither for it nor for what bounds it. */
  isSameInEveryRow(field: string, back: number): boolean {
    return this.column(field, back) === undefined && this.bounds(field, back).fixed;
  }

  /** Whether the sheet speaks of a slot: it has a column for it, or for a whole it is a part of. */
  speaksOf(key: string): boolean {
    const { field, back } = cellOfSlot(key);
    const { wholes } = boundingSlots(field, back, this.vocabulary);
    return [key, ...wholes].some((one) => this.facts.column(one) !== undefined);
  }

  /** The value of a cell, also of one that its parts and wholes leave a single value; NaN where it is not known. */
  cell(field: string, back: number): number {
    const value = this.column(field, back)?.[this.row] ?? NaN;
    if (!Number.isNaN(value)) return value;
    const bounds = this.bounds(field, back);
    bounds.look(this.row);
    return bounds.lo === bounds.hi ? bounds.lo : NaN;
  }

  /** Whether the enterprise was founded after a year of a field; false while the day is not known. */
  isBeforeFounding(row: number, { periods, ofJudgementYear }: Field, back: number): boolean {
    const founded = this.column(FOUNDED, 0)?.[row] ?? NaN;
    // A field of one period is of the day of judgement.
    if (Number.isNaN(founded) || periods === 1) return false;
    return dateOf(founded).year > this.t - back + Number(ofJudgementYear);
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
      return quantity.sinceFounding === true
        ? new CellSinceFounding(context, quantity.field, quantity.back)
        : new CellNode(context, quantity.field, quantity.back);
    case "otherwise":
      return new Otherwise(context, quantity, bind(quantity.definition));
    case "sum":
      return new Sum(quantity.parts.map(bind));
    case "difference":
      return new Difference(bind(quantity.left), bind(quantity.right));
    case "product":
      return new Product(bind(quantity.left), bind(quantity.right));
    case "ratio":
      return new Ratio(
        bind(quantity.over),
        bind(quantity.under),
        isPartOf(quantity.over, quantity.under, context.vocabulary) ? 1 : Infinity,
      );
    case "mean-growth":
      return new MeanGrowth(quantity.series.map(bind), quantity.series.map(slotsOf));
    case "compound-growth":
      return new CompoundGrowth(bind(quantity.now), bind(quantity.before), slotsOf(quantity.before), quantity.years);
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

class CellNode implements QuantityNode {
  lo = NaN;
  hi = NaN;
  private readonly column: Float64Array | undefined;
  private readonly key: string;
  private readonly bounds: CellBounds;

  constructor(
    protected readonly context: RowContext,
    private readonly field: string,
    private readonly back: number,
  ) {
    this.bounds = context.bounds(field, back);
    this.key = slot(field, back);
    this.column = context.column(field, back);
  }

  evaluate(row: number): void {
    const value = this.column === undefined ? NaN : (this.column[row] ?? NaN);
    if (value === value) {
      this.lo = value;
      this.hi = value;
    } else {
      const { bounds } = this;
      bounds.look(row);
      this.lo = bounds.lo;
      this.hi = bounds.hi;
    }
  }

  protected isBeforeFounding(row: number): boolean {
    return this.context.isBeforeFounding(row, this.context.field(this.field), this.back);
  }

  /** A blank that its parts and wholes leave a single value is known; what was never there is not asked for. */
  missing(into: Openings): void {
    if (!(this.lo < this.hi)) return;
    if (this.isBeforeFounding(this.context.row)) into.cannotTell(this.key, "before-founding");
    else into.ask(this.key);
  }

  anyKnown(): boolean {
    return this.column !== undefined && !Number.isNaN(this.column[this.context.row] ?? NaN);
  }
}

/** A cell whose blank is 0 in the years before the enterprise was founded. */
class CellSinceFounding extends CellNode {
  override evaluate(row: number): void {
    super.evaluate(row);
    if (this.lo < this.hi && this.isBeforeFounding(row)) this.lo = this.hi = 0;
  }
}

/** A field with a definition: the cell where it is filled in, else the definition. */
class Otherwise implements QuantityNode {
  lo = NaN;
  hi = NaN;
  private readonly own: CellNode;
  /** The sheet has no column for the field, and has some for the definition or would be asked for those first. */
  private readonly definedByColumns: boolean;

  constructor(
    context: RowContext,
    { field, back, definition: tree }: Extract<Quantity, { kind: "otherwise" }>,
    private readonly definition: QuantityNode,
  ) {
    this.own = new CellNode(context, field, back);
    const { amountsFirst } = context.field(field);
    this.definedByColumns =
      context.column(field, back) === undefined &&
      (amountsFirst || fieldsOfQuantity(tree).some((cell) => context.column(cell.field, cell.back) !== undefined));
  }

  evaluate(row: number): void {
    const { own, definition } = this;
    own.evaluate(row);
    if (own.lo === own.hi) {
      this.lo = own.lo;
      this.hi = own.hi;
      return;
    }
    definition.evaluate(row);
    const { lo, hi } = definition;
    const known = !(lo < hi);
    this.lo = known ? lo : Math.max(lo, own.lo);
    this.hi = known ? hi : Math.min(hi, own.hi);
  }

  /** Asks for the cells of the way the sheet has taken: the definition's where it has begun there, else the field's own. */
  missing(into: Openings): void {
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

  missing(into: Openings): void {
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
  /** @param most what the ratio can't exceed while it is open: 1 for a part over its whole */
  constructor(
    over: QuantityNode,
    under: QuantityNode,
    private readonly most: number,
  ) {
    super(over, under);
  }

  protected combine(): void {
    const { left: a, right: b } = this;
    const lo = ratioLow(a.lo, a.hi, b.lo, b.hi);
    const hi = ratioHigh(a.lo, a.hi, b.lo, b.hi);
    this.set(lo, lo < this.most && hi > this.most ? this.most : hi);
  }
}

/** The slots of a base of growth, to be named where there is none. */
function slotsOf(quantity: Quantity): readonly string[] {
  return fieldsOfQuantity(quantity).map(({ field, back }) => slot(field, back));
}

/** Says that a base is 0 or negative; false where it is not. */
function isNoBase({ hi }: QuantityNode, slots: readonly string[], into: Openings): boolean {
  if (!(hi <= 0)) return false;
  for (const key of slots) into.cannotTell(key, "no-base");
  return true;
}

class MeanGrowth extends Compound {
  /** @param slots of each year, like `parts` */
  constructor(
    parts: readonly QuantityNode[],
    private readonly slots: readonly (readonly string[])[],
  ) {
    super(parts);
  }

  /** No cell helps where there is no base. */
  override missing(into: Openings): void {
    const none = this.parts.filter((base, year) => year > 0 && isNoBase(base, this.slots[year] ?? [], into));
    if (none.length === 0) super.missing(into);
  }

  protected combine(): void {
    const { parts } = this;
    const [last, second, first] = parts;
    if (parts.length === 3 && last && second && first && second.lo < second.hi) {
      this.set(twoRatesLow(last, second, first) / 2, twoRatesHigh(last, second, first) / 2);
      return;
    }
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
    private readonly slots: readonly string[],
    private readonly years: number,
  ) {
    super(now, before);
  }

  override missing(into: Openings): void {
    if (!isNoBase(this.right, this.slots, into)) super.missing(into);
  }

  protected combine(): void {
    const { left: a, right: b, years } = this;
    this.set(compoundLow(a.lo, a.hi, b.lo, b.hi, years), compoundHigh(a.lo, a.hi, b.lo, b.hi, years));
  }
}

class Age implements QuantityNode {
  lo = NaN;
  hi = NaN;
  private readonly cell: CellNode;

  constructor(
    private readonly context: RowContext,
    private readonly unit: "days" | "years" | "accounting-years",
    field: string,
  ) {
    this.cell = new CellNode(context, field, 0);
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

  missing(into: Openings): void {
    this.cell.missing(into);
  }

  anyKnown(): boolean {
    return this.cell.anyKnown();
  }
}
