/** `--tiers`: which tiers are meant, by id, name or the word people use. */
import type { Policy, RuleSet } from "../policy/rule-set";
import { tierNamed, wordsForTier } from "../policy/tier-names";
import { nearestId } from "../words/nearest-id";
import type { Text } from "../words/text";
import type { GivenOptions } from "./kit/given-options";
import type { ValueOption } from "./kit/option";
import { WrongInput } from "./kit/wrong-input";
import { loadRelease } from "./read-seeds";

export function tiersOption(about: Text): ValueOption {
  return {
    kind: "value",
    name: "tiers",
    value: { zh: "层级,层级", en: "TIER,TIER" },
    known: () => [...loadRelease().policy.tiers.values()].map(({ id, name }) => ({ id, name })),
    about,
  };
}

/**
 * The ids of the tiers named; null where the option is not given.
 * @param inForce the editions that there are to choose from
 * @throws WrongInput for a word that is none of them, with the nearest that is
 */
export function tiersGiven(
  given: GivenOptions,
  option: ValueOption,
  inForce: readonly Pick<RuleSet, "tier" | "name">[],
  policy: Policy,
): readonly string[] | null {
  const text = given.value(option);
  if (text === undefined) return null;
  // Names in English hold blanks; ids may be parted by them.
  const words = text
    .split(/[,，、]+/)
    .flatMap((part) => tierNamed(part, policy) ?? part.split(/\s+/).map((word) => tierNamed(word, policy) ?? word))
    .filter((word) => word !== "");
  const tiers = new Map(inForce.map(({ tier, name }) => [tier, name]));
  const unknown = words.filter((word) => !tiers.has(word));
  if (words.length > 0 && unknown.length === 0) return words;
  const known = [...tiers].flatMap(([tier, { zh, en }]) => [tier, zh, en, ...wordsForTier(tier)]);
  const meant = nearestId(unknown[0] ?? "", known);
  const list = [...tiers].map(([tier, name]) => `${tier}（${name.zh}）`).join("、");
  throw new WrongInput({
    zh: `--tiers 里的“${unknown.join("、")}”不认识，或这一天没有施行的标准。${meant === null ? "" : `是不是 ${meant}？`}可以写：${list}。`,
    en: `--tiers names "${unknown.join(", ")}", which has no rule set in force on that day. ${meant === null ? "" : `Did you mean ${meant}? `}Choose from: ${[...tiers.keys()].join(", ")}.`,
  });
}
