/** Puts values and formulas into cells, in blocks as large as can be: values first, then formulas, so that these find all they refer to. */
import type { Cell } from "../../words/grid";
import { BlockWriter } from "../block-writer";
import { toExcelValue, type ExcelValue } from "../cell-values";
import type { Steps } from "../connection";
import { columnsOf, rangeAt, rowsOf } from "../places";
import { throwIfCancelled } from "../trouble";
import type { CellContent } from "../sharing-host";
import { blocksOf, cellKey, cellsOf, stacked, type SheetCell, type SheetRange } from "./sheet-ranges";

export interface Placed extends SheetRange {
  readonly content: CellContent;
}

/** Formulas entered in one request: Excel works them out before it takes the next, and cancelling never waits for long. */
const FORMULAS_A_REQUEST = 5000;
/** Blocks cleared in one request. */
const CLEARED_A_REQUEST = 1000;

interface Block extends SheetRange {
  readonly valueAt: (row: number, column: number) => ExcelValue;
}

/** The contents must not overlap. @param onPut told how many cells are done; formulas count once */
export async function putContents(
  steps: Steps,
  contents: readonly Placed[],
  signal?: AbortSignal,
  onPut: (cells: number) => void = () => undefined,
): Promise<void> {
  const values = valueBlocks(contents);
  const formulas = formulaBlocks(contents);
  await clearOldSpills(steps, contents, signal);
  let done = 0;
  const writer = new BlockWriter(steps);
  for (const { sheet, range, valueAt } of values) {
    for (let row = range.top; row <= range.bottom; row += 1) {
      throwIfCancelled(signal);
      await writer.add(sheet, row, range.left, rowOf(range, row, valueAt));
    }
    done += cellsOf(range);
  }
  await writer.flush();
  onPut(done);
  const entering = new BlockWriter(steps, () => undefined, "formulas");
  let waiting = 0;
  for (const { sheet, range, valueAt } of formulas)
    for (let row = range.top; row <= range.bottom; row += 1) {
      throwIfCancelled(signal);
      await entering.add(sheet, row, range.left, rowOf(range, row, valueAt));
      waiting += columnsOf(range);
      if (waiting < FORMULAS_A_REQUEST) continue;
      await entering.flush();
      done += waiting;
      waiting = 0;
      onPut(done);
    }
  throwIfCancelled(signal);
  await entering.flush();
  onPut(done + waiting);
}

function rowOf({ left, right }: SheetRange["range"], row: number, valueAt: Block["valueAt"]): ExcelValue[] {
  return Array.from({ length: right - left + 1 }, (_, across) => valueAt(row, left + across));
}

/** Single cells are put together; larger blocks stay as they are. */
function valueBlocks(contents: readonly Placed[]): Block[] {
  const blocks: Block[] = [];
  const single = new Map<string, Cell>();
  const places: SheetCell[] = [];
  for (const { sheet, range, content } of contents) {
    if (content.kind !== "values") continue;
    const { rows } = content;
    const { top, left } = range;
    if (cellsOf(range) === 1) {
      single.set(cellKey(sheet, top, left), rows[0]?.[0] ?? null);
      places.push({ sheet, row: top, column: left });
    } else
      blocks.push({ sheet, range, valueAt: (row, column) => toExcelValue(rows[row - top]?.[column - left] ?? null) });
  }
  const together = blocksOf(places).map(({ sheet, range }): Block => ({
    sheet,
    range,
    valueAt: (row, column) => toExcelValue(single.get(cellKey(sheet, row, column)) ?? null),
  }));
  return [...blocks, ...together];
}

function formulaBlocks(contents: readonly Placed[]): Block[] {
  const formulas = new Map<string, string>();
  const places: SheetCell[] = [];
  for (const { sheet, range, content } of contents) {
    if (content.kind !== "formula") continue;
    formulas.set(cellKey(sheet, range.top, range.left), content.formula);
    places.push({ sheet, row: range.top, column: range.left });
  }
  return blocksOf(places).map(({ sheet, range }) => ({
    sheet,
    range,
    valueAt: (row, column) => formulas.get(cellKey(sheet, row, column)) ?? "",
  }));
}

/** Values in a formula's way would keep it from spilling. Their looks stay. */
async function clearOldSpills(
  steps: Steps,
  contents: readonly Placed[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const old = stacked(
    contents.filter(({ range, content }) => content.kind === "formula" && (rowsOf(range) > 1 || columnsOf(range) > 1)),
  );
  for (let at = 0; at < old.length; at += CLEARED_A_REQUEST) {
    throwIfCancelled(signal);
    await steps.step(({ workbook }) => {
      for (const { sheet, range } of old.slice(at, at + CLEARED_A_REQUEST))
        rangeAt(workbook.worksheets.getItem(sheet), range).clear("Contents");
    });
  }
}
