/** What the gallery shows, made from the sample by the product's own reader and scorer; doubtful columns are written in by hand. */
import type { Cell } from "../../words/grid";
import type { Language } from "../../words/text";
import { sampleSheet } from "../views/score/sample/sample-sheet";
import type { ReadingView } from "../scoring/reading-view";
import { ScoringJob, type Knowledge } from "../scoring/scoring-job";
import { packRun, readRun } from "../../cultivation/run-snapshot";
import type { Answer, AnswerTo, FirmAnswer, Question, WhatIfAnswer } from "../views/diagnosis/run-messages";
import { NO_LIBRARY, type LibraryState } from "../views/library/library-model";
import type { ScoreSummary, ScoringReply, ScoringRequest } from "../scoring/scoring-messages";

export interface Fixtures {
  readonly reading: ReadingView;
  readonly summary: ScoreSummary;
  /** With gaps and paths; with nothing but a name. */
  readonly firm: FirmAnswer;
  readonly bareFirm: FirmAnswer;
  /** The firm's first path tried. */
  readonly trial: { readonly edits: Readonly<Record<string, string>>; readonly answer: WhatIfAnswer };
  readonly library: LibraryState;
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
  const replies: ScoringReply[] = [];
  const job = new ScoringJob(release, {
    post: (reply) => replies.push(reply),
    pause: () => Promise.resolve(),
    now: () => 0,
    report: (error) => console.error(error),
  });
  const { asOf, purpose } = { asOf: release.policy.checked, purpose: "new" as const };
  const frame = { sheet: sampleSheet(language).name, merges: [], hiddenRows: [], hiddenColumns: [] };
  const block = { top: 0, left: 0, rows: messyRows(language), numberFormats: [] };
  const [headings = []] = sampleSheet(language).rows;
  const bare = headings.map((_, column): Cell => (column === 0 ? "只有名字的公司" : null));
  const bareBlock = { top: block.rows.length, left: 0, rows: [bare], numberFormats: [] };
  const requests: ScoringRequest[] = [
    { kind: "preview", id: 1, frame, blocks: [block], asOf },
    { kind: "begin", id: 2, frame },
    { kind: "block", id: 2, block },
    { kind: "score", id: 2, asOf, purpose, place: null, language, rows: null, fileName: frame.sheet },
    { kind: "begin", id: 3, frame },
    { kind: "block", id: 3, block },
    { kind: "block", id: 3, block: bareBlock },
    { kind: "score", id: 3, asOf, purpose, place: null, language, rows: null, fileName: frame.sheet },
  ];
  for (const request of requests) await job.handle(request);
  const ask = async <Q extends Question>(question: Q): Promise<AnswerTo<Q>> => {
    await job.handle({ kind: "ask", id: 4, run: 3, question });
    const reply = replies.at(-1);
    if (reply?.kind !== "answer" || !isAbout(question, reply.answer)) throw new TypeError("no answer");
    return reply.answer;
  };
  const reading = replies.flatMap((reply) =>
    reply.kind === "preview" && reply.reading.kind === "reading" ? [reply.reading] : [],
  )[0];
  const summary = replies.flatMap((reply) => (reply.kind === "done" ? [reply.summary] : []))[0];
  if (reading === undefined || summary === undefined) throw new TypeError("the sample could not be scored");
  const firm = await ask({ about: "firm", sheetRow: FIRM_ROW, cells: null, aim: null });
  const edits = Object.fromEntries(firm.trials[0] ?? []);
  const answer = await ask({
    about: "what-if",
    row: firm.diagnosis?.row ?? 0,
    aim: firm.diagnosis?.target?.tier ?? null,
    edits: Object.entries(edits),
  });
  return {
    reading,
    summary,
    firm,
    bareFirm: await ask({ about: "firm", sheetRow: bareBlock.top + 1, cells: null, aim: null }),
    trial: { edits, answer },
    library: {
      ...NO_LIBRARY,
      run: 3,
      library: await ask({ about: "library", kept: await keptRun(ask) }),
      kept: { at: KEPT_AT, sheet: frame.sheet },
      impact: await ask({ about: "impact" }),
      benchmarks: await ask({ about: "benchmarks" }),
    },
  };
}

/** An enterprise of the sample that lacks a few things. */
const FIRM_ROW = 12;
const KEPT_AT = new Date(2026, 7, 3, 9, 5).getTime();

function isAbout<Q extends Question>(question: Q, answer: Answer): answer is AnswerTo<Q> {
  return answer.about === question.about;
}

/** This run with its first enterprise taken out, as if kept some months ago. */
async function keptRun(
  ask: (question: { readonly about: "snapshot" }) => Promise<{ readonly text: string }>,
): Promise<string> {
  const { text } = await ask({ about: "snapshot" });
  const run = readRun(text);
  return "kind" in run ? text : packRun({ ...run, asOf: "2026-03-01", firms: run.firms.slice(2) });
}
