/** Runs of lists with the worker and the workbook: made, taken up again after the workbook was opened anew, undone. */
import type { ExcelHost, SheetInfo, WrittenSheet } from "../../../excel/host";
import type { WorkerClient } from "../../worker/client";
import { Refused } from "../../worker/refused";
import { Shelf } from "../../worker/shelf";
import type { Answered } from "../../worker/client";
import type { WrittenPart } from "../../worker/messages";
import type { WorkControl } from "../work";
import { rowSheetsOf } from "./row-sheets";
import type { OlderRun } from "./older-runs";
import { newResults } from "./scored-sheets";
import type { Results, ScoredBy } from "./scoring-state";
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
  quiet: boolean,
  { signal, stage }: WorkControl,
): Promise<Answered<"score">> {
  const shelf = new Shelf(client);
  try {
    const { keys, empty } = await shelf.sendSheets(host, sheets, signal, stage("reading"));
    const [first] = empty;
    if (first !== undefined) throw new Refused(troubles.nowEmpty(first));
    const { asOf, purpose, place, mapping, language, rows } = by;
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
  const { answer, parts, question } = await scored(place, sheets, by, false, control);
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
  const { sheets: now } = await place.host.look();
  const sheets = now.filter(({ id }) => results.sheets.some((one) => one.id === id));
  const sheet = sheets.find(({ id }) => id === results.sheet.id);
  if (sheet === undefined || sheets.length < results.sheets.length)
    throw new Refused(troubles.nowEmpty(results.sheet.name));
  const { answer, question } = await scored(place, { sheet, sheets }, results.by, true, control);
  return { run: question, stale: answer.inputs !== results.inputs };
}

/** The results of a run without a record, scored once more to be asked. */
export async function scoredOlder(place: RunPlace, older: OlderRun, control: WorkControl): Promise<Results> {
  const { sheet, by, inputs } = older;
  const { answer, question } = await scored(place, older, by, true, control);
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
 * @throws Refused, ExcelTrouble
 */
export async function undoRun(place: RunPlace, results: Results, control: WorkControl): Promise<Undone> {
  const { host } = place;
  const { before } = results;
  const back = before?.run == null ? null : { ...before, ...(await writtenAgain(place, before, before.run, control)) };
  const kept = new Set(back?.written.map(({ sheet }) => sheet));
  const over = results.written.filter(({ sheet }) => !kept.has(sheet));
  const { away, left } = await untouched(host, over, results.extents);
  await host.sharing.removeSheets(away);
  if (back === null) return { results: null, left };
  // What was scored since has other cells than the run before, or was scored by something else.
  return { results: { ...back, stale: back.stale || results.stale || before?.inputs !== results.inputs }, left };
}

async function writtenAgain(
  place: RunPlace,
  { ending, by: { language } }: Results,
  run: number,
  control: WorkControl,
): Promise<Pick<Results, "written" | "extents" | "list" | "rowSheets">> {
  const { signal, stage } = control;
  const wanted = { what: "results" } as const;
  const { parts } = await place.client.ask(
    "compose",
    { run, wanted, language },
    { signal, progress: stage("composing") },
  );
  return await written(place, namedFor(parts, ending), control);
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
