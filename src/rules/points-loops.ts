/** Inner loops over points. See `block`. */
import { asPoints } from "./as-points";
import { BLOCK, blockMemory, numbersIn, sweep, copy } from "./block";

const MEMORY = blockMemory();
const A = numbersIn(MEMORY, 0);
const B = numbersIn(MEMORY, 1);
const C = numbersIn(MEMORY, 2);
const P = new Uint8Array(BLOCK);
const Q = new Uint8Array(BLOCK);
const V = new Uint8Array(BLOCK);
/** Codes and verdicts by fours: what is done to bits alone is done to four rows at once. */
const P4 = new Int32Array(P.buffer);
const Q4 = new Int32Array(Q.buffer);
const BIT_0 = 0x01010101;
/** Numbers by code. */
const S = new Float64Array(256);
const T = new Float64Array(256);

/** Points of a block: by the code of each row, or without codes one number a row. */
export interface PointsBlock {
  readonly codes: Uint8Array | null;
  readonly points: Float64Array;
}

/** Verdicts to be lowered to whether a sum reaches a line. */
export interface Held {
  readonly verdict: Uint8Array;
  readonly line: number;
}

/** Takes the rounding of doubles off sums of marks with decimals, as `asPoints` does. */
export function roundPoints(points: Float64Array, count: number): void {
  for (let i = 0; i < count; i += 1) points[i] = asPoints(points[i] ?? 0);
}

/** The sum of columns of points, cut to `most`. */
export function sumOf(
  parts: readonly PointsBlock[],
  most: number,
  into: Float64Array,
  count: number,
  held: Held | null,
): void {
  const [first, second, ...more] = parts;
  // The last loop also holds the line, unless the sum must be cut first.
  const holds = held !== null && most === Infinity;
  const line = held?.line ?? 0;
  if (held !== null) copy(held.verdict, V, count);
  if (first === undefined) C.fill(0);
  else if (second === undefined) {
    load(first, count);
    copy(A, C, count);
  } else if (first.codes !== null && second.codes !== null) {
    copy(first.codes, P, count);
    copy(second.codes, Q, count);
    S.set(first.points);
    T.set(second.points);
    sweep(holds && more.length === 0 ? lookUpTwoAndHoldLoop : lookUpTwoLoop, count, line);
  } else {
    load(first, count);
    copy(A, C, count);
    load(second, count);
    sweep(holds && more.length === 0 ? addAndHoldLoop : addLoop, count, line);
  }
  for (const [index, part] of more.entries()) {
    load(part, count);
    sweep(holds && index === more.length - 1 ? addAndHoldLoop : addLoop, count, line);
  }
  if (most < Infinity) sweep(cutLoop, count, most);
  if (held !== null && (!holds || second === undefined)) sweep(holdLoop, count, line);
  copy(C, into, count);
  held?.verdict.set(V);
}

function lookUpTwoLoop(from: number, to: number): void {
  for (let i = from; i < to; i += 1) C[i] = (S[P[i] ?? 0] ?? 0) + (T[Q[i] ?? 0] ?? 0);
}

function lookUpTwoAndHoldLoop(from: number, to: number, line: number): void {
  for (let i = from; i < to; i += 1) {
    const sum = (S[P[i] ?? 0] ?? 0) + (T[Q[i] ?? 0] ?? 0);
    C[i] = sum;
    V[i] = (V[i] ?? 0) & -Number(sum >= line);
  }
}

function addLoop(from: number, to: number): void {
  for (let i = from; i < to; i += 1) C[i] = (C[i] ?? 0) + (A[i] ?? 0);
}

function addAndHoldLoop(from: number, to: number, line: number): void {
  for (let i = from; i < to; i += 1) {
    const sum = (C[i] ?? 0) + (A[i] ?? 0);
    C[i] = sum;
    V[i] = (V[i] ?? 0) & -Number(sum >= line);
  }
}

function cutLoop(from: number, to: number, most: number): void {
  for (let i = from; i < to; i += 1) C[i] = Math.min(most, C[i] ?? 0);
}

function holdLoop(from: number, to: number, line: number): void {
  for (let i = from; i < to; i += 1) V[i] = (V[i] ?? 0) & -Number((C[i] ?? 0) >= line);
}

/** The greatest of columns of points. */
export function mostOf(parts: readonly PointsBlock[], into: Float64Array, count: number): void {
  C.fill(-Infinity);
  for (const part of parts) {
    load(part, count);
    sweep(raiseLoop, count);
  }
  copy(C, into, count);
}

function raiseLoop(from: number, to: number): void {
  for (let i = from; i < to; i += 1) C[i] = Math.max(C[i] ?? 0, A[i] ?? 0);
}

/** One number a row, into A. */
function load({ codes, points }: PointsBlock, count: number): void {
  if (codes === null) {
    copy(points, A, count);
    return;
  }
  copy(codes, P, count);
  S.set(points);
  sweep(lookUpLoop, count);
}

function lookUpLoop(from: number, to: number): void {
  for (let i = from; i < to; i += 1) A[i] = S[P[i] ?? 0] ?? 0;
}

/** Cases whose bits fit into a code. */
export const MOST_CASES = 8;

/**
 * Which cases are met, or with `possible` may be: a bit of the code for each, the first case the highest, so that the highest bit set
 * tells the first case met.
 */
export function caseCodes(verdicts: readonly Uint8Array[], possible: boolean, into: Uint8Array, count: number): void {
  Q.fill(0);
  for (const verdict of verdicts) {
    copy(verdict, P, count);
    sweep(possible ? shiftInPossibleLoop : shiftInSureLoop, (count + 3) >> 2);
  }
  copy(Q, into, count);
}

