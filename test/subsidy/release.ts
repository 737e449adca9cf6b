import { readSeedFiles } from "../../src/cli/read-seeds";
import { loadSubsidies } from "../../src/subsidy/load-subsidies";

export const subsidies = loadSubsidies(readSeedFiles());
