/** Money exact to the fen: decimals as they are written, multiplied as whole numbers, rounded half up once at the end. */
import { grouped } from "../words/figures";
import { decimal, multiply, type Rational } from "../engine/rational";

/** Half up to the fen, as yuan: 443.295 -> 443.3. Below 0 the half goes away from 0, as Excel's ROUND does. */
export function toFen(value: Rational): number {
  const negative = value.n < 0n;
  const n = negative ? -value.n : value.n;
  const fen = (n * 200n + value.d) / (value.d * 2n);
  return Number(negative ? -fen : fen) / 100;
}

/** The product of decimals, to the fen: `product(4433, 0.2, 0.5)` is 443.3. Every factor must be finite. */
export function product(...factors: readonly number[]): number {
  return toFen(factors.map(decimal).reduce(multiply, { n: 1n, d: 1n }));
}

/** The sum of amounts that are whole fen. */
export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + Math.round(amount * 100), 0) / 100;
}

/** `base` held within a floor and a ceiling, either of which may be left out, times rate and share, in yuan to the fen. */
export function contribution(
  base: number,
  rate: number,
  share: number,
  floor: number | null,
  ceiling: number | null,
): number {
  const raised = floor === null ? base : Math.max(base, floor);
  return product(ceiling === null ? raised : Math.min(raised, ceiling), rate, share);
}

/** An amount as people write it: `24,207.84`. */
export function yuan(amount: number): string {
  const [whole = "0", cents = "00"] = Math.abs(amount).toFixed(2).split(".");
  return `${amount < 0 ? "-" : ""}${grouped(Number(whole), 0)}.${cents}`;
}
