/** `npm run riders`: the social-insurance subsidy of every rider of a list, written beside the list. */
import { readFile } from "node:fs/promises";
import { readYaml } from "../policy/read-yaml";
import type { Text } from "../words/text";
import { grouped } from "../words/figures";
import type { SheetReading } from "../sheet/reading/read-sheet";
import { yuan } from "../riders/money";
import type { Subsidies } from "../riders/load-subsidies";
import { withOwnFigures } from "../riders/own-areas";
import { readOwnFigures, type OwnFigureProblem } from "../riders/own-figures";
import type { SubsidyTally } from "../riders/rider-sheet";
import { repeatedText } from "../riders/repeated-riders";
import { SubsidyBatch } from "../riders/subsidy-batch";
import { runCommand, type Call, type Command } from "./kit/command";
import { jsonSink } from "./kit/json-rows";
import { openList, readList, sayerOf, sayWritten } from "./kit/list-input";
import type { Say, Terminal } from "./kit/terminal";
import { WrongInput } from "./kit/wrong-input";
import { saveMappingFile } from "./mapping-file";
import { Progress } from "./progress";
import { ownSubsidies, ownVocabulary } from "./read-seeds";
import { RIDERS_OPTIONS, ridersArguments, type RidersArguments } from "./riders-arguments";
import { RidersJson } from "./riders-json";
import { systemErrorCode } from "./system-error";
import { checkLines } from "./told-reading";
import { writeWorkbook } from "./write-workbook";

/** Rows of an Excel sheet, less titles, headings and a little room. */
const MOST_RIDERS = 1_048_576 - 8;

/** Lists of enterprises need a day to tell their last complete year by; riders' lists carry the month of every row. */
const ANY_DAY = "2026-01-01";

/** The two lists of own figures as people call them, with the key they stand under. */
const LISTS: Readonly<Record<OwnFigureProblem["list"], Text>> = {
  levels: { zh: "基数（levels）", en: "level" },
  medical: { zh: "医疗保险缴费额（medical）", en: "medical premium" },
};

function problemsText(path: string, problems: readonly OwnFigureProblem[]): Text {
  const lines = (which: keyof Text): string =>
    problems
      .map(({ list, at, text }) =>
        at === null
          ? text[which]
          : which === "zh"
            ? `${LISTS[list].zh}第${at + 1}条：${text.zh}`
            : `${LISTS[list].en} ${at + 1}: ${text.en}`,
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
    throw new WrongInput({
      zh: `打不开“${path}”。请检查文件名和位置。`,
      en: `"${path}" can't be opened. Please check its name and place.`,
    });
  }
  // JSON is YAML too.
  const reading = readYaml(text);
  if ("fault" in reading) {
    const { line, reason } = reading.fault;
    throw new WrongInput({
      zh: `“${path}”第${line}行不是能用的 YAML 或 JSON（格式、括号或 &、* 引用有误），请照 --help 里的样子改。`,
      en: `"${path}", line ${line}: this is no YAML or JSON that can be used (${reason}); see --help for the form.`,
    });
  }
  const { own, problems } = readOwnFigures(reading.data);
  const { bases, problems: more } = withOwnFigures(subsidies.bases, own);
  if (problems.length + more.length > 0) throw new WrongInput(problemsText(path, [...problems, ...more]));
  return { ...subsidies, bases };
}

async function judge({ given, input, language, terminal, outputs }: Call): Promise<0> {
  const known = ownSubsidies();
  const wanted = ridersArguments(given, input, known);
  const { options, forAll, json, facts, saveMap } = wanted;
  const subsidies = await withLevelsOf(wanted.levels, known);
  const vocabulary = ownVocabulary();
  const say = sayerOf(wanted, language, terminal);
  const opened = await openList(wanted, say);
  const reading = readList(opened, vocabulary, { asOf: ANY_DAY, of: "rider" }, say);
  if (reading.facts.count > MOST_RIDERS)
    throw new WrongInput({
      zh: `名单有${grouped(reading.facts.count, 0)}行，一张 Excel 表最多放${grouped(MOST_RIDERS, 0)}名骑手的结果。请分成几个文件。`,
      en: `The list has ${grouped(reading.facts.count, 0)} rows; a sheet holds the results of ${grouped(MOST_RIDERS, 0)} riders. Please split the file.`,
    });
  const batch = new SubsidyBatch({ reading, vocabulary, subsidies, options, forAll, language });
  const lines =
    json === undefined
      ? null
      : RidersJson.begin(await jsonSink(json, terminal, outputs), reading, { options, forAll }, { vocabulary, facts });
  const progress = new Progress(batch.count, language);
  for (const judged of batch.rows()) {
    await lines?.add(judged);
    progress.step();
    await progress.breathe();
  }
  progress.end();
  const tally = batch.tally();
  await lines?.finish(tally);
  if (wanted.budget && batch.summary().month === null)
    throw new WrongInput({
      zh: "没有一行有缴费月份，没法测算。请在表里填上，或用 --month 给一个月份。",
      en: "No row has a month of payment, so there is nothing to budget. Fill it in, or give one with --month.",
    });
  await writeWorkbook(outputs, wanted.out, opened.file.original, batch.sheets(wanted));
  if (saveMap !== undefined) await saveMappingFile(outputs, saveMap, [reading]);
  await outputs.commit();
  report(wanted, reading, tally, say);
  checkLines({ reading, vocabulary }).forEach(say);
  sayWritten(wanted, say);
  return 0;
}

