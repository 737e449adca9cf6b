/**
 * Inner loops over verdicts. In a block they are kept as two bits, so that `and` and `or` of three values are `&` and `|`: bit 0 says
 * that the row may meet, bit 1 that it surely does. See `block`.
 */
import { BLOCK, blockMemory, numbersIn, sweep } from "./block";
import type { Relation } from "./tree";

export const NO = 0;
export const MAYBE = 1;
export const YES = 3;

const MEMORY = blockMemory();
const A = numbersIn(MEMORY, 0);
const B = numbersIn(MEMORY, 1);
const P = new Uint8Array(BLOCK);
const Q = new Uint8Array(BLOCK);
/** The same verdicts by fours: what is done to bits alone is done to four rows at once. */
const P4 = new Int32Array(P.buffer);
const Q4 = new Int32Array(Q.buffer);
const BIT_0 = 0x01010101;
/** Numbers by code. */
const T = new Float64Array(256);

const fours = (count: number): number => (count + 3) >> 2;

/** The row path's 0, 1, 2 for unmet, unknown, met as bits. */
export function bitsOf(verdict: number): number {
  return verdict + (verdict >> 1);
}

/** Bits back to 0, 1, 2. */
export function verdictsOf(bits: Uint8Array, into: Uint8Array, count: number): void {
  P.set(bits);
  sweep(toVerdictsLoop, fours(count));
  into.set(count < BLOCK ? P.subarray(0, count) : P);
}

/** 3 becomes 2, and no byte borrows from the next. */
function toVerdictsLoop(count: number): void {
  for (let i = 0; i < count; i += 1) P4[i] = (P4[i] ?? 0) - (((P4[i] ?? 0) >> 1) & BIT_0);
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
      sweep(atLeastLoop, count, below, above);
      break;
    case ">":
      sweep(moreLoop, count, below, above);
      break;
    case "<=":
      sweep(atMostLoop, count, below, above);
      break;
    case "<":
      sweep(lessLoop, count, below, above);
      break;
    case "==":
      sweep(equalLoop, count, below, above, Number(below === above) << 1);
  }
  into.set(P);
}

function atLeastLoop(count: number, below: number, above: number): void {
  for (let i = 0; i < count; i += 1) {
    const value = A[i] ?? 0;
    P[i] = Number(!(value < below)) | (Number(value >= above) << 1);
  }
}

function moreLoop(count: number, below: number, above: number): void {
  for (let i = 0; i < count; i += 1) {
    const value = A[i] ?? 0;
    P[i] = Number(!(value <= below)) | (Number(value > above) << 1);
  }
}

function atMostLoop(count: number, below: number, above: number): void {
  for (let i = 0; i < count; i += 1) {
    const value = A[i] ?? 0;
    P[i] = Number(!(value > above)) | (Number(value <= below) << 1);
  }
}

function lessLoop(count: number, below: number, above: number): void {
  for (let i = 0; i < count; i += 1) {
    const value = A[i] ?? 0;
    P[i] = Number(!(value >= above)) | (Number(value < below) << 1);
  }
}

/** @param exact 2 where equal doubles are equal for certain, 0 where the node must say */
function equalLoop(count: number, below: number, above: number, exact: number): void {
  for (let i = 0; i < count; i += 1) {
    const value = A[i] ?? 0;
    P[i] = (Number(!(value < below)) & Number(!(value > above))) | ((Number(value === above) << 1) & exact);
  }
}

/** `and` of columns of verdicts; of none it is YES. */
export function allOf(verdicts: readonly Uint8Array[], into: Uint8Array, count: number): void {
  const [first, ...more] = verdicts;
  if (first === undefined) P.fill(YES);
  else P.set(first);
  for (const verdict of more) {
    Q.set(verdict);
    sweep(andLoop, fours(count));
  }
  into.set(P);
}

function andLoop(count: number): void {
  for (let i = 0; i < count; i += 1) P4[i] = (P4[i] ?? 0) & (Q4[i] ?? 0);
}

/** `or` of columns of verdicts; of none it is NO. */
export function anyOf(verdicts: readonly Uint8Array[], into: Uint8Array, count: number): void {
  const [first, ...more] = verdicts;
  if (first === undefined) P.fill(NO);
  else P.set(first);
  for (const verdict of more) {
    Q.set(verdict);
    sweep(orLoop, fours(count));
  }
  into.set(P);
}

function orLoop(count: number): void {
  for (let i = 0; i < count; i += 1) P4[i] = (P4[i] ?? 0) | (Q4[i] ?? 0);
}

/** `not` of a column of verdicts. */
export function not(verdict: Uint8Array, into: Uint8Array, count: number): void {
  P.set(verdict);
  sweep(notLoop, fours(count));
  into.set(P);
}

/** The bits turned round and swapped. */
function notLoop(count: number): void {
  for (let i = 0; i < count; i += 1) {
    const turned = ~(P4[i] ?? 0);
    P4[i] = ((turned & BIT_0) << 1) | ((turned >> 1) & BIT_0);
  }
}

/** Lowers verdicts to whether points between `low` and `high` reach a line. */
export function holdLine(into: Uint8Array, low: Float64Array, high: Float64Array, line: number, count: number): void {
  P.set(into);
  A.set(low);
  B.set(high);
  sweep(holdLoop, count, line);
  into.set(P);
}

function holdLoop(count: number, line: number): void {
  for (let i = 0; i < count; i += 1)
    P[i] = (P[i] ?? 0) & (Number((B[i] ?? 0) >= line) | (Number((A[i] ?? 0) >= line) << 1));
}

/** A measure of the size classes: its cells, and 256 bounds by industry. */
export interface SizeMeasure {
  readonly cells: Float64Array;
  /** -Infinity where the measure does not count, NaN where there is no such industry; so is the last one. */
  readonly bounds: Float64Array;
}

/** Whether any measure is under the bound of its row's industry: MAYBE where a measure that counts, or the industry, is blank. */
export function underAnyBound(
  industry: Float64Array,
  measures: readonly SizeMeasure[],
  into: Uint8Array,
  count: number,
): void {
  A.set(industry);
  P.fill(NO);
  for (const { cells, bounds } of measures) {
    B.set(cells);
    T.set(bounds);
    sweep(underBoundLoop, count);
  }
  into.set(P);
}

function underBoundLoop(count: number): void {
  for (let i = 0; i < count; i += 1) {
    const industry = A[i] ?? 0;
    const bound = T[(industry & 255) | (255 * Number(industry !== industry))] ?? 0;
    const cell = B[i] ?? 0;
    P[i] = (P[i] ?? 0) | (Number(cell < bound) << 1) | (Number(!(cell >= bound)) & Number(bound !== -Infinity));
  }
}

/** The next larger double, so that `> line` can be asked as `>= nextUp(line)`. */
export function nextUp(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  const double = new Float64Array([value]);
  const bits = new BigInt64Array(double.buffer);
  bits[0] = (bits[0] ?? 0n) + (value > 0 ? 1n : -1n);
  return double[0] ?? NaN;
}
