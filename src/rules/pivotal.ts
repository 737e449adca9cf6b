/**
 * Which items of a score could still decide whether a line is reached.
 * An item whose own points are open matters only if the others can land where its points make the difference: with 58 points
 * certain, a pass mark of 60 and two open items of 0–1 and 0–5, each is asked for; with 59.. the same search says which is idle.
 */

export interface OpenPoints {
  readonly lo: number;
  readonly hi: number;
}

/**
 * For each item, whether some filling of the others leaves the sum short with the item's least points and reaches the line with its most.
 * Sums are searched on whole points; an item with fractional ends is taken as able to give anything between them.
 */
export function pivotalItems(items: readonly OpenPoints[], line: { relation: ">=" | ">"; points: number }): boolean[] {
  const whole = items.every(({ lo, hi }) => Number.isInteger(lo) && Number.isInteger(hi));
  const needed = line.relation === ">" ? Math.floor(line.points) + 1 : Math.ceil(line.points);
  if (!whole) return items.map(({ lo, hi }) => lo < hi);
  return items.map(({ lo, hi }, index) => {
    if (lo === hi) return false;
    let sums = 1n;
    items.forEach((other, position) => {
      if (position !== index) sums = reachable(sums, other);
    });
    // The others must sum to s with s + lo < needed <= s + hi.
    for (let s = Math.max(0, needed - hi); s < needed - lo; s += 1) if ((sums >> BigInt(s)) & 1n) return true;
    return false;
  });
}

/** Bit s is set where the sum s can be reached; adding an item shifts the set by each of its possible points. */
function reachable(sums: bigint, { lo, hi }: OpenPoints): bigint {
  let result = 0n;
  for (let points = lo; points <= hi; points += 1) result |= sums << BigInt(points);
  return result;
}