function report({ options, forAll }: RidersArguments, reading: SheetReading, tally: SubsidyTally, say: Say): void {
  const { riders, due, notDue, open, dueWithoutAmount, amount, backPayment, repeated } = tally;
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
  if (repeated > 0) {
    const { zh, en } = repeatedText(repeated);
    say({ zh: `  ${zh}`, en: `  ${en}` });
  }
  if (backPayment !== 0)
    say(
      options.levels === "settled"
        ? {
            zh: `  其中 ${yuan(backPayment)} 元是基数公布后补发的`,
            en: `  ${yuan(backPayment)} yuan of it are paid later, now that the base is published`,
          }
        : {
            zh: `  基数公布后另要补发 ${yuan(backPayment)} 元`,
            en: `  ${yuan(backPayment)} yuan more to be paid later, now that the base is published`,
          },
    );
  say({
    zh: `  近6个月${options.includeCurrent ? "含" : "不含"}当月；${options.levels === "settled" ? "收入和当时已公布的下限比，金额按最终公布的基数" : "收入和金额都按缴费当时已公布的基数"}${forAll.platform === undefined ? "" : `；没有填平台的按${forAll.platform}`}`,
    en: `  the six months ${options.includeCurrent ? "include" : "do not include"} the month of payment; ${options.levels === "settled" ? "incomes against floors known at the time, amounts by the levels that hold in the end" : "incomes and amounts by the levels known at the time"}${forAll.platform === undefined ? "" : `; rows without a platform count as ${forAll.platform}`}`,
  });
  if (reading.unreadable.length > 0)
    say({
      zh: `  ${count(reading.unreadable.length)}个单元格读不出，列在来源表里`,
      en: `  ${count(reading.unreadable.length)} cells could not be read; they are listed among the sources`,
    });
}

const RIDERS: Command = {
  name: "riders",
  input: { zh: "骑手名单.xlsx", en: "riders.xlsx" },
  about: {
    zh: "给骑手名单算社保补贴：谁该发、发多少、为什么，算到分。结果写成新工作簿里的几张表，原文件不改动。",
    en: "The social-insurance subsidy of every rider of a list: who is due one, how much and why, to the fen. Results are sheets of a new workbook; the input stays as it is.",
  },
  options: RIDERS_OPTIONS,
  examples: [
    {
      about: { zh: "算一张名单，写到 骑手名单_补贴.xlsx", en: "a list, judged into riders_补贴.xlsx" },
      words: { zh: "骑手名单.xlsx", en: "riders.xlsx" },
    },
    {
      about: { zh: "名单里没有平台和月份", en: "a list without platforms and months" },
      words: { zh: "骑手名单.csv --scheme 美团 --month 2025-12", en: "riders.csv --scheme meituan --month 2025-12" },
    },
    {
      about: { zh: "另写补发和测算，结果另存 JSON", en: "back payments, budget, and the results as JSON" },
      words: {
        zh: "骑手名单.xlsx --back-payment --budget --json 补贴.json --facts",
        en: "riders.xlsx --back-payment --budget --json riders.json --facts",
      },
    },
  ],
  run: judge,
};

/** Runs the command and gives its exit code: 0 done, 2 the input, an argument or the output is at fault. A bug throws. */
export async function ridersCommand(argv: readonly string[], terminal: Terminal): Promise<0 | 2> {
  return await runCommand(RIDERS, argv, terminal);
}
