/**
 * The inner loops of the columnar path. Each copies its block into arrays of this module, works there and copies the answer out.
 * That looks like waste and is three times as fast: of an array it is handed, the compiler has to look up type, length and address
 * again at every element; of these it knows all three. Copying a block costs a tenth of working through it.
 */
import type { Relation } from "./tree";

/** Rows worked on at once: small enough for the caches, large enough to forget the calls. */
export const BLOCK = 2048;

const A = new Float64Array(BLOCK);
const B = new Float64Array(BLOCK);
const C = new Float64Array(BLOCK);
const P = new Uint8Array(BLOCK);
const Q = new Uint8Array(BLOCK);
/** Points by the number of lines passed or the rank of a case. */
const TABLE = new Float64Array(256);

/** Numbers of two columns -> one. Blocks may be shorter than BLOCK; `into` never is. */
export type PairLoop = (left: Float64Array, right: Float64Array, into: Float64Array, count: number) => void;

export const add: PairLoop = (left, right, into, count) => {
  A.set(left);
  B.set(right);
  for (let i = 0; i < count; i += 1) C[i] = (A[i] ?? 0) + (B[i] ?? 0);
  into.set(C);
};

export const subtract: PairLoop = (left, right, into, count) => {
  A.set(left);
  B.set(right);
  for (let i = 0; i < count; i += 1) C[i] = (A[i] ?? 0) - (B[i] ?? 0);
  into.set(C);
};

export const multiply: PairLoop = (left, right, into, count) => {
  A.set(left);
  B.set(right);
  for (let i = 0; i < count; i += 1) C[i] = (A[i] ?? 0) * (B[i] ?? 0);
  into.set(C);
};

// Choosing NaN inside these loops would cost more than the division: they only note that there is a bad row, which is seldom so.

/** NaN where the denominator is 0. */
export const divide: PairLoop = (left, right, into, count) => {
  A.set(left);
  B.set(right);
  let zeros = 0;
  for (let i = 0; i < count; i += 1) {
    const under = B[i] ?? 0;
    zeros |= Number(under === 0);
    C[i] = (A[i] ?? 0) / under;
  }
  if (zeros !== 0) for (let i = 0; i < count; i += 1) if (B[i] === 0) C[i] = NaN;
  into.set(C);
};

/** Adds the growth rate from `before` to `now`; NaN where there is none. */
export const addGrowth: PairLoop = (now, before, into, count) => {
  A.set(now);
  B.set(before);
  C.set(into);
  let without = 0;
  for (let i = 0; i < count; i += 1) {
    const base = B[i] ?? 0;
    without |= Number(base <= 0);
    C[i] = (C[i] ?? 0) + ((A[i] ?? 0) / base - 1);
  }
  if (without !== 0) for (let i = 0; i < count; i += 1) if ((B[i] ?? 0) <= 0) C[i] = NaN;
  into.set(C);
};

/** Yearly rate between two amounts some years apart; NaN where there is none. */
export function compoundGrowth(years: number): PairLoop {
  return (now, before, into, count) => {
    A.set(now);
    B.set(before);
    let without = 0;
    for (let i = 0; i < count; i += 1) {
      const a = A[i] ?? 0;
      const b = B[i] ?? 0;
      without |= Number(b <= 0) | Number(a < 0);
      C[i] = a / b;
    }
    if (years === 2) for (let i = 0; i < count; i += 1) C[i] = Math.sqrt(C[i] ?? 0) - 1;
    else for (let i = 0; i < count; i += 1) C[i] = Math.pow(C[i] ?? 0, 1 / years) - 1;
    if (without !== 0) for (let i = 0; i < count; i += 1) if ((B[i] ?? 0) <= 0 || (A[i] ?? 0) < 0) C[i] = NaN;
    into.set(C);
  };
}

/**
 * Verdicts of a comparison with a line: 0 surely unmet, 2 surely met, 1 between `below` and `above` (the same number where doubles are
 * exact) and for NaN. The sum of two comparisons needs no branch.
 */
export function compareWithLine(
  values: Float64Array,
  relation: Relation,
  below: number,
  above: number,
  into: Uint8Array,
  count: number,
): void {
  A.set(values);
  switch (relation) {
    case ">=":
      for (let i = 0; i < count; i += 1) {
        const value = A[i] ?? 0;
        P[i] = 2 - Number(value < below) - Number(!(value >= above));
      }
      break;
    case ">":
      for (let i = 0; i < count; i += 1) {
        const value = A[i] ?? 0;
        P[i] = 2 - Number(value <= below) - Number(!(value > above));
      }
      break;
    case "<=":
      for (let i = 0; i < count; i += 1) {
        const value = A[i] ?? 0;
        P[i] = 2 - Number(value > above) - Number(!(value <= below));
      }
      break;
    case "<":
      for (let i = 0; i < count; i += 1) {
        const value = A[i] ?? 0;
        P[i] = 2 - Number(value >= above) - Number(!(value < below));
      }
      break;
    case "==":
      if (below === above)
        for (let i = 0; i < count; i += 1) {
          const value = A[i] ?? 0;
          P[i] = 2 * Number(value === below) + Number(value !== value);
        }
      else
        for (let i = 0; i < count; i += 1) {
          const value = A[i] ?? 0;
          P[i] = 1 - Number(value < below) - Number(value > above);
        }
  }
  into.set(P);
}

/** `and` of two columns of verdicts, into the first. */
export function least(into: Uint8Array, other: Uint8Array, count: number): void {
  P.set(into);
  Q.set(other);
  for (let i = 0; i < count; i += 1) P[i] = Math.min(P[i] ?? 0, Q[i] ?? 0);
  into.set(P.length === into.length ? P : P.subarray(0, into.length));
}

