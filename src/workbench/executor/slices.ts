/** Long work in slices: in the workbench the executor shares the page's thread with the page. */
const SLICE_MS = 20;

/** Gives the event loop its turn: a message is not held back as a timer would be. */
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

export class Slices {
  private since = performance.now();

  /** To be awaited between pieces of work; comes back at once unless the slice is used up. */
  async pause(): Promise<void> {
    if (performance.now() - this.since < SLICE_MS) return;
    await nextTurn();
    this.since = performance.now();
  }
}
