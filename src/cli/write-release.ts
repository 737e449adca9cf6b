/** `npm run release`: validates seeds/ and writes dist/release/*.json, which the pages carry. The first step of every build. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadCultivation } from "../cultivation/load-cultivation";
import { packCultivation } from "../cultivation/pack-cultivation";
import { packTargets } from "../cluster/pack-targets";
import { packRelease } from "../policy/pack-release";
import { packSubsidies } from "../subsidy/pack-subsidies";
import { programVersion } from "./program-version";
import { loadKnowledge, readSeedFiles } from "./read-seeds";

const folder = fileURLToPath(new URL("../../dist/release/", import.meta.url));
const { subsidies, targets, ...release } = loadKnowledge();
const cultivation = loadCultivation(readSeedFiles(), release.policy, release.vocabulary);
mkdirSync(folder, { recursive: true });
for (const [name, text] of [
  ["release.json", packRelease(release)],
  ["subsidies.json", packSubsidies(subsidies)],
  ["targets.json", packTargets(targets)],
  ["cultivation.json", packCultivation(cultivation)],
  ["version.json", JSON.stringify(programVersion())],
] as const) {
  writeFileSync(folder + name, text);
  console.log(folder + name);
}
