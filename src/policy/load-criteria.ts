/**
 * Loads seeds/criteria: the catalogue, every tier's editions, general conditions and regional points.
 * A wrong file fails the whole load with file, line, reason and the likely fix; see test/cases/bad-seeds for one folder a mistake.
 */
import { assemblePolicy, type LoadedRuleSet } from "./assemble-policy";
import { buildCondition, buildNodes } from "./build-conditions";
import { buildItem, buildScore, checkSum, type RegionalParts } from "./build-score";
import { firstDay, lastDay } from "./editions";
import { checkExpected, exampleOf } from "./examples";
import { reportIds } from "./rule-ids";
import type { ConditionNode, InForce, Policy, Purpose, Requirements, RuleSet } from "./rule-set";
import { generalSchema, regionalSchema, ruleSetSchema, type RawRuleSet } from "./rule-set-schema";
import { readSeedFile, SeedError, type SeedFile, type SeedFiles, type SeedPath, type SeedProblem } from "./seed-file";
import type { Proofs } from "./proofs";
import { CriteriaReport } from "./criteria-report";
import type { Vocabulary } from "../language/vocabulary";

type BothPurposes<T> = Readonly<Record<Purpose, T>>;
/** General conditions by the id of their file; null for a file that is there and could not be read. */
type GeneralConditions = ReadonlyMap<string, BothPurposes<readonly ConditionNode[]> | null>;

/** The rules of a release. Throws SeedError, also where an example of a rule set does not come out as it says. */
export function loadPolicy(files: SeedFiles, vocabulary: Vocabulary, proofs: Proofs): Policy {
  const problems: SeedProblem[] = [];
  const general = loadGeneral(files, vocabulary, problems, proofs);
  const regional = loadRegional(files, vocabulary, problems, proofs);
  const loaded: LoadedRuleSet[] = [];
  for (const [path, text] of files) {
    const [, tier, edition] = /^criteria\/([^/]+)\/([^/]+)\.yaml$/.exec(path) ?? [];
    if (tier === undefined || edition === undefined || tier === "general" || tier === "regional") continue;
    const seed = readSeedFile(path, text, ruleSetSchema, problems);
    if (seed === null) {
      loaded.push({ file: path, tier, edition, seed: null, ruleSet: null });
      continue;
    }
    const report = new CriteriaReport(seed, vocabulary, problems, proofs);
    checkPlace(seed.data, { tier, edition }, report);
    loaded.push({ file: path, tier, edition, seed, ruleSet: buildRuleSet(seed, general, regional, report, problems) });
  }
  const policy = assemblePolicy(files, loaded, problems);
  // Where anything else is wrong, the examples could only say so again.
  if (problems.length === 0) for (const one of loaded) reportDepartures(one, vocabulary, proofs, problems);
  if (problems.length > 0 || policy === null) throw new SeedError(problems);
  return policy;
}

/** A rule set must do what its own examples say, or one of the two is wrong. */
function reportDepartures(
  { seed, ruleSet }: LoadedRuleSet,
  vocabulary: Vocabulary,
  proofs: Proofs,
  problems: SeedProblem[],
): void {
  if (seed === null) return;
  const report = new CriteriaReport(seed, vocabulary, problems, proofs);
  ruleSet.examples.forEach((example, index) => {
    for (const { path, actual, expected } of proofs.departures(
      example,
      ruleSet.forPurpose[example.purpose],
      vocabulary,
    ))
      report.add(
        ["examples", index, "expect", ...path],
        `the example "${example.name.zh}" expects ${path.join(" ")} ${expected}, and the rules give ${actual}`,
        "Correct the rule, or the example where it is wrong",
      );
  });
}

function checkPlace(raw: RawRuleSet, place: { tier: string; edition: string }, report: CriteriaReport): void {
  if (raw.tier !== place.tier)
    report.add(
      ["tier"],
      `the file says tier ${raw.tier}, it stands in the folder ${place.tier}`,
      "Name the folder after the tier",
    );
  if (raw.edition !== place.edition)
    report.add(
      ["edition"],
      `the file says edition ${raw.edition}, it is called ${place.edition}.yaml`,
      "Name the file after the edition",
    );
}

