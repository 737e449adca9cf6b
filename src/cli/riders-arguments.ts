/** The arguments of the riders' command, and what is wrong with them in words. */
import { basename, extname, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Text } from "../policy/vocabulary";
import type { Subsidies } from "../subsidy/load-subsidies";
import { parseMonth } from "../subsidy/month";
import type { SubsidyOptions } from "../subsidy/rider";
import type { ForAllRiders } from "../subsidy/rider-sheet";
import { schemeOf } from "../subsidy/schemes";
import { systemErrorCode } from "./system-error";

export const USAGE: Text = {
  zh: `用法：npm run riders -- 骑手名单.xlsx|.csv [选项]
  --sheet 表名         只读这张表
  --scheme 平台        没有填平台的行按这个平台的方案算（美团、淘宝闪购、京东）
  --month 2025-12      没有填缴费月份的行按这个月算
  --include-current    近6个月包含当月（默认不含）
  --at-the-time        按缴费当时已公布的基数算（默认按最终公布的）
  --levels 文件        自己补的基数和医保缴费额，YAML 或 JSON：
                       levels:
                         - { place: 福建, from: 2026-01, until: 2026-12, floor: 4600, ceiling: 23000 }
                       medical:
                         - { place: 泉州, from: 2026-01, until: 2026-12, amount: 321.50 }
  --back-payment       多写一张表：基数公布后要补发的钱
  --budget             多写一张表：要花多少钱，符合比例、下限、补贴比例变动时各是多少
  --out 结果.xlsx      结果文件，默认在名单名后加“_补贴”
  --lang zh|en         结果和提示的语言
  --help               看这段说明`,
  en: `Usage: npm run riders -- riders.xlsx|.csv [options]
  --sheet NAME         read this sheet only
  --scheme PLATFORM    the scheme for rows without a platform (meituan, taobao, jd)
  --month 2025-12      the month of payment for rows without one
  --include-current    the six months include the month of payment (they do not by default)
  --at-the-time        the levels known in the month of payment (by default those that hold in the end)
  --levels FILE        levels and medical premiums of your own, YAML or JSON:
                       levels:
                         - { place: 福建, from: 2026-01, until: 2026-12, floor: 4600, ceiling: 23000 }
                       medical:
                         - { place: 泉州, from: 2026-01, until: 2026-12, amount: 321.50 }
  --back-payment       one more sheet: what is paid later, now that a base was published
  --budget             one more sheet: what it costs, and as the share that qualifies, the floor and the paid share move
  --out out.xlsx       the result; by default the list's name with _补贴
  --lang zh|en         language of results and messages
  --help               this text`,
};

/** Something the user can put right: a wrong argument or an input that can't be used. */
export class CannotJudge extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

export interface RidersArguments {
  readonly input: string;
  readonly sheet: string | undefined;
  readonly forAll: ForAllRiders;
  readonly options: SubsidyOptions;
  /** Path of the file with own figures. */
  readonly levels: string | undefined;
  readonly backPayment: boolean;
  readonly budget: boolean;
  readonly out: string;
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        sheet: { type: "string" },
        scheme: { type: "string" },
        month: { type: "string" },
        "include-current": { type: "boolean", default: false },
        "at-the-time": { type: "boolean", default: false },
        levels: { type: "string" },
        "back-payment": { type: "boolean", default: false },
        budget: { type: "boolean", default: false },
        out: { type: "string" },
        lang: { type: "string" },
      },
    });
  } catch (error) {
    if (!systemErrorCode(error).startsWith("ERR_PARSE_ARGS")) throw error;
    const message = typeof error === "object" && error !== null && "message" in error ? String(error.message) : "";
    const what = /'(-[^'\s]*)/.exec(message)?.[1] ?? "";
    throw new CannotJudge({
      zh: `参数不对，请看“${what}”一带。\n${USAGE.zh}`,
      en: `Wrong arguments, look around "${what}".\n${USAGE.en}`,
    });
  }
}

function forAllOf(scheme: string | undefined, month: string | undefined, { schemes }: Subsidies): ForAllRiders {
  const found = scheme === undefined ? null : (schemes.find(({ id }) => id === scheme) ?? schemeOf(scheme, schemes));
  if (scheme !== undefined && found === null) {
    const list = (which: keyof Text): string =>
      schemes.map(({ id, name }) => `${id}（${name[which]}）`).join(which === "zh" ? "、" : ", ");
    throw new CannotJudge({
      zh: `--scheme 没有叫“${scheme}”的方案。可以写：${list("zh")}。`,
      en: `--scheme: there is no scheme "${scheme}". Known: ${list("en")}.`,
    });
  }
  const parsed = month === undefined ? undefined : parseMonth(month);
  if (parsed === null)
    throw new CannotJudge({
      zh: `--month 要写成 2025-12，现在是“${month ?? ""}”。`,
      en: `--month is written as 2025-12, it is "${month ?? ""}".`,
    });
  const platform = found?.platforms[0];
  return {
    ...(platform === undefined ? {} : { platform }),
    ...(parsed === undefined ? {} : { month: parsed }),
  };
}

function outOf(input: string, out: string | undefined): string {
  // A workbook with macros keeps its kind; Excel refuses one that is named .xlsx.
  const ending = extname(input).toLowerCase() === ".xlsm" ? ".xlsm" : ".xlsx";
  const path = out ?? `${basename(input, extname(input))}_补贴${ending}`;
  if (![".xlsx", ".xlsm"].includes(extname(path).toLowerCase()))
    throw new CannotJudge({
      zh: `--out 写出的是 Excel 工作簿，文件名要以 .xlsx 结尾，现在是“${path}”。`,
      en: `--out is an Excel workbook, its name must end in .xlsx; it is "${path}".`,
    });
  if (resolve(path) === resolve(input))
    throw new CannotJudge({
      zh: `“${path}”就是输入文件。输入文件不会被改动，请换一个输出文件名。`,
      en: `"${path}" is the input itself, which is never changed. Please choose another output.`,
    });
  return path;
}

/** @throws CannotJudge saying what is wrong */
export function argumentsOf(argv: readonly string[], subsidies: Subsidies): RidersArguments {
  const { values, positionals } = parse(argv);
  const [input, ...more] = positionals;
  if (input === undefined) throw new CannotJudge(USAGE);
  if (more.length > 0)
    throw new CannotJudge({
      zh: `一次只算一个文件，“${more.join(" ")}”是多出来的。文件名里有空格的，请加引号。`,
      en: `One file at a time; "${more.join(" ")}" is too much. Put names with blanks in quotes.`,
    });
  if (values.lang !== undefined && values.lang !== "zh" && values.lang !== "en")
    throw new CannotJudge({
      zh: `--lang 只能是 zh 或 en，现在是“${values.lang}”。`,
      en: `--lang is zh or en, it is "${values.lang}".`,
    });
  return {
    input,
    sheet: values.sheet,
    forAll: forAllOf(values.scheme, values.month, subsidies),
    options: {
      includeCurrent: values["include-current"],
      levels: values["at-the-time"] ? "at-the-time" : "settled",
    },
    levels: values.levels,
    backPayment: values["back-payment"],
    budget: values.budget,
    out: outOf(input, values.out),
  };
}
