/** What the gallery shows, made from the sample by the product's own reader and scorer; doubtful columns are written in by hand. */
import type { Cell } from "../../words/grid";
import type { Language } from "../../words/text";
import { sampleSheet } from "../views/score/sample/sample-sheet";
import type { ReadingView } from "../worker/tasks/reading-view";
import { packRun, readRun } from "../../cultivation/run-snapshot";
import { fullText } from "../worker/tasks/compact-text";
import { WorkerClient } from "../worker/client";
import { SameThreadWorker } from "../worker/same-thread";
import { Shelf } from "../worker/shelf";
import type { Knowledge } from "../worker/task";
import type { FirmAnswer, VerdictChangesView, WhatIfAnswer } from "../worker/tasks/run-answers";
import type { ScoreSummary } from "../worker/tasks/score-answer";
import { clusterState } from "./cluster-scenes";
import type { ClusterState } from "../views/clusters/cluster-state";
import { NO_LIBRARY, type LibraryState } from "../views/library/library-model";

export interface Fixtures {
  readonly reading: ReadingView;
  readonly summary: ScoreSummary;
  readonly changes: VerdictChangesView;
  /** With gaps and paths; with nothing but a name. */
  readonly firm: FirmAnswer;
  readonly bareFirm: FirmAnswer;
  /** The firm's first path tried. */
  readonly trial: { readonly edits: Readonly<Record<string, string>>; readonly answer: WhatIfAnswer };
  readonly library: LibraryState;
  /** On a day of the release, and on one before the targets' first year was over. */
  readonly clusters: { readonly today: ClusterState; readonly before: ClusterState };
}

/** Headings as people write them: a unit left out, a year by its distance, a word nobody knows. */
const RENAMED: ReadonlyMap<Cell, string> = new Map<Cell, string>([
  ["2025年营业收入（万元）", "营收"],
  ["2025年研发费用（万元）", "上年研发投入（万元）"],
  ["主导产品", "拳头产品情况"],
]);
/** Vague words in place of numbers: heading -> row -> word. */
const SPOILT: ReadonlyMap<Cell, readonly [number, string]> = new Map<Cell, readonly [number, string]>([
  ["2024年研发费用（万元）", [3, "约500"]],
  ["2025年研发人员（人）", [7, "十来个"]],
]);

/** The sample as people send it: below a title, with a column that comes twice. */
export function messyRows(language: Language): readonly (readonly Cell[])[] {
  const [headings = [], ...rows] = sampleSheet(language).rows;
  const twice = headings.indexOf("2025年从业人员（人）");
  const spoilt = rows.map((row, index) => [
    ...row.map((cell, column): Cell => {
      const [at, word] = SPOILT.get(headings[column] ?? null) ?? [-1, ""];
      return at === index ? word : cell;
    }),
    row[twice] ?? null,
  ]);
  const named = headings.map((heading) => RENAMED.get(heading) ?? heading);
  return [["企业名单（请勿外传）"], [...named, "2025年从业人员（人）"], ...spoilt];
}

/** Reads and scores the messy sample with the worker's own job. */
export async function makeFixtures(release: Knowledge, language: Language): Promise<Fixtures> {
  const client = new WorkerClient(() => new SameThreadWorker(release, { report: (error) => console.error(error) }));
  const { name } = sampleSheet(language);
  const frame = { sheet: name, merges: [], hiddenRows: [], hiddenColumns: [] };
  const block = { top: 0, left: 0, rows: messyRows(language), numberFormats: [] };
  const [headings = []] = sampleSheet(language).rows;
  const bare = headings.map((_, column): Cell => (column === 0 ? "只有名字的公司" : null));
  const bareBlock = { top: block.rows.length, left: 0, rows: [bare], numberFormats: [] };
  const shelf = new Shelf(client);
  await shelf.sendPart("list", { frame, blocks: [block] });
  await shelf.sendPart("with-bare", { frame, blocks: [block, bareBlock] });
  const asOf = release.policy.checked;
  const options = {
    asOf,
    mapping: undefined,
    purpose: "new",
    place: null,
    language,
    rows: null,
    fileName: name,
    draft: null,
    quiet: false,
  } as const;
  const seen = await client.ask("preview", { sheets: [shelf.key("list")], inView: name, asOf, joined: [] });
  const { answer: scored } = await client.ask("score", { sheets: [shelf.key("list")], ...options });
  const { question: run } = await client.ask("score", { sheets: [shelf.key("with-bare")], ...options });
  // The list as it was before: the R&D of a few enterprises was smaller, and of one it was missing.
  await shelf.sendPart("before", { frame, blocks: [{ ...block, rows: before(block.rows) }] });
  const earlierRun = (await client.ask("score", { sheets: [shelf.key("before")], ...options, asOf: "2026-03-31" }))
    .question;
  const changed = await client.ask("changes", { run, before: { run: earlierRun, kept: null } });
  if (changed.answer === null) throw new TypeError("there is nothing to compare with");
  const { reading } = seen.answer;
  if (reading.kind !== "reading") throw new TypeError("the sample could not be read");
  const firmIn = async (sheetRow: number): Promise<FirmAnswer> =>
    (await client.ask("firm", { run, sheetRow, cells: null, aim: null })).answer;
  const firm = await firmIn(FIRM_ROW);
  const edits = Object.fromEntries(firm.trials[0] ?? []);
  const { answer } = await client.ask("what-if", {
    run,
    row: firm.diagnosis?.row ?? 0,
    aim: firm.diagnosis?.target?.tier ?? null,
    edits: Object.entries(edits),
  });
  const kept = earlier((await client.ask("snapshot", { run })).answer);
  return {
    reading,
    summary: scored.summary,
    changes: changed.answer,
    firm,
    bareFirm: await firmIn(bareBlock.top + 1),
    trial: { edits, answer },
    library: {
      ...NO_LIBRARY,
      run,
      library: (await client.ask("library", { run, kept })).answer,
      kept: { at: KEPT_AT, sheet: name },
      impact: (await client.ask("impact", { run })).answer,
      benchmarks: (await client.ask("benchmarks", { run })).answer,
    },
    clusters: {
      today: await clusterState(client, language, "2026-11-21"),
      before: await clusterState(client, language, "2025-06-30"),
    },
  };
}

/** An enterprise of the sample that lacks a few things. */
const FIRM_ROW = 12;
const KEPT_AT = new Date(2026, 7, 3, 9, 5).getTime();

function before(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const column = rows[1]?.indexOf("上年研发投入（万元）") ?? -1;
  return rows.map((row, at) =>
    at < 3 || at > 8 ? row : row.map((cell, index) => (index === column ? (at === 8 ? null : 1) : cell)),
  );
}

/** A run with its first enterprises taken out, as if kept some months ago. */
function earlier(text: string): string {
  const run = readRun(fullText(text) ?? "");
  return "kind" in run ? text : packRun({ ...run, asOf: "2026-03-01", firms: run.firms.slice(2) });
}
