/** The release as the pane gets it: packed at build time and unpacked on the page. */
import { programVersion } from "../../src/commands/program-version";
import { loadRelease, readSeedFiles } from "../../src/commands/read-seeds";
import { loadCultivation } from "../../src/cultivation/load-cultivation";
import { packCultivation, unpackCultivation } from "../../src/cultivation/pack-cultivation";
import { packRelease, unpackRelease } from "../../src/policy/pack-release";

const loaded = loadRelease();
const cultivation = loadCultivation(readSeedFiles(), loaded.policy, loaded.vocabulary);

export const release = {
  ...unpackRelease(packRelease(loaded)),
  cultivation: unpackCultivation(packCultivation(cultivation)),
  version: programVersion(),
};
