/**
 * Writes result sheets, all or nothing. Each is built on a hidden draft sheet of its own; only when all are complete does one last request
 * turn drafts into new sheets, or copy them over the results of before. Cancelled or failed, the drafts are removed again. Others may be
 * writing results at the same time: whoever comes last finds the results of the first and takes their place as a whole.
 */
import type { CellRange } from "../words/grid";
import { TABLE_STYLE } from "../words/result-look";
import type { ResultSheet } from "../words/result-sheet";
import { supportsSet, type Connection, type Steps } from "./connection";
import { findDestinations, WRITING, type Destinations, type NewPlace, type SamePlace } from "./destinations";
import type { Control, WrittenSheet } from "./host";
import { keepSetting } from "./kept-settings";
import type { OwnWriting } from "./own-writing";
import { rangeAt } from "./places";
import { queueStatusColours, queueWidths } from "./queue-look";
import {
  chartNames,
  DraftLooks,
  draftTable,
  queueCharts,
  queueLines,
  writeDrafts,
  type Draft,
  type Move,
} from "./result-drafts";
import { layoutOf, RESULTS_KEY, tableRange } from "./result-layout";
import { throwIfTooLong } from "./result-place";
import { throwIfCancelled } from "./trouble";
import { queueFirstTurn, queueNextTurn, turnKey, turnsAmong, untilInTurn } from "./turns";
import { abandonRun, beginRun, queueDrafts, queueFinished, removeAbandoned, type Run } from "./unfinished";

export async function writeResults(
  connection: Connection,
  writing: OwnWriting,
  results: readonly ResultSheet[],
  control: Control = {},
): Promise<readonly WrittenSheet[]> {
  throwIfCancelled(control.signal);
  for (const result of results) throwIfTooLong(result);
  if (results.length === 0) return [];
  return writing.during(() =>
    connection.run(WRITING, async (steps) => {
      const { settings } = await untilInTurn(WRITING, () => findDestinations(steps, results));
      throwIfCancelled(control.signal);
      await removeAbandoned(connection, steps, settings);
      const run = beginRun(connection, results.length);
      try {
        const drafts = await addDrafts(connection, steps, run, results);
        await writeDrafts(connection, steps, drafts, control);
        const written = await exchangeInTurn(steps, run, drafts, writing, control.signal);
        connection.runs.delete(run.id);
        return written;
      } catch (error) {
        await abandonRun(connection, WRITING, run, [turnKey(RESULTS_KEY, run.id)]);
        throw error;
      }
    }),
  );
}

async function addDrafts(
  connection: Connection,
  steps: Steps,
  run: Run,
  results: readonly ResultSheet[],
): Promise<Draft[]> {
  const sheets = await steps.step((context) => {
    queueFirstTurn(context, RESULTS_KEY, run.id);
    return queueDrafts(context, connection, run);
  });
  return results.map((result, index) => ({ result, name: run.drafts[index] ?? "", id: sheets[index]?.id ?? "" }));
}

/** Looks once more where the results go, and again whenever somebody has moved it before they were there. */
async function exchangeInTurn(
  steps: Steps,
  run: Run,
  drafts: readonly Draft[],
  writing: OwnWriting,
  signal: AbortSignal | undefined,
): Promise<readonly WrittenSheet[]> {
  const looks = new DraftLooks();
  const results = drafts.map(({ result }) => result);
  return untilInTurn(WRITING, async () => {
    throwIfCancelled(signal);
    const destinations = await findDestinations(steps, results);
    const moves = drafts.flatMap((draft, index) => {
      const place = destinations.places[index];
      return place === undefined ? [] : [{ draft, place }];
    });
    await looks.dress(steps, moves);
    throwIfCancelled(signal);
    return exchange(steps, run, moves, destinations, writing);
  });
}

