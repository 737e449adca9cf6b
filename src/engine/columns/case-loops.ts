/** Inner loops over cases: which of them are met, as bits of a code. See `block`. */
import { BLOCK, blockMemory, copy, numbersIn, sweep } from "./block";

const MEMORY = blockMemory();
const A = numbersIn(MEMORY, 0);
const B = numbersIn(MEMORY, 1);
const C = numbersIn(MEMORY, 2);
const D = numbersIn(MEMORY, 3);
const FOUR_CELLS = [A, B, C, D];
const P = new Uint8Array(BLOCK);
const Q = new Uint8Array(BLOCK);
/** Verdicts and codes by fours: what is done to bits alone is done to four rows at once. */
const P4 = new Int32Array(P.buffer);
const Q4 = new Int32Array(Q.buffer);
const BIT_0 = 0x01010101;

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
