/** Starts the riders' worker; the bundler makes a file of its own from the address. */
export function startBatchWorker(): Worker {
  return new Worker(new URL("./batch-worker.ts", import.meta.url));
}
