/** Rates of growth. None is known from a base of 0 or less. */
import { fieldsOfQuantity, type Quantity } from "../../language/tree";
import { slot } from "../../language/vocabulary";
import { compoundHigh, compoundLow, growthHigh, growthLow, twoRatesHigh, twoRatesLow } from "../interval";
import { Compound, Pair } from "./arithmetic-nodes";
import type { Openings } from "./openings";
import type { QuantityNode } from "./quantity-node";

/** The slots of a base of growth, to be named where there is none. */
export function slotsOf(quantity: Quantity): readonly string[] {
  return fieldsOfQuantity(quantity).map(({ field, back }) => slot(field, back));
}

/** Says that a base is 0 or negative; false where it is not. */
function isNoBase({ hi }: QuantityNode, slots: readonly string[], into: Openings): boolean {
  if (!(hi <= 0)) return false;
  for (const key of slots) into.cannotTell(key, "no-base");
  return true;
}

export class MeanGrowth extends Compound {
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

export class CompoundGrowth extends Pair {
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
