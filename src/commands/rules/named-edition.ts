/** An edition as a person names it: `little-giant`, `小巨人`, `little-giant@2026-04-01`, `shandong/champion-province@2023`. */
import { placeOfEdition } from "../../authoring/catalogue";
import { editionOn } from "../../policy/editions";
import { editionsOf, type Policy, type Purpose, type RuleSet } from "../../policy/rule-set";
import type { Vocabulary } from "../../language/vocabulary";
import { placesOf } from "../../language/places";
import { tierNamed, wordsForTier } from "../../policy/tier-names";
import { nearestId } from "../../words/nearest-id";
import { WrongInput } from "../kit/wrong-input";

export interface Asked {
  readonly policy: Policy;
  readonly vocabulary: Vocabulary;
  /** Picks the edition where none is named. */
  readonly asOf: string;
  readonly purpose: Purpose;
}

/** Editions without a province's points: what a file holds. */
function filesOf({ policy }: Asked): readonly RuleSet[] {
  const files = new Map<string, RuleSet>();
  for (const edition of editionsOf(policy)) if (!files.has(edition.file)) files.set(edition.file, edition);
  return [...files.values()];
}

/** `little-giant@2026-04-01` */
export function editionId({ file, tier, edition }: RuleSet): string {
  const province = placeOfEdition(file)?.province ?? null;
  return `${province === null ? "" : `${province}/`}${tier}@${edition}`;
}

/** The id of a tier or kind of cluster by its id, its name, or the word people use; the word itself where it is none of them. */
function tierOf(word: string, { policy }: Asked): string {
  if (policy.clusters.has(word)) return word;
  const cluster = [...policy.clusters.values()].find(({ name }) => name.zh === word || name.en === word);
  return tierNamed(word, policy) ?? cluster?.id ?? word;
}

/** The id of a province by its id or its name; the word itself where it is neither. */
function provinceOf(word: string, { vocabulary }: Asked): string {
  const code = placesOf(vocabulary).meant(word, "province")[0];
  return vocabulary.provinces.find((one) => one.id === word || one.code === code)?.id ?? word;
}

/** @throws WrongInput where there is no such edition, or none in force on the day */
export function namedEdition(text: string, asked: Asked): RuleSet {
  const editions = filesOf(asked);
  const [whole = "", day] = text.split("@");
  const [tierWord = "", provinceWord] = whole.split("/").reverse();
  const tierId = tierOf(tierWord.trim(), asked);
  const province = provinceWord === undefined ? undefined : provinceOf(provinceWord.trim(), asked);
  const named = `${province === undefined ? "" : `${province}/`}${tierId}${day === undefined ? "" : `@${day}`}`;
  const exact = editions.find((edition) => editionId(edition) === named);
  if (exact !== undefined) return exact;
  const tier = asked.policy.tiers.get(tierId) ?? asked.policy.clusters.get(tierId);
  const place = asked.vocabulary.provinces.find(({ id }) => id === province)?.code ?? null;
  const found =
    day === undefined && tier !== undefined && (province === undefined || place !== null)
      ? editionOn(tier, asked.asOf, asked.purpose, place)
      : null;
  if (found !== null) return found;
  const ids = new Set(editions.map(({ tier: id }) => id));
  const words = [...ids].flatMap((id) => [id, ...namesOf(id, asked)]);
  const near = nearestId(named, [...editions.map(editionId), ...words]) ?? nearestId(tierWord, words);
  const own = editions.filter(({ tier: id }) => id === tierId).map(editionId);
  const list = own.length > 0 ? own : editions.map(editionId);
  // Of a tier that is known only another of its editions can be meant.
  const meant = own.length === 0 || own.some((id) => id === near) ? near : null;
  throw new WrongInput({
    zh: `没有“${text}”这一版标准。${meant === null ? `有的是：${list.join("、")}。` : `是不是 ${meant}？`}`,
    en: `There is no edition "${text}". ${meant === null ? `There are: ${list.join(", ")}.` : `Did you mean ${meant}?`}`,
  });
}

function namesOf(id: string, { policy }: Asked): readonly string[] {
  const name = policy.tiers.get(id)?.name ?? policy.clusters.get(id)?.name;
  return [...(name === undefined ? [] : [name.zh, name.en]), ...wordsForTier(id)];
}
