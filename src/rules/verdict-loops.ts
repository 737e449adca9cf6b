/**
 * Inner loops over verdicts. In a block they are kept as two bits, so that `and` and `or` of three values are `&` and `|`: bit 0 says
 * that the row may meet, bit 1 that it surely does. See `block`.
 */
import { BLOCK } from "./block";
import type { Relation } from "./tree";

export const NO = 0;
export const MAYBE = 1;
export const YES = 3;

const A = new Float64Array(BLOCK);
const B = new Float64Array(BLOCK);
const P = new Uint8Array(BLOCK);
const Q = new Uint8Array(BLOCK);

/** The row path's 0, 1, 2 for unmet, unknown, met as bits. */
export function bitsOf(verdict: number): number {
  return verdict + (verdict >> 1);
}

/** Bits back to 0, 1, 2. */
export function verdictsOf(bits: Uint8Array, into: Uint8Array, count: number): void {
  P.set(bits);
  for (let i = 0; i < count; i += 1) P[i] = (P[i] ?? 0) - ((P[i] ?? 0) >> 1);
  into.set(count < BLOCK ? P.subarray(0, count) : P);
}

/**
 * A comparison with a line: NO on the wrong side, YES on the right one, MAYBE between `below` and `above` (the same number where
 * doubles are exact) and for NaN.
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
        P[i] = Number(!(value < below)) | (Number(value >= above) << 1);
      }
      break;
    case ">":
      for (let i = 0; i < count; i += 1) {
        const value = A[i] ?? 0;
        P[i] = Number(!(value <= below)) | (Number(value > above) << 1);
      }
      break;
    case "<=":
      for (let i = 0; i < count; i += 1) {
        const value = A[i] ?? 0;
        P[i] = Number(!(value > above)) | (Number(value <= below) << 1);
      }
      break;
    case "<":
      for (let i = 0; i < count; i += 1) {
        const value = A[i] ?? 0;
        P[i] = Number(!(value >= above)) | (Number(value < below) << 1);
      }
      break;
    case "==": {
      const exact = Number(below === above) << 1;
      for (let i = 0; i < count; i += 1) {
        const value = A[i] ?? 0;
        P[i] = (Number(!(value < below)) & Number(!(value > above))) | ((Number(value === above) << 1) & exact);
      }
    }
  }
  into.set(P);
}

/** `and` of columns of verdicts; of none it is YES. */
export function allOf(verdicts: readonly Uint8Array[], into: Uint8Array, count: number): void {
  P.fill(YES);
  for (const verdict of verdicts) and(verdict, count);
  into.set(P);
}

function and(verdict: Uint8Array, count: number): void {
  Q.set(verdict);
  for (let i = 0; i < count; i += 1) P[i] = (P[i] ?? 0) & (Q[i] ?? 0);
}

/** `or` of columns of verdicts; of none it is NO. */
export function anyOf(verdicts: readonly Uint8Array[], into: Uint8Array, count: number): void {
  P.fill(NO);
  for (const verdict of verdicts) or(verdict, count);
  into.set(P);
}

function or(verdict: Uint8Array, count: number): void {
  Q.set(verdict);
  for (let i = 0; i < count; i += 1) P[i] = (P[i] ?? 0) | (Q[i] ?? 0);
}

/** `not` of a column of verdicts: the bits turned round and swapped. */
export function not(verdict: Uint8Array, into: Uint8Array, count: number): void {
  P.set(verdict);
  for (let i = 0; i < count; i += 1) {
    const turned = ~(P[i] ?? 0);
    P[i] = ((turned & 1) << 1) | ((turned >> 1) & 1);
  }
  into.set(P);
}

/** Lowers verdicts to whether points between `low` and `high` (the same array where nothing is open) reach a line. */
export function holdLine(
  into: Uint8Array,
  low: Float64Array,
  high: Float64Array,
  { relation, points }: { readonly relation: ">=" | ">"; readonly points: number },
  count: number,
): void {
  const line = relation === ">" ? nextUp(points) : points;
  P.set(into);
  A.set(low);
  if (high === low) for (let i = 0; i < count; i += 1) P[i] = (P[i] ?? 0) & -Number((A[i] ?? 0) >= line);
  else {
    B.set(high);
    for (let i = 0; i < count; i += 1)
      P[i] = (P[i] ?? 0) & (Number((B[i] ?? 0) >= line) | (Number((A[i] ?? 0) >= line) << 1));
  }
  into.set(P);
}

/** The next larger double, so that `> line` can be asked as `>= nextUp(line)`. */
export function nextUp(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  const double = new Float64Array([value]);
  const bits = new BigInt64Array(double.buffer);
  bits[0] = (bits[0] ?? 0n) + (value > 0 ? 1n : -1n);
  return double[0] ?? NaN;
}
