/** A list of any size as the table of the contract in DuckDB, recognised, checked and ready to be judged. */
import { basename, extname } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { distance } from "fastest-levenshtein";
import { dayOfJudgement } from "../../words/calendar";
import type { QueryOptions } from "../../engine/sql/rule-set-query";
import type { SheetReading } from "../../sheet/reading/read-sheet";
import type { Vocabulary } from "../../language/vocabulary";
import type { Language } from "../../words/text";
import type { ScoreOptions } from "../../sheet/results/row-scorer";
import type { Release } from "../read-seeds";
import { openList, readList } from "../kit/list-input";
import type { ListArguments } from "../kit/list-options";
import type { Say } from "../kit/terminal";
import { WrongInput } from "../kit/wrong-input";
import { readMappingFile } from "../mapping-file";
import { isTableFile, openDuck, openSource, readable, rowsOf, tooMuch, type DuckSource } from "./duck";
import { STAGES, watched } from "./duck-progress";
import { loadFacts } from "./facts-table";
import { preflight } from "./preflight";
import { readSample } from "./read-sample";
import { requireSameReading, sampleGrid, slotsPresent, slotsRead } from "./sample";
import { TableView, type Check } from "./table-view";
import { regimesOf, slotsInForce, type Regime } from "./verdict-query";

const SHORTEST_MISSPELT = 4;

export interface JudgedTable {
  readonly duck: DuckDBConnection;
  readonly regimes: readonly Regime[];
  readonly query: QueryOptions;
  readonly reading: SheetReading;
  /** Whether the reading is of the whole list; else of its first rows. */
  readonly whole: boolean;
}

type ReadTable = Pick<JudgedTable, "reading" | "whole"> & { readonly present: ReadonlySet<string> };

export interface TableContext {
  readonly release: Release;
  readonly options: ScoreOptions;
  readonly language: Language;
  readonly say: Say;
}

/** Opens a list, reads it and checks it. @throws WrongInput, UnreadableFile saying what stops it */
export async function judgedTable(
  paths: readonly string[],
  list: ListArguments,
  context: TableContext,
): Promise<JudgedTable> {
  const { release, options } = context;
  const regimes = regimesOf(release.policy, options);
  const wanted = new Set([...slotsInForce(regimes, options, release.vocabulary), "place"]);
  if (regimes.every(({ editions }) => editions.length === 0))
    throw new WrongInput({
      zh: `${options.asOf} 这一天还没有任何一版标准施行，没法评分。请换一个 --as-of 日期。`,
      en: `No edition of any tier was in force on ${options.asOf}, so nothing can be scored. Please choose another --as-of date.`,
    });
  const duck = await openDuck();
  const read = paths.every(isTableFile)
    ? await readTable(duck, paths, list, wanted, context)
    : await readWhole(duck, list, wanted, context);
  const { reading, whole, present } = read;
  const query = {
    dialect: "duckdb",
    vocabulary: release.vocabulary,
    asOf: dayOfJudgement(options.asOf),
    t: reading.t,
    present,
    assumeGeneral: options.assumeGeneral,
    explain: false,
  } as const;
  return { duck, regimes, query, reading, whole };
}

/** A workbook is read as ever, and its facts are handed over. */
async function readWhole(
  duck: DuckDBConnection,
  list: ListArguments,
  wanted: ReadonlySet<string>,
  { release: { vocabulary }, options, say }: TableContext,
): Promise<ReadTable> {
  const { asOf, assumeGeneral: blanksMeanNone, place } = options;
  const reading = readList(await openList(list, say), vocabulary, { asOf, blanksMeanNone, place: place ?? null }, say);
  const { facts, names, creditCodes } = reading;
  await loadFacts(duck, { facts, wanted, vocabulary, names, creditCodes });
  return { reading, whole: true, present: slotsRead(reading, vocabulary) };
}

