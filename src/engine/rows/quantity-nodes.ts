/**
 * The row path for numbers: a tree bound to columns, evaluated one row at a time.
 * A number is an interval [lo, hi]: a known cell is a point, a blank one anything it may hold (see `CellBounds`), and growth from a base of
 * 0 or less anything at all. Undefined (division by 0) is NaN at both ends: every comparison with it is unmet.
 */
import { isPartOf } from "../../language/relatives";
import type { Quantity } from "../../language/tree";
import { Difference, Product, Ratio, Sum } from "./arithmetic-nodes";
import { Age, CellNode, CellSinceFounding, Otherwise } from "./cell-nodes";
import { CompoundGrowth, MeanGrowth, slotsOf } from "./growth-nodes";
import type { QuantityNode } from "./quantity-node";
import type { RowContext } from "./row-context";

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
