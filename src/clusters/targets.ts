/**
 * Targets and published figures as the documents print them, each with what it counts: indicator, scope, level, kind, standard, years.
 * Their source is seeds/targets; `load-targets` makes these and refuses a wrong file. Figures are in the unit of their indicator; shares
 * are fractions, percentage points are points (1.5).
 */
import { clauseText } from "../words/clause";
import { figureText } from "../words/figures";
import { documentText, type CitedDocument, type Evidence } from "../words/citation";
import type { Text } from "../words/text";

/**
 * `new`: additions in a period. `stock`: how many there are on a day. `share`: a part of a whole. `relative`: against a base that is
 * named. `yearly`: what one year (or a part of it) brought.
 */
export type FigureKind = "new" | "stock" | "share" | "relative" | "yearly";
/** `exact` is what a published figure is where its text says nothing else. */
export type Comparator = "reach" | "at-least" | "above" | "about" | "at-most" | "exact";
export type Level = "world" | "national" | "provincial" | "provincial-up" | "city-up";

export interface Scope {
  readonly id: string;
  readonly name: Text;
  readonly synonyms: readonly string[];
}

export interface Indicator {
  readonly id: string;
  readonly name: Text;
  /** 家, 个, %, 百分点, 亿元 … as printed; "%" means that the figure is a fraction inside. */
  readonly unit: string;
  readonly better: "up" | "down";
  readonly synonyms: readonly string[];
}

interface Figure {
  /** Unique among all figures of the release; never changes. */
  readonly id: string;
  readonly indicator: string;
  readonly scope: string;
  readonly level: Level | null;
  readonly kind: FigureKind;
  readonly comparator: Comparator;
  /** Null where the text gives a word and no number. */
  readonly value: number | null;
  /** The base of a relative figure. */
  readonly against: Text | null;
  /** Which standard decides who counts, where the documents differ in it. */
  readonly standard: Text | null;
  /** A part of a year, such as the first quarter; null for all of it. */
  readonly part: Text | null;
  /** The first year of a period: of additions, or of a plan. */
  readonly from: number | null;
  readonly document: string;
  /** Lines of the text as it was printed; none where it is told by its clause. */
  readonly lines: readonly number[];
  /** The clause or page; "" where the lines are told. */
  readonly clause: string;
  readonly evidence: Evidence;
  readonly note: Text | null;
}

export interface Target extends Figure {
  readonly role: "target";
  /** The year by whose end it is to be reached; null where the document names none, which `byNote` says. */
  readonly by: number | null;
  readonly byNote: Text | null;
}

export interface Actual extends Figure {
  readonly role: "actual";
  /** The day, month or year it is of. */
  readonly at: string;
}

/** How many lead and feature industries a district may choose. */
export interface DistrictLimits {
  readonly id: string;
  readonly name: Text;
  readonly lead: number;
  readonly special: number;
  readonly exceptions: readonly {
    readonly districts: readonly string[];
    readonly lead: number;
    readonly special: number;
  }[];
  readonly document: string;
  readonly lines: readonly number[];
  readonly evidence: Evidence;
}

export interface Statement {
  readonly text: Text;
  readonly lines: readonly number[];
}

export interface NamedList {
  readonly id: string;
  readonly name: Text;
  readonly items: readonly Text[];
  readonly lines: readonly number[];
}

/** What one document holds. */
export interface TargetSet {
  readonly document: string;
  /** What a person chooses it by; null where the document has no targets to be measured against as a set. */
  readonly name: Text | null;
  readonly targets: readonly Target[];
  readonly actuals: readonly Actual[];
  /** What the document says on the matter without a figure. */
  readonly statements: readonly Statement[];
  /** What the document names one by one: fields of industry, units. */
  readonly lists: readonly NamedList[];
  readonly limits: DistrictLimits | null;
}

/** Why figures of several documents differ. */
export interface Difference {
  readonly id: string;
  readonly text: Text;
  /** One statistic printed twice, or a target with its own actual: these may be set against each other. */
  readonly same: boolean;
  /** Where the figures themselves are kept. */
  readonly about: "targets" | "subsidies";
  readonly entries: readonly string[];
}

