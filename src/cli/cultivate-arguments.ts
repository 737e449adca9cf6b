/** What a person asks of the command for 一企一策, checked before anything is read. */
import { basename, extname, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Text } from "../policy/vocabulary";
import { serialOfIso } from "../rules/calendar";
import { systemErrorCode } from "./system-error";

const USAGE: Text = {
  zh: "用法：npm run cultivate -- 企业名单.xlsx [--library] [--plan 企业名称 | --plans] [--impact] [--benchmarks] [--out 结果.xlsx]",
  en: "Usage: npm run cultivate -- book.xlsx [--library] [--plan NAME | --plans] [--impact] [--benchmarks] [--out out.xlsx]",
};

export const HELP: Text = {
  zh: `${USAGE.zh}

给一张企业名单做一企一策，结果写进新的工作簿，原文件不改动。

写什么（都不选时写培育库、换版影响、水平对照）
  --library          培育库：应报尽报、临门一脚、待补数据、到期复核、风险
  --plan 企业名称    一家企业的成长方案，A4可直接打印；名称或统一社会信用代码，可以写多次
  --plans            表里每家企业一份成长方案，放在同一张表里，一家一页起，另附汇总
  --impact           标准换版的影响：谁失去、谁新增，因为哪一条
  --benchmarks       本表水平与公开数字对照

其他
  --out 结果.xlsx         默认写到当前文件夹，名字后面加“_培育库”
  --sheet 表名            默认选认得出栏目最多的表
  --as-of 2026-11-21      评分基准日，默认是标准数据的核对日
  --previous 上次.json    和上次的记录比较，列出入库、出库和原因
  --save-run 本次.json    保存本次的记录，下次比较用
  --lang zh|en            结果和提示的语言

例：npm run cultivate -- 企业名单.xlsx --library --save-run 十一月.json
    npm run cultivate -- 企业名单.xlsx --plan 示例一号有限公司 --out 成长方案.xlsx`,
  en: `${USAGE.en}

One enterprise, one policy: reads a list of enterprises and writes a new workbook; the input stays as it is.

What to write (library, impact and benchmarks where none is chosen)
  --library          the cultivation library: should apply, nearly there, data wanted, reviews due, at risk
  --plan NAME        the growth plan of one enterprise, ready for A4; its name or credit code, may be given more than once
  --plans            a growth plan of every enterprise on one sheet, each beginning a page, and a table of all
  --impact           what the last change of rules does: who loses, who gains, by which condition
  --benchmarks       the sheet beside printed figures

More
  --out out.xlsx          in the current folder by default, with _培育库 after the input's name
  --sheet NAME            by default the sheet with the most columns recognised
  --as-of 2026-11-21      day of judgement, by default the day the rules were last checked
  --previous last.json    compares with the record of an earlier run: who came, who left, and why
  --save-run this.json    saves this run's record for the next comparison
  --lang zh|en            language of results and messages

Example: npm run cultivate -- book.xlsx --library --save-run november.json
         npm run cultivate -- book.xlsx --plan "Example One Ltd" --out plan.xlsx`,
};

/** Something the user can put right. */
export class CannotCultivate extends Error {
  override name = "CannotCultivate";
  constructor(readonly text: Text) {
    super(text.en);
  }
}

export interface CultivateArguments {
  readonly input: string;
  readonly sheet: string | undefined;
  readonly asOf: string;
  readonly out: string;
  readonly previous: string | undefined;
  readonly saveRun: string | undefined;
  readonly library: boolean;
  readonly impact: boolean;
  readonly benchmarks: boolean;
  /** Names or codes; `all` for every enterprise of the sheet. */
  readonly plans: readonly string[] | "all";
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        library: { type: "boolean" },
        plan: { type: "string", multiple: true },
        plans: { type: "boolean" },
        impact: { type: "boolean" },
        benchmarks: { type: "boolean" },
        sheet: { type: "string" },
        "as-of": { type: "string" },
        out: { type: "string" },
        previous: { type: "string" },
        "save-run": { type: "string" },
        lang: { type: "string" },
      },
    });
  } catch (error) {
    if (!systemErrorCode(error).startsWith("ERR_PARSE_ARGS")) throw error;
    throw new CannotCultivate({
      zh: `参数不对。\n${USAGE.zh}\n加 --help 看说明。`,
      en: `Wrong arguments.\n${USAGE.en}\n--help tells more.`,
    });
  }
}

/** @param checked the day of judgement where none is given; @throws CannotCultivate */
export function argumentsOf(argv: readonly string[], checked: string): CultivateArguments {
  const { values, positionals } = parse(argv);
  const [input, ...more] = positionals;
  if (input === undefined || more.length > 0)
    throw new CannotCultivate({ zh: `${USAGE.zh}\n加 --help 看说明。`, en: `${USAGE.en}\n--help tells more.` });
  const asOf = values["as-of"] ?? checked;
  if (serialOfIso(asOf) === null)
    throw new CannotCultivate({
      zh: `--as-of 要写成 2026-11-21 这样真实存在的日期，现在是“${asOf}”。`,
      en: `--as-of must be a real date such as 2026-11-21, it is "${asOf}".`,
    });
  if (values.lang !== undefined && values.lang !== "zh" && values.lang !== "en")
    throw new CannotCultivate({
      zh: `--lang 只能是 zh 或 en，现在是“${values.lang}”。`,
      en: `--lang is zh or en, it is "${values.lang}".`,
    });
  const named = values.plan ?? [];
  if (values.plans === true && named.length > 0)
    throw new CannotCultivate({
      zh: "--plan 和 --plans 只能选一个：写几家用 --plan，全部都写用 --plans。",
      en: "Choose --plan or --plans: --plan for some enterprises, --plans for all.",
    });
  const { library = false, impact = false, benchmarks = false } = values;
  // A comparison is about the library.
  const asked = library || values.previous !== undefined;
  const plans = values.plans === true ? "all" : named;
  const nothing = !asked && !impact && !benchmarks && plans.length === 0;
  return {
    input,
    sheet: values.sheet,
    asOf,
    ...outputs(input, values.out, values["save-run"]),
    previous: values.previous,
    library: asked || nothing,
    impact: impact || nothing,
    benchmarks: benchmarks || nothing,
    plans,
  };
}

/** Where to write, never over the input. */
function outputs(
  input: string,
  given: string | undefined,
  saveRun: string | undefined,
): Pick<CultivateArguments, "out" | "saveRun"> {
  // A workbook with macros keeps its kind; Excel refuses one that is named .xlsx.
  const ending = extname(input).toLowerCase() === ".xlsm" ? ".xlsm" : ".xlsx";
  const out = given ?? `${basename(input, extname(input))}_培育库${ending}`;
  if (![".xlsx", ".xlsm"].includes(extname(out).toLowerCase()))
    throw new CannotCultivate({
      zh: `--out 写出的是 Excel 工作簿，文件名要以 .xlsx 结尾，现在是“${out}”。`,
      en: `--out is an Excel workbook, its name must end in .xlsx; it is "${out}".`,
    });
  const written = [out, ...(saveRun === undefined ? [] : [saveRun])].map((path) => resolve(path));
  if (written.includes(resolve(input)) || new Set(written).size < written.length)
    throw new CannotCultivate({
      zh: "输出文件不能是输入文件，--out 和 --save-run 也不能是同一个文件。请换一个名字。",
      en: "An output can't be the input, nor --out and --save-run the same file. Please choose another name.",
    });
  return { out, saveRun };
}
