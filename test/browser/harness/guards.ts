/**
 * What keeps a test run from hanging for ever. No test may come near them on any machine, however busy: they measure nothing, and a test
 * waits for what it wants to see.
 */

/** How long one wait may last before it says what it has waited for in vain, in milliseconds. */
export const WAIT_GUARD = 600_000;
