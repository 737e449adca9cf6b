/**
 * `npm run cultivate -- IN.xlsx [--sheet NAME] [--as-of YYYY-MM-DD] [--out OUT.xlsx] [--previous RUN.json] [--save-run RUN.json] [--lang zh|en]`
 * writes the cultivation library, the effect of the last change of rules, figures to compare with, and growth plans for those nearly there.
 * Exit codes: 0 done, 2 an input (or an argument) could not be read, 1 a bug.
 */
import { readFile, writeFile } from "node:fs/promises";
import { basename, extname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { benchmarkSheet } from "../cultivation/benchmark-table";
import { measureSheet } from "../cultivation/benchmarks";
import type { CultivationContext } from "../cultivation/context";
import { SheetDiagnosis } from "../cultivation/diagnosis";
import { EditionImpact, lastChange } from "../cultivation/edition-impact";
import { growthPlan } from "../cultivation/growth-plan";
import { impactSheets } from "../cultivation/impact-tables";
import { LIST_NAMES, LibraryBuilder, LISTS, type Library } from "../cultivation/library";
import { librarySheets } from "../cultivation/library-tables";
import { loadCultivation } from "../cultivation/load-cultivation";
import { plansTable } from "../cultivation/plan-sheets";
import { runChanges, type RunChanges } from "../cultivation/run-changes";
import { packRun, readRun, snapshotOf, type RunSnapshot } from "../cultivation/run-snapshot";
import { SeedError } from "../policy/seed-file";
import type { Text } from "../policy/vocabulary";
import { serialOfIso } from "../rules/calendar";
import type { ResultSheet } from "../sheet/result-sheet";
import { SheetScoring } from "../sheet/score-sheet";
import type { Language } from "../sheet/score-tables";
import { chooseReading } from "./choose-reading";
import { Progress } from "./progress";
import { loadRelease, readSeedFiles } from "./read-seeds";
import { readWorkbook } from "./read-workbook";
import type { Terminal } from "./score-command";
import { systemErrorCode } from "./system-error";
import { UnreadableFile } from "./unreadable-file";
import { UnwritableFile, unwritable, writeWorkbook } from "./write-workbook";

const USAGE: Text = {
  zh: "用法：npm run cultivate -- 企业名单.xlsx [--sheet 表名] [--as-of 2026-11-21] [--out 结果.xlsx] [--previous 上次.json] [--save-run 本次.json] [--lang zh|en]",
  en: "Usage: npm run cultivate -- book.xlsx [--sheet NAME] [--as-of 2026-11-21] [--out out.xlsx] [--previous last.json] [--save-run this.json] [--lang zh|en]",
};

/** Something the user can put right. */
class CannotCultivate extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

interface Arguments {
  readonly input: string;
  readonly sheet: string | undefined;
  readonly asOf: string;
  readonly out: string;
  readonly previous: string | undefined;
  readonly saveRun: string | undefined;
}

/** Known before the arguments are read, because what is wrong with them is said in this language too. */
function languageOf(argv: readonly string[]): Language {
  const at = argv.indexOf("--lang");
  return argv.includes("--lang=en") || (at >= 0 && argv[at + 1] === "en") ? "en" : "zh";
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
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
    throw new CannotCultivate({ zh: `参数不对。\n${USAGE.zh}`, en: `Wrong arguments.\n${USAGE.en}` });
  }
}

