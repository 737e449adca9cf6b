/**
 * Result sheets while they are being built: hidden, one for each result, laid out as on a sheet of their own. Whether a draft becomes that
 * sheet or is copied over an earlier result may change until the last moment; `DraftLooks` makes it ready for either.
 */
import type { CellRange } from "../words/grid";
import type { ResultSheet } from "../words/result-sheet";
import { BlockWriter } from "./block-writer";
import { toExcelValue } from "./cell-values";
import type { Connection, Steps } from "./connection";
import type { Destination } from "./destinations";
import type { Control } from "./host";
import { Slices } from "./pace";
import { rangeAt } from "./places";
import { queueChart, queueFormats, queueFreeze, queueStatusColours, queueTable, queueWidths } from "./queue-look";
import { chartName } from "./look-parts";
import { queueListPrinting } from "./queue-printing";
import { layoutOf, noteRange, tableRange, titleRange, type Layout } from "./result-layout";
import { throwIfCancelled } from "./trouble";

export interface Draft {
  /** Of the hidden sheet. */
  readonly name: string;
  readonly id: string;
  readonly result: ResultSheet;
}

export async function writeDrafts(
  connection: Connection,
  steps: Steps,
  drafts: readonly Draft[],
  { signal, progress }: Control,
): Promise<void> {
  const total = drafts.reduce((sum, { result }) => sum + result.rows.length, 0);
  let others = 0;
  const writer = new BlockWriter(steps, (rows) => progress?.(Math.min(total, Math.max(0, rows - others)), total));
  const slices = new Slices(connection.pace);
  for (const { name, result } of drafts) {
    const layout = layoutOf(result);
    const { row, column, headings, titles, notes } = layout;
    const line = async (top: number, text: string): Promise<void> => {
      others += 1;
      await writer.add(name, top, column, [toExcelValue(text)]);
    };
    for (const [index, title] of titles.entries()) await line(index, title);
    others += 1;
    await writer.add(name, row, column, headings.map(toExcelValue));
    for (const [index, cells] of result.rows.entries()) {
      throwIfCancelled(signal);
      await writer.add(
        name,
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

/** The table's name on the draft: the one it gets in the end may be taken until then. */
export function draftTable({ name }: Draft): string {
  return `_${name.replace(/[^\p{L}\p{N}]/gu, "_")}`;
}

/** A draft and where it goes. */
export interface Move {
  readonly draft: Draft;
  readonly place: Destination;
}

/** What the drafts look like so far; as they were written where nothing is said of them. */
export class DraftLooks {
  private readonly looks = new Map<Draft, "to copy" | "whole">();

  /** Makes the drafts ready for where they go; in one request, or none where they are. */
  async dress(steps: Steps, moves: readonly Move[]): Promise<void> {
    const wanted = moves.map((move) => ({ ...move, look: move.place.kind === "new" ? "whole" : "to copy" }) as const);
    const changed = wanted.filter(({ draft, look }) => this.looks.get(draft) !== look);
    if (changed.length === 0) return;
    await steps.step(({ workbook }) => {
      for (const { draft, place, look } of changed) {
        const sheet = workbook.worksheets.getItem(draft.name);
        const before = this.looks.get(draft);
        if (before === "whole") queueUndress(sheet, draft, place);
        if (before !== "to copy") queueFormats(sheet, draft.result, layoutOf(draft.result));
        if (look === "whole") queueWhole(sheet, draft, place);
      }
    });
    for (const { draft, look } of changed) this.looks.set(draft, look);
  }
}

/** All that makes a sheet of its own; only what is copied along with cells is there already. */
function queueWhole(sheet: Excel.Worksheet, draft: Draft, place: Destination): void {
  const { result } = draft;
  const layout = layoutOf(result);
  if (result.asTable && result.columns.length > 0) queueTable(sheet, layout, draftTable(draft));
  queueWidths(sheet, result.columns, layout.column);
  queueFreeze(sheet, result, layout);
  queueListPrinting(sheet, result);
  queueStatusColours(sheet, result, layout);
  queueCharts(sheet, place);
}

/** A table, and rules for colours, would be copied along with the cells. */
function queueUndress(sheet: Excel.Worksheet, draft: Draft, place: Destination): void {
  const range = rangeAt(sheet, tableRange(layoutOf(draft.result)));
  if (draft.result.asTable && draft.result.columns.length > 0) sheet.tables.getItem(draftTable(draft)).convertToRange();
  range.conditionalFormats.clearAll();
  // The table's stripes stay behind as formats of the cells.
  range.clear("Formats");
  for (const name of chartNames(place)) sheet.charts.getItem(name).delete();
}

export function queueCharts(sheet: Excel.Worksheet, place: Destination): void {
  const { result, layout } = place;
  const names = chartNames(place);
  for (const [index, chart] of (result.charts ?? []).entries()) {
    const name = names[index] ?? "";
    const kept = place.kind === "same" ? place.charts.find((one) => one.name === name)?.place : undefined;
    queueChart(sheet, chart, index, layout, { name, columns: result.columns, place: kept });
  }
}

/** The same for a result wherever it goes. */
export function chartNames({ result, key }: Destination): string[] {
  return (result.charts ?? []).map((_, index) => chartName(key, index));
}

/** Title lines and notes, from a draft to where they belong. */
export function queueLines(sheet: Excel.Worksheet, draft: Excel.Worksheet, to: Layout, from: Layout): void {
  const copy = (there: CellRange | null, here: CellRange | null): void => {
    if (there && here) rangeAt(sheet, there).copyFrom(rangeAt(draft, here));
  };
  copy(titleRange(to), titleRange(from));
  copy(noteRange(to), noteRange(from));
}
