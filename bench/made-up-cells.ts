/** What the made-up rows of every part share: blanks, rows on a border, and the same cells as columns. */
import type { Random } from "../src/commands/samples/seeded-random";
import { asSheetNumber, FactColumns } from "../src/engine/facts";

/** A cell as a program that read a sheet would keep it. */
export type MadeUpCell = number | null;

/** The day of judgement (2026-11-21 as a serial day) and the last complete year of all made-up rows. */
export const AS_OF = 46347;
export const LAST_YEAR = 2025;

/** About one row in a thousand has round amounts that lie exactly on a line, where doubles alone would go wrong. */
export const ON_A_LINE = 0.001;

/** Whole numbers of fen would be more than sheets show: two decimals of 万元. */
export function amount(random: Random, low: number, high: number): number {
  return random.whole(low * 100, high * 100) / 100;
}

export function cents(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Leaves out a share of the cells. */
export function blanker(random: Random, blanks: number): (value: number) => MadeUpCell {
  return blanks === 0 ? (value) => value : (value) => (random.chance(blanks) ? null : value);
}

/** The rows as the engine's columns. A key is a field id, with `_1` or `_2` for one or two years before the last. */
export function columnsOf(rows: readonly Readonly<Record<string, MadeUpCell>>[]): FactColumns {
  const columns = new Map<string, Float64Array>();
  for (const key of Object.keys(rows[0] ?? {})) {
    const column = Float64Array.from(rows, (row) => asSheetNumber(row[key] ?? NaN));
    columns.set(key.replace(/_(\d)$/, "[t-$1]"), column);
  }
  return new FactColumns(rows.length, columns);
}
