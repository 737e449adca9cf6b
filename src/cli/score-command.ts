/**
 * `npm run score -- IN.xlsx|IN.csv [--sheet NAME] [--as-of YYYY-MM-DD] [--purpose new|review] [--out OUT.xlsx] [--json OUT.json]
 * [--native [--tiers a,b]] [--masked]`
 * Exit codes: 0 scored, 2 the input (or an argument) could not be read, 1 a bug.
 */
import { basename, extname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { SeedError } from "../policy/seed-file";
import { serialOfIso } from "../rules/calendar";
import type { Policy, Purpose } from "../policy/rule-set";
import type { Text } from "../policy/vocabulary";
import { slotText } from "../rules/explain";
import { SheetScoring, type ScoreOptions } from "../sheet/results/score-sheet";
import { waitingText, waitingVerdicts } from "../sheet/results/waiting-verdicts";
import { ScoreTables, type Language } from "../sheet/results/score-tables";
import { maskedReading } from "../share/copy/masked-book";
import { maskResult } from "../share/masked-copy";
import { runSheets } from "../share/result-sheets";
import { readBook } from "../sheet/reading/read-book";
import { chosenTiers, copyName, newMasker, writeMaskedCopy, writeNativeCopy } from "./copies";
import { readMappingFile, saveMappingFile } from "./mapping-file";
import { programVersion } from "./program-version";
import { Progress } from "./progress";
import { loadRelease } from "./read-seeds";
import { systemErrorCode } from "./system-error";
import { sayConverted } from "./other-formats/converted-note";
import { readWorkbook } from "./read-workbook";
import { fileSink, ScoreJson, type JsonSink } from "./score-json";
import { readingLines } from "./told-reading";
import { UnreadableFile } from "./unreadable-file";
import { UnwritableFile, writeWorkbook } from "./write-workbook";
import { languageOf } from "./language-argument";

const USAGE: Text = {
  zh: "用法：npm run score -- 企业名单.xlsx [--sheet 表名] [--as-of 2026-11-21] [--purpose new|review] [--out 结果.xlsx] [--json 结果.json|-] [--facts] [--map map.json] [--save-map map.json] [--native] [--tiers little-giant,specialized] [--masked] [--no-assume] [--lang zh|en]\n  --json -  写到标准输出；--facts 每家另写出读到的各项数据\n  --save-map  写出各列的对应关系（标题、项目、年份、单位），改好后用 --map 再读\n  --native  写成透明评分表：全部是普通公式，不装加载项也能重算（--tiers 只要其中几个层级）\n  --masked  写成脱敏副本：企业名称、信用代码和个人信息换成代号，只留数值",
  en: "Usage: npm run score -- book.xlsx [--sheet NAME] [--as-of 2026-11-21] [--purpose new|review] [--out out.xlsx] [--json out.json|-] [--facts] [--map map.json] [--save-map map.json] [--native] [--tiers little-giant,specialized] [--masked] [--no-assume] [--lang zh|en]\n  --json -  to standard output; --facts adds what was read of each enterprise\n  --save-map  writes how each column was read (heading, field, year, unit); edited, --map applies it again\n  --native  a copy in plain formulas that recalculates without the add-in (--tiers keeps some tiers only)\n  --masked  a copy with pseudonyms for enterprises, credit codes and persons, values only",
};

/** Something the user can put right: a wrong argument or an input that can't be read. */
class CannotScore extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

interface Arguments {
  readonly input: string;
  readonly sheet: string | undefined;
  readonly options: ScoreOptions;
  readonly out: string;
  readonly json: string | undefined;
  readonly native: boolean;
  readonly tiers: string | undefined;
  readonly masked: boolean;
  readonly facts: boolean;
  readonly map: string | undefined;
  readonly saveMap: string | undefined;
}

function argumentsOf(argv: readonly string[], policy: Policy): Arguments {
  const { values, positionals } = parse(argv);
  const [input, ...more] = positionals;
  if (input === undefined || more.length > 0) throw new CannotScore(USAGE);
  if (values.lang !== undefined && values.lang !== "zh" && values.lang !== "en") {
    throw new CannotScore({
      zh: `--lang 只能是 zh 或 en，现在是“${values.lang}”。`,
      en: `--lang is zh or en, it is "${values.lang}".`,
    });
  }
  const asOf = values["as-of"] ?? policy.checked;
  if (serialOfIso(asOf) === null) {
    throw new CannotScore({
      zh: `--as-of 要写成 2026-11-21 这样真实存在的日期，现在是“${asOf}”。`,
      en: `--as-of must be a real date such as 2026-11-21, it is "${asOf}".`,
    });
  }
  // A workbook with macros keeps its kind; Excel refuses one that is named .xlsx.
  const ending = extname(input).toLowerCase() === ".xlsm" ? ".xlsm" : ".xlsx";
  const native = values.native === true;
  const masked = values.masked === true;
  if (values.tiers !== undefined && !native) {
    throw new CannotScore({
      zh: "--tiers 和 --native 一起用：选透明评分表里要哪几个层级。",
      en: "--tiers goes with --native: it chooses the tiers of the copy in plain formulas.",
    });
  }
  const copy = native ? "透明评分表" : masked ? "脱敏" : null;
  const out =
    values.out ?? (copy === null ? `${basename(input, extname(input))}_评分${ending}` : copyName(input, copy));
  // A copy is written afresh, without the macros of the original.
  if (copy !== null && extname(out).toLowerCase() === ".xlsm") {
    throw new CannotScore({
      zh: `副本里没有宏，文件名要以 .xlsx 结尾，现在是“${out}”。`,
      en: `The copy holds no macros, its name must end in .xlsx; it is "${out}".`,
    });
  }
  if (![".xlsx", ".xlsm"].includes(extname(out).toLowerCase())) {
    throw new CannotScore({
      zh: `--out 写出的是 Excel 工作簿，文件名要以 .xlsx 结尾，现在是“${out}”。`,
      en: `--out is an Excel workbook, its name must end in .xlsx; it is "${out}".`,
    });
  }
  const json = values.json;
  const saveMap = values["save-map"];
  if (values.facts === true && json === undefined) {
    throw new CannotScore({
      zh: "--facts 和 --json 一起用：在 JSON 里写出每家读到的数据。",
      en: "--facts goes with --json: it adds what was read of each enterprise.",
    });
  }
  if (values.facts === true && masked) {
    throw new CannotScore({
      zh: "--facts 会写出名称和地区，不能和 --masked 一起用。",
      en: "--facts writes names and places, so it does not go with --masked.",
    });
  }
  for (const path of [out, json, saveMap]) {
    if (path !== undefined && resolve(path) === resolve(input)) {
      throw new CannotScore({
        zh: `“${path}”就是输入文件。输入文件不会被改动，请换一个输出文件名。`,
        en: `"${path}" is the input itself, which is never changed. Please choose another output.`,
      });
    }
  }
  const written = [out, json, saveMap].flatMap((path) => (path === undefined ? [] : [resolve(path)]));
  if (new Set(written).size < written.length) {
    throw new CannotScore({
      zh: `--out、--json、--save-map 里有两个写的是同一个文件。请给它们不同的名字。`,
      en: `Two of --out, --json and --save-map name the same file. Please give them different names.`,
    });
  }
  return {
    input,
    sheet: values.sheet,
    options: {
      asOf,
      purpose: purposeOf(values.purpose ?? "new"),
      assumeGeneral: values["no-assume"] !== true,
      plans: 3,
    },
    out,
    json,
    native,
    tiers: values.tiers,
    masked,
    facts: values.facts === true,
    map: values.map,
    saveMap,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        sheet: { type: "string" },
        "as-of": { type: "string" },
        purpose: { type: "string" },
        out: { type: "string" },
        json: { type: "string" },
        lang: { type: "string" },
        "no-assume": { type: "boolean" },
        native: { type: "boolean" },
        tiers: { type: "string" },
        masked: { type: "boolean" },
        facts: { type: "boolean" },
        map: { type: "string" },
        "save-map": { type: "string" },
      },
    });
  } catch (error) {
    if (!systemErrorCode(error).startsWith("ERR_PARSE_ARGS")) throw error;
    const { zh, en } = USAGE;
    const what = argv.find((word) => word.startsWith("-")) ?? "";
    throw new CannotScore({
      zh: `参数不对，请看“${what}”一带。\n${zh}`,
      en: `Wrong arguments, look around "${what}".\n${en}`,
    });
  }
}

