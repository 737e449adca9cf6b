/**
 * What `read-seeds` reads from seeds/, from the files that are packed beside the built program: it takes this module's place there, so that
 * nothing is parsed at run time that was parsed when it was built.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { unpackTargets } from "../clusters/pack-targets";
import { unpackCultivation } from "../cultivation/pack-cultivation";
import { unpackRelease } from "../policy/pack-release";
import { unpackSeeds } from "../policy/pack-seeds";
import type { SeedFiles } from "../policy/seed-file";
import { unpackSubsidies } from "../riders/pack-subsidies";
import type { Knowledge } from "./read-seeds";

export type { Knowledge, Release } from "./read-seeds";

const packed = (name: string): string => readFileSync(new URL(`packed/${name}.json`, import.meta.url), "utf8");

/** Where schemas of seeds would be written; nobody writes them from the built program. */
export const SEEDS = fileURLToPath(new URL("packed", import.meta.url));

function once<T>(load: () => T): () => T {
  let kept: { readonly value: T } | null = null;
  return () => (kept ??= { value: load() }).value;
}

/** The YAML files as they were, for drafts of rules. */
export function readSeedFiles(): SeedFiles {
  return unpackSeeds(packed("seeds"));
}

export const loadRelease = once(() => unpackRelease(packed("release")));
export const ownVocabulary = once(() => loadRelease().vocabulary);
export const ownSubsidies = once(() => unpackSubsidies(packed("subsidies"), ownVocabulary()));
export const ownTargets = once(() => unpackTargets(packed("targets")));
export const ownCultivation = once(() => unpackCultivation(packed("cultivation")));

export const loadKnowledge = once((): Knowledge => ({
  ...loadRelease(),
  subsidies: ownSubsidies(),
  targets: ownTargets(),
}));
