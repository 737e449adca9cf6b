/**
 * Exact fractions of whole numbers, for comparisons at a border. They are never reduced: a rule has a handful of operations, and
 * reducing costs more than the few digits it saves.
 */
export interface Rational {
  readonly n: bigint;
  /** Positive. */
  readonly d: bigint;
}

/** The decimal that a double prints as: 0.055 is 55/1000, not the double's own 0.05500000000000000027. */
export function decimal(value: number): Rational {
  const scaled = Math.round(value * 1e4);
  if (Number.isSafeInteger(scaled) && scaled / 1e4 === value) return { n: BigInt(scaled), d: 10_000n };
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", decimals = ""] = mantissa.split(".");
  const shift = Number(exponent) - decimals.length;
  const digits = BigInt(whole + decimals);
  return shift >= 0 ? { n: digits * 10n ** BigInt(shift), d: 1n } : { n: digits, d: 10n ** BigInt(-shift) };
}

export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { n: -b.n, d: b.d });
}

export function multiply(a: Rational, b: Rational): Rational {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** The caller has made sure that b is not 0. */
export function divide(a: Rational, b: Rational): Rational {
  return b.n < 0n ? { n: -a.n * b.d, d: a.d * -b.n } : { n: a.n * b.d, d: a.d * b.n };
}

/** Below 0, 0 or above 0 as a is less than, equal to or more than b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
