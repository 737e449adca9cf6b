/** Sums of columns by group in one pass: what a roll-up is made of. Groups are numbered from 0; a row of -1 belongs to none. */

export interface Groups {
  readonly names: readonly string[];
  /** The group of each row, or -1. */
  readonly of: Int32Array;
  /** Rows that name no group. */
  readonly unassigned: number;
}

/** Groups the rows by a text, as it is written but for blanks around it. In the order of their first row. */
export function groupsOf(texts: readonly string[]): Groups {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const of = new Int32Array(texts.length);
  let unassigned = 0;
  // The same text follows itself in most sheets: remembering the last one saves the look-up.
  let last: string | undefined;
  let lastNumber = -1;
  for (let row = 0; row < texts.length; row += 1) {
    const text = texts[row] ?? "";
    if (text !== last) {
      last = text;
      const known = numbers.get(text);
      if (known !== undefined) lastNumber = known;
      else {
        lastNumber = numberOf(text.trim(), numbers, names);
        numbers.set(text, lastNumber);
      }
    }
    of[row] = lastNumber;
    if (lastNumber < 0) unassigned += 1;
  }
  return { names, of, unassigned };
}

function numberOf(name: string, numbers: Map<string, number>, names: string[]): number {
  if (name === "") return -1;
  const known = numbers.get(name);
  if (known !== undefined) return known;
  const number = names.push(name) - 1;
  numbers.set(name, number);
  return number;
}

export interface GroupedSums {
  readonly sums: Float64Array;
  /** Blank cells of each group. */
  readonly blanks: Int32Array;
  readonly negatives: Int32Array;
}

/** Sums a column by group, keeping what doubles drop (Neumaier). Blanks are counted, never added. Null column: every cell is blank. */
export function sumByGroup({ names, of }: Groups, column: Float64Array | undefined): GroupedSums {
  const count = names.length;
  const sums = new Float64Array(count);
  const lost = new Float64Array(count);
  const blanks = new Int32Array(count);
  const negatives = new Int32Array(count);
  for (let row = 0; row < of.length; row += 1) {
    const group = of[row] ?? -1;
    if (group < 0) continue;
    const value = column === undefined ? NaN : (column[row] ?? NaN);
    if (value !== value) {
      blanks[group] = (blanks[group] ?? 0) + 1;
      continue;
    }
    if (value < 0) negatives[group] = (negatives[group] ?? 0) + 1;
    const sum = sums[group] ?? 0;
    const next = sum + value;
    lost[group] = (lost[group] ?? 0) + (Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum);
    sums[group] = next;
  }
  for (let group = 0; group < count; group += 1) sums[group] = (sums[group] ?? 0) + (lost[group] ?? 0);
  return { sums, blanks, negatives };
}

/** The largest `n` values of each group, largest first; 0 where a group has fewer. Blanks are passed over. */
export function largestByGroup({ names, of }: Groups, column: Float64Array, n: number): Float64Array {
  const largest = new Float64Array(names.length * n);
  for (let row = 0; row < of.length; row += 1) {
    const group = of[row] ?? -1;
    const value = column[row] ?? NaN;
    const end = (group + 1) * n - 1;
    if (group < 0 || !(value > (largest[end] ?? 0))) continue;
    let at = end;
    while (at > group * n && value > (largest[at - 1] ?? 0)) {
      largest[at] = largest[at - 1] ?? 0;
      at -= 1;
    }
    largest[at] = value;
  }
  return largest;
}

/** The rows of each group one behind the other, and where each begins: `rows.subarray(starts[g], starts[g + 1])`. */
export function rowsByGroup({ names, of }: Groups): { readonly rows: Int32Array; readonly starts: Int32Array } {
  const starts = new Int32Array(names.length + 1);
  for (const group of of) if (group >= 0) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  for (let group = 0; group < names.length; group += 1)
    starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  const next = starts.slice();
  const rows = new Int32Array(starts[names.length] ?? 0);
  for (let row = 0; row < of.length; row += 1) {
    const group = of[row] ?? -1;
    if (group < 0) continue;
    const at = next[group] ?? 0;
    rows[at] = row;
    next[group] = at + 1;
  }
  return { rows, starts };
}
