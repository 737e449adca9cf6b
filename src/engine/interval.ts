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

/** Least growth rate now / before - 1; undefined (NaN) where the base is known not to be positive. */
export function growthLow(a: number, b: number, c: number, d: number): number {
  if (!(d > 0)) return NaN;
  // The base may turn out to be 0 or less: then there is no rate at all, which is worse than any.
  if (c <= 0) return -Infinity;
  return ratioLow(a, b, c, d) - 1;
}

export function growthHigh(a: number, b: number, c: number, d: number): number {
  return d > 0 ? ratioHigh(a, b, Math.max(c, 0), d) - 1 : NaN;
}

/** Compound yearly rate over `years`; undefined where the base is not positive or the end is negative. */
export function compoundLow(a: number, b: number, c: number, d: number, years: number): number {
  if (!(d > 0) || !(b >= 0)) return NaN;
  return a < 0 || c <= 0 ? -Infinity : Math.pow(ratioLow(a, b, c, d), 1 / years) - 1;
}

export function compoundHigh(a: number, b: number, c: number, d: number, years: number): number {
  return d > 0 && b >= 0 ? Math.pow(ratioHigh(Math.max(a, 0), b, Math.max(c, 0), d), 1 / years) - 1 : NaN;
}
