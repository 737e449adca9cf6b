/** The job of clusters behind the face of a worker, in the same thread: messages are copied and arrive later. */
import { loadKnowledge } from "../../../../src/commands/read-seeds";
import { packTargets, unpackTargets } from "../../../../src/clusters/pack-targets";
import { ClusterJob } from "../../../../src/pane/views/clusters/cluster-job";
import type { WorkerLike } from "../../../../src/pane/scoring/scoring-client";
import { threadWorker } from "../../thread-worker";

const { policy, vocabulary, targets: loaded } = loadKnowledge();
/** As the page gets them. */
const targets = unpackTargets(packTargets(loaded));

/** Errors that are our own fault, of every worker of the file. */
export const reported: unknown[] = [];

export function clusterWorker(): WorkerLike {
  return threadWorker(
    (post) => new ClusterJob({ policy, vocabulary, targets }, { post, report: (error) => reported.push(error) }),
  );
}
