/** Starts the pane's worker; the bundler makes a file of its own from the address. */
export function startWorker(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url));
}
