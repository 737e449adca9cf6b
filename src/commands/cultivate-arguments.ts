/** What a person asks of the command for 一企一策, checked before anything is read. */
import type { PlaceCode } from "../language/places";
import type { Release } from "./read-seeds";
import { DRAFT } from "./draft-option";
import type { GivenOptions } from "./kit/given-options";
import {
  AS_OF,
  dayOf,
  listArguments,
  PLACE,
  placeGiven,
  READING,
  WRITING,
  type ListArguments,
} from "./kit/list-options";
import type { FlagOption, ManyOption, OptionGroup, ValueOption } from "./kit/option";
import { WrongInput } from "./kit/wrong-input";

const LIBRARY: FlagOption = {
  kind: "flag",
  name: "library",
  about: {
    zh: "培育库：应报尽报、临门一脚、待补数据、到期复核、风险、种子企业",
    en: "the cultivation library: should apply, nearly there, data wanted, reviews due, at risk, seed firms",
  },
};

const PLAN: ManyOption = {
  kind: "many",
  name: "plan",
  value: { zh: "企业名称", en: "NAME" },
  about: {
    zh: "一家企业的成长方案，A4可直接打印；名称或统一社会信用代码，可以写多次",
    en: "the growth plan of one enterprise, ready for A4; its name or credit code, may be given more than once",
  },
};

const PLANS: FlagOption = {
  kind: "flag",
  name: "plans",
  about: {
    zh: "表里每家企业一份成长方案，放在同一张表里，一家一页起，另附汇总",
    en: "a growth plan of every enterprise on one sheet, each beginning a page, and a table of all",
  },
};

const IMPACT: FlagOption = {
  kind: "flag",
  name: "impact",
  about: {
    zh: "标准换版的影响：谁失去、谁新增，因为哪一条",
    en: "what the last change of rules does: who loses, who gains, by which condition",
  },
};

const BENCHMARKS: FlagOption = {
  kind: "flag",
  name: "benchmarks",
  about: { zh: "本表水平与公开数字对照", en: "the sheet beside printed figures" },
};

const PREVIOUS: ValueOption = {
  kind: "value",
  name: "previous",
  value: { zh: "上次.json", en: "last.json" },
  about: {
    zh: "和上次的记录比较，列出入库、出库和原因",
    en: "compares with the record of an earlier run: who came, who left, and why",
  },
};

const SAVE_RUN: ValueOption = {
  kind: "value",
  name: "save-run",
  value: { zh: "本次.json", en: "this.json" },
  about: { zh: "保存本次的记录，下次比较用", en: "saves this run's record for the next comparison" },
};

export const CULTIVATE_OPTIONS: readonly OptionGroup[] = [
  {
    title: {
      zh: "写什么（都不选时写培育库、换版影响、水平对照）",
      en: "What to write (library, impact and benchmarks where none is chosen)",
    },
    options: [LIBRARY, PLAN, PLANS, IMPACT, BENCHMARKS],
  },
  { title: { zh: "和上次比", en: "Comparing" }, options: [PREVIOUS, SAVE_RUN] },
  READING,
  { title: { zh: "其他", en: "More" }, options: [AS_OF, PLACE, DRAFT, ...WRITING] },
];

export interface CultivateArguments extends ListArguments {
  readonly asOf: string;
  /** The place of enterprises that tell none; null for none. */
  readonly place: PlaceCode | null;
  readonly previous: string | undefined;
  readonly saveRun: string | undefined;
  readonly library: boolean;
  readonly impact: boolean;
  readonly benchmarks: boolean;
  /** Names or codes; `all` for every enterprise of the sheet. */
  readonly plans: readonly string[] | "all";
  /** The workbook with the draft of rules to judge by. */
  readonly draft: string | undefined;
}

/** @throws WrongInput */
export function cultivateArguments(
  given: GivenOptions,
  input: string,
  { policy, vocabulary }: Release,
): CultivateArguments {
  const named = given.all(PLAN);
  if (given.has(PLANS) && named.length > 0)
    throw new WrongInput({
      zh: "--plan 和 --plans 只能选一个：写几家用 --plan，全部都写用 --plans。",
      en: "Choose --plan or --plans: --plan for some enterprises, --plans for all.",
    });
  const [previous, saveRun, draft] = [given.value(PREVIOUS), given.value(SAVE_RUN), given.value(DRAFT)];
  const list = listArguments(given, input, {
    ending: "培育库",
    reads: [
      ...(previous === undefined ? [] : [{ name: "--previous", path: previous }]),
      ...(draft === undefined ? [] : [{ name: "--draft", path: draft }]),
    ],
    writes: saveRun === undefined ? [] : [{ name: "--save-run", path: saveRun }],
  });
  // A comparison is about the library.
  const library = given.has(LIBRARY) || previous !== undefined;
  const [impact, benchmarks] = [given.has(IMPACT), given.has(BENCHMARKS)];
  const plans = given.has(PLANS) ? "all" : named;
  const nothing = !library && !impact && !benchmarks && plans.length === 0;
  return {
    ...list,
    asOf: dayOf(given, policy.checked),
    place: placeGiven(given, vocabulary),
    draft,
    previous,
    saveRun,
    library: library || nothing,
    impact: impact || nothing,
    benchmarks: benchmarks || nothing,
    plans,
  };
}
