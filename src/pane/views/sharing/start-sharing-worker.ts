/** Starts the worker of sharing; the bundler makes a file of its own from the address. */
export function startSharingWorker(): Worker {
  return new Worker(new URL("./sharing-worker.ts", import.meta.url));
}