async function readTable(
  duck: DuckDBConnection,
  paths: readonly string[],
  list: ListArguments,
  wanted: ReadonlySet<string>,
  context: TableContext,
): Promise<ReadTable> {
  const { release, options, language, say } = context;
  const { vocabulary } = release;
  const source = await openSource(duck, paths);
  const [first = ""] = paths;
  try {
    const reading = await sampleOf(duck, source, basename(first, extname(first)), list, context);
    const view = new TableView(reading.columns, source.columns, {
      dialect: "duckdb",
      vocabulary,
      wanted,
      blanksMeanNone: options.assumeGeneral,
      place: options.place ?? null,
    });
    refuseMisspelt(reading, vocabulary);
    await check(duck, view.checks(), view.read(source.sql), language);
    await requireSameReading(duck, reading, view, { vocabulary, wanted });
    await duck.run(view.text("enterprises", source.sql));
    sayColumns(reading, say);
    return {
      reading,
      whole: false,
      present: new Set([...slotsPresent(reading, view, vocabulary)].filter((key) => wanted.has(key))),
    };
  } catch (error) {
    throw readable(error, first);
  }
}

async function sampleOf(
  duck: DuckDBConnection,
  source: DuckSource,
  name: string,
  { map }: ListArguments,
  { release, options }: TableContext,
): Promise<SheetReading> {
  const grid = await sampleGrid(duck, source, name);
  if (grid.rows.length < 2)
    throw new WrongInput({
      zh: `“${name}”是空表：只有表头，没有一行数据。`,
      en: `"${name}" is an empty table: headings and no row.`,
    });
  const mapping = map === undefined ? undefined : (await readMappingFile(map))(name);
  const { asOf, assumeGeneral: blanksMeanNone, place } = options;
  return readSample(grid, release.vocabulary, {
    asOf,
    blanksMeanNone,
    place: place ?? null,
    ...(mapping === undefined ? {} : { mapping }),
  });
}

/** A heading one letter off a known one is likely that one: nobody wants its column left out unseen. */
function refuseMisspelt({ columns }: SheetReading, { fields }: Vocabulary): void {
  const known = [...fields.values()].filter(({ of }) => of === "enterprise").map(({ name }) => name.zh);
  const near = columns
    .filter(({ use }) => use === "unknown")
    .flatMap(({ heading }) => {
      const bare = heading.replace(/[（(][^（）()]*[)）]|\d{4}年?/g, "");
      const meant = known.includes(bare) ? undefined : known.find((name) => isMisspelt(bare, name));
      return meant === undefined ? [] : [{ heading, meant }];
    });
  if (near.length === 0) return;
  const [zh, en] = [
    near.map(({ heading, meant }) => `“${heading}”（是不是“${meant}”？）`),
    near.map(({ heading, meant }) => `"${heading}" (did you mean "${meant}"?)`),
  ];
  throw new WrongInput({
    zh: `没有评：这些列名像是写错了：${zh.join("、")}。请改正；确实是别的内容的，用 --map 说明。`,
    en: `Nothing was scored: these headings look misspelt: ${en.join(", ")}. Please correct them, or say what they are with --map.`,
  });
}

/** Two letters off is another word: 利润总额 is no 资产总额 and 销售费用 no 研发费用. So are shorter words, and longer ones made of them. */
function isMisspelt(heading: string, name: string): boolean {
  return heading.length >= SHORTEST_MISSPELT && heading.length === name.length && distance(heading, name) === 1;
}

/** Counts what breaks the contract, and stops with an example of each. */
async function check(duck: DuckDBConnection, checks: readonly Check[], sql: string, language: Language): Promise<void> {
  const run = rowsOf(duck, preflight(checks, sql, "duckdb", language));
  const found = await watched(duck, STAGES.checking[language], run);
  if (found.length === 0) return;
  const told = [];
  for (const [what, rows] of found.slice(0, 20)) {
    const one = checks.find(({ about }) => about[language] === what);
    const [example] =
      one?.example == null
        ? []
        : await rowsOf(duck, `SELECT CAST(${one.example} AS VARCHAR) FROM ${sql} WHERE ${one.sql} LIMIT 1`);
    told.push({ what: String(what), rows: Number(rows), example: String(example?.[0] ?? "") });
  }
  throw tooMuch(told);
}

function sayColumns({ columns, doubts }: SheetReading, say: Say): void {
  const unknown = columns
    .filter(({ use, heading }) => use === "unknown" && heading !== "")
    .map(({ heading }) => heading);
  if (unknown.length > 0)
    say({
      zh: `没有用到的列：${unknown.slice(0, 12).join("、")}`,
      en: `Columns not used: ${unknown.slice(0, 12).join(", ")}`,
    });
  for (const { question } of doubts) say(question);
}
