/**
 * `riders.ts riders.xlsx|riders.csv [options]`: the social-insurance subsidy of every rider of a list, written beside the list.
 * Exit codes: 0 done, 2 the input (or an argument) could not be used, 1 a bug.
 */
import { readFile } from "node:fs/promises";
import { loadVocabulary } from "../policy/load-vocabulary";
import { readYaml } from "../policy/read-yaml";
import { SeedError } from "../policy/seed-file";
import type { Text } from "../policy/vocabulary";
import { grouped } from "../rules/explain";
import type { SheetReading } from "../sheet/reading/read-sheet";
import type { Language } from "../sheet/results/score-tables";
import { yuan } from "../subsidy/money";
import { loadSubsidies, type Subsidies } from "../subsidy/load-subsidies";
import { readOwnFigures, withOwnFigures, type OwnFigureProblem } from "../subsidy/own-figures";
import type { SubsidyTally } from "../subsidy/rider-sheet";
import { SubsidyBatch } from "../subsidy/subsidy-batch";
import { readBook } from "../sheet/reading/read-book";
import { Progress } from "./progress";
import { readSeedFiles } from "./read-seeds";
import { sayConverted } from "./other-formats/converted-note";
import { readWorkbook } from "./read-workbook";
import { argumentsOf, CannotJudge, USAGE, type RidersArguments } from "./riders-arguments";
import { checkLines } from "./told-reading";
import type { Terminal } from "./score-command";
import { systemErrorCode } from "./system-error";
import { UnreadableFile } from "./unreadable-file";
import { UnwritableFile, writeWorkbook } from "./write-workbook";
import { languageOf } from "./language-argument";

/** Rows of an Excel sheet, less titles, headings and a little room. */
const MOST_RIDERS = 1_048_576 - 8;

/** Lists of enterprises need a day to tell their last complete year by; riders' lists carry the month of every row. */
const ANY_DAY = "2026-01-01";

function problemsText(path: string, problems: readonly OwnFigureProblem[]): Text {
  const lines = (which: keyof Text): string =>
    problems
      .map(({ list, at, text }) =>
        at === null
          ? text[which]
          : which === "zh"
            ? `${list} 第${at + 1}条：${text.zh}`
            : `${list}, entry ${at + 1}: ${text.en}`,
      )
      .join("\n  ");
  return {
    zh: `“${path}”里自己补的数有${problems.length}处用不了，请改好再来：\n  ${lines("zh")}`,
    en: `${problems.length} of the figures in "${path}" can't be used; please mend them:\n  ${lines("en")}`,
  };
}

/** The known figures with those of a file in their gaps. A figure that can't be used stops the run: amounts would silently be other than meant. */
async function withLevelsOf(path: string | undefined, subsidies: Subsidies): Promise<Subsidies> {
  if (path === undefined) return subsidies;
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (systemErrorCode(error) === "") throw error;
    throw new CannotJudge({
      zh: `打不开“${path}”。请检查文件名和位置。`,
      en: `"${path}" can't be opened. Please check its name and place.`,
    });
  }
  // JSON is YAML too.
  const reading = readYaml(text);
  if ("fault" in reading) {
    const { line, reason } = reading.fault;
    throw new CannotJudge({
      zh: `“${path}”第${line}行不是能用的 YAML 或 JSON（格式、括号或 &、* 引用有误），请照 --help 里的样子改。`,
      en: `"${path}", line ${line}: this is no YAML or JSON that can be used (${reason}); see --help for the form.`,
    });
  }
  const { own, problems } = readOwnFigures(reading.data);
  const { bases, problems: more } = withOwnFigures(subsidies.bases, own);
  if (problems.length + more.length > 0) throw new CannotJudge(problemsText(path, [...problems, ...more]));
  return { ...subsidies, bases };
}

