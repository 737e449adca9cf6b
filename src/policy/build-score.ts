/** From the raw YAML form of a score to the engine's trees. Problems are reported with file and line, never thrown. */
import { dimensionText, spokenDimension } from "../language/dimensions";
import type { Text } from "../words/text";
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
    report.add(
      path,
      { zh: "评分没有及格线", en: "the score has no pass mark" },
      { zh: "写上及格线；原文是“超过”的写 ＞", en: "Add `pass: 60`, or `pass_above: 70` where the text says 超过" },
    );
  if (raw.pass !== undefined && raw.pass_above !== undefined)
    report.add(
      [...path, "pass_above"],
      { zh: "评分有两条及格线", en: "the score has two pass marks" },
      { zh: "留“以上”或“超过”的一条", en: "Keep `pass` (以上) or `pass_above` (超过)" },
    );
  const most = total(groups.map(({ max }) => max));
  if (pass !== null && !reaches(most, pass))
    report.add(
      [...path, keyOf(pass, "pass")],
      {
        zh: `谁也到不了及格线 ${pass.points}：各分项加起来最多 ${most}`,
        en: `no points reach the pass mark ${pass.points}: the groups give at most ${most}`,
      },
      { zh: "改及格线，或改各分项的分", en: "Correct the pass mark or the points of the groups" },
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
      {
        zh: `谁也到不了 ${raw.id} 的下限 ${floor.points}：这个分项最多 ${raw.max}`,
        en: `no band reaches the floor ${floor.points} of ${raw.id}: the group gives at most ${raw.max}`,
      },
      { zh: "改下限，或改分", en: "Correct the floor or the points" },
    );
  if (raw.floor !== undefined && raw.floor_above !== undefined)
    report.add(
      [...path, "floor_above"],
      { zh: `${raw.id} 有两条下限`, en: `${raw.id} has two floors` },
      { zh: "留“以上”或“超过”的一条", en: "Keep `floor` (以上) or `floor_above` (超过)" },
    );
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
    report.add(
      [...path, "cap"],
      {
        zh: `${whole} 的封顶 ${cap} 不起作用：各项加起来 ${sum}`,
        en: `the cap ${cap} of ${whole} cuts nothing: its items give ${sum}`,
      },
      { zh: "去掉封顶", en: "Remove `cap`" },
    );
  const most = cap === undefined ? sum : Math.min(sum, cap);
  if (Math.abs(most - max) > 1e-9)
    report.add(
      [...path, "max"],
      {
        zh: `${whole} 写的是 ${max} 分，各项加起来 ${sum}${most < sum ? `，封顶后 ${most}` : ""}`,
        en: `${whole} says ${max} points, its items give ${sum}${most < sum ? `, cut to ${most}` : ""}`,
      },
      {
        zh: cap === undefined ? "改它的满分，或改某一项的满分" : "让满分和封顶一致",
        en: cap === undefined ? "Correct its `max` or that of an item" : "Let `max` and `cap` agree",
      },
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
      {
        zh: `${raw.id} 最好的一档给 ${own.best} 分，满分写的是 ${raw.max}`,
        en: `the best band of ${raw.id} gives ${own.best}, the item says ${raw.max}`,
      },
      { zh: "改满分，或改这一档的分", en: "Correct `max` or the points" },
    );
  const { mark } = raw;
  if (mark === undefined) return own?.scoring ?? NOTHING;
  const field = report.vocabulary.fields.get(mark);
  if (!field) report.unknownField(mark, [...path, "mark"]);
  else if (field.type !== "points")
    report.add(
      [...path, "mark"],
      { zh: `${mark} 是 ${field.type} 类型，不是得分栏目`, en: `${mark} is of type ${field.type}, a mark is points` },
      { zh: "写一个得分栏目，或改成分档", en: "Name a field of type points, or write `value:` and `bands:`" },
    );
  return { kind: "mark", field: mark, max: raw.max, fallback: own?.scoring ?? null };
}

