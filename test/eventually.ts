/** Waiting for what comes in a turn of its own. */

/** Keeps a test from waiting for ever, in milliseconds; no machine is so slow. */
const GUARD = 600_000;

/** Looks again and again until nothing is thrown; what is still thrown after ten minutes is the test's failure. */
export async function eventually<T>(look: () => T | Promise<T>): Promise<T> {
  const end = Date.now() + GUARD;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
