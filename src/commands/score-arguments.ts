/** The options of `score`, and what they say together. */
import type { ScoreOptions } from "../sheet/results/row-scorer";
import { DRAFT } from "./draft-option";
import type { GivenOptions } from "./kit/given-options";
import {
  AS_OF,
  dayOf,
  listArguments,
  PLACE,
  placeGiven,
  READING,
  SAVE_MAP,
  WRITING,
  type ListArguments,
} from "./kit/list-options";
import type { FlagOption, ManyOption, OptionGroup, ValueOption } from "./kit/option";
import { PURPOSE, purposeGiven } from "./kit/purpose-option";
import { WrongInput } from "./kit/wrong-input";
import type { Release } from "./read-seeds";
import { tiersOption } from "./tiers-option";

const NO_ASSUME: FlagOption = {
  kind: "flag",
  name: "no-assume",
  about: {
    zh: "什么都不假定：表里没有对应列的通用条件不按“符合”处理，空着的获奖排名不按“没有”算，都算待补数据",
    en: "nothing is taken for granted: general conditions without a column, and blank award ranks, count as not known",
  },
};

const THREADS: ValueOption = {
  kind: "value",
  name: "threads",
  value: { zh: "个数", en: "NUMBER" },
  about: {
    zh: "用几个线程评分，0 到 16，0 是不另开线程；不写时名单有两万行以上才另开，一核一个，最多4个",
    en: "how many threads score, 0 to 16; by default only this one below 20,000 rows, else one a core, 4 at the most",
  },
};

const ENGINE: ValueOption = {
  kind: "value",
  name: "engine",
  value: { zh: "rows|duckdb", en: "rows|duckdb" },
  choices: [
    { id: "rows", name: { zh: "逐行评，能解释（不写就是它）", en: "row by row, with explanations (the default)" } },
    {
      id: "duckdb",
      name: {
        zh: "在 DuckDB 里评，几千万行也行，只出结论",
        en: "inside DuckDB, tens of millions of rows, verdicts alone",
      },
    },
  ],
  about: {
    zh: "用什么评；duckdb 能读 .parquet、.csv（可写 文件夹/*.parquet），--out 可写成 .parquet、.csv 或 .xlsx",
    en: "what scores; duckdb reads .parquet and .csv (folder/*.parquet too), and --out may end in .parquet, .csv or .xlsx",
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
    zh: "写成脱敏副本：企业名称、信用代码和个人信息换成代号，只留认得的数、日期和选项",
    en: "a copy with pseudonyms for enterprises, credit codes and persons, and only numbers, days and choices that are known",
  },
};

const KEEP_COLUMN: ManyOption = {
  kind: "many",
  name: "keep-column",
  value: { zh: "栏名", en: "HEADING" },
  about: {
    zh: "和 --masked 一起用：没认出来的这一列也留下（可写多次）；里面认得的名称照样换成代号",
    en: "with --masked: keeps this column although nobody recognised it (may be given several times); names known are masked in it",
  },
};

const SHUFFLE: FlagOption = {
  kind: "flag",
  name: "shuffle",
  about: { zh: "和 --masked 一起用：打乱企业的先后", en: "with --masked: the enterprises in another order" },
};

const ROUND: ValueOption = {
  kind: "value",
  name: "round",
  value: { zh: "位数", en: "DIGITS" },
  about: {
    zh: "和 --masked 一起用：金额只留几位有效数字（1 到 6），结果按这样的金额算",
    en: "with --masked: amounts to so many significant digits (1 to 6); results are of these amounts",
  },
};

const YEARS_ONLY: FlagOption = {
  kind: "flag",
  name: "years-only",
  about: { zh: "和 --masked 一起用：日期只留年份", en: "with --masked: days are cut to their years" },
};

export const TIERS = tiersOption({
  zh: "和 --native 一起用：只要其中几个层级，用逗号隔开；写编号、名称、常用的叫法都行",
  en: "with --native: these tiers only, apart by commas, by id, name or the word people use",
});

export const SCORE_OPTIONS: readonly OptionGroup[] = [
  { title: { zh: "怎么评", en: "Scoring" }, options: [AS_OF, PURPOSE, PLACE, DRAFT, NO_ASSUME, THREADS, ENGINE] },
  READING,
  {
    title: { zh: "写什么", en: "Writing" },
    options: [...WRITING, NATIVE, TIERS, MASKED, KEEP_COLUMN, SHUFFLE, ROUND, YEARS_ONLY],
  },
];

