/**
 * Loads seeds/criteria: the catalogue, every tier's editions, general conditions and regional points.
 * A wrong file fails the whole load with file, line, reason and the likely fix; see test/cases/bad-seeds for one file a mistake.
 */
import type { z } from "zod";
import { cannotHold } from "../rules/satisfiable";
import { RuleBuilder, type RegionalParts } from "./build-rule-set";
import { dayAfter, firstDay, inForceFor, lastDay } from "./editions";
import { exampleOf } from "./examples";
import {
  conditionsOf,
  type ConditionNode,
  type Policy,
  type Purpose,
  type Requirements,
  type RuleSet,
  type ScoreItem,
  type TierEntry,
} from "./rule-set";
import {
  catalogueSchema,
  generalSchema,
  regionalSchema,
  ruleSetSchema,
  type RawNode,
  type RawRuleSet,
} from "./rule-set-schema";
import {
  readSeedFile,
  reportDuplicates,
  SeedError,
  type SeedFile,
  type SeedFiles,
  type SeedProblem,
} from "./seed-file";
import type { Vocabulary } from "./vocabulary";

type Catalogue = z.infer<typeof catalogueSchema>;
type GeneralConditions = ReadonlyMap<string, Readonly<Record<Purpose, readonly ConditionNode[]>>>;

const CATALOGUE = "criteria/catalogue.yaml";

/** The rules of a release. Throws SeedError. */
export function loadPolicy(files: SeedFiles, vocabulary: Vocabulary): Policy {
  const problems: SeedProblem[] = [];
  const general = loadGeneral(files, vocabulary, problems);
  const regional = loadRegional(files, vocabulary, problems);
  const ruleSets: { seed: SeedFile<RawRuleSet>; ruleSet: RuleSet }[] = [];
  for (const [path, text] of files) {
    const match = /^criteria\/([^/]+)\/([^/]+)\.yaml$/.exec(path);
    if (!match || match[1] === "general" || match[1] === "regional") continue;
    const seed = readSeedFile(path, text, ruleSetSchema, problems);
    if (!seed) continue;
    if (seed.data.tier !== match[1] || seed.data.edition !== match[2])
      problems.push({
        file: path,
        line: seed.line(["edition"]),
        reason: `the file says tier ${seed.data.tier}, edition ${seed.data.edition}; its place says ${match[1]}/${match[2]}`,
        fix: "Name the folder after the tier and the file after the edition",
      });
    ruleSets.push({ seed, ruleSet: buildRuleSet(seed, vocabulary, general, regional, problems) });
  }
  const policy = assemble(files, ruleSets, problems);
  if (problems.length > 0 || policy === null) throw new SeedError(problems);
  return policy;
}

function loadGeneral(files: SeedFiles, vocabulary: Vocabulary, problems: SeedProblem[]): GeneralConditions {
  const loaded = new Map<string, Record<Purpose, ConditionNode[]>>();
  for (const [path, text] of files) {
    if (!path.startsWith("criteria/general/")) continue;
    const seed = readSeedFile(path, text, generalSchema, problems);
    if (!seed) continue;
    const builder = new RuleBuilder(path, seed.line, vocabulary, new Map(), problems);
    const nodes = (purpose: Purpose): ConditionNode[] =>
      builder.nodes(seed.data.conditions, ["conditions"], purpose, true);
    loaded.set(seed.data.id, bothPurposes(nodes, problems));
  }
  return loaded;
}

function loadRegional(files: SeedFiles, vocabulary: Vocabulary, problems: SeedProblem[]): RegionalParts {
  const loaded = new Map<string, { items: readonly ScoreItem[]; max: number }>();
  for (const [path, text] of files) {
    if (!path.startsWith("criteria/regional/")) continue;
    const seed = readSeedFile(path, text, regionalSchema, problems);
    if (!seed) continue;
    const builder = new RuleBuilder(path, seed.line, vocabulary, new Map(), problems);
    const items = seed.data.items.map((item, index) => builder.item(item, ["items", index]));
    loaded.set(seed.data.id, { items, max: seed.data.max });
  }
  return loaded;
}

/** Both readings of the same nodes, each mistake reported once. */
function bothPurposes(
  build: (purpose: Purpose) => ConditionNode[],
  problems: SeedProblem[],
): Record<Purpose, ConditionNode[]> {
  const asNew = build("new");
  const before = problems.length;
  const review = build("review");
  const seen = new Set(problems.slice(0, before).map(problemKey));
  problems.splice(
    before,
    problems.length,
    ...problems.slice(before).filter((problem) => !seen.has(problemKey(problem))),
  );
  return { new: asNew, review };
}

