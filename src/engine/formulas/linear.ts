/** Sums and differences of cells, as formulas: their known value, and the least and most they can be while cells are blank. */
import type { Quantity } from "../../language/tree";
import { slot } from "../../language/vocabulary";
import { BlankBounds } from "./blank-bounds";
import { allFilled, and, anyBlank, blank, filled, not, or } from "./formula-parts";
import type { NativeInputs } from "./native-inputs";

interface Term {
  readonly sign: 1 | -1;
  readonly slot: string;
  /** A blank from before the founding is 0. */
  readonly sinceFounding: boolean;
}

/** (sum of terms) / over. */
export interface Linear {
  readonly terms: readonly Term[];
  readonly over: number;
}

/** One end of a sum: a formula in which blank cells count as they do at that end, and whether that end is a number at all. */
export interface End {
  readonly text: string;
  /** TRUE where no blank makes it endless, and where one does. */
  readonly finite: string;
  readonly endless: string;
}

/** The quantity as a sum of cells; null where it is none. */
export function linearOf(quantity: Quantity): Linear | null {
  switch (quantity.kind) {
    case "field":
      return {
        terms: [
          {
            sign: 1,
            slot: slot(quantity.field, quantity.back),
            sinceFounding: quantity.sinceFounding === true,
          },
        ],
        over: 1,
      };
    case "sum": {
      const parts = quantity.parts.map(linearOf);
      const terms = parts.flatMap((part) => part?.terms ?? []);
      return parts.every((part) => part?.over === 1) ? { terms, over: 1 } : null;
    }
    case "difference": {
      const [left, right] = [linearOf(quantity.left), linearOf(quantity.right)];
      if (left?.over !== 1 || right?.over !== 1) return null;
      const minus = right.terms.map((term): Term => ({ ...term, sign: term.sign === 1 ? -1 : 1 }));
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
  private readonly bounds: BlankBounds;

  constructor(private readonly inputs: NativeInputs) {
    this.bounds = new BlankBounds(inputs);
  }

  cells({ terms }: Linear): readonly string[] {
    return terms.map((term) => this.inputs.cell(term.slot));
  }

  end({ terms }: Linear, end: "least" | "most"): End {
    const open: string[] = [];
    const finite: string[] = [];
    const endless: string[] = [];
    const parts = terms.map((term, index) => {
      const { min, max } = this.inputs.field(term.slot);
      const atLeast = (end === "least") === (term.sign === 1);
      const signed = (text: string): string =>
        index === 0 && term.sign === 1 ? text : `${term.sign === 1 ? "+" : "-"}${text}`;
      const bounded = this.bounds.ends(term.slot, term.sinceFounding);
      if (bounded) {
        if (!atLeast) {
          finite.push(bounded.finite);
          endless.push(bounded.endless);
        }
        return signed(atLeast ? bounded.least : bounded.most);
      }
      const atBlank = atLeast ? min : max;
      const cell = this.inputs.cell(term.slot);
      if (!Number.isFinite(atBlank) && term.sinceFounding) {
        const nothing = this.bounds.isBeforeFounding(term.slot);
        finite.push(or(filled(cell), nothing));
        endless.push(and(blank(cell), not(nothing)));
      } else if (!Number.isFinite(atBlank)) open.push(cell);
      // A blank cell counts as 0 by itself.
      const text = Number.isFinite(atBlank) && atBlank !== 0 ? `IF(ISBLANK(${cell}),${atBlank},${cell})` : cell;
      return signed(text);
    });
    const plain = terms.length > 1 && terms.every(({ sign }) => sign === 1);
    return {
      text: plain ? `SUM(${parts.map((text) => text.replace(/^\+/, "")).join(",")})` : parts.join(""),
      finite: and(allFilled(open), ...finite),
      endless: or(anyBlank(open), ...endless),
    };
  }

  /** The size of the sum's numbers. */
  size({ terms }: Linear): number {
    return terms.reduce((sum, term) => sum + this.inputs.scale(term.slot).size, 0);
  }

  decimals({ terms }: Linear): number {
    return Math.max(0, ...terms.map((term) => this.inputs.scale(term.slot).decimals));
  }
}
