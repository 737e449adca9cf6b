/** Puts the rule sets of a release together by its catalogue, and checks that the two agree. */
import type { z } from "zod";
import { nearestId } from "../words/nearest-id";
import { dayAfter, firstDay, inForceFor, lastDay } from "./editions";
import type { PlaceCode } from "../language/places";
import type { Policy, ProvinceTier, Purpose, RuleSet, TierEntry } from "./rule-set";
import {
  catalogueSchema,
  provinceCatalogueSchema,
  type RawProvinceCatalogue,
  type RawRuleSet,
} from "./rule-set-schema";
import {
  addProblem,
  readSeedFile,
  reportDuplicates,
  type SeedFile,
  type SeedFiles,
  type SeedPath,
  type SeedProblem,
} from "./seed-file";

/** A file of a tier's folder; tier, edition and province are what its folder and name say. */
export type LoadedRuleSet = {
  readonly file: string;
  readonly tier: string;
  readonly edition: string;
  readonly place: PlaceCode | null;
  /** The nation's rules once a province that gives points of its own. */
  readonly withPoints: readonly RuleSet[];
} & (
  | { readonly seed: SeedFile<RawRuleSet>; readonly ruleSet: RuleSet }
  /** It is there and could not be read. */
  | { readonly seed: null; readonly ruleSet: null }
);

type Catalogue = z.infer<typeof catalogueSchema>;
type ReadRuleSet = Extract<LoadedRuleSet, { ruleSet: RuleSet }>;
type Say = (path: SeedPath, reason: string, fix: string) => void;

const CATALOGUE = "national/catalogue.yaml";

/** Null where the catalogue itself is missing or could not be read. */
export function assemblePolicy(
  files: SeedFiles,
  loaded: readonly LoadedRuleSet[],
  codes: ReadonlyMap<string, PlaceCode>,
  problems: SeedProblem[],
): Policy | null {
  const text = files.get(CATALOGUE);
  if (text === undefined) {
    problems.push({ file: CATALOGUE, line: 1, reason: "the catalogue is missing", fix: "Restore it from the release" });
    return null;
  }
  const seed = readSeedFile(CATALOGUE, text, catalogueSchema, problems);
  if (!seed) return null;
  const say: Say = (path, reason, fix) => {
    addProblem({ file: CATALOGUE, line: seed.line(path), reason, fix }, problems);
  };
  const { release, ladder, beside, transition, tiers: listed, clusters: classes } = seed.data;
  const entries = [
    ...listed.map((entry, index) => ({ entry, path: ["tiers", index] })),
    ...classes.map((entry, index) => ({ entry, path: ["clusters", index] })),
  ];
  checkTiers(seed.data, loaded, say, problems);
  reportDuplicates(
    entries.map(({ entry, path }) => ({ id: entry.id, file: CATALOGUE, line: seed.line([...path, "id"]) })),
    "tier",
    problems,
  );
  const provinces = readProvinces(files, codes, loaded, new Set(entries.map(({ entry }) => entry.id)), problems);
  const tiers = new Map<string, TierEntry>();
  const clusters = new Map<string, TierEntry>();
  entries.forEach(({ entry, path }) => {
    const present = loaded.filter(({ tier, place }) => tier === entry.id && place === null);
    const elsewhere = loaded.some(({ tier, place }) => tier === entry.id && place !== null);
    if (entry.editions.length === 0 && !elsewhere)
      say([...path, "editions"], `tier ${entry.id} has no edition`, "List its editions, or remove the tier");
    checkEditions(entry, present, [...path, "editions"], say);
    const editions = inSequence(present, problems);
    (path[0] === "tiers" ? tiers : clusters).set(entry.id, {
      id: entry.id,
      name: { zh: entry.zh, en: entry.en },
      role: entry.role ?? null,
      grantedBy: entry.granted_by ?? null,
      editions,
      provinces: provincesOf(entry.id, loaded, provinces, problems),
    });
  });
  const notFound = new Map([...provinces].map(([place, { not_found }]) => [place, not_found]));
  return { checked: release.checked, rungs: ladder.map(rungOf), beside, tiers, clusters, transition, notFound };
}

