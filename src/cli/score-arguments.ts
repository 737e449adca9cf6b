/** The options of `score`, and what they say together. */
import type { Policy, Purpose } from "../policy/rule-set";
import type { ScoreOptions } from "../sheet/results/score-sheet";
import type { GivenOptions } from "./kit/given-options";
import { AS_OF, dayOf, listArguments, READING, WRITING, type ListArguments } from "./kit/list-options";
import type { FlagOption, OptionGroup, ValueOption } from "./kit/option";
import { WrongInput } from "./kit/wrong-input";
import { loadRelease } from "./read-seeds";

const PURPOSE: ValueOption = {
  kind: "value",
  name: "purpose",
  value: { zh: "new|review", en: "new|review" },
  choices: [
    { id: "new", name: { zh: "新申报（不写就是它）", en: "a new application (the default)" } },
    { id: "review", name: { zh: "复核", en: "a review" } },
  ],
  about: { zh: "按哪种情形评", en: "what it is judged for" },
};

const NO_ASSUME: FlagOption = {
  kind: "flag",
  name: "no-assume",
  about: {
    zh: "表里没有对应列的一般性条件，不按“符合”处理，算待补数据",
    en: "general conditions without a column are not taken as holding, but as not known",
  },
};

const NATIVE: FlagOption = {
  kind: "flag",
  name: "native",
  about: {
    zh: "写成透明评分表：全部是普通公式，不装加载项也能重算",
    en: "a copy in plain formulas that recalculates without the add-in",
  },
};

const MASKED: FlagOption = {
  kind: "flag",
  name: "masked",
  about: {
    zh: "写成脱敏副本：企业名称、信用代码和个人信息换成代号，只留数值",
    en: "a copy with pseudonyms for enterprises, credit codes and persons, values only",
  },
};

const TIERS: ValueOption = {
  kind: "value",
  name: "tiers",
  value: { zh: "层级,层级", en: "TIER,TIER" },
  known: () => [...loadRelease().policy.tiers.values()].map(({ id, name }) => ({ id, name })),
  about: {
    zh: "和 --native 一起用：只要其中几个层级，用逗号隔开",
    en: "with --native: these tiers only, apart by commas",
  },
};

export const SCORE_OPTIONS: readonly OptionGroup[] = [
  { title: { zh: "怎么评", en: "Scoring" }, options: [AS_OF, PURPOSE, NO_ASSUME] },
  READING,
  { title: { zh: "写什么", en: "Writing" }, options: [...WRITING, NATIVE, TIERS, MASKED] },
];

export interface ScoreArguments extends ListArguments {
  readonly options: ScoreOptions;
  readonly native: boolean;
  readonly tiers: string | undefined;
  readonly masked: boolean;
}

/** @throws WrongInput saying what does not go together */
export function scoreArguments(given: GivenOptions, input: string, policy: Policy): ScoreArguments {
  const [native, masked, tiers] = [given.has(NATIVE), given.has(MASKED), given.value(TIERS)];
  const asOf = dayOf(given, policy.checked);
  if (tiers !== undefined && !native)
    throw new WrongInput({
      zh: "--tiers 和 --native 一起用：选透明评分表里要哪几个层级。",
      en: "--tiers goes with --native: it chooses the tiers of the copy in plain formulas.",
    });
  const copy = native ? "透明评分表" : masked ? "脱敏" : null;
  const list = listArguments(given, input, { ending: copy ?? "评分", plain: copy !== null });
  if (list.facts && masked)
    throw new WrongInput({
      zh: "--facts 会写出名称和地区，不能和 --masked 一起用。",
      en: "--facts writes names and places, so it does not go with --masked.",
    });
  const purpose: Purpose = given.value(PURPOSE) === "review" ? "review" : "new";
  const options = { asOf, purpose, assumeGeneral: !given.has(NO_ASSUME), plans: 3 };
  return { ...list, options, native, tiers, masked };
}