function problemKey({ file, line, reason }: SeedProblem): string {
  return `${file}:${line}:${reason}`;
}

function buildRuleSet(
  seed: SeedFile<RawRuleSet>,
  vocabulary: Vocabulary,
  general: GeneralConditions,
  regional: RegionalParts,
  problems: SeedProblem[],
): RuleSet {
  const raw = seed.data;
  const builder = new RuleBuilder(seed.file, seed.line, vocabulary, regional, problems);
  const generalNodes = raw.general === null ? null : general.get(raw.general);
  if (generalNodes === undefined)
    builder.report(
      ["general"],
      `there are no general conditions ${String(raw.general)}`,
      "Name a file of seeds/criteria/general, or null",
    );
  if (raw.routes.length > 0 && !raw.score)
    builder.report(
      ["routes"],
      "direct routes stand in place of a score, this rule set has none",
      "Put them into conditions with `any:`",
    );
  const conditions = bothPurposes((purpose) => builder.nodes(raw.conditions, ["conditions"], purpose, false), problems);
  const routes = bothPurposes(
    (purpose) =>
      raw.routes.flatMap((route, index) => builder.condition(route, ["routes", index], purpose, false) ?? []),
    problems,
  );
  const score = raw.score ? builder.score(raw.score) : null;
  reportIds(seed, problems);
  const requirements = (purpose: Purpose): Requirements => ({
    general: generalNodes?.[purpose] ?? [],
    conditions: conditions[purpose],
    routes: conditionsOf(routes[purpose]),
    score,
  });
  raw.routes.forEach((route, index) => {
    const built = conditionsOf(routes.new).find(({ id }) => id === route.id);
    if (built && cannotHold(built.test, vocabulary))
      builder.report(
        ["routes", index],
        `route ${route.id} can't fire: no values of its fields meet its test`,
        "Correct the test",
      );
  });
  conditionsOf(conditions.new).forEach((condition) => {
    if (cannotHold(condition.test, vocabulary) && !problems.some(({ file }) => file === seed.file))
      builder.report(["conditions"], `condition ${condition.id} can never hold`, "Correct the test");
  });
  return {
    file: seed.file,
    tier: raw.tier,
    edition: raw.edition,
    name: raw.name,
    inForce: raw.in_force,
    reviewInForce: raw.review_in_force ?? raw.in_force,
    published: raw.published,
    lastChecked: raw.last_checked,
    document: raw.document,
    validityYears: raw.validity_years,
    status: raw.status,
    notes: raw.notes ?? null,
    notCovered: raw.not_covered,
    forPurpose: { new: requirements("new"), review: requirements("review") },
    definitions: raw.definitions.map(({ term, zh, en, clause, evidence }) => ({
      term,
      text: { zh, en },
      clause,
      evidence,
    })),
    examples: raw.examples.map((example, index) =>
      exampleOf(example, vocabulary, (key, reason, fix) => {
        builder.report(["examples", index, "given", key], reason, fix);
      }),
    ),
  };
}

/** Ids are what results, saved workbooks and formulas refer to: one each, over conditions, routes, groups and items. */
function reportIds(seed: SeedFile<RawRuleSet>, problems: SeedProblem[]): void {
  const ids: { id: string; file: string; line: number }[] = [];
  const add = (id: string, path: (string | number)[]): void => {
    ids.push({ id, file: seed.file, line: seed.line([...path, "id"]) });
  };
  const walk = (nodes: readonly RawNode[], path: (string | number)[]): void => {
    nodes.forEach((node, index) => {
      const at = [...path, index];
      add(node.id, at);
      if ("any" in node) walk(node.any, [...at, "any"]);
      if ("all" in node) walk(node.all, [...at, "all"]);
      if ("at_least" in node) walk(node.at_least.of, [...at, "at_least", "of"]);
    });
  };
  walk(seed.data.conditions, ["conditions"]);
  seed.data.routes.forEach(({ id }, index) => add(id, ["routes", index]));
  seed.data.score?.groups.forEach((group, index) =>
    group.items.forEach(({ id }, position) => add(id, ["score", "groups", index, "items", position])),
  );
  if (seed.data.score) add(seed.data.score.id, ["score"]);
  reportDuplicates(ids, "id", problems);
  reportDuplicates(
    (seed.data.score?.groups ?? []).map(({ id }, index) => ({
      id,
      file: seed.file,
      line: seed.line(["score", "groups", index]),
    })),
    "group",
    problems,
  );
}

