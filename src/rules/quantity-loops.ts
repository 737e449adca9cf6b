/** Inner loops over numbers. NaN stands for a row that the row path must be asked about. See `block`. */
import { blockMemory, numbersIn, sweep } from "./block";

const MEMORY = blockMemory();
const A = numbersIn(MEMORY, 0);
const B = numbersIn(MEMORY, 1);
const C = numbersIn(MEMORY, 2);

/** Numbers of two columns -> one. The columns may be shorter than a block; `into` never is. */
export type PairLoop = (left: Float64Array, right: Float64Array, into: Float64Array, count: number) => void;

export const add: PairLoop = (left, right, into, count) => {
  A.set(left);
  B.set(right);
  sweep(addLoop, count);
  into.set(C);
};

function addLoop(count: number): void {
  for (let i = 0; i < count; i += 1) C[i] = (A[i] ?? 0) + (B[i] ?? 0);
}

export const subtract: PairLoop = (left, right, into, count) => {
  A.set(left);
  B.set(right);
  sweep(subtractLoop, count);
  into.set(C);
};

function subtractLoop(count: number): void {
  for (let i = 0; i < count; i += 1) C[i] = (A[i] ?? 0) - (B[i] ?? 0);
}

export const multiply: PairLoop = (left, right, into, count) => {
  A.set(left);
  B.set(right);
  sweep(multiplyLoop, count);
  into.set(C);
};

function multiplyLoop(count: number): void {
  for (let i = 0; i < count; i += 1) C[i] = (A[i] ?? 0) * (B[i] ?? 0);
}

// Choosing NaN inside these loops would cost more than the division: they only note that there is a bad row, which is seldom so.

/** NaN where the denominator is 0. */
export const divide: PairLoop = (left, right, into, count) => {
  A.set(left);
  B.set(right);
  if (sweep(divideLoop, count) !== 0) for (let i = 0; i < count; i += 1) if (B[i] === 0) C[i] = NaN;
  into.set(C);
};

function divideLoop(count: number): number {
  let zeros = 0;
  for (let i = 0; i < count; i += 1) {
    const under = B[i] ?? 0;
    zeros |= Number(under === 0);
    C[i] = (A[i] ?? 0) / under;
  }
  return zeros;
}

/** Adds the growth rate from `before` to `now`; NaN where there is none. */
export const addGrowth: PairLoop = (now, before, into, count) => {
  A.set(now);
  B.set(before);
  C.set(into);
  if (sweep(growthLoop, count) !== 0) for (let i = 0; i < count; i += 1) if ((B[i] ?? 0) <= 0) C[i] = NaN;
  into.set(C);
};

function growthLoop(count: number): number {
  let without = 0;
  for (let i = 0; i < count; i += 1) {
    const base = B[i] ?? 0;
    without |= Number(base <= 0);
    C[i] = (C[i] ?? 0) + ((A[i] ?? 0) / base - 1);
  }
  return without;
}

/** Yearly rate between two amounts some years apart; NaN where there is none. */
export function compoundGrowth(years: number): PairLoop {
  return (now, before, into, count) => {
    A.set(now);
    B.set(before);
    const without = sweep(quotientLoop, count);
    if (years === 2) sweep(squareRootLoop, count);
    else sweep(rootLoop, count, 1 / years);
    if (without !== 0) for (let i = 0; i < count; i += 1) if ((B[i] ?? 0) <= 0 || (A[i] ?? 0) < 0) C[i] = NaN;
    into.set(C);
  };
}

function quotientLoop(count: number): number {
  let without = 0;
  for (let i = 0; i < count; i += 1) {
    const a = A[i] ?? 0;
    const b = B[i] ?? 0;
    without |= Number(b <= 0) | Number(a < 0);
    C[i] = a / b;
  }
  return without;
}

function squareRootLoop(count: number): void {
  for (let i = 0; i < count; i += 1) C[i] = Math.sqrt(C[i] ?? 0) - 1;
}

function rootLoop(count: number, exponent: number): void {
  for (let i = 0; i < count; i += 1) C[i] = Math.pow(C[i] ?? 0, exponent) - 1;
}
