/** The worker of clusters: its own copy of the rules and targets, and the job that answers the page. */
import "../../app/no-eval";
import packed from "release";
import packedTargets from "targets";
import { unpackTargets } from "../../../clusters/pack-targets";
import { unpackRelease } from "../../../policy/pack-release";
import { ClusterJob } from "./cluster-job";

const { policy, vocabulary } = unpackRelease(packed);
const job = new ClusterJob(
  { policy, vocabulary, targets: unpackTargets(packedTargets) },
  { post: (reply) => self.postMessage(reply), report: (error) => console.error(error) },
);

self.addEventListener("message", ({ data }) => job.handle(data));
