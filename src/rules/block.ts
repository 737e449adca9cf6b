/**
 * The columnar path works through blocks of rows. Its inner loops (quantity-loops, verdict-loops, points-loops) copy a block into arrays
 * of their own module, work there and copy the answer out. That looks like waste and is three times as fast: of an array it is handed
 * the compiler looks up type, length and address again at every element; of a module's own it knows all three. Copying a block costs a
 * tenth of working through it. For the same reason no loop stands inside another one, and none branches on data: a branch guessed wrong
 * costs more than ten comparisons.
 */

/** Rows worked on at once: small enough for the caches, large enough to forget the calls. */
export const BLOCK = 2048;
