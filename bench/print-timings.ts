/** Timings as a table of plain text. */
import type { Timing } from "./interleaved";

export function printTimings(title: string, timings: readonly Timing[]): void {
  console.log(`\n${title}`);
  const cells = timings.map(({ name, rows, rowsPerSecond, ratio, spread }) => [
    name,
    grouped(rows),
    grouped(Math.round(rowsPerSecond)),
    times(ratio),
    `${times(spread[0])} – ${times(spread[1])}`,
  ]);
  const table = [["", "rows", "rows/s", "× by hand", "lowest – highest round"], ...cells];
  const widths = table.reduce<number[]>((most, row) => row.map((cell, i) => Math.max(cell.length, most[i] ?? 0)), []);
  for (const [name = "", ...numbers] of table) {
    const right = numbers.map((cell, index) => cell.padStart(widths[index + 1] ?? 0));
    console.log(`  ${[name.padEnd(widths[0] ?? 0), ...right].join("  ")}`);
  }
}

/** 1234567 as 1,234,567. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A ratio with three figures: 4.21, 0.0312. */
export function times(ratio: number): string {
  return ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(3);
}
