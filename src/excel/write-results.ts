/**
 * Writes result sheets, all or nothing. Each is built on a hidden draft sheet of its own; only when all are complete does one last request
 * turn drafts into new sheets, or copy them over the results of before. Cancelled or failed, the drafts are removed again.
 */
import type { CellRange } from "../sheet/grid";
import { TABLE_STYLE } from "../sheet/result-look";
import type { ResultSheet } from "../sheet/result-sheet";
import { BlockWriter } from "./block-writer";
import { toExcelValue } from "./cell-values";
import { supportsSet, type Connection, type Steps } from "./connection";
import {
  findDestinations,
  UNFINISHED_KEY,
  WRITING,
  type Destination,
  type Destinations,
  type NewPlace,
  type SamePlace,
} from "./destinations";
import { ExcelTrouble, type Control, type WrittenSheet } from "./host";
import { askSetting, keepSetting } from "./kept-settings";
import type { OwnWriting } from "./own-writing";
import { Slices } from "./pace";
import { rangeAt } from "./places";
import {
  chartName,
  queueChart,
  queueFormats,
  queueFreeze,
  queueStatusColours,
  queueTable,
  queueWidths,
} from "./queue-look";
import { layoutOf, noteRange, RESULTS_KEY, tableRange, titleRange } from "./result-layout";
import { throwIfCancelled } from "./trouble";

const MOST_ROWS = 1_048_576;

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
      const destinations = await findDestinations(steps, results);
      throwIfCancelled(control.signal);
      const { places } = destinations;
      try {
        await addDrafts(steps, destinations);
        await writeDrafts(connection, steps, places, control);
        await steps.step(({ workbook }) => {
          for (const place of places) queueDraftLook(workbook.worksheets.getItem(place.draft), place);
        });
        throwIfCancelled(control.signal);
        return await exchange(steps, destinations, writing);
      } catch (error) {
        await removeDrafts(connection, places);
        throw error;
      }
    }),
  );
}

function throwIfTooLong({ name, titleLines, rows, notes }: ResultSheet): void {
  const needed = (titleLines?.length ?? 0) + 1 + rows.length + (notes?.length ? notes.length + 1 : 0);
  if (needed <= MOST_ROWS) return;
  throw new ExcelTrouble("too-large", {
    zh: `“${name}”有 ${needed.toLocaleString("en")} 行，Excel 一张表最多放 ${MOST_ROWS.toLocaleString("en")} 行。请先选中一部分企业，分几次评分。`,
    en: `"${name}" would have ${needed.toLocaleString("en")} rows; a sheet holds ${MOST_ROWS.toLocaleString("en")}. Please select some of the enterprises and score in several goes.`,
  });
}

async function addDrafts(steps: Steps, { places, leftovers }: Destinations): Promise<void> {
  await steps.step((context) => {
    const { worksheets } = context.workbook;
    for (const name of leftovers) worksheets.getItem(name).delete();
    for (const { draft } of places) worksheets.add(draft).visibility = "Hidden";
    keepSetting(
      context,
      UNFINISHED_KEY,
      places.map(({ draft }) => draft),
    );
  });
}

async function writeDrafts(
  connection: Connection,
  steps: Steps,
  places: readonly Destination[],
  { signal, progress }: Control,
): Promise<void> {
  const total = places.reduce((sum, { result }) => sum + result.rows.length, 0);
  let others = 0;
  const writer = new BlockWriter(steps, (rows) => progress?.(Math.min(total, Math.max(0, rows - others)), total));
  const slices = new Slices(connection.pace);
  for (const { draft, result } of places) {
    const layout = layoutOf(result);
    const { row, column, headings, titles, notes } = layout;
    const line = async (top: number, text: string): Promise<void> => {
      others += 1;
      await writer.add(draft, top, column, [toExcelValue(text)]);
    };
    for (const [index, title] of titles.entries()) await line(index, title);
    others += 1;
    await writer.add(draft, row, column, headings.map(toExcelValue));
    for (const [index, cells] of result.rows.entries()) {
      throwIfCancelled(signal);
      await writer.add(
        draft,
        row + 1 + index,
        column,
        headings.map((_, at) => toExcelValue(cells[at])),
      );
      await slices.breathe();
    }
    const below = noteRange(layout);
    for (const [index, note] of notes.entries()) await line((below?.top ?? 0) + index, note);
  }
  throwIfCancelled(signal);
  await writer.flush();
}

