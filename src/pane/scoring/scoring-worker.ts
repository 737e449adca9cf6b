/** The scoring worker: its own copy of the rules, and the job that answers the page. */
import "../app/no-eval";
import packedCultivation from "cultivation";
import packed from "release";
import { unpackCultivation } from "../../cultivation/pack-cultivation";
import { unpackRelease } from "../../policy/pack-release";
import { VERSION } from "../app/program-version";
import { ScoringJob } from "./scoring-job";

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

const knowledge = {
  ...unpackRelease(packed),
  cultivation: unpackCultivation(packedCultivation),
  version: VERSION,
};
const job = new ScoringJob(knowledge, {
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
