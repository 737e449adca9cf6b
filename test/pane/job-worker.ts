/** The scoring job behind the face of a worker, in the same thread: messages are copied and arrive later, as they do in a browser. */
import { ScoringJob } from "../../src/pane/scoring/scoring-job";
import type { WorkerLike } from "../../src/pane/scoring/scoring-client";
import { release } from "./pane-release";

type Listener = (event: { readonly data: unknown }) => void;

export class JobWorker implements WorkerLike {
  terminated = false;
  readonly reported: unknown[] = [];
  private readonly listeners: Listener[] = [];
  private readonly lost: (() => void)[] = [];
  private clock = 0;
  private queue: Promise<void> = Promise.resolve();
  private readonly job = new ScoringJob(release, {
    post: (reply) => this.deliver(structuredClone(reply)),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    // Every look at the clock takes 15 ms: a slice ends after a few rows.
    now: () => (this.clock += 15),
    report: (error) => this.reported.push(error),
  });

  private deliver(data: unknown): void {
    if (!this.terminated) for (const listener of this.listeners) listener({ data });
  }

  postMessage(message: unknown): void {
    const copy: unknown = structuredClone(message);
    this.queue = this.queue.then(() => (this.terminated ? undefined : this.job.handle(copy)));
  }

  addEventListener(kind: "message" | "error" | "messageerror", listener: Listener): void {
    if (kind === "message") this.listeners.push(listener);
    else this.lost.push(() => listener({ data: null }));
  }

  terminate(): void {
    this.terminated = true;
  }

  crash(): void {
    for (const listener of this.lost) listener();
  }
}
