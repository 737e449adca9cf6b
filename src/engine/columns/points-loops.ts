/** Inner loops over points. See `block`. */
import { asPoints } from "../as-points";
import { BLOCK, blockMemory, numbersIn, sweep, copy } from "./block";
import { YES } from "./verdict-loops";

const MEMORY = blockMemory();
const A = numbersIn(MEMORY, 0);
const B = numbersIn(MEMORY, 1);
const C = numbersIn(MEMORY, 2);
const D = numbersIn(MEMORY, 3);
const FOUR_CELLS = [A, B, C, D];
const P = new Uint8Array(BLOCK);
const Q = new Uint8Array(BLOCK);
const V = new Uint8Array(BLOCK);
/** Places found in a block, and their number. One more place than rows: it is written before it is known whether it counts. */
const PLACES = new Int32Array(BLOCK + 1);
const FOUND = new Int32Array(1);
/** Codes and verdicts by fours: what is done to bits alone is done to four rows at once. */
const P4 = new Int32Array(P.buffer);
const Q4 = new Int32Array(Q.buffer);
const BIT_0 = 0x01010101;
/** Numbers by code. */
const S = new Float64Array(256);
const T = new Float64Array(256);

/** Some of a block's places, rising; good until a loop of this module is next run. */
export interface Places {
  readonly places: Int32Array;
  readonly count: number;
}

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
  let blank = 0;
  if (!possible && cases.length > 1 && cases.length <= 4) blank = fourCases(cases, count);
  else {
    Q.fill(0);
    for (const { values, line } of cases) {
      copy(values, A, count);
      blank += sweep(possible ? shiftInNotUnderLoop : shiftInReachedLoop, count, line);
    }
  }
  copy(Q, into, count);
  return blank !== 0;
}

/** Up to four cases in one pass; what is left of the four never holds. */
function fourCases(cases: readonly CaseLine[], count: number): number {
  const lines = [Infinity, Infinity, Infinity, Infinity];
  for (let place = 0; place < 4; place += 1) {
    const given = cases[place - 4 + cases.length] ?? cases[0];
    if (given) copy(given.values, FOUR_CELLS[place] ?? A, count);
    if (place >= 4 - cases.length) lines[place] = given?.line ?? Infinity;
  }
  return sweep(fourReachedLoop, count, ...lines);
}

function fourReachedLoop(from: number, to: number, a: number, b: number, c: number, d: number): number {
  let blanks = 0;
  for (let i = from; i < to; i += 1) {
    const p = A[i] ?? 0;
    const q = B[i] ?? 0;
    const r = C[i] ?? 0;
    const s = D[i] ?? 0;
    Q[i] = (Number(p >= a) << 3) | (Number(q >= b) << 2) | (Number(r >= c) << 1) | Number(s >= d);
    blanks |= Number(p !== p) | Number(q !== q) | Number(r !== r) | Number(s !== s);
  }
  return blanks;
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
 * @returns the places where the value is NaN or too near a line, whose code means nothing
 */
export function bandCodes(values: Float64Array, lines: BandLines, codes: Uint8Array, count: number): Places {
  copy(values, C, count);
  if (lines.sign < 0) sweep(turnLoop, count);
  FOUND[0] = 0;
  countAll(lines, count);
  copy(P, codes, count);
  return { places: PLACES, count: FOUND[0] };
}

function turnLoop(from: number, to: number): void {
  for (let i = from; i < to; i += 1) C[i] = -(C[i] ?? 0);
}

function countAll({ from, unsure }: BandLines, count: number): void {
  P.fill(0);
  for (const four of from) sweep(countLoop, count, ...four);
  T.set(unsure);
  sweep(findUnsureLoop, count);
}

function countLoop(from: number, to: number, a: number, b: number, c: number, d: number): void {
  for (let i = from; i < to; i += 1) {
    const value = C[i] ?? 0;
    P[i] = (P[i] ?? 0) + Number(value >= a) + Number(value >= b) + Number(value >= c) + Number(value >= d);
  }
}

function findUnsureLoop(from: number, to: number): void {
  let found = FOUND[0] ?? 0;
  for (let i = from; i < to; i += 1) {
    PLACES[found] = i;
    found += Number(!((C[i] ?? 0) > (T[P[i] ?? 0] ?? 0)));
  }
  FOUND[0] = found;
}

/**
 * The same for quotients, dividing and counting at once, which costs little more than dividing. Also found are the places where the
 * lower number is not positive: there may be no quotient, or no growth.
 */
export function ratioBandCodes(
  over: Float64Array,
  under: Float64Array,
  lines: BandLines,
  codes: Uint8Array,
  count: number,
): Places {
  copy(over, A, count);
  copy(under, B, count);
  FOUND[0] = 0;
  const [four, ...more] = lines.from;
  if (four !== undefined && more.length === 0) {
    T.set(lines.unsure);
    sweep(divideAndCountLoop, count, ...four, lines.sign);
  } else {
    sweep(divideLoop, count, lines.sign);
    countAll(lines, count);
  }
  copy(P, codes, count);
  return { places: PLACES, count: FOUND[0] };
}

function divideAndCountLoop(from: number, to: number, a: number, b: number, c: number, d: number, sign: number): void {
  let found = FOUND[0] ?? 0;
  for (let i = from; i < to; i += 1) {
    const base = B[i] ?? 0;
    const value = (sign * (A[i] ?? 0)) / base;
    const code = Number(value >= a) + Number(value >= b) + Number(value >= c) + Number(value >= d);
    P[i] = code;
    PLACES[found] = i;
    found += Number(!(value > (T[code] ?? 0))) | Number(base <= 0);
  }
  FOUND[0] = found;
}

/** NaN, which no count can be sure of, where the lower number is not positive. */
function divideLoop(from: number, to: number, sign: number): void {
  for (let i = from; i < to; i += 1) {
    const base = B[i] ?? 0;
    C[i] = base > 0 ? (sign * (A[i] ?? 0)) / base : NaN;
  }
}
