/** How a sheet is laid out: sizes, what is hidden, merged or kept in view. Sizes are points; rows and columns count from 0. */
import type { CellRange } from "../../words/grid";
import { intersect, MAX_COLUMNS, MAX_ROWS } from "./a1";
import type { Sheet } from "./sheet";
import { codeOf } from "./enum-codes";

/** Univer sizes are pixels, ours points. */
export const PIXELS_PER_POINT = 4 / 3;

type Axis = "rows" | "columns";

const HIDE = { rows: "sheet.mutation.set-row-hidden", columns: "sheet.mutation.set-col-hidden" } as const;
const SHOW = { rows: "sheet.mutation.set-row-visible", columns: "sheet.mutation.set-col-visible" } as const;

export interface UniverRange {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

export function univerRange({ top, left, bottom, right }: CellRange): UniverRange {
  return { startRow: top, startColumn: left, endRow: bottom, endColumn: right };
}

export function plainRange({ startRow, startColumn, endRow, endColumn }: UniverRange): CellRange {
  return { top: startRow, left: startColumn, bottom: endRow, right: endColumn };
}

/** The rows or columns of a block: all of them where they fit in Univer's grid, which grows up to a point. */
function span(sheet: Sheet, range: CellRange, axis: Axis): CellRange | null {
  const whole = axis === "rows" ? range.bottom === MAX_ROWS - 1 : range.right === MAX_COLUMNS - 1;
  if (!whole) sheet.ensureSize(axis === "rows" ? range.bottom + 1 : 0, axis === "columns" ? range.right + 1 : 0);
  return intersect(range, sheet.grid);
}

export function rowHeight(sheet: Sheet, row: number): number {
  const waiting = sheet.look.height(row);
  if (waiting !== undefined) return waiting / PIXELS_PER_POINT;
  const { defaultRowHeight } = sheet.told.getConfig();
  const data = sheet.told.getRowManager().getRow(row);
  const pixels = data?.ah !== undefined && codeOf(data.ia) === 1 ? data.ah : data?.h;
  return (pixels ?? defaultRowHeight) / PIXELS_PER_POINT;
}

export function columnWidth(sheet: Sheet, column: number): number {
  const { defaultColumnWidth } = sheet.told.getConfig();
  return (sheet.told.getColumnManager().getColumn(column)?.w ?? defaultColumnWidth) / PIXELS_PER_POINT;
}

/** Sets the height of the rows that a block touches. `height` is called with each row. */
export function setRowHeights(sheet: Sheet, range: CellRange, height: (row: number) => number): void {
  const inside = span(sheet, range, "rows");
  if (inside === null) return;
  sheet.changeLook((look) => {
    for (let row = inside.top; row <= inside.bottom; row++) look.setHeight(row, height(row) * PIXELS_PER_POINT);
  });
}

/** Sets the width of the columns that a block touches. `width` is called with each column. */
export function setColumnWidths(sheet: Sheet, range: CellRange, width: (column: number) => number): void {
  const inside = span(sheet, range, "columns");
  if (inside === null) return;
  const before: Record<number, number> = {};
  const after: Record<number, number> = {};
  for (let column = inside.left; column <= inside.right; column++) {
    before[column] = columnWidth(sheet, column) * PIXELS_PER_POINT;
    after[column] = width(column) * PIXELS_PER_POINT;
  }
  const ranges = [univerRange(inside)];
  const run = (colWidth: Readonly<Record<number, number>>): void => {
    sheet.link.run("sheet.mutation.set-worksheet-col-width", sheet.id, { ranges, colWidth }, true);
  };
  sheet.link.journal.record(() => {
    run(before);
  });
  run(after);
}

export function isRowHidden(sheet: Sheet, row: number): boolean {
  return codeOf(sheet.told.getRowManager().getRow(row)?.hd) === 1;
}

export function isColumnHidden(sheet: Sheet, column: number): boolean {
  return codeOf(sheet.told.getColumnManager().getColumn(column)?.hd) === 1;
}

/** Hides or shows the rows or columns that a block touches, or those of them that `which` picks. */
export function setHidden(
  sheet: Sheet,
  range: CellRange,
  axis: Axis,
  hidden: boolean,
  which?: (index: number) => boolean,
): void {
  const inside = span(sheet, range, axis);
  if (inside === null) return;
  const isHidden = axis === "rows" ? isRowHidden : isColumnHidden;
  const [first, last] = axis === "rows" ? [inside.top, inside.bottom] : [inside.left, inside.right];
  const changed: UniverRange[] = [];
  for (let index = first; index <= last; index++) {
    if (isHidden(sheet, index) === hidden || which?.(index) === false) continue;
    const at =
      axis === "rows" ? { ...sheet.grid, top: index, bottom: index } : { ...sheet.grid, left: index, right: index };
    changed.push(univerRange(at));
  }
  if (changed.length === 0) return;
  sheet.link.journal.record(() => {
    sheet.link.run((hidden ? SHOW : HIDE)[axis], sheet.id, { ranges: changed }, true);
  });
  sheet.link.run((hidden ? HIDE : SHOW)[axis], sheet.id, { ranges: changed }, true);
}

/** Whether any merged block lies across `range`. */
export function touchesMerge(sheet: Sheet, range: CellRange): boolean {
  if (sheet.look.touchesMerge(range)) return true;
  // Univer's own question for a block goes through all merged blocks of the sheet; for a cell it knows at once.
  for (let row = range.top; row <= range.bottom; row++)
    for (let column = range.left; column <= range.right; column++)
      if (sheet.told.getMergedCell(row, column) !== null) return true;
  return false;
}

/** Merges blocks none of which lies across a merged one. */
export function addMerges(sheet: Sheet, blocks: readonly CellRange[]): void {
  if (blocks.length === 0) return;
  sheet.changeLook((look) => {
    for (const block of blocks) look.merge(block);
  });
}

export function mergesOf(sheet: Sheet): readonly CellRange[] {
  return sheet.core.getMergeData().map(plainRange);
}

/** Makes `merges` the sheet's merged blocks. */
export function setMerges(sheet: Sheet, merges: readonly CellRange[]): void {
  const before = mergesOf(sheet);
  const replace = (from: readonly CellRange[], to: readonly CellRange[]): void => {
    if (from.length > 0)
      sheet.link.run("sheet.mutation.remove-worksheet-merge", sheet.id, { ranges: from.map(univerRange) }, true);
    if (to.length > 0)
      sheet.link.run("sheet.mutation.add-worksheet-merge", sheet.id, { ranges: to.map(univerRange) }, true);
  };
  sheet.link.journal.record(() => {
    replace(merges, before);
  });
  replace(before, merges);
}

/** Univer's undo of deleted rows and columns moves merged blocks that lay inside them: undone, they are made what they were. */
export function keepMerges(sheet: Sheet): void {
  const before = mergesOf(sheet);
  sheet.link.journal.record(() => {
    setMerges(sheet, before);
  });
}

export interface Frozen {
  readonly rows: number;
  readonly columns: number;
}

export function frozenOf(sheet: Sheet): Frozen {
  const { xSplit, ySplit } = sheet.core.getConfig().freeze;
  return { rows: ySplit, columns: xSplit };
}

export function setFrozen(sheet: Sheet, frozen: Frozen): void {
  const before = frozenOf(sheet);
  sheet.ensureSize(frozen.rows + 1, frozen.columns + 1);
  const freeze = ({ rows, columns }: Frozen): void => {
    const params = {
      xSplit: columns,
      ySplit: rows,
      startRow: rows > 0 ? rows : -1,
      startColumn: columns > 0 ? columns : -1,
    };
    sheet.link.run("sheet.mutation.set-frozen", sheet.id, params, true);
  };
  sheet.link.journal.record(() => {
    freeze(before);
  });
  freeze(frozen);
}

/** `#RRGGBB`, "" for none. */
export function setTabColor(sheet: Sheet, color: string): void {
  const before = tabColor(sheet);
  const paint = (to: string): void => {
    sheet.link.run("sheet.mutation.set-tab-color", sheet.id, { color: to }, true);
  };
  sheet.link.journal.record(() => {
    paint(before);
  });
  paint(color);
}

export function tabColor(sheet: Sheet): string {
  // Univer's own sheets may lack it, whatever its types say.
  const { tabColor: color }: { tabColor?: string } = sheet.core.getConfig();
  return color;
}

export function showsGridlines(sheet: Sheet): boolean {
  return codeOf(sheet.core.getConfig().showGridlines) !== 0;
}

export function setGridlines(sheet: Sheet, shown: boolean): void {
  const before = showsGridlines(sheet);
  const toggle = (to: boolean): void => {
    sheet.link.run("sheet.mutation.toggle-gridlines", sheet.id, { showGridlines: to ? 1 : 0 }, true);
  };
  sheet.link.journal.record(() => {
    toggle(before);
  });
  toggle(shown);
}
