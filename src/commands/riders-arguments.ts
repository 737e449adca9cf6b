/** The options of `riders`, and what is wrong with them in words. */
import type { Text } from "../words/text";
import type { Subsidies } from "../riders/load-subsidies";
import { parseMonth } from "../riders/month";
import type { SubsidyOptions } from "../riders/rider";
import type { ForAllRiders } from "../riders/rider-sheet";
import { schemeOf } from "../riders/schemes";
import type { GivenOptions } from "./kit/given-options";
import { listArguments, READING, WRITING, type ListArguments } from "./kit/list-options";
import type { FlagOption, OptionGroup, ValueOption } from "./kit/option";
import { WrongInput } from "./kit/wrong-input";
import { ownSubsidies } from "./read-seeds";

const SCHEME: ValueOption = {
  kind: "value",
  name: "scheme",
  value: { zh: "平台", en: "PLATFORM" },
  known: () => ownSubsidies().schemes.map(({ id, name }) => ({ id, name })),
  about: {
    zh: "没有填平台的行按这个平台的方案算，写编号或平台名都行",
    en: "the scheme for rows without a platform, by id or name",
  },
};

const MONTH: ValueOption = {
  kind: "value",
  name: "month",
  value: { zh: "2025-12", en: "2025-12" },
  about: { zh: "没有填缴费月份的行按这个月算", en: "the month of payment for rows without one" },
};

const INCLUDE_CURRENT: FlagOption = {
  kind: "flag",
  name: "include-current",
  about: {
    zh: "近6个月包含当月（默认不含）",
    en: "the six months include the month of payment (they do not by default)",
  },
};

const AT_THE_TIME: FlagOption = {
  kind: "flag",
  name: "at-the-time",
  about: {
    zh: "金额按缴费当时已公布的基数算（默认按最终公布的，含后来补发的）",
    en: "amounts by the levels known in the month of payment (by default those that hold in the end, with what is paid later)",
  },
};

const LEVELS_FORM = `levels:
  - { place: 福建, from: 2026-01, until: 2026-12, floor: 4600, ceiling: 23000 }
medical:
  - { place: 泉州, from: 2026-01, until: 2026-12, amount: 321.50 }`;

const LEVELS: ValueOption = {
  kind: "value",
  name: "levels",
  value: { zh: "文件", en: "FILE" },
  about: {
    zh: `自己补的基数和医保缴费额，YAML 或 JSON：\n${LEVELS_FORM}`,
    en: `levels and medical premiums of your own, YAML or JSON:\n${LEVELS_FORM}`,
  },
};

const BACK_PAYMENT: FlagOption = {
  kind: "flag",
  name: "back-payment",
  about: {
    zh: "多写一张表：基数公布后要补发的钱",
    en: "one more sheet: what is paid later, now that a base was published",
  },
};

const BUDGET: FlagOption = {
  kind: "flag",
  name: "budget",
  about: {
    zh: "多写一张表：要花多少钱，符合比例、下限、补贴比例变动时各是多少",
    en: "one more sheet: what it costs, and as the share that qualifies, the floor and the paid share move",
  },
};

const PRINTED_COST: FlagOption = {
  kind: "flag",
  name: "printed-cost",
  about: {
    zh: "测算里，没有公布每人金额的方案按报道印的平均数估（京东约2000元，只见一处）；要和 --budget 一起用",
    en: "in the budget, schemes without an amount a person at the average a report prints (JD about 2,000 yuan, seen once); with --budget",
  },
};

export const RIDERS_OPTIONS: readonly OptionGroup[] = [
  {
    title: { zh: "怎么算", en: "Judging" },
    options: [SCHEME, MONTH, INCLUDE_CURRENT, AT_THE_TIME, LEVELS],
  },
  READING,
  { title: { zh: "写什么", en: "Writing" }, options: [BACK_PAYMENT, BUDGET, PRINTED_COST, ...WRITING] },
];

export interface RidersArguments extends ListArguments {
  readonly forAll: ForAllRiders;
  readonly options: SubsidyOptions;
  /** Path of the file with own figures. */
  readonly levels: string | undefined;
  readonly backPayment: boolean;
  readonly budget: boolean;
  readonly printedCosts: boolean;
}

function forAllOf(scheme: string | undefined, month: string | undefined, { schemes }: Subsidies): ForAllRiders {
  const found = scheme === undefined ? null : (schemes.find(({ id }) => id === scheme) ?? schemeOf(scheme, schemes));
  if (scheme !== undefined && found === null) {
    const list = (which: keyof Text): string =>
      schemes.map(({ id, name }) => `${id}（${name[which]}）`).join(which === "zh" ? "、" : ", ");
    throw new WrongInput({
      zh: `--scheme 没有叫“${scheme}”的方案。可以写：${list("zh")}。`,
      en: `--scheme: there is no scheme "${scheme}". Known: ${list("en")}.`,
    });
  }
  const parsed = month === undefined ? undefined : parseMonth(month);
  if (parsed === null)
    throw new WrongInput({
      zh: `--month 要写成 2025-12，现在是“${month ?? ""}”。`,
      en: `--month is written as 2025-12, it is "${month ?? ""}".`,
    });
  const platform = found?.platforms[0];
  return {
    ...(platform === undefined ? {} : { platform }),
    ...(parsed === undefined ? {} : { month: parsed }),
  };
}

/** @throws WrongInput saying what is wrong */
export function ridersArguments(given: GivenOptions, input: string, subsidies: Subsidies): RidersArguments {
  const levels = given.value(LEVELS);
  if (given.has(PRINTED_COST) && !given.has(BUDGET))
    throw new WrongInput({
      zh: "--printed-cost 只在测算里用，请加上 --budget。",
      en: "--printed-cost is for the budget alone: add --budget.",
    });
  const reads = levels === undefined ? [] : [{ name: "--levels", path: levels }];
  return {
    ...listArguments(given, input, { ending: "补贴", reads }),
    forAll: forAllOf(given.value(SCHEME), given.value(MONTH), subsidies),
    options: {
      includeCurrent: given.has(INCLUDE_CURRENT),
      levels: given.has(AT_THE_TIME) ? "at-the-time" : "settled",
    },
    levels,
    backPayment: given.has(BACK_PAYMENT),
    budget: given.has(BUDGET),
    printedCosts: given.has(PRINTED_COST),
  };
}