/** The editions that could be read, oldest first; gaps and overlaps among them are reported. */
function inSequence(present: readonly LoadedRuleSet[], problems: SeedProblem[]): readonly RuleSet[] {
  const read = present.filter((one): one is ReadRuleSet => one.ruleSet !== null);
  // A file that could not be read has been reported; the gap it leaves is no mistake of its own.
  if (read.length === present.length) checkSequences(read, problems);
  return read.map(({ ruleSet }) => ruleSet).sort((a, b) => compareDays(a.inForce.from, b.inForce.from));
}

/** The catalogues of the provinces, each checked against the files of its folder. */
function readProvinces(
  files: SeedFiles,
  codes: ReadonlyMap<string, PlaceCode>,
  loaded: readonly LoadedRuleSet[],
  tiers: ReadonlySet<string>,
  problems: SeedProblem[],
): ReadonlyMap<PlaceCode, RawProvinceCatalogue> {
  const found = new Map<PlaceCode, RawProvinceCatalogue>();
  for (const [id, place] of codes) {
    const file = `provinces/${id}/catalogue.yaml`;
    const own = loaded.filter((one) => one.place === place);
    const text = files.get(file);
    const [first] = own;
    if (text === undefined) {
      if (first !== undefined)
        problems.push({
          file: first.file,
          line: 1,
          reason: `${id} has rules and no catalogue`,
          fix: `Add seeds/${file}, so that what is covered can be read in one place`,
        });
      continue;
    }
    const seed = readSeedFile(file, text, provinceCatalogueSchema, problems);
    if (seed === null) continue;
    const say: Say = (path, reason, fix) => {
      addProblem({ file, line: seed.line(path), reason, fix }, problems);
    };
    if (seed.data.place !== id)
      say(["place"], `the file says place ${seed.data.place}, it stands in the folder ${id}`, "Let both say the same");
    seed.data.tiers.forEach((entry, index) => {
      if (!tiers.has(entry.tier))
        say(["tiers", index, "tier"], `${entry.tier} is no tier of seeds/${CATALOGUE}`, "Name a tier, or add it there");
      const present = own.filter(({ tier }) => tier === entry.tier);
      const listed = { id: entry.tier, editions: entry.editions };
      checkEditions(listed, present, ["tiers", index, "editions"], say, `provinces/${id}`);
    });
    for (const { file: of, tier } of own)
      if (!seed.data.tiers.some((entry) => entry.tier === tier))
        say(["tiers"], `seeds/${of} is not listed under ${tier}`, "List every tier and edition of the province");
    found.set(place, seed.data);
  }
  return found;
}

/** A province's own editions of a tier, and the nation's with the province's points. */
function provincesOf(
  tier: string,
  loaded: readonly LoadedRuleSet[],
  catalogues: ReadonlyMap<PlaceCode, RawProvinceCatalogue>,
  problems: SeedProblem[],
): ReadonlyMap<PlaceCode, ProvinceTier> {
  const found = new Map<PlaceCode, ProvinceTier>();
  for (const place of new Set(loaded.flatMap((one) => one.place ?? [])))
    if (loaded.some((one) => one.tier === tier && one.place === place))
      found.set(place, {
        grantedBy: catalogues.get(place)?.tiers.find((entry) => entry.tier === tier)?.granted_by ?? null,
        editions: inSequence(
          loaded.filter((one) => one.tier === tier && one.place === place),
          problems,
        ),
      });
  for (const one of loaded.filter((ruleSet) => ruleSet.tier === tier).flatMap(({ withPoints }) => withPoints)) {
    if (one.place === null) continue;
    const before = found.get(one.place);
    found.set(one.place, { grantedBy: before?.grantedBy ?? null, editions: [...(before?.editions ?? []), one] });
  }
  return found;
}

/** Tiers that share a rung stand together in a list. */
function rungOf(rung: string | readonly string[]): readonly string[] {
  return typeof rung === "string" ? [rung] : rung;
}

