/** Runs of lists with the worker and the workbook: made, taken up again after the workbook was opened anew, undone. */
import type { ExcelHost, SheetInfo, WrittenSheet } from "../../../excel/host";
import type { WorkerClient } from "../../worker/client";
import { Refused, WorkerLost } from "../../worker/refused";
import { Shelf } from "../../worker/shelf";
import type { Answered } from "../../worker/client";
import type { WrittenPart } from "../../worker/messages";
import { sendDraft } from "../send-draft";
import type { WorkControl } from "../work";
import { rowSheetsOf } from "./row-sheets";
import type { OlderRun } from "./older-runs";
import { newResults } from "./scored-sheets";
import type { ScoreSummary } from "../../worker/tasks/score-answer";
import { canComeBack, type Results, type ScoredBy } from "./scoring-state";
import { troubles } from "./troubles";

export interface RunPlace {
  readonly host: ExcelHost;
  readonly client: WorkerClient;
}

/** The sheet looked at, and all that are read as one list, in the order of their tabs. */
export interface ListSheets {
  readonly sheet: SheetInfo;
  readonly sheets: readonly SheetInfo[];
}

/** The sheets of a run with the names of their list: several lists keep their results beside one another. */
export function namedFor(parts: readonly WrittenPart[], ending: string): readonly WrittenPart[] {
  return ending === "" ? parts : parts.map((part) => ({ ...part, name: `${part.name}${ending}` }));
}

/** Reads the sheets and has the worker score them. @throws Refused, ExcelTrouble */
async function scored(
  { host, client }: RunPlace,
  { sheet, sheets }: ListSheets,
  by: ScoredBy,
  { quiet, cells = null }: { readonly quiet: boolean; readonly cells?: string | null },
  { signal, stage }: WorkControl,
): Promise<Answered<"score">> {
  const shelf = new Shelf(client);
  try {
    const { keys, empty } = await shelf.sendSheets(host, sheets, signal, stage("reading"));
    const [first] = empty;
    if (first !== undefined) throw new Refused(troubles.nowEmpty(first));
    const { asOf, purpose, place, mapping, language, rows } = by;
    const draft = by.draft === null ? null : await sendDraft(host, shelf, by.draft, signal);
    const chosen = rows === null ? null : [[rows[0], rows[1]] satisfies [number, number]];
    const question = {
      sheets: keys,
      asOf,
      mapping,
      purpose,
      place,
      language,
      rows: chosen,
      fileName: sheet.name,
      ...(cells === null ? {} : { cells }),
      draft,
      quiet,
    };
    return await client.ask("score", question, { signal, progress: stage("scoring") });
  } finally {
    shelf.clear();
  }
}

export interface RunResult extends Pick<
  Results,
  "summary" | "inputs" | "written" | "extents" | "list" | "run" | "rowSheets" | "lastColumn"
> {
  /** The sheet's name when it was read. */
  readonly name: string;
}

/** From the sheets to the results. @throws Refused, ExcelTrouble; the workbook is then as it was */
export async function runScoring(
  place: RunPlace,
  sheets: ListSheets,
  by: ScoredBy,
  ending: string,
  control: WorkControl,
): Promise<RunResult> {
  const { used, name } = (await place.host.shape(sheets.sheet.id)).info;
  if (used === null) throw new Refused(troubles.nowEmpty(name));
  const { answer, parts, question } = await scored(place, sheets, by, { quiet: false }, control);
  const outcome = await written(place, namedFor(parts, ending), control);
  return { ...answer, ...outcome, run: question, lastColumn: used.right, name };
}

async function written(
  { host }: RunPlace,
  parts: readonly WrittenPart[],
  { signal, stage }: WorkControl,
): Promise<Pick<Results, "written" | "extents" | "list" | "rowSheets">> {
  const sheets = await host.writeResults(parts, { signal, progress: stage("writing") });
  const list = sheets[parts.findIndex((part) => "role" in part && part.role === "results")] ?? null;
  const { sheets: now } = await host.look();
  const extents = Object.fromEntries(
    now.flatMap(({ id, used }): [string, readonly [number, number]][] =>
      used !== null && sheets.some(({ sheet }) => sheet === id) ? [[id, [used.bottom, used.right]]] : [],
    ),
  );
  return { written: sheets, extents, list, rowSheets: rowSheetsOf(parts, sheets) };
}

/** Scores a list as it was scored before, writing nothing: its run can be asked again, and says whether the list has changed. */
export async function takeUpAgain(
  place: RunPlace,
  results: Results,
  control: WorkControl,
): Promise<Pick<Results, "run" | "stale">> {
  const sheets = await listSheets(place, results);
  const { answer, question } = await scored(place, sheets, results.by, { quiet: true }, control);
  return { run: question, stale: answer.inputs !== results.inputs };
}

