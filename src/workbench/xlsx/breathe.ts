/** Long work in slices, so that a page stays alive beside it. */

/** Work goes on without a stop for at most this long. */
const SLICE = 30;

/**
 * Call the result often and await what it gives: nothing while the slice lasts, otherwise a turn for everything else that waits.
 * (A message is used because timers of a page in the background are held back to one a second.)
 */
export function breather(): () => Promise<void> | undefined {
  let started = performance.now();
  return () => {
    if (performance.now() - started < SLICE) return undefined;
    return nextTurn().then(() => {
      started = performance.now();
    });
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