function purposeOf(word: string): Purpose {
  if (word === "new" || word === "review") return word;
  throw new CannotScore({
    zh: `--purpose 只能是 new（新申报）或 review（复核），现在是“${word}”。`,
    en: `--purpose is new or review, it is "${word}".`,
  });
}

async function score(argv: readonly string[], language: Language, terminal: Terminal): Promise<void> {
  const { policy, vocabulary } = loadRelease();
  const { input, sheet, options, out, json, native, tiers, masked, facts, map, saveMap } = argumentsOf(argv, policy);
  const say = (text: Text): void => (json === "-" ? terminal.complain(text[language]) : terminal.print(text[language]));
  const mappingOf = map === undefined ? undefined : await readMappingFile(map);
  const file = await readWorkbook(input, sheet);
  sayConverted(file, input, say);
  const chosen = readBook(file.grids, vocabulary, {
    asOf: options.asOf,
    hidden: file.hiddenSheets,
    notAskedFor: file.notAskedFor,
    ...(mappingOf === undefined ? {} : { mappingOf }),
  });
  if (chosen.kind === "failure") throw new CannotScore(chosen.message);
  const masker = masked ? newMasker() : null;
  const reading = masker === null ? chosen : maskedReading(chosen, masker);
  if (file.hiddenSheets.has(reading.sheet)) {
    say({
      zh: `注意：“${reading.sheet}”是隐藏的工作表，可见的工作表里没有能评的名单。`,
      en: `Note: "${reading.sheet}" is a hidden sheet; no visible sheet holds a list that can be scored.`,
    });
  }
  const scoring = new SheetScoring(reading, policy, vocabulary, options);
  if (scoring.ladder.editions.length === 0) {
    throw new CannotScore({
      zh: `${options.asOf} 这一天还没有任何一版标准施行，没法评分。请换一个 --as-of 日期。`,
      en: `No edition of any tier was in force on ${options.asOf}, so nothing can be scored. Please choose another --as-of date.`,
    });
  }
  const among = chosenTiers(tiers, scoring.ladder.editions);
  if ("wrong" in among) throw new CannotScore(among.wrong);
  const waiting = waitingVerdicts(reading, policy, vocabulary, options);
  const context = { vocabulary, reading, ladder: scoring.ladder, language, purpose: options.purpose, waiting };
  const tables = new ScoreTables(context);
  const sink = json === undefined ? null : json === "-" ? terminalSink(terminal) : await fileSink(json);
  const lines = sink && ScoreJson.begin(sink, scoring, options, facts ? vocabulary : null);
  const progress = new Progress(reading.facts.count, language);
  for (const scored of scoring.rows()) {
    tables.add(scored.row, scored.scores, scored.improvement);
    await lines?.add(scored);
    progress.step();
  }
  progress.end();
  await lines?.finish();
  const tally = scoring.tally();
  const circumstances = { version: programVersion(), mapping: mappingOf?.(reading.sheet) };
  const written = runSheets({ ...context, tables, options, tally, fileName: basename(input), circumstances });
  const { title, subtitle, summary, results, gaps, sources, provenance } = written;
  // A masked copy can't be checked against names it does not hold.
  const sheets = [summary, results, ...gaps, sources, ...(masked ? [] : [provenance])];
  let names: readonly string[];
  let leftOut: readonly string[] = [];
  if (native) {
    const explaining = [masker === null ? sources : maskResult(sources, masker)];
    names = await writeNativeCopy(out, reading, { ...context, ...options, ...among, rungs: policy.rungs }, explaining);
  } else if (masker === null) {
    names = (await writeWorkbook(out, file.original, sheets)).sheetNames;
  } else {
    const copy = await writeMaskedCopy(out, file.grids, { vocabulary, asOf: options.asOf }, sheets, masker);
    names = copy.sheetNames;
    leftOut = copy.leftOut;
  }
  const sourcesName = names.find((name) => name.startsWith(sources.name)) ?? "";

  if (saveMap !== undefined) await saveMappingFile(saveMap, [chosen]);
  say(title);
  say(subtitle);
  for (const { tier, name } of [...scoring.ladder.editions].reverse()) {
    const count = tally.highest.get(tier);
    if (count !== undefined) say({ zh: `  ${name.zh}：${count}家`, en: `  ${name.en}: ${count}` });
  }
  const none = tally.highest.get("") ?? 0;
  say({
    zh: `  尚未达到任何层级：${none}家，其中${tally.open}家数据不够、还说不准`,
    en: `  none yet: ${none}, of which ${tally.open} can't be told for lack of data`,
  });
  const most = [...tally.missing].slice(0, 5);
  if (most.length > 0) {
    const list = (which: Language): string =>
      most
        .map(([slot, rows]) => `${slotText(slot, vocabulary, reading.t)[which]} (${rows})`)
        .join(which === "zh" ? "、" : ", ");
    say({ zh: `最能定结果的待补数据：${list("zh")}`, en: `Missing cells that would decide most: ${list("en")}` });
  }
  say({
    zh: `读表：${reading.assumptions.length}条假设，${reading.warnings.length}条请核对，${reading.unreadable.length}个单元格读不出，详见“${sourcesName}”。`,
    en: `Reading: ${reading.assumptions.length} assumptions, ${reading.warnings.length} warnings, ${reading.unreadable.length} unreadable cells; see "${sourcesName}".`,
  });
  if (reading.doubts.length > 0) say(waitingText(reading, waiting));
  const byDoubt = waiting?.byDoubt;
  readingLines({ reading, vocabulary, ...(byDoubt === undefined ? {} : { waiting: byDoubt }) }).forEach(say);
  if (leftOut.length > 0) {
    say({
      zh: `没有放进脱敏副本的工作表（读不出名单，说不准里面有没有名称）：${leftOut.join("、")}`,
      en: `Sheets left out of the masked copy, because no list was recognised in them: ${leftOut.join(", ")}`,
    });
  }
  say({
    zh: `结果已写入 ${out}${json === undefined || json === "-" ? "" : ` 和 ${json}`}`,
    en: `Written to ${out}${json === undefined || json === "-" ? "" : ` and ${json}`}`,
  });
  if (saveMap !== undefined) say({ zh: `各列的对应已写入 ${saveMap}`, en: `The mapping is in ${saveMap}` });
}

/** JSON among the lines of the terminal, a line at a time. */
function terminalSink(terminal: Terminal): JsonSink {
  let rest = "";
  return {
    write: (text) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) terminal.print(line);
      return Promise.resolve();
    },
    close: () => {
      if (rest !== "") terminal.print(rest);
      return Promise.resolve();
    },
  };
}

/** Where the command's lines go: results to `print`, what a person must mend to `complain`. */
export interface Terminal {
  print(line: string): void;
  complain(line: string): void;
}

/** Runs the command and gives its exit code: 0 scored, 2 the input, an argument or the output is at fault. A bug throws. */
export async function scoreCommand(argv: readonly string[], terminal: Terminal): Promise<0 | 2> {
  const language = languageOf(argv);
  if (argv.includes("--help") || argv.includes("-h")) {
    terminal.print(USAGE[language]);
    return 0;
  }
  try {
    await score(argv, language, terminal);
    return 0;
  } catch (error) {
    if (error instanceof SeedError) {
      terminal.complain(error.message);
      return 2;
    }
    if (error instanceof CannotScore || error instanceof UnreadableFile || error instanceof UnwritableFile) {
      terminal.complain(error.text[language]);
      return 2;
    }
    throw error;
  }
}
