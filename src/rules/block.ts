/**
 * The columnar path works through blocks of rows. Its inner loops (quantity-loops, verdict-loops, points-loops) are written so that the
 * compiler makes good machine code of them, which is worth a factor of six:
 * - They work on arrays of their own module, into which a block is copied and from which the answer is copied out. Of an array it is
 *   handed the compiler looks up type, length and address again at every element; of a module's own it knows all three. Copying a
 *   block costs a tenth of working through it.
 * - They don't branch on data. A branch guessed wrong costs more than ten comparisons, and rows at random are guessed wrong often.
 * - They are called through `sweep`.
 */

/** Rows worked on at once: small enough for the caches, large enough to forget the calls. */
export const BLOCK = 4096;

/** An inner loop over the first `count` elements of its module's arrays, with up to five numbers it needs. */
type Loop = (count: number, a: number, b: number, c: number, d: number, e: number) => unknown;

/**
 * Runs an inner loop. As every loop comes through this one call, the compiler can't copy any into its caller, where it would no longer
 * know the arrays. For the same end a loop does nothing before its first round, and is all there is in its function.
 */
export function sweep(loop: Loop, count: number, a = 0, b = 0, c = 0, d = 0, e = 0): unknown {
  return loop(count, a, b, c, d, e);
}

/** How many arrays of numbers a module may work on. */
const MOST_ARRAYS = 3;

/**
 * Bytes from one array of numbers to the next: not a multiple of 4096, nor near one. Processors tell a load from a store still under
 * way by the last twelve bits of the address; with arrays a multiple apart, reading one would wait for writing the other.
 */
const STRIDE = BLOCK * 8 + 1088;

/** Memory for `numbersIn`. */
export function blockMemory(): ArrayBuffer {
  return new ArrayBuffer(MOST_ARRAYS * STRIDE);
}

/** The array of numbers at a place (0, 1, 2) of a module's memory. */
export function numbersIn(memory: ArrayBuffer, place: number): Float64Array {
  return new Float64Array(memory, place * STRIDE, BLOCK);
}