export interface ScoreArguments extends ListArguments {
  readonly options: ScoreOptions;
  /** Threads that score; null leaves it to the number of rows. */
  readonly threads: number | null;
  readonly engine: "rows" | "duckdb";
  /** The workbook with the draft of rules to judge by. */
  readonly draft: string | undefined;
  readonly native: boolean;
  readonly masked: boolean;
  readonly masking: MaskingWishes;
}

/** What is asked of a masked copy. */
export interface MaskingWishes {
  readonly keep: readonly string[];
  readonly shuffle: boolean;
  /** Significant digits of amounts; null leaves them as they are. */
  readonly digits: number | null;
  readonly yearsOnly: boolean;
}

/** @throws WrongInput */
function maskingWishes(given: GivenOptions, masked: boolean): MaskingWishes {
  const round = given.value(ROUND);
  const wishes = {
    keep: given.all(KEEP_COLUMN),
    shuffle: given.has(SHUFFLE),
    digits: round === undefined ? null : Number(round),
    yearsOnly: given.has(YEARS_ONLY),
  };
  if (!masked && (wishes.keep.length > 0 || wishes.shuffle || wishes.digits !== null || wishes.yearsOnly))
    throw new WrongInput({
      zh: "--keep-column、--shuffle、--round、--years-only 和 --masked 一起用。",
      en: "--keep-column, --shuffle, --round and --years-only go with --masked.",
    });
  if (wishes.digits !== null && ![1, 2, 3, 4, 5, 6].includes(wishes.digits))
    throw new WrongInput({
      zh: `--round 要写 1 到 6 里的一个数，现在是“${round ?? ""}”。`,
      en: `--round takes a number from 1 to 6, it is "${round ?? ""}".`,
    });
  return wishes;
}

/** @throws WrongInput */
function threadsOf(given: GivenOptions): number | null {
  const text = given.value(THREADS);
  if (text === undefined) return null;
  if (!/^(\d|1[0-6])$/.test(text))
    throw new WrongInput({
      zh: `--threads 要写 0 到 16 里的一个整数，现在是“${text}”。`,
      en: `--threads takes a whole number from 0 to 16, it is "${text}".`,
    });
  return Number(text);
}

/** @throws WrongInput saying what does not go together */
export function scoreArguments(given: GivenOptions, input: string, { policy, vocabulary }: Release): ScoreArguments {
  const [native, masked] = [given.has(NATIVE), given.has(MASKED)];
  const asOf = dayOf(given, policy.checked);
  if (given.value(TIERS) !== undefined && !native)
    throw new WrongInput({
      zh: "--tiers 和 --native 一起用：选透明评分表里要哪几个层级。",
      en: "--tiers goes with --native: it chooses the tiers of the copy in plain formulas.",
    });
  const engine = given.value(ENGINE) === "duckdb" ? "duckdb" : "rows";
  if (given.words.length === 0)
    throw new WrongInput({ zh: "请写出要评的文件。", en: "Please name the file to score." });
  const draft = given.value(DRAFT);
  if (engine === "duckdb" && draft !== undefined)
    throw new WrongInput({
      zh: "--draft 不能和 --engine duckdb 一起用：那里只按施行中的标准评。",
      en: "--draft does not go with --engine duckdb, which judges by the rules in force alone.",
    });
  if (engine === "duckdb" && (native || masked || given.value(SAVE_MAP) !== undefined))
    throw new WrongInput({
      zh: "--engine duckdb 只出结论，不能和 --native、--masked、--save-map 一起用。",
      en: "--engine duckdb gives verdicts alone and does not go with --native, --masked or --save-map.",
    });
  const copy = native ? "透明评分表" : masked ? "脱敏" : null;
  const masking = maskingWishes(given, masked);
  const list = listArguments(given, input, {
    ending: copy ?? "评分",
    plain: copy !== null,
    ...(engine === "duckdb"
      ? { kinds: [".xlsx", ".parquet", ".csv"], reads: given.words.slice(1).map((path) => ({ name: "", path })) }
      : { reads: draft === undefined ? [] : [{ name: "--draft", path: draft }] }),
    // The input's own name may name an enterprise.
    ...(masked ? { name: native ? "脱敏_透明评分表.xlsx" : "脱敏副本.xlsx" } : {}),
  });
  if (list.facts && masked)
    throw new WrongInput({
      zh: "--facts 会写出名称和地区，不能和 --masked 一起用。",
      en: "--facts writes names and places, so it does not go with --masked.",
    });
  const purpose = purposeGiven(given);
  const options = {
    asOf,
    purpose,
    assumeGeneral: !given.has(NO_ASSUME),
    place: placeGiven(given, vocabulary),
    plans: 3,
  };
  return { ...list, options, threads: threadsOf(given), engine, draft, native, masked, masking };
}
