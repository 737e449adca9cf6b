/** Reads seeds/ from disk and loads what the release knows. Throws SeedError for wrong seeds. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadTargets } from "../cluster/load-targets";
import type { Targets } from "../cluster/targets";
import { PROOFS } from "../engine/rows/proofs";
import { loadPolicy } from "../policy/load-criteria";
import { loadVocabulary } from "../policy/load-vocabulary";
import type { Release } from "../policy/pack-release";
import type { SeedFiles } from "../policy/seed-file";
import { loadSubsidies, type Subsidies } from "../subsidy/load-subsidies";

/** seeds/ of this checkout. */
export const SEEDS = fileURLToPath(new URL("../../seeds", import.meta.url));

export type { Release };

/** Every YAML file below a folder, by its path with forward slashes. */
export function readSeedFiles(folder: string = SEEDS): SeedFiles {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".yaml")) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8"));
  }
  return files;
}

/** The release and what else the formulas answer from. */
export interface Knowledge extends Release {
  readonly subsidies: Subsidies;
  readonly targets: Targets;
}

export function loadRelease(folder: string = SEEDS): Release {
  return releaseOf(readSeedFiles(folder));
}

export function loadKnowledge(folder: string = SEEDS): Knowledge {
  const files = readSeedFiles(folder);
  return { ...releaseOf(files), subsidies: loadSubsidies(files), targets: loadTargets(files) };
}

function releaseOf(files: SeedFiles): Release {
  const vocabulary = loadVocabulary(files);
  return { vocabulary, policy: loadPolicy(files, vocabulary, PROOFS) };
}
