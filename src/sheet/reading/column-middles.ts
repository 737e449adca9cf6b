/** The middle of a column of numbers, and of the ratios of two. */

/** The middle of a long column is as well known from an even sample of it. */
const largestSample = 2_001;

function sampleStep(length: number): number {
  return Math.max(1, Math.floor(length / largestSample));
}

/** The middle size (without sign) of the known values that are not 0, or null where nothing is known. */
export function median(values: ArrayLike<number>): number | null {
  const sizes: number[] = [];
  const step = sampleStep(values.length);
  for (let at = 0; at < values.length; at += step) {
    const size = Math.abs(values[at] ?? NaN);
    if (size > 0 && size < Infinity) sizes.push(size);
  }
  const sorted = Float64Array.from(sizes).sort();
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  const next = sorted[Math.ceil((sorted.length - 1) / 2)];
  return middle === undefined || next === undefined ? null : (middle + next) / 2;
}

/** Row by row the one over the other; NaN where one is not known or the lower is 0. */
export function ratios(top: Float64Array, bottom: Float64Array): Float64Array {
  return top.map((value, at) => {
    const below = bottom[at] ?? NaN;
    return below === 0 ? NaN : value / below;
  });
}

/** The middle of the ratios of two columns. */
export function medianRatio(top: Float64Array, bottom: Float64Array): number | null {
  const step = sampleStep(top.length);
  const length = Math.ceil(top.length / step);
  return median(Float64Array.from({ length }, (_, at) => (top[at * step] ?? NaN) / (bottom[at * step] ?? NaN)));
}
