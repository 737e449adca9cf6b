/** Which edition of a tier is in force on a day. Dates of documents may be years or months; days are compared as ISO text. */
import { provinceOf, type PlaceCode } from "../language/places";
import type { Text } from "../words/text";
import type { InForce, Policy, Purpose, RuleSet, TierEntry } from "./rule-set";

const DRAFTED = /^(.*)\+draft\.([0-9a-f]+)$/;

/** What a draft's rule set has as its edition: another draft, or an edition, is another edition. */
export function draftEdition(from: string, fingerprint: string): string {
  return `${from}+draft.${fingerprint}`;
}

export function isDraftEdition(edition: string): boolean {
  return DRAFTED.test(edition);
}

/** An edition in words. */
export function editionText(edition: string): Text {
  const [, from = "", fingerprint = ""] = DRAFTED.exec(edition) ?? [];
  if (fingerprint === "") return { zh: edition, en: edition };
  return { zh: `${from} 草案 ${fingerprint}`, en: `${from} draft ${fingerprint}` };
}

/** The first day a partial date can mean. */
export function firstDay(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** The last day a partial date can mean. */
export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 7) {
    const [year = "0", month = "0"] = date.split("-");
    const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
    return `${date}-${String(last).padStart(2, "0")}`;
  }
  return date;
}

/** The day after an ISO day. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

export function inForceFor(ruleSet: RuleSet, purpose: Purpose): InForce {
  return purpose === "review" ? ruleSet.reviewInForce : ruleSet.inForce;
}

function covers({ from, until }: InForce, day: string): boolean {
  return firstDay(from) <= day && (until === null || day <= lastDay(until));
}

/**
 * The edition in force on a day (ISO), or null where the release holds none for it.
 * @param place where the enterprise is: its province's own edition goes before the one for everybody; null where that is not known
 */
export function editionOn(
  tier: TierEntry,
  day: string,
  purpose: Purpose,
  place: PlaceCode | null = null,
): RuleSet | null {
  const own = place === null ? undefined : tier.provinces.get(provinceOf(place));
  const inForce = (edition: RuleSet): boolean => covers(inForceFor(edition, purpose), day);
  return own?.editions.find(inForce) ?? tier.editions.find(inForce) ?? null;
}

/** Everything in force on a day: the editions for everybody, then those of provinces, each once. */
export function allEditionsOn(policy: Policy, day: string, purpose: Purpose): readonly RuleSet[] {
  const places = [null, ...provincesOn(policy, day, purpose)];
  return [...new Set(places.flatMap((place) => editionsOn(policy, day, purpose, place)))];
}

/** The provinces that have an edition of their own of some tier on a day. */
export function provincesOn(policy: Policy, day: string, purpose: Purpose): readonly PlaceCode[] {
  const own = [...policy.tiers.values()].flatMap(({ provinces }) =>
    [...provinces].flatMap(([place, { editions }]) =>
      editions.some((edition) => covers(inForceFor(edition, purpose), day)) ? [place] : [],
    ),
  );
  return [...new Set(own)].sort((a, b) => a - b);
}

/** The tiers that have an edition on a day for a place (null: not known), in the order of the catalogue, ladder first. */
export function editionsOn(
  policy: Policy,
  day: string,
  purpose: Purpose,
  place: PlaceCode | null = null,
): readonly RuleSet[] {
  return [...policy.rungs.flat(), ...policy.beside].flatMap((id) => {
    const tier = policy.tiers.get(id);
    const edition = tier ? editionOn(tier, day, purpose, place) : null;
    return edition ? [edition] : [];
  });
}
