/** The pane's one worker: its own copy of the rules and figures, each unpacked when it is first needed, and the kernel that answers the page. */
import "../packed/no-eval";
import packedCultivation from "cultivation";
import packed from "release";
import packedSubsidies from "subsidies";
import packedTargets from "targets";
import { unpackTargets } from "../../clusters/pack-targets";
import type { Targets } from "../../clusters/targets";
import type { Cultivation } from "../../cultivation/cultivation";
import { unpackCultivation } from "../../cultivation/pack-cultivation";
import { unpackRelease } from "../../policy/pack-release";
import { unpackSeeds } from "../../policy/pack-seeds";
import type { Subsidies } from "../../riders/load-subsidies";
import { unpackSubsidies } from "../../riders/pack-subsidies";
import { VERSION } from "../packed/program-version";
import { Kernel } from "./kernel";
import type { Knowledge } from "./task";

function knowledge(): Knowledge {
  const release = unpackRelease(packed);
  let cultivation: Cultivation | null = null;
  let subsidies: Subsidies | null = null;
  let targets: Targets | null = null;
  return {
    ...release,
    version: VERSION,
    seeds: async () => unpackSeeds((await import(/* webpackChunkName: "drafts-seeds" */ "seeds")).default),
    get cultivation() {
      return (cultivation ??= unpackCultivation(packedCultivation));
    },
    get subsidies() {
      return (subsidies ??= unpackSubsidies(packedSubsidies, release.vocabulary));
    },
    get targets() {
      return (targets ??= unpackTargets(packedTargets));
    },
  };
}

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

const kernel = new Kernel(knowledge(), {
  post: (reply, handOver) => self.postMessage(reply, { transfer: handOver }),
  // A message to oneself lets waiting messages through at once, where a timer would wait four milliseconds.
  pause: () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    }),
  now: () => performance.now(),
  random: (count) => crypto.getRandomValues(new Uint8Array(count)),
  report: (error) => console.error(error),
});

self.addEventListener("message", ({ data }) => kernel.handle(data));
