/** The lines of an item's bands, prepared for counting. */
import type { BandLines, FourLines } from "./points-loops";
import type { Relation } from "./tree";
import { nextUp } from "./verdict-loops";

interface Cut {
  readonly relation: Relation;
  readonly cut: number;
}

/**
 * @param cuts in the order a value passes them: all rising (`>=`, `>`) or all falling (`<=`, `<`)
 * @param near as `nearness` gives it; 0 where doubles are exact
 * @param shift added to every line: 1 where the values are quotients and the lines growth rates
 */
export function bandLines(cuts: readonly Cut[], near: number, shift: number): BandLines {
  const sign = cuts.some(({ relation }) => relation === "<=" || relation === "<") ? -1 : 1;
  const fours: FourLines[] = [];
  for (let first = 0; first < cuts.length; first += 4)
    fours.push(fourOf(cuts.slice(first, first + 4), near, (cut) => sign * (cut + shift)));
  return { sign, fours };
}

function fourOf(cuts: readonly Cut[], near: number, place: (cut: number) => number): FourLines {
  const centres = cuts.map(({ cut }) => place(cut));
  const lines = cuts.map(({ relation, cut }) =>
    relation === ">" || relation === "<" ? nextUp(place(cut)) : place(cut),
  );
  // Short fours are filled up with a line that nothing reaches, and with a centre that is there already.
  const [a = NaN, b = a, c = b, d = c] = centres;
  const [p = Infinity, q = Infinity, r = Infinity, s = Infinity] = lines;
  return { lines: [p, q, r, s], centres: [a, b, c, d], near: near === 0 ? -1 : productWithin([a, b, c, d], near) };
}

/** A product of distances that no value within rounding of a line can exceed. Some values a little further off fall under it too. */
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
