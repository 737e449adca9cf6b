/** Tells Univer what a batch has changed of a sheet's look: one change of each kind, remembered for undoing. */
import { lineOf } from "./cell-style";
import type { CellPatch } from "./cell-data";
import type { Sheet } from "./sheet";
import { rowHeight, PIXELS_PER_POINT, univerRange } from "./sheet-layout";
import type { CellSide, LookChanges, StyleChange } from "./waiting-look";

const SIDES: readonly (readonly [CellSide, string])[] = [
  ["top", "t"],
  ["bottom", "b"],
  ["left", "l"],
  ["right", "r"],
];

export function tellLook(sheet: Sheet, { styles, heights, merges }: LookChanges): void {
  if (styles.size > 0) tellStyles(sheet, styles);
  if (heights.size > 0) tellHeights(sheet, heights);
  if (merges.length > 0) tellMerges(sheet, merges);
}

function tellStyles(sheet: Sheet, styles: LookChanges["styles"]): void {
  const made = new Map<StyleChange, CellPatch>();
  const cells: Record<number, Record<number, CellPatch>> = {};
  for (const [row, changes] of styles) {
    const line: Record<number, CellPatch> = {};
    for (const [column, change] of changes) {
      const patch = made.get(change) ?? { s: styleOf(change) };
      made.set(change, patch);
      line[column] = patch;
    }
    cells[row] = line;
  }
  sheet.patch(cells, true);
}

function styleOf({ record, borders }: StyleChange): object {
  const lines: Record<string, unknown> = {};
  for (const [side, key] of SIDES) {
    const border = borders[side];
    if (border !== undefined) lines[key] = border === null ? null : lineOf(border);
  }
  return Object.keys(lines).length === 0 ? record : { ...record, bd: lines };
}

function tellHeights(sheet: Sheet, heights: ReadonlyMap<number, number>): void {
  const rows = [...heights.keys()].sort((a, b) => a - b);
  const runs: { top: number; bottom: number }[] = [];
  const before: Record<number, number> = {};
  for (const row of rows) {
    before[row] = rowHeight(sheet, row) * PIXELS_PER_POINT;
    const last = runs.at(-1);
    if (last?.bottom === row - 1) last.bottom = row;
    else runs.push({ top: row, bottom: row });
  }
  const { right } = sheet.grid;
  const ranges = runs.map(({ top, bottom }) => univerRange({ top, left: 0, bottom, right }));
  const run = (rowHeight: Readonly<Record<number, number>>): void => {
    sheet.link.run("sheet.mutation.set-worksheet-row-height", sheet.id, { ranges, rowHeight }, true);
    // A height that was set stays; an automatic one would follow the text.
    sheet.link.run("sheet.mutation.set-worksheet-row-is-auto-height", sheet.id, { ranges, autoHeightInfo: 0 }, true);
  };
  sheet.link.journal.record(() => {
    run(before);
  });
  run(Object.fromEntries(heights));
}

function tellMerges(sheet: Sheet, merges: LookChanges["merges"]): void {
  const ranges = merges.map(univerRange);
  sheet.link.journal.record(() => {
    sheet.link.run("sheet.mutation.remove-worksheet-merge", sheet.id, { ranges }, true);
  });
  if (sheet.link.inView === sheet.id) {
    sheet.link.run("sheet.mutation.add-worksheet-merge", sheet.id, { ranges }, true);
    return;
  }
  // Univer follows the merged blocks of one sheet at a time: told of others it would lose those of the sheet in view, and it registers
  // each block anew. A sheet that comes into view is looked at as a whole.
  const { mergeData } = sheet.told.getConfig();
  for (const range of ranges) mergeData.push(range);
  sheet.told.getSpanModel().rebuild(mergeData);
  sheet.onLayout();
}
