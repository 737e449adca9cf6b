/** What a platform pays a rider towards social insurance, as data: who, from when, where, which share of what, and the income test. */
import type { Evidence } from "../words/citation";
import type { Text } from "../words/text";
import { isWithin, type PlaceCode, type PlacesMeant } from "../language/places";
import type { Source } from "./bases";
import type { Month } from "./month";

export type Insurance = "pension" | "medical";

export interface IncomeTest {
  /** How many months before the month of payment are looked at. */
  readonly months: number;
  /** In how many of them the income must reach the floor of the work place. */
  readonly least: number;
  /** The month of payment must reach it too. */
  readonly current: boolean;
}

export interface Scheme {
  readonly id: string;
  readonly name: Text;
  /** How sheets name the platform, lower case. */
  readonly platforms: readonly string[];
  readonly from: Month;
  /** Null where no amount a person was published. */
  readonly amount: {
    readonly insurances: readonly Insurance[];
    readonly share: number;
    /** Other shares for categories of riders. */
    readonly shares: readonly { readonly categories: readonly string[]; readonly share: number }[];
  } | null;
  /** Only these categories of riders; null for all. */
  readonly categories: readonly string[] | null;
  readonly test: IncomeTest | null;
  /** Where it applies from when; empty where it is not known or does not matter. */
  readonly rollout: readonly { readonly from: Month; readonly places: readonly PlaceCode[] | "all" }[];
  readonly evidence: Evidence;
  readonly source: Source;
  /** What it costs a rider and month on average as a document prints it, in yuan, where no amount a person was published; null for none. */
  readonly printed: { readonly amount: number; readonly evidence: Evidence; readonly source: Source } | null;
  readonly notes: readonly Text[];
}

/** The scheme of a platform as a sheet names it, or null where it is not known. */
export function schemeOf(platform: string, schemes: readonly Scheme[]): Scheme | null {
  const word = platform.normalize("NFKC").trim().toLowerCase();
  if (word === "") return null;
  return (
    schemes.find(({ platforms }) => platforms.includes(word)) ??
    schemes.find(({ platforms }) => platforms.some((name) => word.includes(name))) ??
    null
  );
}

/** The share of the premium a rider of this category gets. */
export function shareOf(scheme: Scheme, category: string | null): number | null {
  if (scheme.amount === null) return null;
  const special = scheme.amount.shares.find(({ categories }) => category !== null && categories.includes(category));
  // Whether a rider of unknown category is one of the special ones can't be told.
  if (category === null && scheme.amount.shares.length > 0) return null;
  return special?.share ?? scheme.amount.share;
}

/** True, false, or null where it applies at some places only and `meant` may or may not be one of them. */
export function rolledOut(scheme: Scheme, month: Month, meant: PlacesMeant): boolean | null {
  if (month < scheme.from) return false;
  if (scheme.rollout.length === 0) return true;
  const started = scheme.rollout.filter(({ from }) => from <= month);
  if (started.some(({ places }) => places === "all")) return true;
  const open = started.flatMap(({ places }) => (places === "all" ? [] : places));
  if (open.length === 0) return false;
  const inside = meant.filter((place) => open.some((whole) => isWithin(place, whole)));
  if (meant.length > 0 && inside.length === meant.length) return true;
  // A province may hold one of the places, and a place of doubtful name may be one of them.
  const around = meant.some((place) => open.some((whole) => isWithin(whole, place)));
  return meant.length === 0 || inside.length > 0 || around ? null : false;
}