/** The sheets that a list was scored from, as they are now. @throws Refused where one of them is gone */
async function listSheets({ host }: RunPlace, { sheet: own, sheets: all }: Results): Promise<ListSheets> {
  const { sheets: now } = await host.look();
  const sheets = now.filter(({ id }) => all.some((one) => one.id === id));
  const sheet = sheets.find(({ id }) => id === own.id);
  if (sheet === undefined || sheets.length < all.length) throw new Refused(troubles.nowEmpty(own.name));
  return { sheet, sheets };
}

/** The results of a run without a record, scored once more to be asked. */
export async function scoredOlder(place: RunPlace, older: OlderRun, control: WorkControl): Promise<Results> {
  const { sheet, by, inputs } = older;
  const { answer, question } = await scored(place, older, by, { quiet: true }, control);
  const written = older.written.map(({ id, name }) => ({ sheet: id, name, table: null }));
  const outcome = {
    summary: answer.summary,
    inputs,
    run: question,
    lastColumn: sheet.used?.right ?? 0,
    name: sheet.name,
    written,
    // What they filled then nobody knows: undoing takes away what is there.
    extents: Object.fromEntries(older.written.map(({ id }) => [id, [Infinity, Infinity] as const])),
    list: written.length > 1 ? (written[0] ?? null) : null,
    rowSheets: written.length > 1 ? written.slice(0, 1).map((one) => one.sheet) : [],
  };
  const names = older.sheets.map(({ name }) => name);
  const stale = answer.inputs !== inputs;
  return { ...newResults({ ...older, names }, outcome, { at: null, stale, by, ending: "" }), reopened: true };
}

export interface Undone {
  /** The scoring before, back in the workbook; null where there was none, or it is no longer at hand. */
  readonly results: Results | null;
  /** Result sheets that stay, because somebody has added to them. */
  readonly left: readonly string[];
}

/**
 * Takes a run's sheets away and writes those of the run before again. The list is not touched. A sheet that somebody has added to stays.
 * @throws CannotComeBack, Refused, ExcelTrouble
 */
export async function undoRun(place: RunPlace, results: Results, control: WorkControl): Promise<Undone> {
  const { host } = place;
  const { before } = results;
  const back = before !== null && canComeBack(before) ? await writtenAgain(place, before, control) : null;
  const kept = new Set(back?.written.map(({ sheet }) => sheet));
  const over = results.written.filter(({ sheet }) => !kept.has(sheet));
  const { away, left } = await untouched(host, over, results.extents);
  await host.sharing.removeSheets(away);
  if (back === null) return { results: null, left };
  // What was scored since has other cells than the run before, or was scored by something else.
  return { results: { ...back, stale: back.stale || results.stale || before?.inputs !== results.inputs }, left };
}

/** What was kept of the scoring before gives other results than it had. */
export class CannotComeBack extends Refused {
  constructor() {
    super(troubles.cannotComeBack);
  }
}

async function writtenAgain(place: RunPlace, before: Results, control: WorkControl): Promise<Results> {
  const { run, parts } = await runAgain(place, before, control);
  const outcome = await written(place, namedFor(parts, before.ending), control);
  return { ...before, ...outcome, run, exact: true, cells: null, missing: [] };
}

interface RunAgain {
  readonly run: number;
  readonly parts: readonly WrittenPart[];
}

/** From the worker, where it still has the run; else scored once more from the cells that were kept. */
async function runAgain(place: RunPlace, before: Results, control: WorkControl): Promise<RunAgain> {
  const { run, exact, cells, by } = before;
  if (run !== null && exact)
    try {
      const question = { run, wanted: { what: "results" }, language: by.language } as const;
      const asked = { signal: control.signal, progress: control.stage("composing") };
      return { run, parts: (await place.client.ask("compose", question, asked)).parts };
    } catch (error) {
      if (cells === null || !(error instanceof Refused && error.why === "gone")) throw error;
    }
  const sheets = await listSheets(place, before);
  const { answer, parts, question } = await scored(place, sheets, by, { quiet: false, cells }, control).catch(
    (error: unknown) => {
      throw error instanceof Refused && !(error instanceof WorkerLost) ? new CannotComeBack() : error;
    },
  );
  const counts = ({ bars, editions }: ScoreSummary): string => JSON.stringify([bars, editions]);
  if (answer.inputs !== before.inputs || counts(answer.summary) !== counts(before.summary)) throw new CannotComeBack();
  return { run: question, parts };
}

/** Those of the sheets that hold nothing beyond what was written there. */
async function untouched(
  host: ExcelHost,
  sheets: readonly WrittenSheet[],
  extents: Results["extents"],
): Promise<{ readonly away: string[]; readonly left: string[] }> {
  const { sheets: now } = await host.look();
  const away: string[] = [];
  const left: string[] = [];
  for (const { sheet } of sheets) {
    const is = now.find(({ id }) => id === sheet);
    if (is === undefined) continue;
    const [bottom, right] = extents[sheet] ?? [Infinity, Infinity];
    if (is.used !== null && (is.used.bottom > bottom || is.used.right > right)) left.push(is.name);
    else away.push(sheet);
  }
  return { away, left };
}
