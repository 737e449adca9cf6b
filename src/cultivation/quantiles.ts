/** Medians and quartiles. Excel's QUARTILE.INC: between two values the quartile lies in proportion. */

/** The quantile `q` (0 to 1) of values in rising order; null where there are none. */
export function quantileOfSorted(sorted: ArrayLike<number>, q: number): number | null {
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * q;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** The median; null where there are no values. Sorts `values` in place. */
export function medianOf(values: Float64Array): number | null {
  return quantileOfSorted(values.sort(), 0.5);
}