async function judge(argv: readonly string[], language: Language, terminal: Terminal): Promise<void> {
  const files = readSeedFiles();
  const known = loadSubsidies(files);
  const given = argumentsOf(argv, known);
  const subsidies = await withLevelsOf(given.levels, known);
  const vocabulary = loadVocabulary(files);
  const file = await readWorkbook(given.input, given.sheet);
  sayConverted(file, given.input, (text) => terminal.print(text[language]));
  const reading = readBook(file.grids, vocabulary, {
    asOf: ANY_DAY,
    of: "rider",
    hidden: file.hiddenSheets,
    notAskedFor: file.notAskedFor,
  });
  if (reading.kind === "failure") throw new CannotJudge(reading.message);
  if (reading.facts.count > MOST_RIDERS)
    throw new CannotJudge({
      zh: `名单有${grouped(reading.facts.count, 0)}行，一张 Excel 表最多放${grouped(MOST_RIDERS, 0)}名骑手的结果。请分成几个文件。`,
      en: `The list has ${grouped(reading.facts.count, 0)} rows; a sheet holds the results of ${grouped(MOST_RIDERS, 0)} riders. Please split the file.`,
    });
  const { options, forAll } = given;
  const batch = new SubsidyBatch({ reading, vocabulary, subsidies, options, forAll, language });
  const progress = new Progress(batch.count, language);
  const rows = batch.rows();
  while (rows.next().done !== true) progress.step();
  progress.end();
  const tally = batch.tally();
  if (given.budget && batch.summary().month === null)
    throw new CannotJudge({
      zh: "没有一行有缴费月份，没法测算。请在表里填上，或用 --month 给一个月份。",
      en: "No row has a month of payment, so there is nothing to budget. Fill it in, or give one with --month.",
    });
  const sheets = batch.sheets(given);
  await writeWorkbook(given.out, file.original, sheets);
  const say = (text: Text): void => terminal.print(text[language]);
  report(given, reading, tally, say);
  checkLines({ reading, vocabulary, withMapping: false }).forEach(say);
}

function report(
  { out, options, forAll }: RidersArguments,
  reading: SheetReading,
  tally: SubsidyTally,
  say: (text: Text) => void,
): void {
  const { riders, due, notDue, open, dueWithoutAmount, amount, backPayment } = tally;
  const count = (value: number): string => grouped(value, 0);
  say({
    zh: `骑手社保补贴：${reading.sheet}，${count(riders)}名骑手`,
    en: `Riders' subsidies: ${reading.sheet}, ${count(riders)} riders`,
  });
  say({
    zh: `  应发 ${count(due)}（其中 ${count(dueWithoutAmount)} 名金额不能确定），不发 ${count(notDue)}，待补数据 ${count(open)}`,
    en: `  due ${count(due)} (the amount of ${count(dueWithoutAmount)} is not known), not due ${count(notDue)}, not known yet ${count(open)}`,
  });
  say({ zh: `  金额合计 ${yuan(amount)} 元`, en: `  ${yuan(amount)} yuan in all` });
  if (backPayment !== 0)
    say({
      zh: `  基数公布后要补发 ${yuan(backPayment)} 元`,
      en: `  ${yuan(backPayment)} yuan to be paid later, now that the base is published`,
    });
  say({
    zh: `  近6个月${options.includeCurrent ? "含" : "不含"}当月；${options.levels === "settled" ? "按最终公布的基数" : "按缴费当时已公布的基数"}${forAll.platform === undefined ? "" : `；没有填平台的按${forAll.platform}`}`,
    en: `  the six months ${options.includeCurrent ? "include" : "do not include"} the month of payment; levels ${options.levels === "settled" ? "as they hold in the end" : "as known at the time"}${forAll.platform === undefined ? "" : `; rows without a platform count as ${forAll.platform}`}`,
  });
  if (reading.unreadable.length > 0)
    say({
      zh: `  ${count(reading.unreadable.length)}个单元格读不出，列在来源表里`,
      en: `  ${count(reading.unreadable.length)} cells could not be read; they are listed among the sources`,
    });
  say({ zh: `结果已写入 ${out}`, en: `Written to ${out}` });
}

/** Runs the command and gives its exit code: 0 done, 2 the input, an argument or the output is at fault. A bug throws. */
export async function ridersCommand(argv: readonly string[], terminal: Terminal): Promise<0 | 2> {
  const language = languageOf(argv);
  if (argv.includes("--help") || argv.includes("-h")) {
    terminal.print(USAGE[language]);
    return 0;
  }
  try {
    await judge(argv, language, terminal);
    return 0;
  } catch (error) {
    if (error instanceof SeedError) {
      terminal.complain(error.message);
      return 2;
    }
    if (error instanceof CannotJudge || error instanceof UnreadableFile || error instanceof UnwritableFile) {
      terminal.complain(error.text[language]);
      return 2;
    }
    throw error;
  }
}
