/**
 * `npm run cultivate`: the cultivation library, growth plans ready to be printed, the effect of the last change of rules, figures to
 * compare with.
 */
import { readFile } from "node:fs/promises";
import type { CultivationContext } from "../cultivation/context";
import type { GrowthPlan } from "../cultivation/growth-plan";
import { LIST_NAMES, LISTS, type Library } from "../cultivation/library";
import { planPage, PlanPages, plansTable } from "../cultivation/plan-sheets";
import type { RunChanges } from "../cultivation/run-changes";
import { packRun, readRun, type RunSnapshot } from "../cultivation/run-snapshot";
import { SheetCultivation } from "../cultivation/sheet-cultivation";
import { nearestId } from "../words/nearest-id";
import type { PageSheet } from "../sheet/results/page-sheet";
import type { ResultSheet } from "../words/result-sheet";
import type { Language } from "../words/text";
import { CULTIVATE_OPTIONS, cultivateArguments, type CultivateArguments } from "./cultivate-arguments";
import { writeCultivateJson } from "./cultivate-json";
import { releaseFor } from "./draft-option";
import { runCommand, type Call, type Command } from "./kit/command";
import { jsonSink } from "./kit/json-rows";
import { openList, readList, sayerOf, sayWritten } from "./kit/list-input";
import type { Say, Terminal } from "./kit/terminal";
import { WrongInput } from "./kit/wrong-input";
import { saveMappingFile } from "./mapping-file";
import { Progress } from "./progress";
import { loadRelease, ownCultivation } from "./read-seeds";
import { systemErrorCode } from "./system-error";
import { readingLines } from "./told-reading";
import { writeWorkbook } from "./write-workbook";
import { sheetRowOf, sheetRowText } from "../sheet/reading/sheet-row";

/** A plan takes some 70 rows and 150 merged cells: more of them and Excel takes minutes to open the file. */
const MOST_PLANS = 2000;
/** Names listed where a name fits several enterprises. */
const MOST_NAMES = 5;

async function readPrevious(path: string): Promise<RunSnapshot> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (systemErrorCode(error) === "") throw error;
    throw new WrongInput({
      zh: `打不开上次的记录“${path}”。请检查文件名和位置。`,
      en: `The last run's record "${path}" can't be opened. Please check its name and place.`,
    });
  }
  const run = readRun(text);
  if ("kind" in run) throw new WrongInput({ zh: `“${path}”：${run.message.zh}`, en: `"${path}": ${run.message.en}` });
  return run;
}

/** The sheet scored to the end, with progress for whoever watches. */
function scored(context: CultivationContext, language: Language): SheetCultivation {
  const { asOf } = context.judgement;
  const sheet = new SheetCultivation(context);
  if (sheet.ladder.rungTiers.length === 0)
    throw new WrongInput({
      zh: `${asOf} 这一天还没有任何一版标准施行，没法评分。请换一个 --as-of 日期。`,
      en: `No edition of any tier was in force on ${asOf}, so nothing can be scored. Please choose another --as-of date.`,
    });
  const progress = new Progress(context.reading.facts.count, language);
  for (const { row } of sheet.rows()) if (row >= 0) progress.step();
  progress.end();
  return sheet;
}

/** The row that a name or a credit code stands for. */
function rowNamed(sheet: SheetCultivation, wanted: string): number {
  const rows = sheet.find(wanted);
  const [row, ...others] = rows;
  const { reading } = sheet.context;
  const { names, sheet: place } = reading;
  if (row === undefined) {
    const near = nearestId(wanted, names);
    throw new WrongInput({
      zh: `“${place}”里没有找到“${wanted}”。${near === null ? "请核对企业名称或统一社会信用代码。" : `是不是“${near}”？`}`,
      en: `There is no "${wanted}" in "${place}". ${near === null ? "Please check the name or credit code." : `Is it "${near}"?`}`,
    });
  }
  if (others.length > 0) {
    const list = rows.slice(0, MOST_NAMES).map((one) => {
      const { zh, en } = sheetRowText(sheetRowOf(reading, one));
      return {
        zh: `${zh.replaceAll(" ", "")}“${names[one] ?? ""}”`,
        en: `${en.replace(/^Row/, "row")} "${names[one] ?? ""}"`,
      };
    });
    const more = rows.length > MOST_NAMES;
    throw new WrongInput({
      zh: `“${wanted}”对得上${rows.length}家企业：${list.map(({ zh }) => zh).join("、")}${more ? "等" : ""}。请写全称或统一社会信用代码。`,
      en: `"${wanted}" fits ${rows.length} enterprises: ${list.map(({ en }) => en).join(", ")}${more ? " …" : ""}. Please give the whole name or the credit code.`,
    });
  }
  return row;
}

