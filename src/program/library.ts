/**
 * The rules for other programs: `import { score } from "zjtx-scorecard"`. Everything that goes in and comes out is plain data; the types here
 * are the whole of what a caller sees.
 */
import { Ladder } from "../engine/rows/ladder";
import { asSheetNumber, FactColumns } from "../engine/facts";
import type { Outcome } from "../engine/rows/evaluate";
import { lastDay } from "../policy/editions";
import { commonPlace, placesOf } from "../language/places";
import { allSlots, cellOfSlot, type Field, type Vocabulary } from "../language/vocabulary";
import { IndustryCodes } from "../sheet/reading/industry-codes";
import { nearestId } from "../words/nearest-id";
import { serialOfIso } from "../words/calendar";
import { loadRelease } from "../commands/read-seeds";

/** An enterprise: `{ revenue: 8000, "revenue[t-1]": 7000, founded: "2015-03-01" }`. Money in 万元, shares as fractions, null where not known. */
export type Enterprise = Readonly<Record<string, number | boolean | string | null | undefined>>;

export interface JudgementOptions {
  /** YYYY-MM-DD; by default the day the rules of this release were checked. */
  readonly asOf?: string;
  readonly purpose?: "new" | "review";
  /** General conditions that no enterprise says anything of hold unless this is false. */
  readonly assumeGeneral?: boolean;
}

export type Answer = "met" | "unmet" | "unknown";

export interface TierScore {
  readonly status: Answer;
  readonly eligible: Answer;
  /** Least and most points; null where the tier has none. */
  readonly points: readonly [number, number] | null;
  readonly route: string | null;
  /** Ids of the conditions that fail. */
  readonly unmet: readonly string[];
  /** Cells that could still decide. */
  readonly missing: readonly string[];
}

export interface EnterpriseScore {
  /** The highest rung met, and the one above it. */
  readonly tier: string | null;
  readonly next: string | null;
  readonly tiers: Readonly<Record<string, TierScore>>;
}

export interface ExplainedCondition {
  readonly id: string;
  readonly text: string;
  readonly clause: string;
  readonly evidence: string;
  readonly verdict: Answer;
  /** What the comparisons saw and what they ask for, each an interval. */
  readonly checks: readonly {
    readonly actual: readonly [number, number];
    readonly required: readonly [number, number];
  }[];
}

export interface PlannedChange {
  readonly field: string;
  readonly from: number;
  readonly to: number;
}

export interface FieldInfo {
  /** As a key of an enterprise: `revenue`, `revenue[t-1]`. */
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly type: string;
  readonly unit: string;
}

/** Every key an enterprise may have. */
export function fields(): readonly FieldInfo[] {
  const { vocabulary } = loadRelease();
  return allSlots(vocabulary, "enterprise").map((key) => {
    const { name, type, unit } = fieldOf(key, vocabulary);
    return { key, zh: name.zh, en: name.en, type, unit };
  });
}

/** Scores enterprises against every tier in force. @throws RangeError for a key or a value that is none */
export function score(enterprises: readonly Enterprise[], options: JudgementOptions = {}): readonly EnterpriseScore[] {
  const ladder = ladderOf(enterprises, options);
  return enterprises.map((_, row) => {
    const { highest, next, outcomes } = ladder.score(row);
    return {
      tier: highest,
      next,
      tiers: Object.fromEntries([...outcomes].map(([tier, outcome]) => [tier, tierScore(outcome)])),
    };
  });
}

/** Every condition of a tier for one enterprise, with its clause and what was seen. */
export function explain(
  enterprise: Enterprise,
  tier: string,
  options: JudgementOptions = {},
): readonly ExplainedCondition[] {
  return ladderOf([enterprise], options)
    .explain(tier, 0)
    .conditions.map(({ condition, verdict, checks }) => ({
      id: condition.id,
      text: condition.text.zh,
      clause: condition.clause,
      evidence: condition.evidence,
      verdict,
      checks: checks.map(({ lo, hi, requiredLo, requiredHi }) => ({
        actual: [lo, hi],
        required: [requiredLo, requiredHi],
      })),
    }));
}

