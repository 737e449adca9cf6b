/** The lines of an item's bands, prepared for `bandPoints`. */
import type { FourLines } from "./block-loops";
import type { Relation } from "./tree";

interface Cut {
  readonly relation: Relation;
  readonly cut: number;
}

export interface BandLines {
  /** -1 where lower is better: values and lines are then turned round. */
  readonly sign: number;
  readonly fours: readonly FourLines[];
}

/**
 * @param cuts in the order a value passes them: all rising (`>=`, `>`) or all falling (`<=`, `<`)
 * @param near as `nearness` gives it; 0 where doubles are exact
 */
export function bandLines(cuts: readonly Cut[], near: number): BandLines {
  const sign = cuts.some(({ relation }) => relation === "<=" || relation === "<") ? -1 : 1;
  const fours: FourLines[] = [];
  for (let first = 0; first < cuts.length; first += 4) fours.push(fourOf(cuts.slice(first, first + 4), sign, near));
  return { sign, fours };
}

function fourOf(cuts: readonly Cut[], sign: number, near: number): FourLines {
  const centres = cuts.map(({ cut }) => sign * cut);
  const lines = cuts.map(({ relation }, index) => {
    const line = centres[index] ?? NaN;
    return relation === ">" || relation === "<" ? nextUp(line) : line;
  });
  // Short fours are filled up with a line that nothing reaches, and with a centre that is there already.
  const [a = NaN, b = a, c = b, d = c] = centres;
  const [p = Infinity, q = Infinity, r = Infinity, s = Infinity] = lines;
  return { lines: [p, q, r, s], centres: [a, b, c, d], near: near === 0 ? -1 : productWithin([a, b, c, d], near) };
}

/** A product of distances no value within rounding of one of the lines can exceed. Some values a little further off fall under it too. */
function productWithin(centres: readonly number[], near: number): number {
  const margins = centres.map((line) => near * 1.001 * Math.max(1, Math.abs(line)));
  const products = centres.map((line, own) => {
    const margin = margins[own] ?? NaN;
    return centres.reduce(
      (product, other, index) => product * (index === own ? margin : Math.abs(line - other) + margin),
      1,
    );
  });
  return Math.max(...products) * 1.001;
}

/** The next larger double, so that `> line` can be asked as `>= nextUp(line)`. */
function nextUp(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  const double = new Float64Array([value]);
  const bits = new BigInt64Array(double.buffer);
  bits[0] = (bits[0] ?? 0n) + (value > 0 ? 1n : -1n);
  return double[0] ?? NaN;
}
