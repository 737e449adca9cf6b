/** Starts the worker of clusters; the bundler makes a file of its own from the address. */
export function startClusterWorker(): Worker {
  return new Worker(new URL("./cluster-worker.ts", import.meta.url));
}
