/** Numbers that are read from cells: a field, a field with a definition, an age. */
import { fieldsOfQuantity, type Quantity } from "../../language/tree";
import { slot } from "../../language/vocabulary";
import type { CellBounds } from "../cell-bounds";
import type { Openings } from "./openings";
import type { QuantityNode } from "./quantity-node";
import type { RowContext } from "./row-context";

export class CellNode implements QuantityNode {
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
export class CellSinceFounding extends CellNode {
  override evaluate(row: number): void {
    super.evaluate(row);
    if (this.lo < this.hi && this.isBeforeFounding(row)) this.lo = this.hi = 0;
  }
}

/** A field with a definition: the cell where it is filled in, else the definition. */
export class Otherwise implements QuantityNode {
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

/** The time since a day. */
export class Age implements QuantityNode {
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
