/** The release as the pane gets it: packed at build time and unpacked on the page. */
import { packTargets, unpackTargets } from "../../src/clusters/pack-targets";
import { programVersion } from "../../src/commands/program-version";
import { loadKnowledge, readSeedFiles } from "../../src/commands/read-seeds";
import { loadCultivation } from "../../src/cultivation/load-cultivation";
import { packCultivation, unpackCultivation } from "../../src/cultivation/pack-cultivation";
import { WorkerClient } from "../../src/pane/worker/client";
import { SameThreadWorker } from "../../src/pane/worker/same-thread";
import { policyFiles } from "../../src/policy/files-of-rules";
import { packSeeds, unpackSeeds } from "../../src/policy/pack-seeds";
import { packRelease, unpackRelease } from "../../src/policy/pack-release";
import { packSubsidies, unpackSubsidies } from "../../src/riders/pack-subsidies";

const loaded = loadKnowledge();
const cultivation = loadCultivation(readSeedFiles(), loaded.policy, loaded.vocabulary);
const unpacked = unpackRelease(packRelease(loaded));

export const release = {
  ...unpacked,
  cultivation: unpackCultivation(packCultivation(cultivation)),
  subsidies: unpackSubsidies(packSubsidies(loaded.subsidies), unpacked.vocabulary),
  targets: unpackTargets(packTargets(loaded.targets)),
  seeds: () => Promise.resolve(unpackSeeds(packSeeds(policyFiles(readSeedFiles())))),
  version: programVersion(),
};

/** Errors of the workers that are our own fault. */
export const reported: unknown[] = [];

/** The pane's worker in this thread. Every look at its clock takes 15 ms: a slice ends after a few rows. */
export function paneWorker(known: typeof release = release): SameThreadWorker {
  return new SameThreadWorker(known, { tick: 15, report: (error) => reported.push(error) });
}

export function paneClient(): WorkerClient {
  return new WorkerClient(() => paneWorker());
}
