/** Rows as they are said to a person: `3、5–9`. */

const MOST = 6;

/** Runs of row numbers in ascending order, the first few of them. */
export function rowList(numbers: readonly number[], separator = "、"): string {
  const sorted = [...new Set(numbers)].sort((one, other) => one - other);
  const runs: [number, number][] = [];
  for (const number of sorted) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  const shown = runs.slice(0, MOST).map(([first, last]) => (first === last ? String(first) : `${first}–${last}`));
  return shown.join(separator) + (runs.length > MOST ? " …" : "");
}
