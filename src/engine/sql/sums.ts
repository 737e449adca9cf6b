/** Sums and differences of cells, as the least and the most they can be. */
import type { Quantity } from "../../language/tree";
import { slot } from "../../language/vocabulary";
import { plus, type Amount, type AmountEnds } from "./amount";
import type { Cells } from "./cells";
import type { Layers } from "./layers";

export interface Term {
  readonly sign: 1 | -1;
  readonly slot: string;
  readonly sinceFounding: boolean;
}

/** A cell, or cells added up and taken off one another; null for any other quantity. */
export function termsOf(quantity: Quantity): readonly Term[] | null {
  switch (quantity.kind) {
    case "field":
      return [{ sign: 1, slot: slot(quantity.field, quantity.back), sinceFounding: quantity.sinceFounding === true }];
    case "sum": {
      const parts = quantity.parts.map(termsOf);
      return parts.includes(null) ? null : parts.flatMap((terms) => terms ?? []);
    }
    case "difference": {
      const [left, right] = [termsOf(quantity.left), termsOf(quantity.right)];
      if (left === null || right === null) return null;
      return [...left, ...right.map((term): Term => ({ ...term, sign: term.sign === 1 ? -1 : 1 }))];
    }
    default:
      return null;
  }
}

export class Sums {
  constructor(
    readonly cells: Cells,
    private readonly layers: Layers,
  ) {}

  ends(terms: readonly Term[]): AmountEnds {
    return { lo: this.end(terms, "lo"), hi: this.end(terms, "hi") };
  }

  /** The ends by names of their own, for what reads them more than once. */
  named(terms: readonly Term[]): AmountEnds {
    const { lo, hi } = this.ends(terms);
    if (terms.length === 1 && lo.sql.length <= 40) return { lo, hi };
    const name = terms
      .map(
        ({ sign, slot: key, sinceFounding }) =>
          `${sign < 0 ? "less_" : ""}${this.wordOf(key)}${sinceFounding ? "_f" : ""}`,
      )
      .join("_");
    const own = (end: "lo" | "hi", amount: Amount): Amount => ({
      ...amount,
      sql: /^\w+$/.test(amount.sql) ? amount.sql : this.layers.define("sums", `${name}_${end}`, amount.sql),
    });
    return { lo: own("lo", lo), hi: own("hi", hi) };
  }

  private wordOf(key: string): string {
    return key.replace(/\[t-(\d)\]/, "_t$1");
  }

  private end(terms: readonly Term[], end: "lo" | "hi"): Amount {
    const amounts = terms.map(({ sign, slot: key, sinceFounding }) => {
      const ends = this.cells.ends(key, sinceFounding);
      return { sign, amount: (end === "lo") === (sign === 1) ? ends.lo : ends.hi };
    });
    const [first, ...more] = amounts;
    if (first?.sign !== 1) throw new Error("a sum begins with what is added");
    return more.reduce((sum, { sign, amount }) => plus(sum, amount, sign === 1 ? "+" : "-"), first.amount);
  }
}
