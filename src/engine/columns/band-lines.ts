/** The lines of an item's bands, made ready for counting. */
import type { BandLines } from "./band-loops";
import type { Relation } from "../../language/tree";
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
  const lines = cuts.map(({ cut }) => sign * (cut + shift));
  const margins = lines.map((line) => marginAt(line, near));
  const first = cuts.map(({ relation }, index) => {
    const line = lines[index] ?? NaN;
    const margin = margins[index] ?? 0;
    return margin === 0 && (relation === ">" || relation === "<") ? nextUp(line) : line - margin;
  });
  const last = lines.map((line, index) => (near === 0 ? -Infinity : line + (margins[index] ?? 0)));
  const from: (readonly [number, number, number, number])[] = [];
  for (let four = 0; four < first.length; four += 4) {
    const [a = Infinity, b = Infinity, c = Infinity, d = Infinity] = first.slice(four, four + 4);
    from.push([a, b, c, d]);
  }
  return { sign, from, unsure: Float64Array.of(-Infinity, ...last) };
}

/** How far from a line doubles can't be trusted: a little wider than `isNear` has it, which measures by the larger of line and value. */
export function marginAt(line: number, near: number): number {
  return near * 1.001 * Math.max(1, Math.abs(line));
}
