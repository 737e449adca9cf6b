/** The job of clusters behind the face of a worker, in the same thread: messages are copied and arrive later. */
import { loadKnowledge } from "../../../src/cli/read-seeds";
import { packTargets, unpackTargets } from "../../../src/cluster/pack-targets";
import { ClusterJob } from "../../../src/taskpane/cluster-view/cluster-job";
import type { WorkerLike } from "../../../src/taskpane/scoring/scoring-client";
import { threadWorker } from "../thread-worker";

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
