/** Blocks of cells on several sheets, put together so that a request needs few of them. */
import type { CellRange } from "../../words/grid";

/** A block on a sheet, named by its id or name. */
export interface SheetRange {
  readonly sheet: string;
  readonly range: CellRange;
}

/** A cell on a sheet; row and column count from 0. */
export interface SheetCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The blocks that cells form: runs of a row, and runs of neighbouring rows that are equally wide taken together. */
export function blocksOf(cells: Iterable<SheetCell>): SheetRange[] {
  return stacked(runsOf(cells));
}

function runsOf(cells: Iterable<SheetCell>): SheetRange[] {
  const runs: { readonly sheet: string; range: CellRange }[] = [];
  for (const { sheet, row, column } of inOrder(cells)) {
    const last = runs.at(-1);
    if (last?.sheet === sheet && last.range.top === row && last.range.right >= column - 1)
      last.range = { ...last.range, right: column };
    else runs.push({ sheet, range: { top: row, left: column, bottom: row, right: column } });
  }
  return runs;
}

function inOrder(cells: Iterable<SheetCell>): SheetCell[] {
  return [...cells].sort(
    (one, other) => bySheet(one.sheet, other.sheet) || one.row - other.row || one.column - other.column,
  );
}

function bySheet(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** Blocks of the same columns that lie under one another, put together. */
export function stacked(ranges: Iterable<SheetRange>): SheetRange[] {
  const sorted = [...ranges].sort(
    (one, other) =>
      bySheet(one.sheet, other.sheet) ||
      one.range.left - other.range.left ||
      one.range.right - other.range.right ||
      one.range.top - other.range.top,
  );
  const blocks: { readonly sheet: string; range: CellRange }[] = [];
  for (const { sheet, range } of sorted) {
    const last = blocks.at(-1);
    const under =
      last?.sheet === sheet &&
      last.range.left === range.left &&
      last.range.right === range.right &&
      last.range.bottom + 1 === range.top;
    if (under) last.range = { ...last.range, bottom: range.bottom };
    else blocks.push({ sheet, range });
  }
  return blocks;
}

/** Up to so many blocks are asked for one by one. */
const FEW = 300;

/** The blocks, or where they are many, fewer that hold them all: neighbouring columns from the first to the last row that any needs. */
export function fewerBlocks(blocks: readonly SheetRange[]): readonly SheetRange[] {
  return blocks.length <= FEW ? blocks : columnsAround(blocks);
}

/** One block a run of columns. */
export function columnsAround(blocks: readonly SheetRange[]): SheetRange[] {
  const joined: { readonly sheet: string; range: CellRange }[] = [];
  const sorted = [...blocks].sort((one, other) => bySheet(one.sheet, other.sheet) || one.range.left - other.range.left);
  for (const { sheet, range } of sorted) {
    const last = joined.at(-1);
    if (last?.sheet !== sheet || last.range.right + 1 < range.left) joined.push({ sheet, range });
    else
      last.range = {
        top: Math.min(last.range.top, range.top),
        left: last.range.left,
        bottom: Math.max(last.range.bottom, range.bottom),
        right: Math.max(last.range.right, range.right),
      };
  }
  return joined;
}

export function cellsOf({ top, left, bottom, right }: CellRange): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** A key for a cell in sets and maps. */
export function cellKey(sheet: string, row: number, column: number): string {
  return `${row},${column},${sheet}`;
}
