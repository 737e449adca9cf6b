/**
 * A rule set as the engine reads it: one tier, one edition, with every expression already a tree.
 * Its source is one YAML file under seeds/national; `load-criteria` makes these and refuses a wrong file.
 */
import type { PlaceCode } from "../language/places";
import type { Quantity, Relation, Test } from "../language/tree";
import type { Citation, SourceDocument } from "../words/citation";
import type { Text } from "../words/text";

export type Purpose = "new" | "review";

/** The seven aspects of a diagnosis. The grouping is the product's own. */
export const ASPECTS = [
  "specialisation",
  "management",
  "innovation",
  "market",
  "growth",
  "digital-green",
  "compliance",
] as const;
export type Aspect = (typeof ASPECTS)[number];

export const ASPECT_NAMES: Readonly<Record<Aspect, Text>> = {
  specialisation: { zh: "专业化发展", en: "Specialisation" },
  management: { zh: "经营管理", en: "Management" },
  innovation: { zh: "创新能力", en: "Innovation" },
  market: { zh: "市场地位", en: "Market position" },
  growth: { zh: "成长性", en: "Growth" },
  "digital-green": { zh: "数字化与绿色化", en: "Digital and green" },
  compliance: { zh: "合规与资质", en: "Standing and titles" },
};

export interface Condition extends Citation {
  readonly node: "condition";
  readonly id: string;
  readonly text: Text;
  readonly aspect: Aspect;
  /** `general` conditions come from the general file; a judgement is a person's yes or no. */
  readonly kind: "substance" | "prerequisite" | "judgement" | "general";
  readonly note: Text | null;
  readonly test: Test;
}

export interface ConditionGroup {
  readonly node: "all" | "any" | "at-least";
  readonly id: string;
  readonly text: Text;
  /** For `at-least`: how many must hold. For the others it follows from the node. */
  readonly count: number;
  readonly parts: readonly ConditionNode[];
}

export type ConditionNode = Condition | ConditionGroup;

/** One step of a banded value: points where `value relation cut` holds. A range where the text leaves the mark to the expert. */
export interface Band {
  readonly relation: Relation;
  readonly cut: number;
  readonly points: PointRange;
}

export interface PointRange {
  readonly low: number;
  readonly high: number;
}

/** How an item earns points. Bands and cases are in the order of the text, best first; the first that holds counts. */
export type Scoring =
  | {
      readonly kind: "bands";
      readonly value: Quantity;
      readonly bands: readonly Band[];
      readonly otherwise: PointRange;
    }
  | {
      readonly kind: "first-of";
      readonly cases: readonly { readonly when: Test; readonly points: PointRange }[];
      readonly otherwise: PointRange;
    }
  | { readonly kind: "better-of"; readonly options: readonly Scoring[] }
  /** The sum of a province's own items. */
  | { readonly kind: "parts"; readonly items: readonly ScoreItem[]; readonly max: number }
  /** A mark given by the authority or an expert; without it, whatever `fallback` gives, or anything from 0 to the item's maximum. */
  | { readonly kind: "mark"; readonly field: string; readonly max: number; readonly fallback: Scoring | null };

export interface ScoreItem extends Citation {
  readonly id: string;
  readonly text: Text;
  readonly aspect: Aspect;
  readonly max: number;
  readonly note: Text | null;
  readonly scoring: Scoring;
}

/** A line a sum must reach: `>=` or, where the text says 超过, `>`. */
export interface Line {
  readonly relation: ">=" | ">";
  readonly points: number;
}

export interface ScoreGroup {
  readonly id: string;
  readonly text: Text;
  readonly max: number;
  readonly floor: Line | null;
  readonly cap: number | null;
  readonly items: readonly ScoreItem[];
}

export interface Score extends Citation {
  readonly id: string;
  readonly text: Text;
  readonly pass: Line;
  readonly groups: readonly ScoreGroup[];
}

/** A date as the document gives it: a year, a month or a day. Compared as the first (from) or last (until) day it can mean. */
export interface InForce {
  readonly from: string;
  readonly until: string | null;
}

export interface Definition extends Citation {
  readonly term: string;
  readonly text: Text;
}

