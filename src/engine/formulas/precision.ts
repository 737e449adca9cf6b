/**
 * Exactness at a border, in formulas. Spreadsheets compute in doubles; the product's own verdicts are exact decimals. A formula therefore
 * never compares two computed numbers. It rounds their difference to so many decimals that rounding errors vanish (a difference that is
 * exactly 0 comes out as 0), while the smallest difference two amounts of a sheet can have stays. Ratios are multiplied out first.
 *
 * With amounts up to M, the few operations of a rule err by less than 8 × M × 2^-53. Rounding to n decimals is safe for equality while
 * that is under a quarter of 10^-n, and tells every difference while cells and line together have no more than n decimals.
 */
import type { Facts } from "../facts";

/** The size of the numbers in a column: the power of ten above them, and their decimals. */
export interface Scale {
  readonly size: number;
  readonly decimals: number;
}

const ERROR = 8 * 2 ** -53;
/** What readers may type into a blank cell, at the least: 1 亿元, to the 元. */
const LEAST: Scale = { size: 1e4, decimals: 4 };
const MOST_DIGITS = 12;

/** How many decimals a difference of amounts up to `size` may be rounded to, so that what is equal comes out as 0. */
export function safeDigits(size: number): number {
  return Math.max(0, Math.min(MOST_DIGITS, Math.floor(-Math.log10(4 * ERROR * size))));
}

/** The decimals of a number as it is written: 0.0325 has 4. */
export function decimalsOf(value: number): number {
  const [mantissa = "", exponent = "0"] = String(Math.abs(value)).split("e");
  return Math.max(0, (mantissa.split(".")[1]?.length ?? 0) - Number(exponent));
}

/** The scales of a sheet's columns, worked out when first asked for. */
export class Scales {
  private readonly known = new Map<string, Scale>();

  constructor(private readonly facts: Facts) {}

  of(slot: string): Scale {
    let scale = this.known.get(slot);
    if (!scale) {
      scale = this.measure(this.facts.column(slot));
      this.known.set(slot, scale);
    }
    return scale;
  }

  private measure(column: Float64Array | undefined): Scale {
    if (!column) return LEAST;
    let largest = LEAST.size;
    let decimals = 0;
    for (const value of column) {
      if (!Number.isFinite(value)) continue;
      const size = Math.abs(value);
      if (size > largest) largest = size;
      // Whole numbers and those of four decimals at most are told without printing them.
      if (Math.round(value * 1e4) / 1e4 === value && size < 1e9) {
        if (decimals < LEAST.decimals && !Number.isInteger(value)) decimals = LEAST.decimals;
      } else decimals = Math.max(decimals, decimalsOf(value));
    }
    return { size: 10 ** Math.ceil(Math.log10(largest)), decimals };
  }
}