/** The smallest changes that would meet a tier, the best first. */
export function plan(
  enterprise: Enterprise,
  tier: string,
  options: JudgementOptions = {},
): readonly (readonly PlannedChange[])[] {
  const { plans } = ladderOf([enterprise], options).improve(tier, 0, 3);
  return plans.map(({ changes }) => changes.map(({ field, from, to }) => ({ field, from, to })));
}

function tierScore(outcome: Outcome): TierScore {
  const { status, eligible, score: points, route, unmet, missing, eligibleUnmet, eligibleMissing } = outcome;
  return {
    status,
    eligible,
    points: points === null ? null : [points.lo, points.hi],
    route,
    unmet: [...unmet, ...eligibleUnmet],
    missing: [...missing, ...eligibleMissing],
  };
}

function ladderOf(enterprises: readonly Enterprise[], options: JudgementOptions): Ladder {
  const { policy, vocabulary } = loadRelease();
  const asOf = options.asOf ?? lastDay(policy.checked);
  if (serialOfIso(asOf) === null) throw new RangeError(`asOf must be a date YYYY-MM-DD, got "${asOf}"`);
  const judgement = {
    asOf,
    purpose: options.purpose ?? "new",
    assumeGeneral: options.assumeGeneral ?? true,
    t: Number(asOf.slice(0, 4)) - 1,
  };
  return new Ladder(policy, vocabulary, factsOf(enterprises, vocabulary), judgement);
}

function factsOf(enterprises: readonly Enterprise[], vocabulary: Vocabulary): FactColumns {
  const keys = new Set(enterprises.flatMap((enterprise) => Object.keys(enterprise)));
  const known = allSlots(vocabulary, "enterprise");
  const columns = new Map<string, Float64Array>();
  for (const key of keys) {
    if (!known.includes(key)) {
      const meant = nearestId(key, known);
      throw new RangeError(`there is no field "${key}"${meant === null ? "" : `; did you mean "${meant}"?`}`);
    }
    const field = fieldOf(key, vocabulary);
    columns.set(
      key,
      Float64Array.from(enterprises, (enterprise) => valueOf(field, enterprise[key], vocabulary)),
    );
  }
  return new FactColumns(enterprises.length, columns);
}

function fieldOf(key: string, { fields: all }: Vocabulary): Field {
  const field = all.get(cellOfSlot(key).field);
  if (field === undefined) throw new RangeError(`there is no field "${key}"`);
  return field;
}

function valueOf(field: Field, value: Enterprise[string], vocabulary: Vocabulary): number {
  if (value === null || value === undefined) return NaN;
  const wrong = (): RangeError => new RangeError(`"${String(value)}" is no ${field.id} (${field.type})`);
  if (field.type === "text" || field.type === "code") return NaN;
  if (typeof value === "number") {
    if (Number.isNaN(value) || value < field.min || value > field.max) throw wrong();
    return asSheetNumber(value);
  }
  if (typeof value === "boolean") {
    if (field.type === "flag") return Number(value);
    if (field.type === "validity") return value ? Infinity : -Infinity;
    throw wrong();
  }
  const read = textValue(field, value, vocabulary);
  if (read === null) throw wrong();
  return read;
}

function textValue(field: Field, text: string, vocabulary: Vocabulary): number | null {
  switch (field.type) {
    case "date":
    case "validity":
      return serialOfIso(text);
    case "choice": {
      const at = field.choices.findIndex(({ name, synonyms }) => [name.zh, name.en, ...synonyms].includes(text));
      return at < 0 ? null : at;
    }
    case "industry": {
      const read = new IndustryCodes(vocabulary).read(text);
      return typeof read === "number" ? read : null;
    }
    case "place":
      return commonPlace(placesOf(vocabulary).meant(text));
    default:
      return null;
  }
}