export interface Example {
  readonly name: Text;
  /** The province whose rules it is judged by; null for the rules as they stand where no place is known. */
  readonly place: PlaceCode | null;
  readonly asOf: string;
  readonly purpose: Purpose;
  /** Slot -> value as kept inside; null is a blank cell of a column that exists. */
  readonly given: Readonly<Record<string, number | null>>;
  readonly expect: {
    readonly status?: Verdict | undefined;
    readonly eligible?: Verdict | undefined;
    readonly score?: number | null | undefined;
    readonly scoreRange?: readonly [number, number] | undefined;
    readonly groups?: Readonly<Record<string, number>> | undefined;
    readonly route?: string | null | undefined;
    readonly unmet?: readonly string[] | undefined;
    readonly missing?: readonly string[] | undefined;
  };
}

export type Verdict = "met" | "unmet" | "unknown";

/** Where a rule set comes from that is no edition in force but a draft in a workbook. */
export interface DraftMark {
  /** The workbook's sheet that holds it. */
  readonly sheet: string;
  /** The edition it was made from; of one made from none, the edition it is to be. */
  readonly from: string;
  /** It was made from no edition. */
  readonly isNew: boolean;
  /** Of the drafted rules: another one is another draft. */
  readonly fingerprint: string;
}

export interface RuleSet {
  readonly file: string;
  readonly tier: string;
  readonly edition: string;
  /** The province whose firms it judges; null for everybody who has no rules of their own. */
  readonly place: PlaceCode | null;
  readonly name: Text;
  readonly inForce: InForce;
  /** Where reviews follow this edition on other dates than new applications. */
  readonly reviewInForce: InForce;
  readonly published: string;
  readonly lastChecked: string;
  readonly document: SourceDocument;
  readonly validityYears: number | null;
  readonly status: "current" | "history" | "checklist";
  readonly notes: Text | null;
  readonly notCovered: readonly Text[];
  /** Conditions, routes, score and general conditions as they read for a new application and for a review. */
  readonly forPurpose: Readonly<Record<Purpose, Requirements>>;
  readonly definitions: readonly Definition[];
  readonly examples: readonly Example[];
  /** Only on a draft; its name and edition say so as well. */
  readonly draft?: DraftMark;
}

/** All conditions must hold and, where there is a score, it passes or a direct route holds. */
export interface Requirements {
  readonly general: readonly ConditionNode[];
  readonly conditions: readonly ConditionNode[];
  readonly routes: readonly Condition[];
  readonly score: Score | null;
}

/** What the catalogue says of a tier. */
export interface TierEntry {
  readonly id: string;
  readonly name: Text;
  readonly role: Text | null;
  readonly grantedBy: Text | null;
  /** Oldest first: the nation's, or what applies where no place or none of its rules is known. */
  readonly editions: readonly RuleSet[];
  /** Province -> its own editions of the tier, oldest first, and the nation's with the province's own points. */
  readonly provinces: ReadonlyMap<PlaceCode, ProvinceTier>;
}

export interface ProvinceTier {
  readonly grantedBy: Text | null;
  readonly editions: readonly RuleSet[];
}

export interface Policy {
  /** The day the release was last checked against its sources: the as-of date where a user names none. */
  readonly checked: string;
  /** The rungs, lowest first; tiers of one rung in the order they are named. */
  readonly rungs: readonly (readonly string[])[];
  /** Tiers beside the ladder. */
  readonly beside: readonly string[];
  readonly tiers: ReadonlyMap<string, TierEntry>;
  /** Classes of clusters and districts: apart from the tiers, since their rows are no enterprises. */
  readonly clusters: ReadonlyMap<string, TierEntry>;
  readonly transition: readonly (Text & Citation)[];
  /** Province -> texts of it that were looked for and not found. */
  readonly notFound: ReadonlyMap<PlaceCode, readonly Text[]>;
}

/** Every edition of a tier, the provinces' own among them. */
export function allEditions({ editions, provinces }: TierEntry): readonly RuleSet[] {
  return [...editions, ...[...provinces.values()].flatMap((province) => province.editions)];
}

/** Every edition of a policy, of tiers and of classes of clusters. */
export function editionsOf({ tiers, clusters }: Policy): readonly RuleSet[] {
  return [...tiers.values(), ...clusters.values()].flatMap(allEditions);
}

/** The conditions of a node, groups taken apart, in the order of the text. */
export function conditionsOf(nodes: readonly ConditionNode[]): readonly Condition[] {
  return nodes.flatMap((node) => (node.node === "condition" ? [node] : conditionsOf(node.parts)));
}