/** Everything the product knows of targets. */
export interface Targets {
  readonly scopes: readonly Scope[];
  readonly indicators: readonly Indicator[];
  readonly documents: readonly CitedDocument[];
  readonly sets: readonly TargetSet[];
  readonly differences: readonly Difference[];
}

export const KIND_TEXTS: Readonly<Record<FigureKind, Text>> = {
  new: { zh: "新增", en: "additions" },
  stock: { zh: "存量", en: "stock" },
  share: { zh: "占比", en: "share" },
  relative: { zh: "相对值", en: "relative to a base" },
  yearly: { zh: "年度数", en: "yearly figure" },
};

export const LEVEL_TEXTS: Readonly<Record<Level, Text>> = {
  world: { zh: "世界级", en: "World-class" },
  national: { zh: "国家级", en: "National" },
  provincial: { zh: "省级", en: "Provincial" },
  "provincial-up": { zh: "省级以上", en: "Provincial-and-above" },
  "city-up": { zh: "市级以上", en: "City-and-above" },
};

export const COMPARATOR_TEXTS: Readonly<Record<Comparator, Text>> = {
  reach: { zh: "达到", en: "reach" },
  "at-least": { zh: "不少于", en: "at least" },
  above: { zh: "超过", en: "above" },
  about: { zh: "左右", en: "about" },
  "at-most": { zh: "不超过", en: "at most" },
  exact: { zh: "", en: "" },
};

/** Every target of the release, or of some documents. */
export function targetsOf({ sets }: Targets, documents?: readonly string[]): readonly Target[] {
  return sets.filter(({ document }) => documents?.includes(document) ?? true).flatMap(({ targets }) => targets);
}

export function actualsOf({ sets }: Targets): readonly Actual[] {
  return sets.flatMap(({ actuals }) => actuals);
}

export function indicatorOf({ indicators }: Targets, id: string): Indicator {
  const found = indicators.find((one) => one.id === id);
  if (!found) throw new RangeError(`there is no indicator ${id}`);
  return found;
}

export function scopeName({ scopes }: Targets, id: string): Text {
  return scopes.find((one) => one.id === id)?.name ?? { zh: id, en: id };
}

/** 国家级先进制造业集群, or without a level 瞪羚企业. */
export function figureName(targets: Targets, { indicator, level }: Pick<Figure, "indicator" | "level">): Text {
  const { name } = indicatorOf(targets, indicator);
  if (level === null) return name;
  const { zh, en } = LEVEL_TEXTS[level];
  // 国家单项冠军和“小巨人”企业合计 says its level itself.
  return name.zh.startsWith("国家") ? name : { zh: `${zh}${name.zh}`, en: `${en}: ${name.en}` };
}

/** The document and the lines a figure comes from. */
export function sourceText(
  { documents }: Targets,
  { document, lines, clause = "" }: Pick<Figure, "document" | "lines"> & { readonly clause?: string },
): Text {
  const found = documents.find(({ id }) => id === document);
  const title = found ? documentText(found) : { zh: document, en: document };
  if (lines.length === 0) return { zh: `${title.zh}，${clause}`, en: `${title.en}, ${clauseText(clause).en}` };
  return { zh: `${title.zh}第${lines.join("、")}行`, en: `${title.en}, line ${lines.join(", ")}` };
}

/** A list as one text: 新兴产业（8个）：新能源、新材料. */
export function listText({ name, items }: NamedList): Text {
  return {
    zh: `${name.zh}（${items.length}个）：${items.map(({ zh }) => zh).join("、")}`,
    en: `${name.en} (${items.length}): ${items.map(({ en }) => en).join(", ")}`,
  };
}

/** A figure as its document words it: 3个, 约1500家, 不超过2个; "没有数" where the text gives none. */
export function printedText(
  targets: Targets,
  { comparator, value, indicator }: Pick<Figure, "comparator" | "value" | "indicator">,
): Text {
  if (value === null) return { zh: "原文没有数", en: "no number in the text" };
  const shown = figureText(value, indicatorOf(targets, indicator).unit);
  const word = COMPARATOR_TEXTS[comparator];
  if (comparator === "reach" || comparator === "exact") return shown;
  if (comparator === "about") return { zh: `${shown.zh}${word.zh}`, en: `${word.en} ${shown.en}` };
  return { zh: `${word.zh}${shown.zh}`, en: `${word.en} ${shown.en}` };
}