function argumentsOf(argv: readonly string[], checked: string): Arguments {
  const { values, positionals } = parse(argv);
  const [input, ...more] = positionals;
  if (input === undefined || more.length > 0) throw new CannotCultivate(USAGE);
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
  const ending = extname(input).toLowerCase() === ".xlsm" ? ".xlsm" : ".xlsx";
  const out = values.out ?? `${basename(input, extname(input))}_培育库${ending}`;
  if (![".xlsx", ".xlsm"].includes(extname(out).toLowerCase()))
    throw new CannotCultivate({
      zh: `--out 写出的是 Excel 工作簿，文件名要以 .xlsx 结尾，现在是“${out}”。`,
      en: `--out is an Excel workbook, its name must end in .xlsx; it is "${out}".`,
    });
  const saveRun = values["save-run"];
  const written = [out, ...(saveRun === undefined ? [] : [saveRun])].map((path) => resolve(path));
  if (written.includes(resolve(input)) || new Set(written).size < written.length)
    throw new CannotCultivate({
      zh: "输出文件不能是输入文件，--out 和 --save-run 也不能是同一个文件。请换一个名字。",
      en: "An output can't be the input, nor --out and --save-run the same file. Please choose another name.",
    });
  return { input, sheet: values.sheet, asOf, out, previous: values.previous, saveRun };
}

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

async function cultivate(argv: readonly string[], language: Language, terminal: Terminal): Promise<void> {
  const { policy, vocabulary } = loadRelease();
  const cultivation = loadCultivation(readSeedFiles(), policy, vocabulary);
  const { input, sheet, asOf, out, previous, saveRun } = argumentsOf(argv, policy.checked);
  const before = previous === undefined ? null : await readPrevious(previous);
  const file = await readWorkbook(input, sheet);
  const reading = chooseReading(file, vocabulary, asOf);
  if (reading.kind === "failure") throw new CannotCultivate(reading.message);
  const judgement = { asOf, purpose: "new", assumeGeneral: true } as const;
  const context: CultivationContext = { policy, vocabulary, cultivation, reading, judgement };
  const scoring = new SheetScoring(reading, policy, vocabulary, { ...judgement, plans: 0 });
  if (scoring.ladder.rungTiers.length === 0)
    throw new CannotCultivate({
      zh: `${asOf} 这一天还没有任何一版标准施行，没法评分。请换一个 --as-of 日期。`,
      en: `No edition of any tier was in force on ${asOf}, so nothing can be scored. Please choose another --as-of date.`,
    });
  const library = new LibraryBuilder(context, scoring.ladder);
  const diagnosis = new SheetDiagnosis(context, scoring.ladder);
  const dates = lastChange(policy, asOf, judgement.purpose);
  const impact = dates ? new EditionImpact(context, dates) : null;
  const progress = new Progress(reading.facts.count, language);
  for (const scored of scoring.rows()) {
    library.add(scored);
    diagnosis.add(scored.row, scored.scores);
    impact?.add(scored.row);
    progress.step();
  }
  progress.end();
  const lists = library.finish();
  const changes = before ? runChanges(before, lists, context) : null;
  const tierName = (tier: string): Text => policy.tiers.get(tier)?.name ?? { zh: tier, en: tier };
  const plans = lists.near.map(({ row }) => growthPlan(diagnosis.of(row), context, language));
  const sheets: ResultSheet[] = [
    ...librarySheets(lists, language, tierName, changes),
    plansTable(plans, language),
    ...(impact && dates ? impactSheets(impact.result(), dates, language) : []),
    benchmarkSheet(measureSheet(context), vocabulary, language),
  ];
  await writeWorkbook(out, file.original, sheets);
  if (saveRun !== undefined) await saveText(saveRun, packRun(snapshotOf(lists)));
  report(lists, changes, (text) => terminal.print(text[language]));
  terminal.print(
    {
      zh: `结果已写入 ${out}${saveRun === undefined ? "" : `，本次记录已写入 ${saveRun}`}`,
      en: `Written to ${out}${saveRun === undefined ? "" : `, this run's record to ${saveRun}`}`,
    }[language],
  );
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
    if (systemErrorCode(error) === "") throw error;
    throw unwritable(path, error);
  }
}

/** Runs the command and gives its exit code: 0 done, 2 an input, an argument or the output is at fault. A bug throws. */
export async function cultivateCommand(argv: readonly string[], terminal: Terminal): Promise<0 | 2> {
  const language = languageOf(argv);
  if (argv.includes("--help") || argv.includes("-h")) {
    terminal.print(USAGE[language]);
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
