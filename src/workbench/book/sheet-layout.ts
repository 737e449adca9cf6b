/** How a sheet is laid out: sizes, what is hidden, merged or kept in view. Sizes are points; rows and columns count from 0. */
import type { CellRange } from "../../sheet/grid";
import { intersect, MAX_COLUMNS, MAX_ROWS } from "./a1";
import type { Sheet } from "./sheet";
import { codeOf } from "./enum-codes";

/** Univer sizes are pixels, ours points. */
export const PIXELS_PER_POINT = 4 / 3;

type Axis = "rows" | "columns";

const HIDE = { rows: "sheet.mutation.set-row-hidden", columns: "sheet.mutation.set-col-hidden" } as const;
const SHOW = { rows: "sheet.mutation.set-row-visible", columns: "sheet.mutation.set-col-visible" } as const;

interface UniverRange {
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
  const { defaultRowHeight } = sheet.core.getConfig();
  const data = sheet.core.getRowManager().getRow(row);
  const pixels = data?.ah !== undefined && codeOf(data.ia) === 1 ? data.ah : data?.h;
  return (pixels ?? defaultRowHeight) / PIXELS_PER_POINT;
}

export function columnWidth(sheet: Sheet, column: number): number {
  const { defaultColumnWidth } = sheet.core.getConfig();
  return (sheet.core.getColumnManager().getColumn(column)?.w ?? defaultColumnWidth) / PIXELS_PER_POINT;
}

/** Sets the height of rows, or the width of columns, that a block touches. `size` is called with each row or column. */
export function setSizes(sheet: Sheet, range: CellRange, axis: Axis, size: (index: number) => number): void {
  const inside = span(sheet, range, axis);
  if (inside === null) return;
  const read = axis === "rows" ? rowHeight : columnWidth;
  const [first, last] = axis === "rows" ? [inside.top, inside.bottom] : [inside.left, inside.right];
  const before: Record<number, number> = {};
  const after: Record<number, number> = {};
  for (let index = first; index <= last; index++) {
    before[index] = read(sheet, index) * PIXELS_PER_POINT;
    after[index] = size(index) * PIXELS_PER_POINT;
  }
  const ranges = [univerRange(inside)];
  const run = (sizes: Readonly<Record<number, number>>): void => {
    if (axis === "rows") {
      sheet.link.run("sheet.mutation.set-worksheet-row-height", sheet.id, { ranges, rowHeight: sizes }, true);
      // A height that was set stays; an automatic one would follow the text.
      sheet.link.run("sheet.mutation.set-worksheet-row-is-auto-height", sheet.id, { ranges, autoHeightInfo: 0 }, true);
    } else {
      sheet.link.run("sheet.mutation.set-worksheet-col-width", sheet.id, { ranges, colWidth: sizes }, true);
    }
  };
  sheet.link.journal.record(() => {
    run(before);
  });
  run(after);
}

export function isRowHidden(sheet: Sheet, row: number): boolean {
  return codeOf(sheet.core.getRowManager().getRow(row)?.hd) === 1;
}

export function isColumnHidden(sheet: Sheet, column: number): boolean {
  return codeOf(sheet.core.getColumnManager().getColumn(column)?.hd) === 1;
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

/** Blocks merged in the batch under way that Univer does not know yet: it looks at all merged blocks anew with every one it is told of. */
const waitingMerges = new WeakMap<Sheet, WaitingMerges>();

class WaitingMerges {
  readonly ranges: CellRange[] = [];
  private readonly byRow = new Map<number, CellRange[]>();

  add(range: CellRange): void {
    this.ranges.push(range);
    for (let row = range.top; row <= range.bottom; row++) {
      const inRow = this.byRow.get(row);
      if (inRow) inRow.push(range);
      else this.byRow.set(row, [range]);
    }
  }

  touches(range: CellRange): boolean {
    for (let row = range.top; row <= range.bottom; row++)
      if (this.byRow.get(row)?.some((one) => intersect(one, range) !== null) === true) return true;
    return false;
  }
}

/** Whether any merged block lies across `range`. */
export function touchesMerge(sheet: Sheet, range: CellRange): boolean {
  if (waitingMerges.get(sheet)?.touches(range) === true) return true;
  // Univer's own question for a block goes through all merged blocks of the sheet; for a cell it knows at once.
  for (let row = range.top; row <= range.bottom; row++)
    for (let column = range.left; column <= range.right; column++)
      if (sheet.core.getMergedCell(row, column) !== null) return true;
  return false;
}

/** Merges blocks none of which lies across a merged one. Univer is told at the end of the batch, or when somebody asks. */
export function addMerges(sheet: Sheet, blocks: readonly CellRange[]): void {
  const waiting = waitingMerges.get(sheet) ?? new WaitingMerges();
  waitingMerges.set(sheet, waiting);
  for (const block of blocks) waiting.add(block);
  const { journal } = sheet.link;
  journal.record(() => {
    waitingMerges.delete(sheet);
  });
  journal.defer(sheet, () => {
    const ranges = (waitingMerges.get(sheet)?.ranges ?? []).map(univerRange);
    waitingMerges.delete(sheet);
    if (ranges.length === 0) return;
    journal.record(() => {
      sheet.link.run("sheet.mutation.remove-worksheet-merge", sheet.id, { ranges }, true);
    });
    sheet.link.run("sheet.mutation.add-worksheet-merge", sheet.id, { ranges }, true);
  });
}

/** Tells Univer of blocks that still wait: before cells move. */
export function settleMerges(sheet: Sheet): void {
  sheet.link.journal.catchUp(sheet);
}

export function mergesOf(sheet: Sheet): readonly CellRange[] {
  settleMerges(sheet);
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
