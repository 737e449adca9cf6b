/** Inner loops over bands: how many lines a value or a quotient has reached. See `block`. */
import { BLOCK, blockMemory, copy, numbersIn, sweep } from "./block";

const MEMORY = blockMemory();
const A = numbersIn(MEMORY, 0);
const B = numbersIn(MEMORY, 1);
const C = numbersIn(MEMORY, 2);
const P = new Uint8Array(BLOCK);
/** Places found in a block, and their number. One more place than rows: it is written before it is known whether it counts. */
const PLACES = new Int32Array(BLOCK + 1);
const FOUND = new Int32Array(1);
/** By the number of lines reached, up to where the last is not reached for certain. */
const T = new Float64Array(256);

/** Some of a block's places, rising; good until a loop of this module is next run. */
export interface Places {
  readonly places: Int32Array;
  readonly count: number;
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