/** `or` of two columns of verdicts, into the first. */
export function greatest(into: Uint8Array, other: Uint8Array, count: number): void {
  P.set(into);
  Q.set(other);
  for (let i = 0; i < count; i += 1) P[i] = Math.max(P[i] ?? 0, Q[i] ?? 0);
  into.set(P.length === into.length ? P : P.subarray(0, into.length));
}

/** `not` of a column of verdicts. */
export function negate(verdict: Uint8Array, into: Uint8Array, count: number): void {
  P.set(verdict);
  for (let i = 0; i < count; i += 1) P[i] = 2 - (P[i] ?? 0);
  into.set(P);
}

/** Lowers verdicts to whether points between `low` and `high` reach a line. */
export function holdLine(
  into: Uint8Array,
  low: Float64Array,
  high: Float64Array,
  line: { readonly relation: ">=" | ">"; readonly points: number },
  count: number,
): void {
  const { points, relation } = line;
  P.set(into);
  A.set(low);
  B.set(high);
  if (relation === ">")
    for (let i = 0; i < count; i += 1)
      P[i] = Math.min(P[i] ?? 0, Number((A[i] ?? 0) > points) + Number((B[i] ?? 0) > points));
  else if (low === high)
    for (let i = 0; i < count; i += 1) P[i] = Math.min(P[i] ?? 0, 2 * Number((A[i] ?? 0) >= points));
  else
    for (let i = 0; i < count; i += 1)
      P[i] = Math.min(P[i] ?? 0, Number((A[i] ?? 0) >= points) + Number((B[i] ?? 0) >= points));
  into.set(P);
}

/** The sum of columns of points, cut to `most`. */
export function sumOf(parts: readonly Float64Array[], most: number, into: Float64Array, count: number): void {
  C.fill(0, 0, count);
  for (let part = 0; part < parts.length; part += 2) {
    const first = parts[part];
    const second = parts[part + 1];
    if (first === undefined) break;
    A.set(first);
    if (second === undefined) {
      for (let i = 0; i < count; i += 1) C[i] = (C[i] ?? 0) + (A[i] ?? 0);
      break;
    }
    B.set(second);
    for (let i = 0; i < count; i += 1) C[i] = (C[i] ?? 0) + (A[i] ?? 0) + (B[i] ?? 0);
  }
  if (most < Infinity) for (let i = 0; i < count; i += 1) C[i] = Math.min(most, C[i] ?? 0);
  into.set(C);
}

/** The greatest of columns of points. */
export function mostOf(parts: readonly Float64Array[], into: Float64Array, count: number): void {
  C.fill(-Infinity, 0, count);
  for (const part of parts) {
    A.set(part);
    for (let i = 0; i < count; i += 1) C[i] = Math.max(C[i] ?? 0, A[i] ?? 0);
  }
  into.set(C);
}

/**
 * Points of the first case that is met, or with `possible` of the first that is not unmet. The first of n cases has rank n, so it is
 * the greatest rank; 0 is none of them.
 * @param points by rank
 * @returns whether any verdict is unknown
 */
export function firstOf(
  verdicts: readonly Uint8Array[],
  possible: boolean,
  points: Float64Array,
  into: Float64Array,
  count: number,
): boolean {
  const more = Number(possible);
  let open = 0;
  Q.fill(0, 0, count);
  for (const [index, verdict] of verdicts.entries()) {
    const rank = verdicts.length - index;
    P.set(verdict);
    for (let i = 0; i < count; i += 1) {
      const answer = P[i] ?? 0;
      open |= answer;
      Q[i] = Math.max(Q[i] ?? 0, ((answer + more) >> 1) * rank);
    }
  }
  TABLE.set(points);
  for (let i = 0; i < count; i += 1) C[i] = TABLE[Q[i] ?? 0] ?? 0;
  into.set(C);
  return (open & 1) === 1;
}

type Four = readonly [number, number, number, number];

/** Four lines of a band, and a number that the product of a value's distances from them stays under where it is too near one. */
export interface FourLines {
  readonly lines: Four;
  readonly centres: Four;
  /** Negative where doubles are exact. */
  readonly near: number;
}

/**
 * Points by the number of lines a value times `sign` has reached.
 * @param odd becomes 1 where the value is NaN or too near a line; its points mean nothing
 */
export function bandPoints(
  values: Float64Array,
  sign: number,
  fours: readonly FourLines[],
  points: Float64Array,
  into: Float64Array,
  odd: Uint8Array,
  count: number,
): void {
  A.set(values);
  P.fill(0, 0, count);
  Q.fill(0, 0, count);
  for (const { lines, centres, near } of fours) {
    const [a, b, c, d] = lines;
    for (let i = 0; i < count; i += 1) {
      const value = sign * (A[i] ?? 0);
      P[i] = (P[i] ?? 0) + Number(value >= a) + Number(value >= b) + Number(value >= c) + Number(value >= d);
    }
    const [e, f, g, h] = centres;
    for (let i = 0; i < count; i += 1) {
      const value = sign * (A[i] ?? 0);
      Q[i] = (Q[i] ?? 0) | Number(!(Math.abs((value - e) * (value - f) * (value - g) * (value - h)) > near));
    }
  }
  TABLE.set(points);
  for (let i = 0; i < count; i += 1) C[i] = TABLE[P[i] ?? 0] ?? 0;
  into.set(C);
  odd.set(Q);
}
