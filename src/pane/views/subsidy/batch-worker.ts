/** The riders' worker: its own copy of the words and figures, and the job that answers the page. */
import "../../app/no-eval";
import packed from "release";
import packedSubsidies from "subsidies";
import { unpackRelease } from "../../../policy/pack-release";
import { unpackSubsidies } from "../../../riders/pack-subsidies";
import { BatchJob } from "./batch-job";

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

const { vocabulary } = unpackRelease(packed);
const job = new BatchJob(vocabulary, unpackSubsidies(packedSubsidies, vocabulary), {
  post: (reply) => self.postMessage(reply),
  // A message to oneself lets waiting messages through at once, where a timer would wait four milliseconds.
  pause: () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    }),
  now: () => performance.now(),
  report: (error) => console.error(error),
});

self.addEventListener("message", ({ data }) => void job.handle(data));
