/** A job behind the face of a worker, in the same thread: messages are copied and arrive later, as they do in a browser. */
import type { WorkerLike } from "../../src/pane/scoring/scoring-client";

interface Job {
  handle(message: unknown): void | Promise<void>;
}

export function threadWorker(start: (post: (reply: unknown) => void) => Job): WorkerLike {
  const heard: ((event: { readonly data: unknown }) => void)[] = [];
  let ended = false;
  let queue: Promise<void> = Promise.resolve();
  const job = start((reply) => {
    const data: unknown = structuredClone(reply);
    if (!ended) for (const listener of heard) listener({ data });
  });
  return {
    postMessage: (message) => {
      const copy: unknown = structuredClone(message);
      queue = queue.then(() => (ended ? undefined : job.handle(copy)));
    },
    addEventListener: (kind: string, listener: (event: { readonly data: unknown }) => void) => {
      if (kind === "message") heard.push(listener);
    },
    terminate: () => {
      ended = true;
    },
  };
}
