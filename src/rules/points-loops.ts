/** Inner loops over points. See `block`. */
import { BLOCK } from "./block";

const A = new Float64Array(BLOCK);
const B = new Float64Array(BLOCK);
const C = new Float64Array(BLOCK);
const P = new Uint8Array(BLOCK);
const Q = new Uint8Array(BLOCK);
/** Points by code. */
const S = new Float64Array(256);
const T = new Float64Array(256);

/** Points of a block: by the code of each row, or without codes one number a row. */
export interface PointsBlock {
  readonly codes: Uint8Array | null;
  readonly points: Float64Array;
}

/** The sum of columns of points, cut to `most`. */
export function sumOf(parts: readonly PointsBlock[], most: number, into: Float64Array, count: number): void {
  const [first, second, ...more] = parts;
  if (first === undefined) C.fill(0);
  else if (second === undefined) load(first, C, count);
  else if (first.codes !== null && second.codes !== null) {
    P.set(first.codes);
    Q.set(second.codes);
    S.set(first.points);
    T.set(second.points);
    for (let i = 0; i < count; i += 1) C[i] = (S[P[i] ?? 0] ?? 0) + (T[Q[i] ?? 0] ?? 0);
  } else {
    load(first, A, count);
    load(second, B, count);
    for (let i = 0; i < count; i += 1) C[i] = (A[i] ?? 0) + (B[i] ?? 0);
  }
  for (const part of more) addPart(part, count);
  // As `asPoints`, written out: marks may have decimals, the points of bands have none.
  if (parts.some(({ codes }) => codes === null))
    for (let i = 0; i < count; i += 1) C[i] = Math.round((C[i] ?? 0) * 1e6) / 1e6;
  if (most < Infinity) for (let i = 0; i < count; i += 1) C[i] = Math.min(most, C[i] ?? 0);
  into.set(C);
}

function addPart(part: PointsBlock, count: number): void {
  load(part, A, count);
  for (let i = 0; i < count; i += 1) C[i] = (C[i] ?? 0) + (A[i] ?? 0);
}

/** The greatest of columns of points. */
export function mostOf(parts: readonly PointsBlock[], into: Float64Array, count: number): void {
  C.fill(-Infinity);
  for (const part of parts) raiseTo(part, count);
  into.set(C);
}

function raiseTo(part: PointsBlock, count: number): void {
  load(part, A, count);
  for (let i = 0; i < count; i += 1) C[i] = Math.max(C[i] ?? 0, A[i] ?? 0);
}

function load({ codes, points }: PointsBlock, into: Float64Array, count: number): void {
  if (codes === null) into.set(points);
  else {
    P.set(codes);
    T.set(points);
    for (let i = 0; i < count; i += 1) into[i] = T[P[i] ?? 0] ?? 0;
  }
}

/** Cases whose bits fit into a code. */
export const MOST_CASES = 8;

/**
 * Which cases are met, or with `possible` may be: a bit of the code for each, the first case the highest, so that the highest bit set
 * tells the first case met.
 */
export function caseCodes(verdicts: readonly Uint8Array[], possible: boolean, into: Uint8Array, count: number): void {
  Q.fill(0);
  for (const verdict of verdicts)
    if (possible) shiftInPossible(verdict, count);
    else shiftInSure(verdict, count);
  into.set(Q);
}

function shiftInSure(verdict: Uint8Array, count: number): void {
  P.set(verdict);
  for (let i = 0; i < count; i += 1) Q[i] = ((Q[i] ?? 0) << 1) | ((P[i] ?? 0) >> 1);
}

function shiftInPossible(verdict: Uint8Array, count: number): void {
  P.set(verdict);
  for (let i = 0; i < count; i += 1) Q[i] = ((Q[i] ?? 0) << 1) | ((P[i] ?? 0) & 1);
}

type Four = readonly [number, number, number, number];

/** Four lines of an item's bands, and a number that the product of a value's distances from them stays under if it is too near one. */
export interface FourLines {
  readonly lines: Four;
  readonly centres: Four;
  /** Negative where doubles are exact. */
  readonly near: number;
}

export interface BandLines {
  /** -1 where lower is better: values and lines are then turned round. */
  readonly sign: number;
  readonly fours: readonly FourLines[];
}

/**
 * The number of lines each value has reached.
 * @param odd becomes 1 where the value is NaN or too near a line; its code means nothing
 */
export function bandCodes(
  values: Float64Array,
  { sign, fours }: BandLines,
  codes: Uint8Array,
  odd: Uint8Array,
  count: number,
): void {
  C.set(values);
  if (sign < 0) for (let i = 0; i < count; i += 1) C[i] = -(C[i] ?? 0);
  P.fill(0);
  Q.fill(0);
  for (const four of fours) {
    countLines(four.lines, count);
    markNear(four, count);
  }
  codes.set(P);
  odd.set(Q);
}

/**
 * The same for quotients, dividing and counting at once, which costs little more than dividing.
 * @param growth whether the quotient is growth, which there is none of from a base below 0
 */
export function ratioBandCodes(
  over: Float64Array,
  under: Float64Array,
  growth: boolean,
  { sign, fours }: BandLines,
  codes: Uint8Array,
  odd: Uint8Array,
  count: number,
): void {
  A.set(over);
  B.set(under);
  const [first, ...more] = fours;
  if (first === undefined) return;
  const [a, b, c, d] = first.lines;
  let bad = 0;
  for (let i = 0; i < count; i += 1) {
    const base = B[i] ?? 0;
    const value = (sign * (A[i] ?? 0)) / base;
    bad |= Number(base <= 0);
    C[i] = value;
    P[i] = Number(value >= a) + Number(value >= b) + Number(value >= c) + Number(value >= d);
  }
  Q.fill(0);
  markNear(first, count);
  for (const four of more) {
    countLines(four.lines, count);
    markNear(four, count);
  }
  if (bad !== 0)
    for (let i = 0; i < count; i += 1) {
      const base = B[i] ?? 0;
      if (base === 0 || (growth && base < 0)) Q[i] = 1;
    }
  codes.set(P);
  odd.set(Q);
}

function countLines([a, b, c, d]: Four, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const value = C[i] ?? 0;
    P[i] = (P[i] ?? 0) + Number(value >= a) + Number(value >= b) + Number(value >= c) + Number(value >= d);
  }
}

function markNear({ centres: [a, b, c, d], near }: FourLines, count: number): void {
  if (near < 0)
    for (let i = 0; i < count; i += 1) {
      const value = C[i] ?? 0;
      Q[i] = Number(value !== value);
    }
  else
    for (let i = 0; i < count; i += 1) {
      const value = C[i] ?? 0;
      Q[i] = (Q[i] ?? 0) | Number(!(Math.abs((value - a) * (value - b) * (value - c) * (value - d)) > near));
    }
}
