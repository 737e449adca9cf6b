/** From the raw YAML form of a score to the engine's trees. Problems are reported with file and line, never thrown. */
import { spokenDimension } from "../language/dimensions";
import type { Dimension, Quantity, Relation } from "../language/tree";
import { checkBands, checkCases, checkPoints, type PlacedPoints, type Step } from "./check-bands";
import { fromZero } from "./growth-from-zero";
import type { PlaceCode } from "../language/places";
import type { Band, InForce, Line, PointRange, Score, ScoreGroup, ScoreItem, Scoring } from "./rule-set";
import type { RawBand, RawItem, RawScore } from "./rule-set-schema";
import type { SeedPath } from "./seed-file";
import type { CriteriaReport } from "./criteria-report";

/** The points a province gives by items of its own. */
export interface RegionalPoints {
  readonly file: string;
  readonly place: PlaceCode;
  readonly inForce: InForce;
  readonly items: readonly ScoreItem[];
  readonly max: number;
}

/** Of the province whose rules are built; null where no place is known, or its own items are not. */
export type RegionalParts = RegionalPoints | null;

/** How one item, or one option of `better_of`, gives points. */
type RawScoring = NonNullable<RawItem["better_of"]>[number];

interface Built {
  readonly scoring: Scoring;
  /** The most it can give; null where that could not be read. */
  readonly best: number | null;
}

const NO_POINTS: PointRange = { low: 0, high: 0 };
const NOTHING: Scoring = { kind: "first-of", cases: [], otherwise: NO_POINTS };

export function buildScore(raw: RawScore, path: SeedPath, regional: RegionalParts, report: CriteriaReport): Score {
  const groups = raw.groups.map((group, index) => buildGroup(group, [...path, "groups", index], regional, report));
  const pass = lineOf(raw.pass, raw.pass_above);
  if (pass === null)
    report.add(path, "the score has no pass mark", "Add `pass: 60`, or `pass_above: 70` where the text says 超过");
  if (raw.pass !== undefined && raw.pass_above !== undefined)
    report.add([...path, "pass_above"], "the score has two pass marks", "Keep `pass` (以上) or `pass_above` (超过)");
  const most = total(groups.map(({ max }) => max));
  if (pass !== null && !reaches(most, pass))
    report.add(
      [...path, keyOf(pass, "pass")],
      `no points reach the pass mark ${pass.points}: the groups give at most ${most}`,
      "Correct the pass mark or the points of the groups",
    );
  return {
    id: raw.id,
    text: { zh: raw.zh, en: raw.en },
    clause: raw.clause,
    evidence: raw.evidence,
    pass: pass ?? { relation: ">=", points: 0 },
    groups,
  };
}

function buildGroup(
  raw: RawScore["groups"][number],
  path: SeedPath,
  regional: RegionalParts,
  report: CriteriaReport,
): ScoreGroup {
  const items = raw.items.map((item, index) => buildItem(item, [...path, "items", index], regional, report));
  checkSum(items, raw.max, raw.cap, `group ${raw.id}`, path, report);
  const floor = lineOf(raw.floor, raw.floor_above);
  if (floor !== null && !reaches(raw.max, floor))
    report.add(
      [...path, keyOf(floor, "floor")],
      `no band reaches the floor ${floor.points} of ${raw.id}: the group gives at most ${raw.max}`,
      "Correct the floor or the points",
    );
  if (raw.floor !== undefined && raw.floor_above !== undefined)
    report.add([...path, "floor_above"], `${raw.id} has two floors`, "Keep `floor` (以上) or `floor_above` (超过)");
  return { id: raw.id, text: { zh: raw.zh, en: raw.en }, max: raw.max, floor, cap: raw.cap ?? null, items };
}

/** What the items give together must be what the whole says it gives. */
export function checkSum(
  items: readonly ScoreItem[],
  max: number,
  cap: number | undefined,
  whole: string,
  path: SeedPath,
  report: CriteriaReport,
): void {
  const sum = total(items.map((item) => item.max));
  if (cap !== undefined && cap >= sum)
    report.add([...path, "cap"], `the cap ${cap} of ${whole} cuts nothing: its items give ${sum}`, "Remove `cap`");
  const most = cap === undefined ? sum : Math.min(sum, cap);
  if (Math.abs(most - max) > 1e-9)
    report.add(
      [...path, "max"],
      `${whole} says ${max} points, its items give ${sum}${most < sum ? `, cut to ${most}` : ""}`,
      cap === undefined ? "Correct its `max` or that of an item" : "Let `max` and `cap` agree",
    );
}

export function buildItem(raw: RawItem, path: SeedPath, regional: RegionalParts, report: CriteriaReport): ScoreItem {
  return {
    id: raw.id,
    text: { zh: raw.zh, en: raw.en },
    clause: raw.clause,
    evidence: raw.evidence,
    aspect: raw.aspect,
    max: raw.max,
    note: raw.note ?? null,
    scoring: itemScoring(raw, path, regional, report),
  };
}

