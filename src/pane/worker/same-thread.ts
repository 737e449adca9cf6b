/** The kernel behind the face of a worker, in this thread: messages are copied and arrive later, as they do between threads. */
import type { WorkerLike } from "./client";
import { Kernel } from "./kernel";
import type { Knowledge } from "./task";

type Listener = (event: { readonly data: unknown }) => void;

export interface SameThreadOptions {
  /** Milliseconds that a look at the clock takes: the longer, the sooner a job comes up for air. */
  readonly tick?: number;
  /** Told of errors that are our own fault. */
  readonly report: (error: unknown) => void;
}

export class SameThreadWorker implements WorkerLike {
  terminated = false;
  private readonly listeners: Listener[] = [];
  private readonly lost: Listener[] = [];
  private queue: Promise<void> = Promise.resolve();
  private readonly kernel: Kernel;

  constructor(known: Knowledge, { tick = 0, report }: SameThreadOptions) {
    let clock = 0;
    this.kernel = new Kernel(known, {
      post: (reply) => this.deliver(structuredClone(reply)),
      pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
      now: () => (clock += tick),
      random: (count) => crypto.getRandomValues(new Uint8Array(count)),
      report,
    });
  }

  postMessage(message: unknown): void {
    const copy: unknown = structuredClone(message);
    this.queue = this.queue.then(() => {
      if (!this.terminated) this.kernel.handle(copy);
    });
  }

  addEventListener(kind: "message" | "error" | "messageerror", listener: Listener): void {
    (kind === "message" ? this.listeners : this.lost).push(listener);
  }

  terminate(): void {
    this.terminated = true;
  }

  /** Ends as a worker does that runs out of memory. */
  crash(): void {
    for (const listener of this.lost) listener({ data: null });
  }

  private deliver(data: unknown): void {
    if (!this.terminated) for (const listener of this.listeners) listener({ data });
  }
}