/** The one request that changes what the user sees. What could be refused comes first. */
async function exchange(
  steps: Steps,
  run: Run,
  moves: readonly Move[],
  { written, settings }: Destinations,
  writing: OwnWriting,
): Promise<readonly WrittenSheet[]> {
  const done = moves.map(({ place, draft }) => ({ place, sheet: place.kind === "same" ? place.sheet : draft.id }));
  for (const { sheet } of done) writing.claim(sheet);
  const kept = Object.fromEntries(written);
  for (const { place, sheet } of done)
    kept[place.key] = { sheet, table: place.table, ...place.layout, charts: chartNames(place), run: run.id };
  await steps.step((context) => {
    const { worksheets } = context.workbook;
    queueNextTurn(context, RESULTS_KEY, turnsAmong(settings, RESULTS_KEY));
    for (const { place, draft } of moves) if (place.kind === "same") queueCopy(context, place, draft);
    for (const { place, draft } of moves) if (place.kind === "new") queueUnveil(context, place, draft);
    for (const { place, draft } of moves) if (place.kind === "same") worksheets.getItem(draft.name).delete();
    keepSetting(context, RESULTS_KEY, kept);
    queueFinished(context, run);
  });
  for (const { place, sheet } of done) writing.wrote(place.key, { run: run.id, sheet });
  return done.map(({ place, sheet }) => ({
    sheet,
    name: place.name,
    table: place.table,
    ...(place.kind === "new" && place.note !== null ? { note: place.note } : {}),
  }));
}

function queueUnveil({ workbook }: Excel.RequestContext, { name, table }: NewPlace, draft: Draft): void {
  const sheet = workbook.worksheets.getItem(draft.name);
  sheet.name = name;
  if (table !== null) sheet.tables.getItem(draftTable(draft)).name = table;
  sheet.visibility = "Visible";
}

/** Over the result of before: its own lines, table and charts, and nothing beside them. */
function queueCopy(context: Excel.RequestContext, place: SamePlace, { name }: Draft): void {
  const { workbook } = context;
  const sheet = workbook.worksheets.getItem(place.sheet);
  const draft = workbook.worksheets.getItem(name);
  const { before, layout, result } = place;
  const from = layoutOf(result);
  const old = tableRange(before);
  const next = tableRange(layout);
  if (place.table !== null) queueResize(workbook, sheet, place.table, { ...next, right: rightOf(place) });
  // The heading is never emptied: formulas elsewhere that name the table's columns would lose them.
  if (old.bottom > next.bottom) rangeAt(sheet, { ...old, top: next.bottom + 1 }).clear();
  if (old.right > next.right) rangeAt(sheet, { ...old, left: next.right + 1 }).clear();
  rangeAt(sheet, old).conditionalFormats.clearAll();
  for (const range of place.ownLines) rangeAt(sheet, range).clear();
  rangeAt(sheet, next).copyFrom(rangeAt(draft, tableRange(from)));
  queueLines(sheet, draft, layout, from);
  if (layout.headings.length > before.headings.length) {
    const added = result.columns.slice(before.headings.length);
    queueWidths(sheet, added, layout.column + before.headings.length);
  }
  queueStatusColours(sheet, result, layout);
  for (const chart of place.charts) sheet.charts.getItem(chart.name).delete();
  queueCharts(sheet, place);
}

/** The table's right border: with the columns that the user has added to it. */
function rightOf({ layout, before, columns }: SamePlace): number {
  return layout.column + layout.headings.length - 1 + Math.max(0, columns - before.headings.length);
}

function queueResize(workbook: Excel.Workbook, sheet: Excel.Worksheet, name: string, range: CellRange): void {
  const table = workbook.tables.getItem(name);
  table.clearFilters();
  if (supportsSet("ExcelApi", "1.13")) {
    table.resize(rangeAt(sheet, range));
    return;
  }
  table.convertToRange();
  const again = sheet.tables.add(rangeAt(sheet, range), true);
  again.name = name;
  again.style = TABLE_STYLE;
}
