/** `npm run score`: the enterprises of a sheet against the ladder, written beside the sheet. */
import { placesUnknown } from "../sheet/results/place-text";
import { availableParallelism } from "node:os";
import { basename } from "node:path";
import type { Vocabulary } from "../language/vocabulary";
import { slotText } from "../engine/rows/explain";
import type { Tally } from "../sheet/results/row-counts";
import { SheetScoring } from "../sheet/results/score-sheet";
import { MOST_ROWS } from "../sheet/results/continued-sheets";
import { waitingText, waitingVerdicts } from "../sheet/results/waiting-verdicts";
import type { LongSheet, ResultSheet } from "../words/result-sheet";
import type { Language } from "../words/text";
import { identitiesOf, maskedLists, maskedReading, type MaskedLists } from "../sharing/copy/masked-book";
import { maskResult } from "../sharing/masking/masked-grid";
import { runSheets } from "../sharing/result-sheets";
import { newMasker, withoutNames, writeMaskedCopy, writeNativeCopy } from "./copies";
import { releaseFor } from "./draft-option";
import { runCommand, type Call, type Command } from "./kit/command";
import type { Explained } from "./kit/help-text";
import { jsonSink, type JsonSink } from "./kit/json-rows";
import { openList, readList, sayerOf, sayWritten } from "./kit/list-input";
import type { Say, Terminal } from "./kit/terminal";
import { WrongInput } from "./kit/wrong-input";
import { saveMappingFile } from "./mapping-file";
import { programVersion } from "./program-version";
import { quickPrint } from "./quick-print";
import { preparedGrids } from "./prepared-grids";
import { loadRelease } from "./read-seeds";
import { SCORE_OPTIONS, scoreArguments, TIERS } from "./score-arguments";
import { ScoreJson } from "./score-json";
import { scoredList } from "./scored-list";
import type { StartThread } from "./threads/score-threads";
import { tiersGiven } from "./tiers-option";
import { readingLines } from "./told-reading";
import { writeWorkbook } from "./write-workbook";

/** Below so many rows other threads take longer to start than they save. */
const ROWS_FOR_THREADS = 20_000;
/** What they find is written by one; more than so many would wait for it. */
const MOST_THREADS = 4;

/** From so many enterprises on their gaps, some six lines each, may not fit on one sheet. */
const MAY_GO_ON = 100_000;

