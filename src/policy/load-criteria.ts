/**
 * Loads the rules: seeds/national for the nation, seeds/provinces/<id> for a province's own tiers and points.
 * A wrong file fails the whole load with file, line, reason and the likely fix; see test/cases/bad-seeds for one folder a mistake.
 */
import { documentTitles, type TitleOf } from "./document-titles";
import { assemblePolicy, type LoadedRuleSet } from "./assemble-policy";
import { buildCondition, buildNodes } from "./build-conditions";
import { buildItem, buildScore, checkSum, type RegionalPoints } from "./build-score";
import type { PlaceCode } from "../language/places";
import { nearestId } from "../words/nearest-id";
import { firstDay, lastDay } from "./editions";
import { checkExpected, exampleOf } from "./examples";
import { fileOfRules } from "./files-of-rules";
import { reportIds } from "./rule-ids";
import type { ConditionNode, Example, InForce, Policy, Purpose, Requirements, RuleSet } from "./rule-set";
import { generalSchema, regionalSchema, ruleSetSchema, type RawRuleSet } from "./rule-set-schema";
import {
  addProblem,
  readSeedFile,
  SeedError,
  type SeedFile,
  type SeedFiles,
  type SeedPath,
  type SeedProblem,
} from "./seed-file";
import type { Proofs } from "./proofs";
import { CriteriaReport } from "./criteria-report";
import type { Vocabulary } from "../language/vocabulary";

type BothPurposes<T> = Readonly<Record<Purpose, T>>;
/** General conditions by their folder and id; null for a file that is there and could not be read. */
type GeneralConditions = ReadonlyMap<string, BothPurposes<readonly ConditionNode[]> | null>;

/** The rules of a release. Throws SeedError, also where an example of a rule set does not come out as it says. */
export function loadPolicy(files: SeedFiles, vocabulary: Vocabulary, proofs: Proofs): Policy {
  const problems: SeedProblem[] = [];
  const titleOf = documentTitles(files, problems);
  const codes = new Map(vocabulary.provinces.map(({ id, code }) => [id, code]));
  checkProvinces(files, codes, problems);
  const general = loadGeneral(files, vocabulary, problems, proofs);
  const regional = loadRegional(files, codes, vocabulary, problems, proofs);
  const loaded: LoadedRuleSet[] = [];
  for (const [path, text] of files) {
    const file = fileOfRules(path);
    if (file === null || file.kind === "general" || file.kind === "regional") continue;
    const { kind: tier, name: edition } = file;
    const place = file.province === null ? null : codes.get(file.province);
    if (place === undefined) continue;
    const head = { file: path, tier, edition, place };
    const seed = readSeedFile(path, text, ruleSetSchema, problems);
    if (seed === null) {
      loaded.push({ ...head, seed: null, ruleSet: null, withPoints: [] });
      continue;
    }
    const report = new CriteriaReport(seed, vocabulary, problems, proofs);
    checkFolder(seed.data, { tier, edition }, report);
    const source: SourceOfRules = { seed, folder: file.folder, place, general, codes, titleOf };
    const ruleSet = buildRuleSet(source, null, report);
    const points = place === null && usesRegion(seed.data) ? regional : [];
    const withPoints = points
      .filter(({ inForce }) => overlap(inForce, ruleSet.inForce) || overlap(inForce, ruleSet.reviewInForce))
      .map((own) => {
        // What is wrong with the file itself has been said once.
        const again: SeedProblem[] = [];
        const built = buildRuleSet(source, own, new CriteriaReport(seed, vocabulary, again, proofs));
        for (const problem of again) addProblem(problem, problems);
        return built;
      });
    loaded.push({ ...head, seed, ruleSet, withPoints });
  }
  const policy = assemblePolicy(files, loaded, codes, problems);
  // Where anything else is wrong, the examples could only say so again.
  if (problems.length === 0)
    for (const { seed, ruleSet, withPoints } of loaded)
      if (seed !== null)
        for (const one of [ruleSet, ...withPoints])
          reportDepartures(one, seed, new CriteriaReport(seed, vocabulary, problems, proofs), proofs);
  if (problems.length > 0 || policy === null) throw new SeedError(problems);
  return policy;
}

/** Folders of provinces are called by the ids of places.yaml. */
function checkProvinces(files: SeedFiles, codes: ReadonlyMap<string, PlaceCode>, problems: SeedProblem[]): void {
  const told = new Set<string>();
  for (const path of files.keys()) {
    const id = /^provinces\/([^/]+)\//.exec(path)?.[1];
    if (id === undefined || codes.has(id) || told.has(id)) continue;
    told.add(id);
    const near = nearestId(id, [...codes.keys()]);
    problems.push({
      file: path,
      line: 1,
      reason: `there is no province ${id} in seeds/places.yaml`,
      fix: near === null ? "Name the folder by an id of seeds/places.yaml" : `Did you mean ${near}?`,
    });
  }
}

function usesRegion({ score }: RawRuleSet): boolean {
  return score?.groups.some(({ items }) => items.some(({ parts }) => parts !== undefined)) ?? false;
}

function overlap(one: InForce, other: InForce): boolean {
  const begins = (a: InForce, b: InForce): boolean => b.until === null || firstDay(a.from) <= lastDay(b.until);
  return begins(one, other) && begins(other, one);
}