/** The one way in which an item computes its points; null for an expert's mark alone, and where the way could not be read. */
function computed(raw: RawItem, path: SeedPath, regional: RegionalParts, report: CriteriaReport): Built | null {
  const ways = (["value", "first_of", "better_of", "parts"] as const).filter((key) => raw[key] !== undefined);
  if (ways.length > 1) {
    report.add(
      path,
      {
        zh: `${raw.id} 有几种给分办法：${ways.join("、")}`,
        en: `${raw.id} gives points in more than one way: ${ways.join(", ")}`,
      },
      { zh: "只留一种，或用 better_of", en: "Keep one, or use better_of" },
    );
    return null;
  }
  if (raw.otherwise !== undefined && raw.value === undefined && raw.first_of === undefined && raw.bands === undefined)
    report.add(
      [...path, "otherwise"],
      { zh: `${raw.id} 的“其余”没有对应的档或情形`, en: `\`otherwise\` of ${raw.id} belongs to no bands and no cases` },
      { zh: "写到它所属的档或情形下面，或去掉", en: "Put it under the value or first_of it completes, or remove it" },
    );
  if (raw.parts !== undefined) return fromRegion(raw, path, regional, report);
  if (raw.better_of !== undefined) {
    const options = raw.better_of.map((option, index) => oneWay(option, raw.id, [...path, "better_of", index], report));
    if (options.length < 2)
      report.add(
        [...path, "better_of"],
        { zh: `${raw.id} 没有可以取高的几种`, en: `${raw.id} has nothing to choose the better from` },
        { zh: "至少写两种", en: "List two options or more" },
      );
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
      {
        zh: `${raw.id} 给 ${raw.max} 分，seeds/${parts.file} 写的是 ${parts.max}`,
        en: `${raw.id} gives ${raw.max} points, seeds/${parts.file} ${parts.max}`,
      },
      { zh: "两处要一致", en: "Let both say the same" },
    );
  return { scoring: { kind: "parts", items: parts.items, max: Math.min(raw.max, parts.max) }, best: null };
}

function oneWay(raw: RawScoring, id: string, path: SeedPath, report: CriteriaReport): Built | null {
  if (raw.first_of !== undefined) {
    if (raw.value !== undefined)
      report.add(
        path,
        { zh: `${id} 有几种给分办法：value、first_of`, en: `${id} gives points in more than one way: value, first_of` },
        { zh: "只留一种，或用 better_of", en: "Keep one, or use better_of" },
      );
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
    report.add(
      [...path, "bands"],
      { zh: `${id} 的各档没有写按哪个数分`, en: `the bands of ${id} have no value` },
      { zh: "在判断式里写按哪个数分档", en: "Say with `value:` which number they band" },
    );
  else
    report.add(
      path,
      { zh: `${id} 没有写怎么给分`, en: `${id} has nothing that gives points` },
      { zh: "写分档、情形、取高、专家分或各省的项", en: "Add value and bands, first_of, better_of, mark or parts" },
    );
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
    report.add(
      [...path, "value"],
      { zh: "有数没有档", en: "a value without bands" },
      { zh: "在下面插入各档", en: "Add `bands:`" },
    );
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
    {
      zh: `各档之间有空档：${outside === "no case" ? "哪种情形都不符合" : "哪一档都不到"}的没有分`,
      en: `the steps leave a gap: a value that meets ${outside} has no points`,
    },
    { zh: "用“其余”写明给几分", en: "Say with `otherwise:` how many points it earns" },
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
      {
        zh: `一档${lines.length === 0 ? "没有线" : `有几条线：${lines.map(({ key }) => key).join("、")}`}`,
        en: `a band has ${lines.length === 0 ? "no line" : lines.map(({ key }) => key).join(" and ")}`,
      },
      {
        zh: "一档只写一条线；各档从最好的往下试",
        en: "Write exactly one of at_least, at_most, above, below; bands are tried from the best down",
      },
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
      {
        zh: `按${dimensionText(value.dimension)}分档，线 ${line} 却是${dimensionText(cut.dimension)}`,
        en: `the value is ${spokenDimension(value.dimension)}, the line ${line} of its band is ${spokenDimension(cut.dimension)}`,
      },
      lineFix(value.dimension),
    );
    return null;
  }
  const right: Quantity = { kind: "constant", value: cut.value };
  if (report.cannotHold({ kind: "compare", left: value.quantity, relation, right, dimension: value.dimension }))
    report.add(
      at,
      { zh: `这一档 ${key} ${line} 永远到不了`, en: `the band ${key} ${line} can never be reached` },
      { zh: "看看线是不是超出了这个数能有的值", en: "Look for a line beyond what the value can be" },
    );
  return step;
}

function lineFix(dimension: Dimension): Text {
  if (dimension === "money") return { zh: "金额要带单位，如 500万", en: "Give the amount its unit, as in 500万" };
  return dimension === "share"
    ? { zh: "线写成百分数，如 5%", en: "Write the line as a percentage, as in 5%" }
    : { zh: "写不带单位的数", en: "Write a number without a unit" };
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