async function score(call: Call, start: StartThread | null): Promise<0> {
  const { given, input, language, terminal, outputs } = call;
  const wanted = scoreArguments(given, input, loadRelease());
  if (wanted.engine === "duckdb") {
    const { scoreInDuck } = await import("./sql/duck-score");
    return await scoreInDuck(call, wanted);
  }
  const { options, out, json, native, masked, facts, saveMap } = wanted;
  const say = sayerOf(wanted, language, terminal);
  const release = await releaseFor(wanted.draft, input, options, say);
  const { policy, vocabulary } = release;
  const opened = await openList(wanted, say);
  const { file, mappingOf } = opened;
  const known = { vocabulary, asOf: options.asOf, mappingOf, hidden: file.hiddenSheets };
  const grids = masked ? preparedGrids(file.grids, known, wanted.masking) : file.grids;
  const { asOf, assumeGeneral: blanksMeanNone, place } = options;
  const chosen = readList(
    { ...opened, file: { ...file, grids } },
    vocabulary,
    { asOf, blanksMeanNone, place: place ?? null },
    say,
  );
  const masker = masked ? newMasker() : null;
  const reading = masker === null ? chosen : maskedReading(chosen, masker);
  const lists = masker === null ? null : maskedLists(grids, { ...known, ...wanted.masking }, masker);
  const masking = masker === null ? null : { masker, identities: identitiesOf(file.grids, masker) };
  const scoring = new SheetScoring(reading, policy, vocabulary, options);
  if (scoring.ladder.editions.length === 0)
    throw new WrongInput({
      zh: `${options.asOf} 这一天还没有任何一版标准施行，没法评分。请换一个 --as-of 日期。`,
      en: `No edition of any tier was in force on ${options.asOf}, so nothing can be scored. Please choose another --as-of date.`,
    });
  const tiers = tiersGiven(given, TIERS, scoring.ladder.editions, policy);
  const ruleSets = scoring.ladder.used.filter(({ tier }) => tiers === null || tiers.includes(tier));
  const waiting = waitingVerdicts(reading, policy, vocabulary, options);
  const context = { vocabulary, reading, ladder: scoring.ladder, language, purpose: options.purpose };
  const sinkOf = async (path: string): Promise<JsonSink> => {
    const sink = await jsonSink(path, terminal, outputs);
    return masking === null ? sink : withoutNames(sink, masking.identities, path);
  };
  const lines =
    json === undefined ? null : ScoreJson.begin(await sinkOf(json), scoring, options, { vocabulary, facts });
  if (reading.facts.count >= MAY_GO_ON) sayGoesOn(reading.facts.count, say);
  const count = threadsFor(reading.facts.count, wanted.threads);
  const { tables, prints } = await scoredList(
    { scoring, options, release: { policy, vocabulary }, language, json: lines },
    start === null || count === 0 ? null : { start, count },
  );
  await lines?.finish();
  const tally = scoring.tally();
  const circumstances = { version: programVersion(), mapping: mappingOf(reading.sheet), print: quickPrint };
  const written = runSheets({
    ...context,
    waiting,
    tables,
    prints,
    options,
    tally,
    fileName: masked ? "" : basename(input),
    circumstances,
  });
  const { title, subtitle, summary, results, gaps, sources, provenance } = written;
  // A masked copy can't be checked against names it does not hold.
  const sheets: readonly LongSheet[] = [summary, results, ...gaps, sources, ...(masked ? [] : [provenance])];
  let names: readonly string[];
  if (native) {
    const explaining = [masker === null ? sources : maskResult(sources, masker)];
    const nativeOptions = { ...context, ...options, ruleSets, rungs: policy.rungs };
    names = await writeNativeCopy(outputs, out, reading, nativeOptions, explaining, masking);
  } else if (masking === null || lists === null) {
    names = (await writeWorkbook(outputs, out, file.original, sheets)).sheetNames;
  } else {
    names = await writeMaskedCopy(outputs, out, lists, sheets.map(inMemory), masking);
  }
  if (saveMap !== undefined) await saveMappingFile(outputs, saveMap, [chosen]);
  await outputs.commit();

  say(title);
  say(subtitle);
  sayTally(tally, scoring, vocabulary, say);
  const placeless = placesUnknown(reading);
  if (placeless !== null) say(placeless.message);
  const sourcesName = names.find((name) => name.startsWith(sources.name)) ?? "";
  say({
    zh: `读表：${reading.assumptions.length}条假设，${reading.warnings.length}条请核对，${reading.unreadable.length}个单元格读不出，详见“${sourcesName}”。`,
    en: `Reading: ${reading.assumptions.length} assumptions, ${reading.warnings.length} warnings, ${reading.unreadable.length} unreadable cells; see "${sourcesName}".`,
  });
  if (reading.doubts.length > 0) say(waitingText(reading, waiting));
  const byDoubt = waiting?.byDoubt;
  readingLines({ reading, vocabulary, ...(byDoubt === undefined ? {} : { waiting: byDoubt }) }).forEach(say);
  if (lists !== null && !native) sayLeftOut(lists, say);
  sayWritten(wanted, say);
  return 0;
}

/** A sheet with all its rows, for whoever looks at them at will. */
function inMemory(sheet: LongSheet): ResultSheet {
  return { ...sheet, rows: [...sheet.rows] };
}

/** Said before a run whose results may be longer than a sheet. */
function sayGoesOn(rows: number, say: Say): void {
  say({
    zh: `名单有 ${rows} 家，要算一阵子。一张表最多 ${MOST_ROWS} 行，结果放不下时接着写在名字后带 (2)、(3) 的表里。`,
    en: `${rows} enterprises take a while. A sheet holds ${MOST_ROWS} rows; what does not fit goes on on sheets with (2), (3) behind their names.`,
  });
}

/** How many threads score; none where there are too few rows for them to be worth their start. */
function threadsFor(rows: number, wished: number | null): number {
  return wished ?? (rows < ROWS_FOR_THREADS ? 0 : Math.min(MOST_THREADS, availableParallelism()));
}