function assemble(
  files: SeedFiles,
  loaded: readonly { seed: SeedFile<RawRuleSet>; ruleSet: RuleSet }[],
  problems: SeedProblem[],
): Policy | null {
  const text = files.get(CATALOGUE);
  if (text === undefined) {
    problems.push({ file: CATALOGUE, line: 1, reason: "the catalogue is missing", fix: "Restore it from the release" });
    return null;
  }
  const seed = readSeedFile(CATALOGUE, text, catalogueSchema, problems);
  if (!seed) return null;
  const tiers = new Map<string, TierEntry>();
  seed.data.tiers.forEach((entry, index) => {
    const editions = loaded
      .filter(({ ruleSet }) => ruleSet.tier === entry.id)
      .sort((a, b) => firstDay(a.ruleSet.inForce.from).localeCompare(firstDay(b.ruleSet.inForce.from)));
    const listed = new Set(entry.editions.map(({ edition }) => edition));
    for (const { edition } of entry.editions)
      if (!editions.some(({ ruleSet }) => ruleSet.edition === edition))
        report(
          seed,
          ["tiers", index],
          `${entry.id} lists edition ${edition}, which has no file`,
          `Add criteria/${entry.id}/${edition}.yaml or take it off the list`,
          problems,
        );
    for (const { ruleSet } of editions)
      if (!listed.has(ruleSet.edition))
        report(
          seed,
          ["tiers", index],
          `${ruleSet.file} is not listed under ${entry.id}`,
          "List every edition, so that what is covered can be read in one place",
          problems,
        );
    for (const purpose of ["new", "review"] as const) checkSequence(editions, purpose, problems);
    tiers.set(entry.id, {
      id: entry.id,
      name: { zh: entry.zh, en: entry.en },
      role: entry.role ?? null,
      grantedBy: entry.granted_by ?? null,
      editions: editions.map(({ ruleSet }) => ruleSet),
    });
  });
  checkTierIds(seed, loaded, problems);
  const { release, ladder, beside, transition } = seed.data;
  return { checked: release.checked, ladder, beside, tiers, transition };
}

function checkTierIds(
  seed: SeedFile<Catalogue>,
  loaded: readonly { ruleSet: RuleSet }[],
  problems: SeedProblem[],
): void {
  const known = new Set(seed.data.tiers.map(({ id }) => id));
  for (const key of ["ladder", "beside"] as const)
    for (const id of seed.data[key])
      if (!known.has(id))
        report(
          seed,
          [key],
          `${key} names ${id}, which is no tier of the catalogue`,
          "Add the tier, or correct the name",
          problems,
        );
  for (const { ruleSet } of loaded)
    if (!known.has(ruleSet.tier))
      problems.push({
        file: ruleSet.file,
        line: 1,
        reason: `tier ${ruleSet.tier} is not in the catalogue`,
        fix: "Add it to catalogue.yaml",
      });
}

/** One edition at a time, and none missing between the first and the last. */
function checkSequence(
  editions: readonly { seed: SeedFile<RawRuleSet>; ruleSet: RuleSet }[],
  purpose: Purpose,
  problems: SeedProblem[],
): void {
  const ordered = [...editions].sort((a, b) =>
    firstDay(inForceFor(a.ruleSet, purpose).from).localeCompare(firstDay(inForceFor(b.ruleSet, purpose).from)),
  );
  for (let index = 1; index < ordered.length; index += 1) {
    const before = ordered[index - 1];
    const here = ordered[index];
    if (!before || !here) continue;
    const { until } = inForceFor(before.ruleSet, purpose);
    const from = firstDay(inForceFor(here.ruleSet, purpose).from);
    const key = purpose === "review" && here.seed.data.review_in_force ? "review_in_force" : "in_force";
    const next = until === null ? null : dayAfter(lastDay(until));
    if (next === null || next > from)
      report(
        here.seed,
        [key],
        `edition ${here.ruleSet.edition} begins on ${from} while ${before.ruleSet.edition} is still in force${until === null ? "" : ` until ${lastDay(until)}`} (${purpose})`,
        "Close the earlier edition the day before",
        problems,
      );
    else if (next < from)
      report(
        here.seed,
        [key],
        `no edition is in force from ${next} to the day before ${from} (${purpose})`,
        "Let the editions follow each other without a gap",
        problems,
      );
  }
}

function report<T>(
  seed: SeedFile<T>,
  path: (string | number)[],
  reason: string,
  fix: string,
  problems: SeedProblem[],
): void {
  const problem = { file: seed.file, line: seed.line(path), reason, fix };
  if (!problems.some((known) => problemKey(known) === problemKey(problem))) problems.push(problem);
}
