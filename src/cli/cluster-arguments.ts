/** The arguments of `cluster`, and what is said of wrong ones. */
import { basename, extname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { RANKINGS, RANKING_TEXTS, type Ranking } from "../cluster/cluster-sheet";
import { DEFAULT_SET, setName, targetSets } from "../cluster/cluster-run";
import type { GroupField } from "../cluster/roll-up";
import type { Targets } from "../cluster/targets";
import type { Text } from "../policy/vocabulary";
import { serialOfIso } from "../rules/calendar";
import { nearestId } from "../rules/nearest-id";
import type { Language } from "../sheet/results/score-tables";
import { systemErrorCode } from "./system-error";

/** Something the user can put right. */
export class CannotRoll extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

export interface ClusterArguments {
  readonly input: string;
  readonly sheet: string | undefined;
  readonly asOf: string;
  readonly out: string;
  readonly documents: readonly string[];
  readonly by: readonly GroupField[];
  readonly ranking: Ranking;
}

const USAGE: Text = {
  zh: "用法：npm run cluster -- 工作簿.xlsx [--targets 目标文件] [--by cluster|chain] [--rank 指标] [--sheet 表名] [--as-of 2026-11-21] [--out 结果.xlsx] [--lang zh|en]",
  en: "Usage: npm run cluster -- book.xlsx [--targets DOCUMENTS] [--by cluster|chain] [--rank MEASURE] [--sheet NAME] [--as-of 2026-11-21] [--out out.xlsx] [--lang zh|en]",
};

/** The whole help: what is read, what can be chosen. */
export function helpText(targets: Targets, language: Language): string {
  const say = (text: Text): string => text[language];
  const sets = targetSets(targets).map(
    (set) => `    ${set.document}  ${say(setName(targets, set))}（${set.targets.length}）`,
  );
  const ranks = RANKINGS.map((id) => `${id}${language === "zh" ? `（${say(RANKING_TEXTS[id])}）` : ""}`).join(
    language === "zh" ? "、" : ", ",
  );
  return [
    say(USAGE),
    say({
      zh: "读工作簿里的指标表（指标、实际值）、集群表（集群名称）、企业表（所属产业集群、所属产业链）、区县产业表（区县、产业、类别），有哪种算哪种，结果写成新工作表。原表不改。",
      en: "Reads sheets of indicators, clusters, enterprises and districts' industries, whichever the workbook has, and writes the results as new sheets. Input sheets are never changed.",
    }),
    say({
      zh: "  --targets  目标文件的编号，几个用逗号隔开，all 是全部；不写是 " + DEFAULT_SET,
      en: "  --targets  ids of documents, apart by commas, or all; if left out " + DEFAULT_SET,
    }),
    ...sets,
    say({
      zh: "  --by       企业按 cluster（集群）或 chain（产业链）汇总；不写两样都做",
      en: "  --by       roll enterprises up by cluster or chain; both if left out",
    }),
    say({
      zh: `  --rank     集群按哪个指标排名：${ranks}；不写是 revenue`,
      en: `  --rank     the measure clusters are ranked by: ${ranks}; revenue if left out`,
    }),
    say({
      zh: "  --as-of    按哪一天看；不写是本版核对政策的那天",
      en: "  --as-of    the day of judgement; the day this release was checked if left out",
    }),
  ].join("\n");
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        targets: { type: "string" },
        by: { type: "string" },
        rank: { type: "string" },
        sheet: { type: "string" },
        "as-of": { type: "string" },
        out: { type: "string" },
        lang: { type: "string" },
      },
    });
  } catch (error) {
    if (!systemErrorCode(error).startsWith("ERR_PARSE_ARGS")) throw error;
    throw new CannotRoll({ zh: `参数不对。\n${USAGE.zh}`, en: `Wrong arguments.\n${USAGE.en}` });
  }
}

function documentsOf(given: string | undefined, targets: Targets): readonly string[] {
  const known = targetSets(targets).map(({ document }) => document);
  if (given === undefined) return [DEFAULT_SET];
  if (given === "all") return known;
  const asked = given
    .split(/[,，]/)
    .map((id) => id.trim())
    .filter((id) => id !== "");
  const wrong = asked.find((id) => !known.includes(id));
  if (wrong !== undefined || asked.length === 0) {
    const near = nearestId(wrong ?? "", known);
    throw new CannotRoll({
      zh: `没有编号为“${wrong ?? given}”的目标文件。${near ? `是不是 ${near}？` : ""}可以写：${known.join("、")}，或 all。`,
      en: `There is no target document "${wrong ?? given}". ${near ? `Did you mean ${near}? ` : ""}Write one of ${known.join(", ")}, or all.`,
    });
  }
  return asked;
}

function rankingOf(given: string | undefined): Ranking {
  const found = RANKINGS.find((id) => id === (given ?? "revenue"));
  if (found) return found;
  throw new CannotRoll({
    zh: `--rank 不能是“${given ?? ""}”，可以写：${RANKINGS.join("、")}。`,
    en: `--rank can't be "${given ?? ""}"; write one of ${RANKINGS.join(", ")}.`,
  });
}

export function argumentsOf(argv: readonly string[], checked: string, targets: Targets): ClusterArguments {
  const { values, positionals } = parse(argv);
  const [input, ...more] = positionals;
  if (input === undefined || more.length > 0) throw new CannotRoll(USAGE);
  const asOf = values["as-of"] ?? checked;
  if (serialOfIso(asOf) === null)
    throw new CannotRoll({
      zh: `--as-of 要写成 2026-11-21 这样真实存在的日期，现在是“${asOf}”。`,
      en: `--as-of must be a real date such as 2026-11-21, it is "${asOf}".`,
    });
  if (values.lang !== undefined && values.lang !== "zh" && values.lang !== "en")
    throw new CannotRoll({
      zh: `--lang 只能是 zh 或 en，现在是“${values.lang}”。`,
      en: `--lang is zh or en, it is "${values.lang}".`,
    });
  const { by } = values;
  if (by !== undefined && by !== "cluster" && by !== "chain")
    throw new CannotRoll({
      zh: `--by 只能是 cluster（集群）或 chain（产业链），现在是“${by}”。`,
      en: `--by is cluster or chain, it is "${by}".`,
    });
  const ending = extname(input).toLowerCase() === ".xlsm" ? ".xlsm" : ".xlsx";
  const out = values.out ?? `${basename(input, extname(input))}_集群${ending}`;
  if (![".xlsx", ".xlsm"].includes(extname(out).toLowerCase()))
    throw new CannotRoll({
      zh: `--out 写出的是 Excel 工作簿，文件名要以 .xlsx 结尾，现在是“${out}”。`,
      en: `--out is an Excel workbook, its name must end in .xlsx; it is "${out}".`,
    });
  if (resolve(out) === resolve(input))
    throw new CannotRoll({
      zh: "输出文件不能是输入文件。请用 --out 换一个名字。",
      en: "The output can't be the input. Please choose another name with --out.",
    });
  return {
    input,
    sheet: values.sheet,
    asOf,
    out,
    documents: documentsOf(values.targets, targets),
    by: by === undefined ? ["cluster", "chain"] : [by],
    ranking: rankingOf(values.rank),
  };
}