/** What the masked copy does not hold, and how a column may stay. */
function sayLeftOut({ leftOut, leftOutColumns }: MaskedLists, say: Say): void {
  if (leftOut.length > 0)
    say({
      zh: `没有放进脱敏副本的工作表（隐藏的，或读不出名单，说不准里面有没有名称）：${leftOut.join("、")}`,
      en: `Sheets left out of the masked copy, because they are hidden or no list was recognised in them: ${leftOut.join(", ")}`,
    });
  if (leftOutColumns.length === 0) return;
  const columns = leftOutColumns.map(({ sheet, column, heading }) =>
    `${sheet}!${column} ${heading.replace(/\s+/g, " ")}`.trim(),
  );
  say({
    zh: `没有放进脱敏副本的列（没认出来的文字，可能写着名称）：${columns.join("、")}。要留下哪一列，加 --keep-column 栏名。`,
    en: `Columns left out of the masked copy, because their text may name somebody: ${columns.join(", ")}. --keep-column HEADING keeps one.`,
  });
}

function sayTally(tally: Tally, { ladder, reading }: SheetScoring, vocabulary: Vocabulary, say: Say): void {
  for (const { tier, name } of [...ladder.editions].reverse()) {
    const count = tally.highest.get(tier);
    if (count !== undefined) say({ zh: `  ${name.zh}：${count}家`, en: `  ${name.en}: ${count}` });
  }
  const none = tally.highest.get("") ?? 0;
  say({
    zh: `  尚未达到任何层级：${none}家，其中${tally.open}家数据不够、还说不准`,
    en: `  none yet: ${none}, of which ${tally.open} can't be told for lack of data`,
  });
  const most = [...tally.missing].slice(0, 5);
  if (most.length === 0) return;
  const list = (which: Language): string =>
    most
      .map(([slot, rows]) => `${slotText(slot, vocabulary, reading.t)[which]} (${rows})`)
      .join(which === "zh" ? "、" : ", ");
  say({ zh: `最能定结果的待补数据：${list("zh")}`, en: `Missing cells that would decide most: ${list("en")}` });
}

const SCORE: Explained = {
  name: "score",
  input: { zh: "企业名单.xlsx", en: "book.xlsx" },
  about: {
    zh: "给企业名单打分：每家企业在专精特新梯度上到了哪一级，还差什么。结果写成新工作簿里的几张表，原文件不改动。\n能读 .xlsx、.xlsm、.csv，以及 .xls、.xlsb、.ods、.et 等。",
    en: "Scores a list of enterprises: the rung each has reached, and what is missing for the next. Results are sheets of a new workbook; the input stays as it is.\nReads .xlsx, .xlsm, .csv, and .xls, .xlsb, .ods, .et and others.",
  },
  options: SCORE_OPTIONS,
  examples: [
    {
      about: { zh: "评一张名单，写到 企业名单_评分.xlsx", en: "a list, scored into list_评分.xlsx" },
      words: { zh: "企业名单.xlsx", en: "list.xlsx" },
    },
    {
      about: { zh: "按复核、按年底评，另存 JSON", en: "for a review, as of the year's end, as JSON too" },
      words: {
        zh: "企业名单.xlsx --purpose review --as-of 2026-12-31 --json 复核.json",
        en: "list.xlsx --purpose review --as-of 2026-12-31 --json review.json",
      },
    },
    {
      about: {
        zh: "有列拿不准：写出对应关系，改好再评",
        en: "doubtful columns: write the mapping, edit it, score again",
      },
      words: { zh: "企业名单.xlsx --save-map 对应.json", en: "list.xlsx --save-map map.json" },
    },
    {
      about: { zh: "只含小巨人和专精特新的透明评分表", en: "plain formulas of two tiers" },
      words: {
        zh: "企业名单.xlsx --native --tiers little-giant,specialized",
        en: "list.xlsx --native --tiers little-giant,specialized",
      },
    },
  ],
};

/**
 * Runs the command and gives its exit code: 0 scored, 2 the input, an argument or the output is at fault. A bug throws.
 * @param start makes other threads to score; without it everything is done on this one
 */
export async function scoreCommand(
  argv: readonly string[],
  terminal: Terminal,
  start: StartThread | null = null,
): Promise<0 | 2> {
  // A folder of Parquet files is many words once the shell has looked into it.
  const anyFiles = argv.some(
    (word, at) => word === "--engine=duckdb" || (word === "duckdb" && argv[at - 1] === "--engine"),
  );
  const command: Command = { ...SCORE, anyFiles, run: (call) => score(call, start) };
  return await runCommand(command, argv, terminal);
}