/** Every tier is listed, stands on the ladder or beside it, and only once. */
function checkTiers(
  { tiers, clusters, ladder, beside }: Catalogue,
  loaded: readonly LoadedRuleSet[],
  say: Say,
  problems: SeedProblem[],
): void {
  const known = new Set(tiers.map(({ id }) => id));
  const placed = new Set<string>();
  const check = (key: "ladder" | "beside", id: string, index: number): void => {
    const near = nearestId(id, [...known]);
    if (!known.has(id))
      say(
        [key, index],
        `${key} names ${id}, which is no tier of the catalogue`,
        near ? `Did you mean ${near}?` : "Add it under `tiers`, or take the name out",
      );
    if (placed.has(id)) say([key, index], `${id} is placed twice on or beside the ladder`, "Name it once");
    placed.add(id);
  };
  ladder.forEach((rung, index) => {
    for (const id of rungOf(rung)) check("ladder", id, index);
  });
  beside.forEach((id, index) => {
    check("beside", id, index);
  });
  tiers.forEach(({ id }, index) => {
    if (!placed.has(id))
      say(["tiers", index], `tier ${id} is neither on the ladder nor beside it`, "Add it to `ladder` or `beside`");
  });
  const classes = new Set(clusters.map(({ id }) => id));
  for (const { file, tier } of loaded)
    if (!known.has(tier) && !classes.has(tier))
      addProblem(
        {
          file,
          line: 1,
          reason: `tier ${tier} is not in the catalogue`,
          fix: `List it in seeds/${CATALOGUE}, so that what is covered can be read in one place`,
        },
        problems,
      );
}

/** The catalogue lists the files of a tier's folder, no more and no fewer. */
function checkEditions(
  entry: Pick<Catalogue["tiers"][number], "id" | "editions">,
  present: readonly LoadedRuleSet[],
  path: SeedPath,
  say: Say,
  folder = "national",
): void {
  const listed = new Set<string>();
  entry.editions.forEach(({ edition, status }, index) => {
    const at: SeedPath = [...path, index];
    if (listed.has(edition)) say(at, `edition ${edition} of ${entry.id} is listed twice`, "Keep one");
    listed.add(edition);
    const found = present.find((one) => one.edition === edition);
    if (!found)
      say(
        at,
        `${entry.id} lists edition ${edition}, which has no file`,
        `Add seeds/${folder}/${entry.id}/${edition}.yaml, or take it off the list`,
      );
    else if (status !== undefined && found.ruleSet !== null && found.ruleSet.status !== status)
      say(
        [...at, "status"],
        `edition ${edition} of ${entry.id} is ${status} here and ${found.ruleSet.status} in its file`,
        "Let both say the same",
      );
  });
  for (const { file, edition } of present)
    if (!listed.has(edition))
      say(
        path,
        `seeds/${file} is not listed under ${entry.id}`,
        "List every edition, so that what is covered can be read in one place",
      );
}

/** One edition at a time, and none missing between the first and the last. */
function checkSequences(editions: readonly ReadRuleSet[], problems: SeedProblem[]): void {
  const apart = editions.some(({ seed }) => seed.data.review_in_force !== undefined);
  if (apart)
    for (const purpose of ["new", "review"] as const) checkSequence(editions, purpose, ` (${purpose})`, problems);
  else checkSequence(editions, "new", "", problems);
}

function checkSequence(
  editions: readonly ReadRuleSet[],
  purpose: Purpose,
  suffix: string,
  problems: SeedProblem[],
): void {
  const ordered = [...editions].sort((a, b) =>
    compareDays(inForceFor(a.ruleSet, purpose).from, inForceFor(b.ruleSet, purpose).from),
  );
  ordered.forEach((here, index) => {
    const before = ordered[index - 1];
    if (!before) return;
    const { until } = inForceFor(before.ruleSet, purpose);
    const from = firstDay(inForceFor(here.ruleSet, purpose).from);
    const next = until === null ? null : dayAfter(lastDay(until));
    if (next === from) return;
    const key = purpose === "review" && here.seed.data.review_in_force ? "review_in_force" : "in_force";
    const overlap = next === null || next > from;
    const still = until === null ? "without an end" : `until ${lastDay(until)}`;
    addProblem(
      {
        file: here.file,
        line: here.seed.line([key, "from"]),
        reason: overlap
          ? `edition ${here.edition} begins on ${from}, while ${before.edition} is in force ${still}${suffix}`
          : `no edition is in force from ${next} to the day before ${from}${suffix}`,
        fix: overlap
          ? `Close ${before.edition} on the day before`
          : `Let ${before.edition} end the day before ${here.edition} begins`,
      },
      problems,
    );
  });
}

function compareDays(a: string, b: string): number {
  const [first, second] = [firstDay(a), firstDay(b)];
  return first < second ? -1 : Number(first > second);
}
