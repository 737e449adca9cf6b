/** Inner loops over sums and the greatest of points. See `block`. */
import { asPoints } from "../as-points";
import { BLOCK, blockMemory, copy, numbersIn, sweep } from "./block";
import { YES } from "./verdict-loops";

const MEMORY = blockMemory();
/** The next part, the sum so far, the total of sums. */
const A = numbersIn(MEMORY, 0);
const C = numbersIn(MEMORY, 1);
const D = numbersIn(MEMORY, 2);
/** Codes of two parts, and verdicts. */
const P = new Uint8Array(BLOCK);
const Q = new Uint8Array(BLOCK);
const V = new Uint8Array(BLOCK);
/** Points by code. */
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

/** Begins a total of sums in which the verdicts are lowered to whether each sum reaches its line. */
export function beginTotal(verdict: Uint8Array, count: number): void {
  copy(verdict, V, count);
  D.fill(0);
}

/**
 * Adds a sum, cut to `most`, to the total begun.
 * @param bits which bits of the verdicts the sum decides
 */
export function addToTotal(
  parts: readonly PointsBlock[],
  most: number,
  line: number,
  bits: number,
  count: number,
): void {
  const [first, second, ...more] = parts;
  if (first?.codes && second?.codes && more.length === 0 && most === Infinity) {
    copy(first.codes, P, count);
    copy(second.codes, Q, count);
    S.set(first.points);
    T.set(second.points);
    sweep(lookUpTwoAndTotalLoop, count, line, YES - bits);
    return;
  }
  sumOf(parts, most, C, count, null);
  sweep(totalLoop, count, line, YES - bits);
}

/** Ends the total begun: lowers the verdicts to whether it reaches its own line. */
export function takeTotal(line: number, bits: number, into: Float64Array, verdict: Uint8Array, count: number): void {
  sweep(holdTotalLoop, count, line, YES - bits);
  copy(D, into, count);
  copy(V, verdict, count);
}

/** @param kept bits of a verdict that stay as they are */
function lookUpTwoAndTotalLoop(from: number, to: number, line: number, kept: number): void {
  for (let i = from; i < to; i += 1) {
    const sum = (S[P[i] ?? 0] ?? 0) + (T[Q[i] ?? 0] ?? 0);
    D[i] = (D[i] ?? 0) + sum;
    V[i] = (V[i] ?? 0) & (kept | -Number(sum >= line));
  }
}

function totalLoop(from: number, to: number, line: number, kept: number): void {
  for (let i = from; i < to; i += 1) {
    const sum = C[i] ?? 0;
    D[i] = (D[i] ?? 0) + sum;
    V[i] = (V[i] ?? 0) & (kept | -Number(sum >= line));
  }
}

function holdTotalLoop(from: number, to: number, line: number, kept: number): void {
  for (let i = from; i < to; i += 1) V[i] = (V[i] ?? 0) & (kept | -Number((D[i] ?? 0) >= line));
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