/** Pages of the enterprises asked for, each on a sheet of its own; all of them on one, with a table of all. */
function planSheets(
  sheet: SheetCultivation,
  wanted: CultivateArguments["plans"],
  language: Language,
): (PageSheet | ResultSheet)[] {
  if (wanted !== "all") return wanted.map((name) => planPage(sheet.plan(rowNamed(sheet, name), language), language));
  const { count } = sheet.context.reading.facts;
  if (count > MOST_PLANS)
    throw new WrongInput({
      zh: `表里有${count}家企业，一次最多写${MOST_PLANS}份成长方案。请用 --plan 写出要哪几家，或把名单分成几张表。`,
      en: `The sheet has ${count} enterprises; at most ${MOST_PLANS} growth plans are written at a time. Please name some with --plan, or split the list.`,
    });
  const pages = new PlanPages({ zh: "评分_成长方案", en: "评分_Growth plans" }[language], count);
  const plans: GrowthPlan[] = [];
  const progress = new Progress(count, language);
  for (let row = 0; row < count; row += 1) {
    const plan = sheet.plan(row, language);
    plans.push(plan);
    pages.add(plan);
    progress.step();
  }
  progress.end();
  return [pages.sheet(), plansTable(plans, language)];
}

async function cultivate({ given, input, language, terminal, outputs }: Call): Promise<0> {
  const wanted = cultivateArguments(given, input, loadRelease());
  const cultivation = ownCultivation();
  const { asOf, place, out, previous, saveRun, saveMap, json, facts } = wanted;
  const before = previous === undefined ? null : await readPrevious(previous);
  const say = sayerOf(wanted, language, terminal);
  const release = await releaseFor(wanted.draft, input, { asOf, purpose: "new" }, say);
  const { policy, vocabulary } = release;
  const opened = await openList(wanted, say);
  const reading = readList(opened, vocabulary, { asOf, place }, say);
  const judgement = { asOf, purpose: "new", assumeGeneral: true, place } as const;
  const context = { policy, vocabulary, cultivation, reading, judgement };
  const sheet = scored(context, language);
  const changes = before ? sheet.changesSince(before) : null;
  const sheets = [
    ...(wanted.library ? sheet.librarySheets(language, changes) : []),
    ...planSheets(sheet, wanted.plans, language),
    ...(wanted.impact ? sheet.impactSheets(language) : []),
    ...(wanted.benchmarks ? [sheet.benchmarkSheet(language)] : []),
  ];
  const { sheetNames } = await writeWorkbook(outputs, out, opened.file.original, sheets);
  if (json !== undefined)
    await writeCultivateJson(await jsonSink(json, terminal, outputs), context, sheet.library, { changes, facts });
  if (saveRun !== undefined) await outputs.add(saveRun, packRun(sheet.snapshot()));
  if (saveMap !== undefined) await saveMappingFile(outputs, saveMap, [reading]);
  await outputs.commit();
  if (sheet.library.draft !== null) say(sheet.library.draft);
  if (wanted.library) report(sheet.library, changes, say);
  readingLines({ reading, vocabulary }).forEach(say);
  sayWritten(wanted, say, sheetNames);
  if (saveRun !== undefined) say({ zh: `本次记录已写入 ${saveRun}`, en: `This run's record is in ${saveRun}` });
  return 0;
}

function report(lists: Library, changes: RunChanges | null, say: Say): void {
  say({
    zh: `培育库：${lists.rows}家企业，评分基准日${lists.asOf}。`,
    en: `Cultivation library: ${lists.rows} enterprises as of ${lists.asOf}.`,
  });
  for (const list of LISTS) {
    const firms = new Set(lists[list].map(({ row }) => row)).size;
    const { zh, en } = LIST_NAMES[list];
    say({ zh: `  ${zh}：${firms}家`, en: `  ${en}: ${firms}` });
  }
  if (!changes) return;
  for (const { name, from, to } of changes.editions)
    say({
      zh: `  标准换版：${name.zh} ${from ?? "无"} → ${to ?? "无"}`,
      en: `  Rules changed: ${name.en} ${from ?? "none"} → ${to ?? "none"}`,
    });
  say({
    zh: `  与 ${changes.before} 相比：${changes.firms.length}家有变化，${changes.unchanged}家没有变化`,
    en: `  Against ${changes.before}: ${changes.firms.length} changed, ${changes.unchanged} did not`,
  });
}

const CULTIVATE: Command = {
  name: "cultivate",
  input: { zh: "企业名单.xlsx", en: "book.xlsx" },
  about: {
    zh: "给一张企业名单做一企一策，结果写进新的工作簿，原文件不改动。",
    en: "One enterprise, one policy: reads a list of enterprises and writes a new workbook; the input stays as it is.",
  },
  options: CULTIVATE_OPTIONS,
  examples: [
    {
      about: { zh: "培育库，记下这次，下次好比", en: "the library, kept for the next comparison" },
      words: {
        zh: "企业名单.xlsx --library --save-run 十一月.json",
        en: "book.xlsx --library --save-run november.json",
      },
    },
    {
      about: { zh: "一家企业的成长方案", en: "the growth plan of one enterprise" },
      words: {
        zh: "企业名单.xlsx --plan 示例一号有限公司 --out 成长方案.xlsx",
        en: 'book.xlsx --plan "Example One Ltd" --out plan.xlsx',
      },
    },
    {
      about: { zh: "每家企业该做什么，存成 JSON", en: "what every enterprise is told to do, as JSON" },
      words: { zh: "企业名单.xlsx --json 培育.json --facts", en: "book.xlsx --json library.json --facts" },
    },
  ],
  run: cultivate,
};

/** Runs the command and gives its exit code: 0 done, 2 an input, an argument or the output is at fault. A bug throws. */
export async function cultivateCommand(argv: readonly string[], terminal: Terminal): Promise<0 | 2> {
  return await runCommand(CULTIVATE, argv, terminal);
}
