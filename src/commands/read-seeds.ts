/** Reads seeds/ from disk and loads what the release knows. Throws SeedError for wrong seeds. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadTargets } from "../clusters/load-targets";
import type { Targets } from "../clusters/targets";
import { loadCultivation } from "../cultivation/load-cultivation";
import { PROOFS } from "../engine/rows/proofs";
import { loadPolicy } from "../policy/load-criteria";
import { loadVocabulary } from "../policy/load-vocabulary";
import type { Release } from "../policy/pack-release";
import type { SeedFiles } from "../policy/seed-file";
import { loadSubsidies, type Subsidies } from "../riders/load-subsidies";

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

/** What is loaded once and kept: nothing changes the seeds under a running process, however often it asks. What throws is asked again. */
function once<T>(load: () => T): () => T {
  let kept: { readonly value: T } | null = null;
  return () => (kept ??= { value: load() }).value;
}

const ownFiles = once(() => readSeedFiles());

export const ownVocabulary = once(() => loadVocabulary(ownFiles()));
export const ownSubsidies = once(() => loadSubsidies(ownFiles(), ownVocabulary()));
export const ownTargets = once(() => loadTargets(ownFiles()));

export const loadRelease = once((): Release => {
  const vocabulary = ownVocabulary();
  return { vocabulary, policy: loadPolicy(ownFiles(), vocabulary, PROOFS) };
});

export const loadKnowledge = once((): Knowledge => ({
  ...loadRelease(),
  subsidies: ownSubsidies(),
  targets: ownTargets(),
}));

export const ownCultivation = once(() => {
  const { policy, vocabulary } = loadRelease();
  return loadCultivation(ownFiles(), policy, vocabulary);
});