function shiftInSureLoop(from: number, to: number): void {
  for (let i = from; i < to; i += 1) Q4[i] = (((Q4[i] ?? 0) << 1) & ~BIT_0) | (((P4[i] ?? 0) >> 1) & BIT_0);
}

function shiftInPossibleLoop(from: number, to: number): void {
  for (let i = from; i < to; i += 1) Q4[i] = (((Q4[i] ?? 0) << 1) & ~BIT_0) | ((P4[i] ?? 0) & BIT_0);
}

/** A column of cells, and the number from which a case of it is met. */
export interface CaseLine {
  readonly values: Float64Array;
  readonly line: number;
}

/**
 * The same for cases that ask no more than whether a cell reaches a line, where a blank may and may not.
 * @returns whether any cell is blank, which only `possible` counts as met
 */
export function lineCaseCodes(cases: readonly CaseLine[], possible: boolean, into: Uint8Array, count: number): boolean {
  let blank = false;
  Q.fill(0);
  for (const { values, line } of cases) {
    copy(values, A, count);
    if (sweep(possible ? shiftInNotUnderLoop : shiftInReachedLoop, count, line) !== 0) blank = true;
  }
  copy(Q, into, count);
  return blank;
}

function shiftInReachedLoop(from: number, to: number, line: number): number {
  let blanks = 0;
  for (let i = from; i < to; i += 1) {
    const value = A[i] ?? 0;
    blanks |= Number(value !== value);
    Q[i] = ((Q[i] ?? 0) << 1) | Number(value >= line);
  }
  return blanks;
}

function shiftInNotUnderLoop(from: number, to: number, line: number): void {
  for (let i = from; i < to; i += 1) Q[i] = ((Q[i] ?? 0) << 1) | Number(!((A[i] ?? 0) < line));
}

type Four = readonly [number, number, number, number];

/** The lines of an item's bands, made ready by `bandLines`. */
export interface BandLines {
  /** -1 where lower is better: values and lines are then turned round. */
  readonly sign: number;
  /** Where a value may first have reached each line, rising, by fours; what is left of the last four is Infinity. */
  readonly from: readonly Four[];
  /** By the number of lines that may be reached, up to where the last of them is not reached for certain. */
  readonly unsure: Float64Array;
}

/**
 * The number of lines each value has reached.
 * @param odd becomes 1 where the value is NaN or too near a line; its code means nothing
 */
export function bandCodes(
  values: Float64Array,
  { sign, from, unsure }: BandLines,
  codes: Uint8Array,
  odd: Uint8Array,
  count: number,
): void {
  copy(values, C, count);
  if (sign < 0) sweep(turnLoop, count);
  countAll(from, unsure, count);
  copy(P, codes, count);
  copy(Q, odd, count);
}

function turnLoop(from: number, to: number): void {
  for (let i = from; i < to; i += 1) C[i] = -(C[i] ?? 0);
}

function countAll(from: readonly Four[], unsure: Float64Array, count: number): void {
  P.fill(0);
  for (const four of from) sweep(countLoop, count, ...four);
  T.set(unsure);
  sweep(markUnsureLoop, count);
}

function countLoop(from: number, to: number, a: number, b: number, c: number, d: number): void {
  for (let i = from; i < to; i += 1) {
    const value = C[i] ?? 0;
    P[i] = (P[i] ?? 0) + Number(value >= a) + Number(value >= b) + Number(value >= c) + Number(value >= d);
  }
}

function markUnsureLoop(from: number, to: number): void {
  for (let i = from; i < to; i += 1) Q[i] = Number(!((C[i] ?? 0) > (T[P[i] ?? 0] ?? 0)));
}

/**
 * The same for quotients, dividing and counting at once, which costs little more than dividing.
 * @param growth whether the quotient is growth, which there is none of from a base below 0
 */
export function ratioBandCodes(
  over: Float64Array,
  under: Float64Array,
  growth: boolean,
  { sign, from, unsure }: BandLines,
  codes: Uint8Array,
  odd: Uint8Array,
  count: number,
): void {
  copy(over, A, count);
  copy(under, B, count);
  let bad: unknown;
  const [four, ...more] = from;
  if (four !== undefined && more.length === 0) {
    T.set(unsure);
    bad = sweep(divideAndCountLoop, count, ...four, sign);
  } else {
    bad = sweep(divideLoop, count, sign);
    countAll(from, unsure, count);
  }
  if (bad !== 0)
    for (let i = 0; i < count; i += 1) {
      const base = B[i] ?? 0;
      if (base === 0 || (growth && base < 0)) Q[i] = 1;
    }
  copy(P, codes, count);
  copy(Q, odd, count);
}

function divideAndCountLoop(
  from: number,
  to: number,
  a: number,
  b: number,
  c: number,
  d: number,
  sign: number,
): number {
  let bad = 0;
  for (let i = from; i < to; i += 1) {
    const base = B[i] ?? 0;
    const value = (sign * (A[i] ?? 0)) / base;
    const code = Number(value >= a) + Number(value >= b) + Number(value >= c) + Number(value >= d);
    bad |= Number(base <= 0);
    P[i] = code;
    Q[i] = Number(!(value > (T[code] ?? 0)));
  }
  return bad;
}

function divideLoop(from: number, to: number, sign: number): number {
  let bad = 0;
  for (let i = from; i < to; i += 1) {
    const base = B[i] ?? 0;
    bad |= Number(base <= 0);
    C[i] = (sign * (A[i] ?? 0)) / base;
  }
  return bad;
}
