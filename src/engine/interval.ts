/**
 * Arithmetic on intervals, for numbers that blank cells leave open. Both paths use these, so they can't differ.
 * [a, b] is the upper number or numerator, [c, d] the lower one or denominator. Ends may be infinite. NaN is undefined, never open.
 */

/** a / b for the extreme of an interval whose denominator may come down to 0. */
function quotient(a: number, b: number): number {
  if (b > 0) return a / b;
  return a > 0 ? Infinity : a < 0 ? -Infinity : 0;
}

/**
 * Least quotient. Where the denominator may be negative and is not known, anything is possible. Where it may come down to 0, its limit
 * counts: 0 over an open amount is 0, so that no research in a year of unknown revenue already fails a 3 % line.
 */
export function ratioLow(a: number, b: number, c: number, d: number): number {
  if (c === d) return c === 0 ? NaN : c > 0 ? a / c : b / c;
  if (c < 0) return -Infinity;
  return a >= 0 ? a / d : quotient(a, c);
}

export function ratioHigh(a: number, b: number, c: number, d: number): number {
  if (c === d) return c === 0 ? NaN : c > 0 ? b / c : a / c;
  if (c < 0) return Infinity;
  return b < 0 ? b / d : quotient(b, c);
}

/** 0 × ∞ is 0 here: a known 0 makes the product 0 whatever the open side is. */
function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}

export function productLow(a: number, b: number, c: number, d: number): number {
  return Math.min(times(a, c), times(a, d), times(b, c), times(b, d));
}

export function productHigh(a: number, b: number, c: number, d: number): number {
  return Math.max(times(a, c), times(a, d), times(b, c), times(b, d));
}

/**
 * Least growth rate now / before - 1. From a base that is 0 or less, or may turn out so, there is no rate to be had: no text says whether
 * the enterprise grew, so it may be anything.
 */
export function growthLow(a: number, b: number, c: number, d: number): number {
  if (c <= 0) return -Infinity;
  return d > 0 ? ratioLow(a, b, c, d) - 1 : NaN;
}

export function growthHigh(a: number, b: number, c: number, d: number): number {
  if (c <= 0) return Infinity;
  return d > 0 ? ratioHigh(a, b, c, d) - 1 : NaN;
}

/** Compound yearly rate over `years`; from a positive base down to a negative end there is none (NaN), and no line is reached. */
export function compoundLow(a: number, b: number, c: number, d: number, years: number): number {
  if (c <= 0) return -Infinity;
  if (!(d > 0) || !(b >= 0)) return NaN;
  return a < 0 ? -Infinity : Math.pow(ratioLow(a, b, c, d), 1 / years) - 1;
}

export function compoundHigh(a: number, b: number, c: number, d: number, years: number): number {
  if (c <= 0) return Infinity;
  return d > 0 && b >= 0 ? Math.pow(ratioHigh(Math.max(a, 0), b, c, d), 1 / years) - 1 : NaN;
}

/** A number between two ends. */
interface Ends {
  readonly lo: number;
  readonly hi: number;
}

/**
 * Least sum of two growth rates in a row, from `first` over `second` to `last`. The year between them is under the one rate and over the
 * other: what it lowers in one it raises in the other, and the least lies where last / second and second / first are equal.
 */
export function twoRatesLow(last: Ends, second: Ends, first: Ends): number {
  if (second.lo <= 0 || first.lo <= 0) return -Infinity;
  // However large the first year may be, the second may be so small beside it that its own rate is all that is lost.
  if (first.hi === Infinity) return (last.lo >= 0 ? last.lo / second.hi : last.lo / second.lo) - 2;
  const balance = last.lo > 0 ? Math.sqrt(last.lo * first.hi) : 0;
  const between = Math.min(Math.max(balance, second.lo), second.hi);
  return last.lo / between + between / first.hi - 2;
}

export function twoRatesHigh(last: Ends, second: Ends, first: Ends): number {
  if (second.lo <= 0 || first.lo <= 0) return Infinity;
  const at = (between: number): number => last.hi / between + between / first.lo - 2;
  return Math.max(at(second.lo), second.hi === Infinity ? Infinity : at(second.hi));
}