/** The id by which rule sets name the file, taken from its name. */
function idOf(path: string): string {
  return path.replace(/^.*\//, "").replace(/\.yaml$/, "");
}

function checkFileId(id: string, path: string, report: CriteriaReport): void {
  if (id !== idOf(path))
    report.add(["id"], `the file says id ${id}, it is called ${idOf(path)}.yaml`, "Name the file after the id");
}

function loadGeneral(
  files: SeedFiles,
  vocabulary: Vocabulary,
  problems: SeedProblem[],
  proofs: Proofs,
): GeneralConditions {
  const loaded = new Map<string, BothPurposes<readonly ConditionNode[]> | null>();
  for (const [path, text] of files) {
    if (!path.startsWith("criteria/general/")) continue;
    const seed = readSeedFile(path, text, generalSchema, problems);
    loaded.set(idOf(path), null);
    if (seed === null) continue;
    const report = new CriteriaReport(seed, vocabulary, problems, proofs);
    checkFileId(seed.data.id, path, report);
    const nodes = (purpose: Purpose): ConditionNode[] =>
      buildNodes(seed.data.conditions, ["conditions"], purpose, true, report);
    loaded.set(idOf(path), { new: nodes("new"), review: nodes("review") });
    reportIds(seed, { conditions: seed.data.conditions, routes: [], groups: [] }, problems);
  }
  return loaded;
}

function loadRegional(
  files: SeedFiles,
  vocabulary: Vocabulary,
  problems: SeedProblem[],
  proofs: Proofs,
): RegionalParts {
  const loaded = new Map<string, NonNullable<ReturnType<RegionalParts["get"]>> | null>();
  for (const [path, text] of files) {
    if (!path.startsWith("criteria/regional/")) continue;
    const seed = readSeedFile(path, text, regionalSchema, problems);
    loaded.set(idOf(path), null);
    if (seed === null) continue;
    const report = new CriteriaReport(seed, vocabulary, problems, proofs);
    const { id, max, items: raw, in_force } = seed.data;
    checkFileId(id, path, report);
    checkInForce(in_force, ["in_force"], report);
    const items = raw.map((item, index) => buildItem(item, ["items", index], new Map(), report));
    checkSum(items, max, undefined, id, [], report);
    loaded.set(idOf(path), { items, max });
    reportIds(seed, { conditions: [], routes: [], groups: [{ id, items: raw }] }, problems);
  }
  return loaded;
}

function checkInForce({ from, until }: InForce, path: SeedPath, report: CriteriaReport): void {
  if (until !== null && lastDay(until) < firstDay(from))
    report.add([...path, "until"], `in force until ${until}, before it begins on ${from}`, "Swap or correct the dates");
}

function buildRuleSet(
  seed: SeedFile<RawRuleSet>,
  general: GeneralConditions,
  regional: RegionalParts,
  report: CriteriaReport,
  problems: SeedProblem[],
): RuleSet {
  const raw = seed.data;
  const { vocabulary } = report;
  const generalNodes = raw.general === null ? null : general.get(raw.general);
  if (generalNodes === undefined)
    report.add(
      ["general"],
      `there are no general conditions ${String(raw.general)}`,
      "Name a file of seeds/criteria/general, or null",
    );
  if (raw.routes.length > 0 && !raw.score)
    report.add(
      ["routes"],
      "direct routes stand in place of a score, and this rule set has none",
      "Put them into conditions with `any:`, or add the score",
    );
  checkInForce(raw.in_force, ["in_force"], report);
  if (raw.review_in_force) checkInForce(raw.review_in_force, ["review_in_force"], report);
  const score = raw.score ? buildScore(raw.score, ["score"], regional, report) : null;
  const requirements = (purpose: Purpose): Requirements => ({
    general: generalNodes?.[purpose] ?? [],
    conditions: buildNodes(raw.conditions, ["conditions"], purpose, false, report),
    routes: raw.routes.flatMap(
      (route, index) => buildCondition(route, ["routes", index], purpose, "route", report) ?? [],
    ),
    score,
  });
  const forPurpose = { new: requirements("new"), review: requirements("review") };
  const ids = reportIds(
    seed,
    { conditions: raw.conditions, routes: raw.routes, score: raw.score, groups: raw.score?.groups ?? [] },
    problems,
  );
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
    forPurpose,
    definitions: raw.definitions.map(({ term, zh, en, clause, evidence }) => ({
      term,
      text: { zh, en },
      clause,
      evidence,
    })),
    examples: raw.examples.map((example, index) => {
      const at: SeedPath = ["examples", index];
      checkExpected(example, ids, vocabulary, (path, reason, fix) => {
        report.add([...at, "expect", ...path], reason, fix);
      });
      return exampleOf(example, vocabulary, (key, reason, fix) => {
        report.add([...at, "given", key], reason, fix);
      });
    }),
  };
}