/** A rule set must do what its own examples say, or one of the two is wrong. */
function reportDepartures(
  ruleSet: RuleSet,
  { data }: SeedFile<RawRuleSet>,
  report: CriteriaReport,
  proofs: Proofs,
): void {
  for (const example of ruleSet.examples) {
    const index = data.examples.findIndex(({ name }) => name.zh === example.name.zh);
    for (const { path, actual, expected } of proofs.departures(
      example,
      ruleSet.forPurpose[example.purpose],
      report.vocabulary,
    ))
      report.add(
        ["examples", index, "expect", ...path],
        `the example "${example.name.zh}" expects ${path.join(" ")} ${expected}, and the rules give ${actual}`,
        "Correct the rule, or the example where it is wrong",
      );
  }
}

function checkFolder(raw: RawRuleSet, place: { tier: string; edition: string }, report: CriteriaReport): void {
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
    const file = fileOfRules(path);
    if (file?.kind !== "general") continue;
    const key = `${file.folder}/${file.name}`;
    const seed = readSeedFile(path, text, generalSchema, problems);
    loaded.set(key, null);
    if (seed === null) continue;
    const report = new CriteriaReport(seed, vocabulary, problems, proofs);
    checkFileId(seed.data.id, path, report);
    const nodes = (purpose: Purpose): ConditionNode[] =>
      buildNodes(seed.data.conditions, ["conditions"], purpose, true, report);
    loaded.set(key, { new: nodes("new"), review: nodes("review") });
    reportIds(seed, { conditions: seed.data.conditions, routes: [], groups: [] }, problems);
  }
  return loaded;
}

function loadRegional(
  files: SeedFiles,
  codes: ReadonlyMap<string, PlaceCode>,
  vocabulary: Vocabulary,
  problems: SeedProblem[],
  proofs: Proofs,
): readonly RegionalPoints[] {
  return [...files].flatMap(([path, text]): RegionalPoints[] => {
    const file = fileOfRules(path);
    const place = codes.get(file?.province ?? "");
    if (file?.kind !== "regional") return [];
    const seed = readSeedFile(path, text, regionalSchema, problems);
    if (seed === null) return [];
    const report = new CriteriaReport(seed, vocabulary, problems, proofs);
    const { id, max, items: raw, in_force } = seed.data;
    checkFileId(id, path, report);
    checkInForce(in_force, ["in_force"], report);
    const items = raw.map((item, index) => buildItem(item, ["items", index], null, report));
    checkSum(items, max, undefined, id, [], report);
    reportIds(seed, { conditions: [], routes: [], groups: [{ id, items: raw }] }, problems);
    if (file.province === null)
      report.add([], `${path} gives a province's points and stands in no province`, "Move it to seeds/provinces/<id>");
    return place === undefined ? [] : [{ file: path, place, inForce: in_force, items, max }];
  });
}

function checkInForce({ from, until }: InForce, path: SeedPath, report: CriteriaReport): void {
  if (until !== null && lastDay(until) < firstDay(from))
    report.add([...path, "until"], `in force until ${until}, before it begins on ${from}`, "Swap or correct the dates");
}

/** What a rule set is built from, whatever place it is built for. */
interface SourceOfRules {
  readonly seed: SeedFile<RawRuleSet>;
  readonly folder: string;
  /** The province whose rules the file holds; null for the nation's. */
  readonly place: PlaceCode | null;
  readonly general: GeneralConditions;
  readonly codes: ReadonlyMap<string, PlaceCode>;
  readonly titleOf: TitleOf;
}

/** @param points of the province the nation's rules are built for; null for the file as it stands */
function buildRuleSet(
  { seed, folder, place, general, codes, titleOf }: SourceOfRules,
  points: RegionalPoints | null,
  report: CriteriaReport,
): RuleSet {
  const raw = seed.data;
  const { vocabulary, problems } = report;
  const generalNodes =
    raw.general === null ? null : (general.get(`${folder}/${raw.general}`) ?? general.get(`national/${raw.general}`));
  if (generalNodes === undefined)
    report.add(
      ["general"],
      `there are no general conditions ${String(raw.general)}`,
      "Name a file of seeds/national/general, or null",
    );
  if (raw.routes.length > 0 && !raw.score)
    report.add(
      ["routes"],
      "direct routes stand in place of a score, and this rule set has none",
      "Put them into conditions with `any:`, or add the score",
    );
  checkInForce(raw.in_force, ["in_force"], report);
  if (raw.review_in_force) checkInForce(raw.review_in_force, ["review_in_force"], report);
  const score = raw.score ? buildScore(raw.score, ["score"], points, report) : null;
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
  const examples = raw.examples.flatMap((example, index): Example[] => {
    const at: SeedPath = ["examples", index];
    const judgedIn = example.place === undefined ? null : codes.get(example.place);
    if (judgedIn === undefined)
      report.add([...at, "place"], `there is no province ${example.place ?? ""}`, "Name an id of seeds/places.yaml");
    checkExpected(example, ids, vocabulary, (path, reason, fix) => {
      report.add([...at, "expect", ...path], reason, fix);
    });
    const built = exampleOf(example, judgedIn ?? null, vocabulary, (key, reason, fix) => {
      report.add([...at, "given", key], reason, fix);
    });
    return (judgedIn ?? null) === (points?.place ?? null) ? [built] : [];
  });
  return {
    file: seed.file,
    tier: raw.tier,
    edition: raw.edition,
    place: points?.place ?? place,
    name: raw.name,
    inForce: raw.in_force,
    reviewInForce: raw.review_in_force ?? raw.in_force,
    published: raw.published,
    lastChecked: raw.last_checked,
    document: { ...raw.document, title: titleOf(raw.document.title), issuer: titleOf(raw.document.issuer) },
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
    examples,
  };
}
