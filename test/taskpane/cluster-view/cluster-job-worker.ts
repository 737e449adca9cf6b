/** The job of clusters behind the face of a worker, in the same thread: messages are copied and arrive later. */
import { loadKnowledge } from "../../../src/cli/read-seeds";
import { packTargets, unpackTargets } from "../../../src/cluster/pack-targets";
import { ClusterJob } from "../../../src/taskpane/cluster-view/cluster-job";
import type { WorkerLike } from "../../../src/taskpane/scoring/scoring-client";

const { policy, vocabulary, targets: loaded } = loadKnowledge();
/** As the page gets them. */
const targets = unpackTargets(packTargets(loaded));

/** Errors that are our own fault, of every worker of the file. */
export const reported: unknown[] = [];

export function clusterWorker(): WorkerLike {
  const heard: ((event: { readonly data: unknown }) => void)[] = [];
  let ended = false;
  let queue: Promise<void> = Promise.resolve();
  const job = new ClusterJob(
    { policy, vocabulary, targets },
    {
      post: (reply) => {
        const data: unknown = structuredClone(reply);
        if (!ended) for (const listener of heard) listener({ data });
      },
      report: (error) => reported.push(error),
    },
  );
  return {
    postMessage: (message) => {
      const copy: unknown = structuredClone(message);
      queue = queue.then(() => {
        if (!ended) job.handle(copy);
      });
    },
    addEventListener: (kind: string, listener: (event: { readonly data: unknown }) => void) => {
      if (kind === "message") heard.push(listener);
    },
    terminate: () => {
      ended = true;
    },
  };
}
