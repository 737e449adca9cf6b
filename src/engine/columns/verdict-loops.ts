/**
 * Inner loops over verdicts. In a block they are kept as two bits, so that `and` and `or` of three values are `&` and `|`: bit 0 says
 * that the row may meet, bit 1 that it surely does. See `block`.
 */
import { BLOCK, blockMemory, numbersIn, sweep, copy } from "./block";
import type { Relation } from "../../language/tree";

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

/** One more place than rows: it is written before it is known whether it counts. */
const PLACES = new Int32Array(BLOCK + 1);
const FOUND = new Int32Array(1);

const fours = (count: number): number => (count + 3) >> 2;

/** The row path's 0, 1, 2 for unmet, unknown, met as bits. */
export function bitsOf(verdict: number): number {
  return verdict + (verdict >> 1);
}

/** `not` of one verdict. */
export function opposite(bits: number): number {
  return bits === MAYBE ? MAYBE : YES - bits;
}

/** Bits back to 0, 1, 2. */
export function verdictsOf(bits: Uint8Array, into: Uint8Array, count: number): void {
  copy(bits, P, count);
  sweep(toVerdictsLoop, fours(count));
  into.set(count < BLOCK ? P.subarray(0, count) : P);
}

/** 3 becomes 2, and no byte borrows from the next. */
function toVerdictsLoop(from: number, to: number): void {
  for (let i = from; i < to; i += 1) P4[i] = (P4[i] ?? 0) - (((P4[i] ?? 0) >> 1) & BIT_0);
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
  copy(values, A, count);
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
  copy(P, into, count);
}

function atLeastLoop(from: number, to: number, below: number, above: number): void {
  for (let i = from; i < to; i += 1) {
    const value = A[i] ?? 0;
    P[i] = Number(!(value < below)) | (Number(value >= above) << 1);
  }
}

function moreLoop(from: number, to: number, below: number, above: number): void {
  for (let i = from; i < to; i += 1) {
    const value = A[i] ?? 0;
    P[i] = Number(!(value <= below)) | (Number(value > above) << 1);
  }
}

function atMostLoop(from: number, to: number, below: number, above: number): void {
  for (let i = from; i < to; i += 1) {
    const value = A[i] ?? 0;
    P[i] = Number(!(value > above)) | (Number(value <= below) << 1);
  }
}

function lessLoop(from: number, to: number, below: number, above: number): void {
  for (let i = from; i < to; i += 1) {
    const value = A[i] ?? 0;
    P[i] = Number(!(value >= above)) | (Number(value < below) << 1);
  }
}

/** @param exact 2 where equal doubles are equal for certain, 0 where the node must say */
function equalLoop(from: number, to: number, below: number, above: number, exact: number): void {
  for (let i = from; i < to; i += 1) {
    const value = A[i] ?? 0;
    P[i] = (Number(!(value < below)) & Number(!(value > above))) | ((Number(value === above) << 1) & exact);
  }
}

/** `and` of columns of verdicts; of none it is YES. */
export function allOf(verdicts: readonly Uint8Array[], into: Uint8Array, count: number): void {
  const [first, ...more] = verdicts;
  if (first === undefined) P.fill(YES);
  else copy(first, P, count);
  for (const verdict of more) {
    copy(verdict, Q, count);
    sweep(andLoop, fours(count));
  }
  copy(P, into, count);
}

function andLoop(from: number, to: number): void {
  for (let i = from; i < to; i += 1) P4[i] = (P4[i] ?? 0) & (Q4[i] ?? 0);
}

/** Lowers verdicts to others, and returns in how many rows they are not NO. */
export function lower(into: Uint8Array, verdict: Uint8Array, count: number): number {
  copy(into, P, count);
  copy(verdict, Q, count);
  P.fill(NO, count, 4 * fours(count));
  const left = sweep(andAndCountLoop, fours(count));
  copy(P, into, count);
  return left;
}

