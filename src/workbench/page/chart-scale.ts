/** Round numbers for an axis. */

export interface Scale {
  readonly low: number;
  readonly high: number;
  /** Where lines stand, from low to high. */
  readonly ticks: readonly number[];
}

/** A scale of about five steps of 1, 2 or 5 times a power of ten that holds all values, and zero where `fromZero`. */
export function scaleOf(values: readonly number[], fromZero: boolean): Scale {
  const least = Math.min(...values, fromZero ? 0 : Infinity);
  const most = Math.max(...values, fromZero ? 0 : -Infinity);
  if (!Number.isFinite(least) || !Number.isFinite(most)) return { low: 0, high: 1, ticks: [0, 1] };
  const span = most - least || Math.abs(most) || 1;
  const rough = span / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((times) => times * power >= rough) ?? 10) * power;
  const first = Math.floor(least / step);
  const last = Math.max(Math.ceil(most / step), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  return { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, ticks };
}

/** 0 at the low end, 1 at the high end. */
export function placeOn(scale: Scale, value: number): number {
  return (value - scale.low) / (scale.high - scale.low);
}
