/**
 * The columnar path works through blocks of rows. Its inner loops (the files `*-loops`) are written so that the
 * compiler makes good machine code of them, which is worth a factor of six:
 * - They work on arrays of their own module, into which a block is copied and from which the answer is copied out. Of an array it is
 *   handed the compiler looks up type, length and address again at every element; of a module's own it knows all three. Copying a
 *   block costs a tenth of working through it.
 * - They don't branch on data. A branch guessed wrong costs more than ten comparisons, and rows at random are guessed wrong often.
 * - They are called through `sweep`.
 */

/** Rows worked on at once: small enough for the caches, large enough to forget the calls. */
export const BLOCK = 4096;

/** Rows of a sheet that are worked on together: neighbours, or any that are listed. Compared by identity. */
export class Block {
  /** @param rows the rows in rising order, all from `start` on, or null where they follow upon `start` */
  constructor(
    readonly start: number,
    readonly count: number,
    private readonly rows: Int32Array | null = null,
  ) {}

  /** Whether the rows are neighbours. */
  get follows(): boolean {
    return this.rows === null;
  }

  /** The row of the sheet at a place of the block. */
  row(place: number): number {
    return this.rows === null ? this.start + place : (this.rows[place] ?? 0);
  }

  /** The cells of these rows; `memory` is used only where they are not neighbours. */
  cells(column: Float64Array, memory: () => Float64Array): Float64Array {
    const { rows, start, count } = this;
    if (rows === null) return column.subarray(start, start + count);
    const cells = memory();
    for (let i = 0; i < count; i += 1) cells[i] = column[rows[i] ?? 0] ?? NaN;
    return cells;
  }
}

/** What `copy` copies between. */
type Numbers = Float64Array | Uint8Array;

/** Copies the first `count` elements: `from` and `into` may both be longer. */
export function copy(from: Numbers, into: Numbers, count: number): void {
  into.set(from.length > count ? from.subarray(0, count) : from);
}

/** Rows an inner loop is called for at once. */
const CHUNK = 128;

/** An inner loop over the elements of its module's arrays from one up to another, with up to five numbers it needs. */
type Loop = (from: number, to: number, a: number, b: number, c: number, d: number, e: number) => unknown;

/**
 * Runs an inner loop over the first `count` elements, and returns the sum of what its calls return. As every loop comes through
 * this one call, the compiler can't copy any into its caller, where it would no longer know the arrays. For the same end a loop does
 * nothing before its first round, and is all there is in its function.
 *
 * A loop is called often for a few rows rather than once for a whole block: a function called often soon gets its good machine code,
 * while one that stays long in a loop is given code for that loop alone, which does not know the arrays, and keeps it for long.
 */
export function sweep(loop: Loop, count: number, a = 0, b = 0, c = 0, d = 0, e = 0): number {
  let sum = 0;
  for (let from = 0; from < count; from += CHUNK) {
    const result = loop(from, Math.min(from + CHUNK, count), a, b, c, d, e);
    if (typeof result === "number") sum += result;
  }
  return sum;
}

/** How many arrays of numbers a module may work on. */
const MOST_ARRAYS = 4;

/**
 * Bytes from one array of numbers to the next: not a multiple of 4096, nor near one. Processors tell a load from a store still under
 * way by the last twelve bits of the address; with arrays a multiple apart, reading one would wait for writing the other.
 */
const STRIDE = BLOCK * 8 + 1088;

/** Memory for `numbersIn`. */
export function blockMemory(): ArrayBuffer {
  return new ArrayBuffer(MOST_ARRAYS * STRIDE);
}

/** The array of numbers at a place (0 to 3) of a module's memory. */
export function numbersIn(memory: ArrayBuffer, place: number): Float64Array {
  return new Float64Array(memory, place * STRIDE, BLOCK);
}