function itemScoring(raw: RawItem, path: SeedPath, regional: RegionalParts, report: CriteriaReport): Scoring {
  const own = computed(raw, path, regional, report);
  if (own?.best !== undefined && own.best !== null && own.best !== raw.max)
    report.add(
      [...path, "max"],
      `the best band of ${raw.id} gives ${own.best}, the item says ${raw.max}`,
      "Correct `max` or the points",
    );
  const { mark } = raw;
  if (mark === undefined) return own?.scoring ?? NOTHING;
  const field = report.vocabulary.fields.get(mark);
  if (!field) report.unknownField(mark, [...path, "mark"]);
  else if (field.type !== "points")
    report.add(
      [...path, "mark"],
      `${mark} is of type ${field.type}, a mark is points`,
      "Name a field of type points, or write `value:` and `bands:`",
    );
  return { kind: "mark", field: mark, max: raw.max, fallback: own?.scoring ?? null };
}

/** The one way in which an item computes its points; null for an expert's mark alone, and where the way could not be read. */
function computed(raw: RawItem, path: SeedPath, regional: RegionalParts, report: CriteriaReport): Built | null {
  const ways = (["value", "first_of", "better_of", "parts"] as const).filter((key) => raw[key] !== undefined);
  if (ways.length > 1) {
    report.add(path, `${raw.id} gives points in more than one way: ${ways.join(", ")}`, "Keep one, or use better_of");
    return null;
  }
  if (raw.otherwise !== undefined && raw.value === undefined && raw.first_of === undefined && raw.bands === undefined)
    report.add(
      [...path, "otherwise"],
      `\`otherwise\` of ${raw.id} belongs to no bands and no cases`,
      "Put it under the value or first_of it completes, or remove it",
    );
  if (raw.parts !== undefined) return fromRegion(raw, path, regional, report);
  if (raw.better_of !== undefined) {
    const options = raw.better_of.map((option, index) => oneWay(option, raw.id, [...path, "better_of", index], report));
    if (options.length < 2)
      report.add([...path, "better_of"], `${raw.id} has nothing to choose the better from`, "List two options or more");
    const built = options.filter((option) => option !== null);
    const bests = built.map(({ best }) => best).filter((best) => best !== null);
    const best = bests.length === options.length ? Math.max(0, ...bests) : null;
    return { scoring: { kind: "better-of", options: built.map(({ scoring }) => scoring) }, best };
  }
  if (ways.length === 0 && raw.mark !== undefined && raw.bands === undefined) return null;
  return oneWay(raw, raw.id, path, report);
}

/** What the province's items sum up to; without them anything from 0 to the maximum, and the mark alone where there is one. */
function fromRegion(raw: RawItem, path: SeedPath, parts: RegionalParts, report: CriteriaReport): Built | null {
  if (parts === null)
    return raw.mark === undefined
      ? { scoring: { kind: "first-of", cases: [], otherwise: { low: 0, high: raw.max } }, best: null }
      : null;
  if (parts.max !== raw.max)
    report.add(
      [...path, "max"],
      `${raw.id} gives ${raw.max} points, seeds/${parts.file} ${parts.max}`,
      "Let both say the same",
    );
  return { scoring: { kind: "parts", items: parts.items, max: Math.min(raw.max, parts.max) }, best: null };
}

function oneWay(raw: RawScoring, id: string, path: SeedPath, report: CriteriaReport): Built | null {
  if (raw.first_of !== undefined) {
    if (raw.value !== undefined)
      report.add(path, `${id} gives points in more than one way: value, first_of`, "Keep one, or use better_of");
    return firstOf(raw.first_of, raw.otherwise, path, report);
  }
  if (raw.zero_base !== undefined && raw.value === undefined)
    report.add(
      [...path, "zero_base"],
      `\`zero_base\` of ${id} belongs to no value`,
      "Put it beside the mean_growth(X, 2) it is about, or remove it",
    );
  if (raw.value !== undefined) return banded(raw, raw.value, path, report);
  if (raw.bands !== undefined)
    report.add([...path, "bands"], `the bands of ${id} have no value`, "Say with `value:` which number they band");
  else
    report.add(path, `${id} has nothing that gives points`, "Add value and bands, first_of, better_of, mark or parts");
  return null;
}

function firstOf(
  raw: NonNullable<RawScoring["first_of"]>,
  rawOtherwise: RawBand["points"] | undefined,
  path: SeedPath,
  report: CriteriaReport,
): Built {
  const read = raw.flatMap(({ when, points }, index) => {
    const at: SeedPath = [...path, "first_of", index];
    const test = report.test(when, [...at, "when"]);
    return test === null ? [] : [{ when: test, points: range(points), said: when, path: at }];
  });
  checkCases(read, report);
  const otherwise = otherwiseOf(rawOtherwise, path, "no case", report);
  const best = checkPoints([...read, { points: otherwise, path: [...path, "otherwise"] }], report);
  return {
    scoring: { kind: "first-of", cases: read.map(({ when, points }) => ({ when, points })), otherwise },
    best: read.length < raw.length ? null : best,
  };
}

