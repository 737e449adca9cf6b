/** A sum of marks as a person adds them up: 19.06 + 19.79 + 9.02 + 12.13 is 60. Marks have at most a few decimals. */
export function asPoints(sum: number): number {
  return Math.round(sum * 1e6) / 1e6;
}
