/** One piece of work after the other, each with a way to be stopped. */
export class OneAtATime {
  private queue: Promise<void> = Promise.resolve();
  private stop: AbortController | null = null;
  private disposed = false;

  get busy(): boolean {
    return this.stop !== null;
  }

  /** Begins once all that was asked before is done. `work` sees to its own errors. After `dispose` nothing begins any more. */
  run(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const next = this.queue.then(async () => {
      if (this.disposed) return;
      const stop = new AbortController();
      this.stop = stop;
      try {
        await work(stop.signal);
      } finally {
        this.stop = null;
      }
    });
    this.queue = next.catch(() => undefined);
    return next;
  }

  /** Stops what is under way. */
  cancel(): void {
    this.stop?.abort();
  }

  dispose(): void {
    this.disposed = true;
    this.cancel();
  }
}
