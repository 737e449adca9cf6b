/** Sums and differences of cells, as formulas: their known value, and the least and most they can be while cells are blank. */
import type { Quantity } from "../../language/tree";
import { slot } from "../../language/vocabulary";
import type { NativeInputs } from "./native-inputs";

/** A rule set that plain formulas can't follow; the message names the construct. No rule set of the release is one. */
export class NotNative extends Error {
  override name = "NotNative";
}

interface Term {
  readonly sign: 1 | -1;
  readonly slot: string;
}

/** (sum of terms) / over. */
export interface Linear {
  readonly terms: readonly Term[];
  readonly over: number;
}

/** One end of a sum: a formula in which blank cells count as they do at that end, and the cells whose blank makes it endless. */
export interface End {
  readonly text: string;
  readonly open: readonly string[];
}

/** The quantity as a sum of cells; null where it is none. */
export function linearOf(quantity: Quantity): Linear | null {
  switch (quantity.kind) {
    case "field":
      return { terms: [{ sign: 1, slot: slot(quantity.field, quantity.back) }], over: 1 };
    case "sum": {
      const parts = quantity.parts.map(linearOf);
      const terms = parts.flatMap((part) => part?.terms ?? []);
      return parts.every((part) => part?.over === 1) ? { terms, over: 1 } : null;
    }
    case "difference": {
      const [left, right] = [linearOf(quantity.left), linearOf(quantity.right)];
      if (left?.over !== 1 || right?.over !== 1) return null;
      const minus = right.terms.map(({ sign, slot: key }): Term => ({ sign: sign === 1 ? -1 : 1, slot: key }));
      return { terms: [...left.terms, ...minus], over: 1 };
    }
    case "ratio": {
      const over = linearOf(quantity.over);
      const { under } = quantity;
      return over && under.kind === "constant" && under.value > 0 ? { ...over, over: over.over * under.value } : null;
    }
    default:
      return null;
  }
}

export class LinearFormulas {
  constructor(private readonly inputs: NativeInputs) {}

  cells({ terms }: Linear): readonly string[] {
    return terms.map((term) => this.inputs.cell(term.slot));
  }

  end({ terms }: Linear, end: "least" | "most"): End {
    const open: string[] = [];
    const parts = terms.map((term, index) => {
      const { min, max } = this.inputs.field(term.slot);
      const atBlank = (end === "least") === (term.sign === 1) ? min : max;
      const cell = this.inputs.cell(term.slot);
      if (!Number.isFinite(atBlank)) open.push(cell);
      // A blank cell counts as 0 by itself.
      const text = Number.isFinite(atBlank) && atBlank !== 0 ? `IF(ISBLANK(${cell}),${atBlank},${cell})` : cell;
      return index === 0 && term.sign === 1 ? text : `${term.sign === 1 ? "+" : "-"}${text}`;
    });
    const plain = terms.length > 1 && parts.every((text, index) => index === 0 || /^\+[A-Z]+¤$/.test(text));
    return { text: plain ? `SUM(${parts.map((text) => text.replace("+", "")).join(",")})` : parts.join(""), open };
  }

  /** The size of the sum's numbers. */
  size({ terms }: Linear): number {
    return terms.reduce((sum, term) => sum + this.inputs.scale(term.slot).size, 0);
  }

  decimals({ terms }: Linear): number {
    return Math.max(0, ...terms.map((term) => this.inputs.scale(term.slot).decimals));
  }
}
