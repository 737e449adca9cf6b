/** Inner loops over numbers. NaN stands for a row that the row path must be asked about. See `block`. */
import { BLOCK } from "./block";

const A = new Float64Array(BLOCK);
const B = new Float64Array(BLOCK);
const C = new Float64Array(BLOCK);

/** Numbers of two columns -> one. The columns may be shorter than a block; `into` never is. */
export type PairLoop = (left: Float64Array, right: Float64Array, into: Float64Array, count: number) => void;

export const add: PairLoop = (left, right, into, count) => {
  A.set(left);
  B.set(right);
  for (let i = 0; i < count; i += 1) C[i] = (A[i] ?? 0) + (B[i] ?? 0);
  into.set(C);
};

export const subtract: PairLoop = (left, right, into, count) => {
  A.set(left);
  B.set(right);
  for (let i = 0; i < count; i += 1) C[i] = (A[i] ?? 0) - (B[i] ?? 0);
  into.set(C);
};

export const multiply: PairLoop = (left, right, into, count) => {
  A.set(left);
  B.set(right);
  for (let i = 0; i < count; i += 1) C[i] = (A[i] ?? 0) * (B[i] ?? 0);
  into.set(C);
};

// Choosing NaN inside these loops would cost more than the division: they only note that there is a bad row, which is seldom so.

/** NaN where the denominator is 0. */
export const divide: PairLoop = (left, right, into, count) => {
  A.set(left);
  B.set(right);
  let zeros = 0;
  for (let i = 0; i < count; i += 1) {
    const under = B[i] ?? 0;
    zeros |= Number(under === 0);
    C[i] = (A[i] ?? 0) / under;
  }
  if (zeros !== 0) for (let i = 0; i < count; i += 1) if (B[i] === 0) C[i] = NaN;
  into.set(C);
};

/** Adds the growth rate from `before` to `now`; NaN where there is none. */
export const addGrowth: PairLoop = (now, before, into, count) => {
  A.set(now);
  B.set(before);
  C.set(into);
  let without = 0;
  for (let i = 0; i < count; i += 1) {
    const base = B[i] ?? 0;
    without |= Number(base <= 0);
    C[i] = (C[i] ?? 0) + ((A[i] ?? 0) / base - 1);
  }
  if (without !== 0) for (let i = 0; i < count; i += 1) if ((B[i] ?? 0) <= 0) C[i] = NaN;
  into.set(C);
};

/** Yearly rate between two amounts some years apart; NaN where there is none. */
export function compoundGrowth(years: number): PairLoop {
  return (now, before, into, count) => {
    A.set(now);
    B.set(before);
    let without = 0;
    for (let i = 0; i < count; i += 1) {
      const a = A[i] ?? 0;
      const b = B[i] ?? 0;
      without |= Number(b <= 0) | Number(a < 0);
      C[i] = a / b;
    }
    if (years === 2) for (let i = 0; i < count; i += 1) C[i] = Math.sqrt(C[i] ?? 0) - 1;
    else for (let i = 0; i < count; i += 1) C[i] = Math.pow(C[i] ?? 0, 1 / years) - 1;
    if (without !== 0) for (let i = 0; i < count; i += 1) if ((B[i] ?? 0) <= 0 || (A[i] ?? 0) < 0) C[i] = NaN;
    into.set(C);
  };
}
