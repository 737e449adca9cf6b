/** An edition as a person names it: `little-giant`, `little-giant@2026-04-01`, `shandong/champion-province@2023`. */
import { placeOfEdition } from "../../authoring/catalogue";
import { editionOn } from "../../policy/editions";
import { editionsOf, type Policy, type Purpose, type RuleSet } from "../../policy/rule-set";
import type { Vocabulary } from "../../language/vocabulary";
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

/** @throws WrongInput where there is no such edition, or none in force on the day */
export function namedEdition(text: string, asked: Asked): RuleSet {
  const editions = filesOf(asked);
  const exact = editions.find((edition) => editionId(edition) === text);
  if (exact !== undefined) return exact;
  const [whole = "", day] = text.split("@");
  const [tierId = "", province] = whole.split("/").reverse();
  const tier = asked.policy.tiers.get(tierId) ?? asked.policy.clusters.get(tierId);
  const place = asked.vocabulary.provinces.find(({ id }) => id === province)?.code ?? null;
  const found =
    day === undefined && tier !== undefined && (province === undefined || place !== null)
      ? editionOn(tier, asked.asOf, asked.purpose, place)
      : null;
  if (found !== null) return found;
  const near = nearestId(text, [...editions.map(editionId), ...new Set(editions.map(({ tier: id }) => id))]);
  const own = editions.filter(({ tier: id }) => id === tierId).map(editionId);
  const list = own.length > 0 ? own : editions.map(editionId);
  throw new WrongInput({
    zh: `没有“${text}”这一版标准。${near === null ? `有的是：${list.join("、")}。` : `是不是 ${near}？`}`,
    en: `There is no edition "${text}". ${near === null ? `There are: ${list.join(", ")}.` : `Did you mean ${near}?`}`,
  });
}
