/**
 * Floors and ceilings of the contribution base by area and month. A level published late is back-dated, so there are two honest
 * answers to what the floor of a month is: the one that holds in the end, and the one that was paid on at the time.
 */
import type { PlaceCode, Province } from "../language/places";
import type { Evidence } from "../words/citation";
import type { Text } from "../words/text";
import type { Month } from "./month";

export interface Source {
  readonly document: Text;
  readonly clause: string;
}

/** Filled in by the user where no figure was found. */
export type LevelEvidence = Evidence | "yours";

/** Whose base a figure was published as: that of flexible workers, which riders pay on, or that of employees. */
export type BaseKind = "flexible" | "employees";

/** Another figure a source gives for the same months. */
export interface OtherFigure {
  readonly floor: number;
  readonly ceiling: number | null;
  readonly kind: BaseKind;
  readonly evidence: Evidence;
  readonly source: Source;
  /** Why the level's own figure is used and this one is not. */
  readonly why: Text;
}

export interface Level {
  readonly from: Month;
  readonly until: Month;
  /** Null where the month of publication is not known: then it counts as known from the start. */
  readonly published: Month | null;
  /** Yuan a month. */
  readonly floor: number;
  readonly ceiling: number | null;
  readonly kind: BaseKind;
  readonly evidence: LevelEvidence;
  readonly source: Source;
  readonly note: Text | null;
  readonly beside: readonly OtherFigure[];
}

/** A fixed medical premium of flexible workers, yuan a month. */
export interface MedicalPremium {
  readonly from: Month;
  readonly until: Month;
  readonly amount: number;
  readonly evidence: LevelEvidence;
  readonly source: Source;
}

export interface Gap {
  readonly from: Month;
  readonly until: Month | null;
  readonly text: Text;
}

/** A province, or the cities of it that have levels of their own. */
export interface BaseArea {
  /** `fujian`, `guangdong-shenzhen`. */
  readonly id: string;
  readonly name: Text;
  /** Everything that lies in one of these and in no smaller area. */
  readonly places: readonly PlaceCode[];
  /** It publishes by itself, so that its province's name alone does not mean it. */
  readonly apart: boolean;
  /** Oldest first, never overlapping; none where the cities of a province are told apart and a place is in none of the lists. */
  readonly levels: readonly Level[];
  readonly medical: readonly MedicalPremium[];
  readonly gaps: readonly Gap[];
  /** ISO day. */
  readonly lastChecked: string;
}

export interface Bases {
  /** The pension rate of flexible workers. */
  readonly rate: number;
  readonly areas: readonly BaseArea[];
  /** The places that texts are understood by. */
  readonly provinces: readonly Province[];
}

export const KINDS: Readonly<Record<BaseKind, Text>> = {
  flexible: { zh: "灵活就业人员的基数", en: "base of flexible workers" },
  employees: {
    zh: "职工的基数，灵活就业人员的通常与它相同",
    en: "employees' base; the flexible one usually equals it",
  },
};

/** A level as it answers for a month. */
export interface BaseInForce {
  readonly level: Level;
  /** The level of an earlier period, paid on because the month's own was not published yet. */
  readonly carriedOn: boolean;
}

/**
 * The level of a month. Without `knownIn` the one that holds in the end; with it the one that could be known in that month: its own where
 * published by then, else the one right before it. Null where no level was found.
 */
export function baseOf(area: BaseArea, month: Month, knownIn: Month | null = null): BaseInForce | null {
  const at = area.levels.findIndex(({ from, until }) => from <= month && month <= until);
  const level = area.levels[at];
  if (level === undefined) return null;
  if (knownIn === null || level.published === null || level.published <= knownIn) return { level, carriedOn: false };
  const before = area.levels[at - 1];
  return before !== undefined && before.until + 1 === level.from ? { level: before, carriedOn: true } : null;
}

/** What is told of a month for which no level was found; null where nothing is. */
export function gapOf({ gaps }: BaseArea, month: Month): Gap | null {
  return gaps.find(({ from, until }) => from <= month && (until === null || month <= until)) ?? null;
}

export function medicalOf(area: BaseArea, month: Month): MedicalPremium | null {
  return area.medical.find(({ from, until }) => from <= month && month <= until) ?? null;
}
