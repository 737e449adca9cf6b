/** What the pages carry of seeds/, as text. */
import { packTargets } from "../clusters/pack-targets";
import { packCultivation } from "../cultivation/pack-cultivation";
import { packRelease } from "../policy/pack-release";
import { packSubsidies } from "../riders/pack-subsidies";
import { programVersion } from "./program-version";
import { policyFiles } from "../policy/files-of-rules";
import { packSeeds } from "../policy/pack-seeds";
import { loadKnowledge, ownCultivation, readSeedFiles } from "./read-seeds";

/** File name -> content, from seeds/ as they are now. Throws SeedError naming every wrong line. */
export function releaseFiles(): ReadonlyMap<string, string> {
  const { subsidies, targets, ...release } = loadKnowledge();
  const cultivation = ownCultivation();
  return new Map([
    ["release.json", packRelease(release)],
    ["subsidies.json", packSubsidies(subsidies)],
    ["targets.json", packTargets(targets)],
    ["cultivation.json", packCultivation(cultivation)],
    ["seeds.json", packSeeds(policyFiles(readSeedFiles()))],
    ["version.json", JSON.stringify(programVersion())],
  ]);
}
