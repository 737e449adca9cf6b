/**
 * Floors and ceilings of the contribution base by place and month. A level published late is back-dated, so there are two honest
 * answers to what the floor of a month is: the one that holds in the end, and the one that was paid on at the time.
 */
import type { Evidence } from "../words/citation";
import type { Text } from "../words/text";
import type { Month } from "./month";

export interface Source {
  readonly document: string;
  readonly clause: string;
}

/** Filled in by the user where no figure was found. */
export type LevelEvidence = Evidence | "yours";

export interface Level {
  readonly from: Month;
  readonly until: Month;
  /** Null where the month of publication is not known: then it counts as known from the start. */
  readonly published: Month | null;
  /** Yuan a month. */
  readonly floor: number;
  readonly ceiling: number | null;
  readonly evidence: LevelEvidence;
  readonly source: Source;
  readonly note: Text | null;
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

export interface Place {
  readonly id: string;
  readonly name: Text;
  readonly cities: readonly string[];
  /** Oldest first, never overlapping. */
  readonly levels: readonly Level[];
  readonly medical: readonly MedicalPremium[];
  readonly gaps: readonly Gap[];
}

export interface Bases {
  /** The pension rate of flexible workers. */
  readonly rate: number;
  readonly places: readonly Place[];
}

/** 山东省济南市历下区 -> the words a place can be found by, longest first. */
function spellings(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "");
}

/**
 * The place a sheet's words mean: `泉州`, `泉州市`, `福建泉州`, `福建省泉州市丰泽区`, `福建`. A city decides before a province, so that
 * 广东省深圳市 is 深圳. Null where no known place is named, or more than one.
 */
export function findPlace(text: string, { places }: Bases): Place | null {
  const words = spellings(text);
  if (words === "") return null;
  const named = places.filter(({ cities }) => cities.some((city) => words.includes(city)));
  if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null;
  const provinces = places.filter(
    ({ name, id }) => words.includes(name.zh.replace(/[省市]$/, "")) || words.toLowerCase() === id,
  );
  // A bare province is as good as one of its cities only where the text says nothing more: 福建省某某市 may be any city.
  return provinces.length === 1 && /^[^省市]+[省市]?$/.test(words) ? (provinces[0] ?? null) : null;
}

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
export function baseOf(place: Place, month: Month, knownIn: Month | null = null): BaseInForce | null {
  const at = place.levels.findIndex(({ from, until }) => from <= month && month <= until);
  const level = place.levels[at];
  if (level === undefined) return null;
  if (knownIn === null || level.published === null || level.published <= knownIn) return { level, carriedOn: false };
  const before = place.levels[at - 1];
  return before !== undefined && before.until + 1 === level.from ? { level: before, carriedOn: true } : null;
}

export function medicalOf(place: Place, month: Month): MedicalPremium | null {
  return place.medical.find(({ from, until }) => from <= month && month <= until) ?? null;
}
