/** Starts the scoring worker; the bundler makes a file of its own from the address. */
export function startWorker(): Worker {
  return new Worker(new URL("./scoring-worker.ts", import.meta.url));
}
