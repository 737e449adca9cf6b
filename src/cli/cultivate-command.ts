/**
 * `npm run cultivate -- IN.xlsx [--library] [--plan NAME | --plans] [--impact] [--benchmarks] [--out OUT.xlsx] …`: the cultivation library,
 * growth plans ready to be printed, the effect of the last change of rules, figures to compare with; `--help` lists everything.
 * Exit codes: 0 done, 2 an input (or an argument) could not be read, 1 a bug.
 */
import { readFile, writeFile } from "node:fs/promises";
import type { CultivationContext } from "../cultivation/context";
import type { GrowthPlan } from "../cultivation/growth-plan";
import { LIST_NAMES, LISTS, type Library } from "../cultivation/library";
import { loadCultivation } from "../cultivation/load-cultivation";
import { planPage, PlanPages, plansTable } from "../cultivation/plan-sheets";
import type { RunChanges } from "../cultivation/run-changes";
import { packRun, readRun, type RunSnapshot } from "../cultivation/run-snapshot";
import { SheetCultivation } from "../cultivation/sheet-cultivation";
import { SeedError } from "../policy/seed-file";
import type { Text } from "../policy/vocabulary";
import { nearestId } from "../rules/nearest-id";
import type { PageSheet } from "../sheet/results/page-sheet";
import type { ResultSheet } from "../sheet/results/result-sheet";
import type { Language } from "../sheet/results/score-tables";
import { readBook } from "../sheet/reading/read-book";
import { argumentsOf, CannotCultivate, HELP, type CultivateArguments } from "./cultivate-arguments";
import { Progress } from "./progress";
import { loadRelease, readSeedFiles } from "./read-seeds";
import { sayConverted } from "./other-formats/converted-note";
import { readWorkbook } from "./read-workbook";
import { readingLines } from "./told-reading";
import type { Terminal } from "./score-command";
import { systemErrorCode } from "./system-error";
import { UnreadableFile } from "./unreadable-file";
import { UnwritableFile, unwritable, writeWorkbook } from "./write-workbook";
import { languageOf } from "./language-argument";

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
    throw new CannotCultivate({
      zh: `打不开上次的记录“${path}”。请检查文件名和位置。`,
      en: `The last run's record "${path}" can't be opened. Please check its name and place.`,
    });
  }
  const run = readRun(text);
  if ("kind" in run)
    throw new CannotCultivate({ zh: `“${path}”：${run.message.zh}`, en: `"${path}": ${run.message.en}` });
  return run;
}

/** The sheet scored to the end, with progress for whoever watches. */
function scored(context: CultivationContext, language: Language): SheetCultivation {
  const { asOf } = context.judgement;
  const sheet = new SheetCultivation(context);
  if (sheet.ladder.rungTiers.length === 0)
    throw new CannotCultivate({
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
  const { names, rowNumbers, sheet: place } = sheet.context.reading;
  if (row === undefined) {
    const near = nearestId(wanted, names);
    throw new CannotCultivate({
      zh: `“${place}”里没有找到“${wanted}”。${near === null ? "请核对企业名称或统一社会信用代码。" : `是不是“${near}”？`}`,
      en: `There is no "${wanted}" in "${place}". ${near === null ? "Please check the name or credit code." : `Is it "${near}"?`}`,
    });
  }
  if (others.length > 0) {
    const list = rows.slice(0, MOST_NAMES).map((one) => ({
      zh: `第${rowNumbers[one] ?? 0}行“${names[one] ?? ""}”`,
      en: `row ${rowNumbers[one] ?? 0} "${names[one] ?? ""}"`,
    }));
    const more = rows.length > MOST_NAMES;
    throw new CannotCultivate({
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
    throw new CannotCultivate({
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

async function cultivate(argv: readonly string[], language: Language, terminal: Terminal): Promise<void> {
  const { policy, vocabulary } = loadRelease();
  const wanted = argumentsOf(argv, policy.checked);
  const cultivation = loadCultivation(readSeedFiles(), policy, vocabulary);
  const { input, asOf, out, previous, saveRun } = wanted;
  const before = previous === undefined ? null : await readPrevious(previous);
  const file = await readWorkbook(input, wanted.sheet);
  sayConverted(file, input, (text) => terminal.print(text[language]));
  const reading = readBook(file.grids, vocabulary, { asOf, hidden: file.hiddenSheets, notAskedFor: file.notAskedFor });
  if (reading.kind === "failure") throw new CannotCultivate(reading.message);
  const judgement = { asOf, purpose: "new", assumeGeneral: true } as const;
  const sheet = scored({ policy, vocabulary, cultivation, reading, judgement }, language);
  const changes = before ? sheet.changesSince(before) : null;
  const sheets = [
    ...(wanted.library ? sheet.librarySheets(language, changes) : []),
    ...planSheets(sheet, wanted.plans, language),
    ...(wanted.impact ? sheet.impactSheets(language) : []),
    ...(wanted.benchmarks ? [sheet.benchmarkSheet(language)] : []),
  ];
  const { sheetNames } = await writeWorkbook(out, file.original, sheets);
  if (saveRun !== undefined) await saveText(saveRun, packRun(sheet.snapshot()));
  const say = (text: Text): void => terminal.print(text[language]);
  if (wanted.library) report(sheet.library, changes, say);
  readingLines({ reading, vocabulary, withMapping: false }).forEach(say);
  say({
    zh: `已写入 ${out}：${sheetNames.join("、")}`,
    en: `Written to ${out}: ${sheetNames.join(", ")}`,
  });
  if (saveRun !== undefined) say({ zh: `本次记录已写入 ${saveRun}`, en: `This run's record is in ${saveRun}` });
}

function report(lists: Library, changes: RunChanges | null, say: (text: Text) => void): void {
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

async function saveText(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** Runs the command and gives its exit code: 0 done, 2 an input, an argument or the output is at fault. A bug throws. */
export async function cultivateCommand(argv: readonly string[], terminal: Terminal): Promise<0 | 2> {
  const language = languageOf(argv);
  if (argv.includes("--help") || argv.includes("-h")) {
    terminal.print(HELP[language]);
    return 0;
  }
  try {
    await cultivate(argv, language, terminal);
    return 0;
  } catch (error) {
    if (error instanceof SeedError) {
      terminal.complain(error.message);
      return 2;
    }
    if (error instanceof CannotCultivate || error instanceof UnreadableFile || error instanceof UnwritableFile) {
      terminal.complain(error.text[language]);
      return 2;
    }
    throw error;
  }
}
