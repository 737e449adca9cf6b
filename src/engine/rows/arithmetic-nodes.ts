/** Numbers made of others by arithmetic on intervals. */
import { productHigh, productLow, ratioHigh, ratioLow } from "../interval";
import type { Openings } from "./openings";
import type { QuantityNode } from "./quantity-node";

/** What the nodes with parts share. */
export abstract class Compound implements QuantityNode {
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

export class Sum extends Compound {
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

export abstract class Pair extends Compound {
  constructor(
    protected readonly left: QuantityNode,
    protected readonly right: QuantityNode,
  ) {
    super([left, right]);
  }
}

export class Difference extends Pair {
  protected combine(): void {
    this.set(this.left.lo - this.right.hi, this.left.hi - this.right.lo);
  }
}

export class Product extends Pair {
  protected combine(): void {
    const { left: a, right: b } = this;
    this.set(productLow(a.lo, a.hi, b.lo, b.hi), productHigh(a.lo, a.hi, b.lo, b.hi));
  }
}

export class Ratio extends Pair {
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