/** Counts bits 0 in each byte of a word, and adds the four bytes up at the end: a call is for fewer than 256 words. */
function andAndCountLoop(from: number, to: number): number {
  let bytes = 0;
  for (let i = from; i < to; i += 1) {
    const both = (P4[i] ?? 0) & (Q4[i] ?? 0);
    P4[i] = both;
    bytes += both & BIT_0;
  }
  const pairs = (bytes & 0x00ff00ff) + ((bytes >>> 8) & 0x00ff00ff);
  return (pairs & 0xffff) + (pairs >>> 16);
}

/** Some of a block's places, rising; good until places are next asked for. */
export interface Places {
  readonly places: Int32Array;
  readonly count: number;
}

/** The places where verdicts are MAYBE. */
export function maybePlaces(verdict: Uint8Array, count: number): Places {
  copy(verdict, P, count);
  P.fill(NO, count, 4 * fours(count));
  // There are none more often than not, and to learn that alone takes a quarter of the time.
  if (sweep(maybeLoop, fours(count)) === 0) return { places: PLACES, count: 0 };
  FOUND[0] = 0;
  sweep(placesLoop, count);
  return { places: PLACES, count: FOUND[0] };
}

/** Leaves bit 0 where bit 1 is not set. */
function maybeLoop(from: number, to: number): number {
  let any = 0;
  for (let i = from; i < to; i += 1) {
    const maybe = (P4[i] ?? 0) & ~((P4[i] ?? 0) >> 1) & BIT_0;
    P4[i] = maybe;
    any |= maybe;
  }
  return any === 0 ? 0 : 1;
}

/** The places where verdicts are not NO. */
export function placesLeft(verdict: Uint8Array, count: number): Places {
  copy(verdict, P, count);
  FOUND[0] = 0;
  sweep(placesLoop, count);
  return { places: PLACES, count: FOUND[0] };
}

function placesLoop(from: number, to: number): void {
  let found = FOUND[0] ?? 0;
  for (let i = from; i < to; i += 1) {
    PLACES[found] = i;
    found += (P[i] ?? 0) & MAYBE;
  }
  FOUND[0] = found;
}

/** `or` of columns of verdicts; of none it is NO. */
export function anyOf(verdicts: readonly Uint8Array[], into: Uint8Array, count: number): void {
  const [first, ...more] = verdicts;
  if (first === undefined) P.fill(NO);
  else copy(first, P, count);
  for (const verdict of more) {
    copy(verdict, Q, count);
    sweep(orLoop, fours(count));
  }
  copy(P, into, count);
}

function orLoop(from: number, to: number): void {
  for (let i = from; i < to; i += 1) P4[i] = (P4[i] ?? 0) | (Q4[i] ?? 0);
}

/** `not` of a column of verdicts. */
export function not(verdict: Uint8Array, into: Uint8Array, count: number): void {
  copy(verdict, P, count);
  sweep(notLoop, fours(count));
  copy(P, into, count);
}

/** The bits turned round and swapped. */
function notLoop(from: number, to: number): void {
  for (let i = from; i < to; i += 1) {
    const turned = ~(P4[i] ?? 0);
    P4[i] = ((turned & BIT_0) << 1) | ((turned >> 1) & BIT_0);
  }
}

/** Lowers verdicts to whether points between `low` and `high` reach a line. */
export function holdLine(into: Uint8Array, low: Float64Array, high: Float64Array, line: number, count: number): void {
  copy(into, P, count);
  copy(low, A, count);
  copy(high, B, count);
  sweep(holdLoop, count, line);
  copy(P, into, count);
}

function holdLoop(from: number, to: number, line: number): void {
  for (let i = from; i < to; i += 1)
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
  copy(industry, A, count);
  P.fill(NO);
  for (const { cells, bounds } of measures) {
    copy(cells, B, count);
    T.set(bounds);
    sweep(underBoundLoop, count);
  }
  copy(P, into, count);
}

function underBoundLoop(from: number, to: number): void {
  for (let i = from; i < to; i += 1) {
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
