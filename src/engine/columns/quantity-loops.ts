/** Inner loops over numbers. NaN stands for a row that the row path must be asked about. See `block`. */
import { blockMemory, numbersIn, sweep, copy } from "./block";

const MEMORY = blockMemory();
const A = numbersIn(MEMORY, 0);
const B = numbersIn(MEMORY, 1);
const C = numbersIn(MEMORY, 2);

/** Numbers of two columns -> one. The columns may be shorter than a block; `into` never is. */
export type PairLoop = (left: Float64Array, right: Float64Array, into: Float64Array, count: number) => void;

export const add: PairLoop = (left, right, into, count) => {
  copy(left, A, count);
  copy(right, B, count);
  sweep(addLoop, count);
  copy(C, into, count);
};

function addLoop(from: number, to: number): void {
  for (let i = from; i < to; i += 1) C[i] = (A[i] ?? 0) + (B[i] ?? 0);
}

export const subtract: PairLoop = (left, right, into, count) => {
  copy(left, A, count);
  copy(right, B, count);
  sweep(subtractLoop, count);
  copy(C, into, count);
};

function subtractLoop(from: number, to: number): void {
  for (let i = from; i < to; i += 1) C[i] = (A[i] ?? 0) - (B[i] ?? 0);
}

export const multiply: PairLoop = (left, right, into, count) => {
  copy(left, A, count);
  copy(right, B, count);
  sweep(multiplyLoop, count);
  copy(C, into, count);
};

function multiplyLoop(from: number, to: number): void {
  for (let i = from; i < to; i += 1) C[i] = (A[i] ?? 0) * (B[i] ?? 0);
}

// Choosing NaN inside these loops would cost more than the division: they only note that there is a bad row, which is seldom so.

/** NaN where the denominator is 0. */
export const divide: PairLoop = (left, right, into, count) => {
  copy(left, A, count);
  copy(right, B, count);
  if (sweep(divideLoop, count) !== 0) for (let i = 0; i < count; i += 1) if (B[i] === 0) C[i] = NaN;
  copy(C, into, count);
};

function divideLoop(from: number, to: number): number {
  let zeros = 0;
  for (let i = from; i < to; i += 1) {
    const under = B[i] ?? 0;
    zeros |= Number(under === 0);
    C[i] = (A[i] ?? 0) / under;
  }
  return zeros;
}

/** Adds the growth rate from `before` to `now`; NaN where there is none. */
export const addGrowth: PairLoop = (now, before, into, count) => {
  copy(now, A, count);
  copy(before, B, count);
  copy(into, C, count);
  if (sweep(growthLoop, count) !== 0) for (let i = 0; i < count; i += 1) if ((B[i] ?? 0) <= 0) C[i] = NaN;
  copy(C, into, count);
};

function growthLoop(from: number, to: number): number {
  let without = 0;
  for (let i = from; i < to; i += 1) {
    const base = B[i] ?? 0;
    without |= Number(base <= 0);
    C[i] = (C[i] ?? 0) + ((A[i] ?? 0) / base - 1);
  }
  return without;
}

/** Yearly rate between two amounts some years apart; NaN where there is none. */
export function compoundGrowth(years: number): PairLoop {
  return (now, before, into, count) => {
    copy(now, A, count);
    copy(before, B, count);
    const without = sweep(quotientLoop, count);
    if (years === 2) sweep(squareRootLoop, count);
    else sweep(rootLoop, count, 1 / years);
    if (without !== 0) for (let i = 0; i < count; i += 1) if ((B[i] ?? 0) <= 0 || (A[i] ?? 0) < 0) C[i] = NaN;
    copy(C, into, count);
  };
}

function quotientLoop(from: number, to: number): number {
  let without = 0;
  for (let i = from; i < to; i += 1) {
    const a = A[i] ?? 0;
    const b = B[i] ?? 0;
    without |= Number(b <= 0) | Number(a < 0);
    C[i] = a / b;
  }
  return without;
}

function squareRootLoop(from: number, to: number): void {
  for (let i = from; i < to; i += 1) C[i] = Math.sqrt(C[i] ?? 0) - 1;
}

function rootLoop(from: number, to: number, exponent: number): void {
  for (let i = from; i < to; i += 1) C[i] = Math.pow(C[i] ?? 0, exponent) - 1;
}