function banded(scored: RawScoring, source: string, path: SeedPath, report: CriteriaReport): Built | null {
  const raw = scored.bands ?? [];
  const value = report.quantity(source, [...path, "value"]);
  const otherwise = otherwiseOf(scored.otherwise, path, "no band", report);
  if (raw.length === 0) {
    report.add([...path, "value"], "a value without bands", "Add `bands:`");
    return null;
  }
  const bands = raw.map((band, index) => readBand(band, [...path, "bands", index], value, report));
  const read = bands.filter((band) => band !== null);
  checkBands(read, report);
  const best = checkPoints([...read, { points: otherwise, path: [...path, "otherwise"] }], report);
  if (value === null) return null;
  const kept = read.map(({ relation, cut, points }): Band => ({ relation, cut, points }));
  const plain: Scoring = { kind: "bands", value: value.quantity, bands: kept, otherwise };
  const scoring = scored.zero_base === undefined ? plain : fromZero(value.quantity, kept, otherwise);
  if (scoring === null)
    report.add(
      [...path, "zero_base"],
      `\`zero_base\` stands beside ${source}, which is no mean of two yearly growth rates`,
      "Write the value as in mean_growth(revenue, 2), or remove `zero_base`",
    );
  return { scoring: scoring ?? plain, best: read.length < raw.length ? null : best };
}

function otherwiseOf(
  raw: RawBand["points"] | undefined,
  path: SeedPath,
  outside: string,
  report: CriteriaReport,
): PointRange {
  if (raw !== undefined) return range(raw);
  report.add(
    path,
    `the steps leave a gap: a value that meets ${outside} has no points`,
    "Say with `otherwise:` how many points it earns",
  );
  return NO_POINTS;
}

const RELATIONS: readonly { readonly key: "at_least" | "at_most" | "above" | "below"; readonly relation: Relation }[] =
  [
    { key: "at_least", relation: ">=" },
    { key: "at_most", relation: "<=" },
    { key: "above", relation: ">" },
    { key: "below", relation: "<" },
  ];

function readBand(
  raw: RawBand,
  path: SeedPath,
  value: { quantity: Quantity; dimension: Dimension } | null,
  report: CriteriaReport,
): (Step & PlacedPoints) | null {
  const lines = RELATIONS.flatMap(({ key, relation }) => {
    const line = raw[key];
    return line === undefined ? [] : [{ key, relation, line: String(line) }];
  });
  const [only] = lines;
  if (only === undefined || lines.length > 1) {
    report.add(
      path,
      `a band has ${lines.length === 0 ? "no line" : lines.map(({ key }) => key).join(" and ")}`,
      "Write exactly one of at_least, at_most, above, below; bands are tried from the best down",
    );
    return null;
  }
  const { key, relation, line } = only;
  const at: SeedPath = [...path, key];
  const cut = report.constant(line, at);
  if (cut === null) return null;
  const step = { relation, cut: cut.value, said: `${key} ${line}`, path, points: range(raw.points) };
  if (value === null || (cut.value === 0 && cut.dimension === "plain")) return step;
  if (cut.dimension !== value.dimension) {
    report.add(
      at,
      `the value is ${spokenDimension(value.dimension)}, the line ${line} of its band is ${spokenDimension(cut.dimension)}`,
      lineFix(value.dimension),
    );
    return null;
  }
  const right: Quantity = { kind: "constant", value: cut.value };
  if (report.cannotHold({ kind: "compare", left: value.quantity, relation, right, dimension: value.dimension }))
    report.add(at, `the band ${key} ${line} can never be reached`, "Look for a line beyond what the value can be");
  return step;
}

function lineFix(dimension: Dimension): string {
  if (dimension === "money") return "Give the amount its unit, as in 500万";
  return dimension === "share" ? "Write the line as a percentage, as in 5%" : "Write a number without a unit";
}

function range(points: RawBand["points"]): PointRange {
  return typeof points === "number" ? { low: points, high: points } : { low: points[0], high: points[1] };
}

function lineOf(reach: number | undefined, above: number | undefined): Line | null {
  if (reach !== undefined) return { relation: ">=", points: reach };
  return above === undefined ? null : { relation: ">", points: above };
}

function keyOf(line: Line, key: "pass" | "floor"): string {
  return line.relation === ">" ? `${key}_above` : key;
}

function reaches(most: number, line: Line): boolean {
  return line.relation === ">" ? most > line.points : most >= line.points;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