/** What can be done before the exchange; on a sheet of before, only what is copied along with the cells. */
function queueDraftLook(draft: Excel.Worksheet, place: Destination): void {
  const layout = layoutOf(place.result);
  if (place.kind === "new" && place.table !== null) queueTable(draft, layout, place.table);
  queueFormats(draft, place.result, layout);
  if (place.kind === "same") return;
  queueWidths(draft, place.result.columns, layout.column);
  queueFreeze(draft, place.result, layout);
  queueStatusColours(draft, place.result, layout);
  queueCharts(draft, place);
}

function queueCharts(sheet: Excel.Worksheet, place: Destination): void {
  const { result, layout } = place;
  for (const [index, chart] of (result.charts ?? []).entries()) {
    const name = chartNames(place)[index] ?? "";
    const kept = place.kind === "same" ? place.charts.find((one) => one.name === name)?.place : undefined;
    queueChart(sheet, chart, index, layout, { name, columns: result.columns, place: kept });
  }
}

function chartNames({ result, table, key }: Destination): string[] {
  return (result.charts ?? []).map((_, index) => chartName(table ?? key, index));
}

/** The one request that changes what the user sees. What could be refused comes first. */
async function exchange(
  steps: Steps,
  { places, written }: Destinations,
  writing: OwnWriting,
): Promise<readonly WrittenSheet[]> {
  const drafts = await steps.step(({ workbook }) =>
    places.map(({ draft }) => {
      const sheet = workbook.worksheets.getItem(draft);
      sheet.load("id");
      return sheet;
    }),
  );
  const ids = places.map((place, index) => (place.kind === "same" ? place.sheet : (drafts[index]?.id ?? "")));
  for (const id of ids) writing.claim(id);
  const kept = Object.fromEntries(written);
  for (const [index, place] of places.entries())
    kept[place.key] = {
      sheet: ids[index] ?? "",
      table: place.table,
      ...place.layout,
      charts: chartNames(place),
    };
  await steps.step((context) => {
    const { worksheets } = context.workbook;
    for (const place of places) if (place.kind === "same") queueCopy(context, place);
    for (const place of places) if (place.kind === "new") queueUnveil(worksheets.getItem(place.draft), place);
    for (const place of places) if (place.kind === "same") worksheets.getItem(place.draft).delete();
    keepSetting(context, RESULTS_KEY, kept);
    askSetting(context, UNFINISHED_KEY).delete();
  });
  return places.map((place, index) => ({
    sheet: ids[index] ?? "",
    name: place.name,
    table: place.table,
    ...(place.kind === "new" && place.note !== null ? { note: place.note } : {}),
  }));
}

function queueUnveil(sheet: Excel.Worksheet, { name }: NewPlace): void {
  sheet.name = name;
  sheet.visibility = "Visible";
}

/** Over the result of before: its own lines, table and charts, and nothing beside them. */
function queueCopy(context: Excel.RequestContext, place: SamePlace): void {
  const { workbook } = context;
  const sheet = workbook.worksheets.getItem(place.sheet);
  const draft = workbook.worksheets.getItem(place.draft);
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
  queueLines(sheet, draft, titleRange(layout), titleRange(from));
  queueLines(sheet, draft, noteRange(layout), noteRange(from));
  if (layout.headings.length > before.headings.length) {
    const added = result.columns.slice(before.headings.length);
    queueWidths(sheet, added, layout.column + before.headings.length);
  }
  queueStatusColours(sheet, result, layout);
  for (const { name } of place.charts) sheet.charts.getItem(name).delete();
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

function queueLines(
  sheet: Excel.Worksheet,
  draft: Excel.Worksheet,
  to: CellRange | null,
  from: CellRange | null,
): void {
  if (to && from) rangeAt(sheet, to).copyFrom(rangeAt(draft, from));
}

/** As if nothing had been begun. A draft that can't be removed now is named in the workbook and goes with the next run. */
async function removeDrafts(connection: Connection, places: readonly Destination[]): Promise<void> {
  try {
    await connection.run(WRITING, async ({ step }) => {
      const { sheets, unfinished } = await step((context) => {
        const { worksheets } = context.workbook;
        worksheets.load("items/name");
        return { sheets: worksheets, unfinished: askSetting(context, UNFINISHED_KEY) };
      });
      const there = new Set(sheets.items.map(({ name }) => name));
      await step((context) => {
        for (const { draft } of places) if (there.has(draft)) context.workbook.worksheets.getItem(draft).delete();
        if (!unfinished.isNullObject) askSetting(context, UNFINISHED_KEY).delete();
      });
    });
  } catch (error) {
    if (!(error instanceof ExcelTrouble)) throw error;
  }
}
