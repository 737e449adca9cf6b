/** Tells Univer what a batch has changed of a sheet's look: one change of each kind, remembered for undoing. */
import { lineOf } from "./cell-style";
import type { Sheet } from "./sheet";
import { PIXELS_PER_POINT, rowHeight, univerRange, type UniverRange } from "./sheet-layout";
import { mergeUnseen, sizeUnseen, styleUnseen, type StylePatch } from "./unseen-look";
import type { CellSide, LookChanges, StyleChange } from "./waiting-look";

const SIDES: readonly (readonly [CellSide, string])[] = [
  ["top", "t"],
  ["bottom", "b"],
  ["left", "l"],
  ["right", "r"],
];

export function tellLook(sheet: Sheet, { styles, heights, merges }: LookChanges): void {
  const inView = sheet.link.inView === sheet.id;
  if (styles.size > 0) tellStyles(sheet, styles, inView);
  if (heights.size > 0) tellHeights(sheet, heights, inView);
  if (merges.length > 0) tellMerges(sheet, merges.map(univerRange), inView);
  if (!inView) sheet.onLayout();
}

function tellStyles(sheet: Sheet, styles: LookChanges["styles"], inView: boolean): void {
  const made = new Map<StyleChange, { readonly s: StylePatch }>();
  const cells: Record<number, Record<number, { readonly s: StylePatch }>> = {};
  for (const [row, changes] of styles) {
    const line: Record<number, { readonly s: StylePatch }> = {};
    for (const [column, change] of changes) {
      const patch = made.get(change) ?? { s: recordOf(change) };
      made.set(change, patch);
      line[column] = patch;
    }
    cells[row] = line;
  }
  if (inView) {
    sheet.patch(cells, true);
    return;
  }
  sheet.remember(cells, true);
  const left = styleUnseen(sheet, cells);
  if (Object.keys(left).length > 0) sheet.patch(left, true);
}

function recordOf({ record, borders }: StyleChange): StylePatch {
  const lines: Record<string, unknown> = {};
  for (const [side, key] of SIDES) {
    const border = borders[side];
    if (border !== undefined) lines[key] = border === null ? null : lineOf(border);
  }
  return Object.keys(lines).length === 0 ? record : { ...record, bd: lines };
}

function tellHeights(sheet: Sheet, heights: ReadonlyMap<number, number>, inView: boolean): void {
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
  if (inView) run(Object.fromEntries(heights));
  else sizeUnseen(sheet, heights);
}

function tellMerges(sheet: Sheet, ranges: readonly UniverRange[], inView: boolean): void {
  sheet.link.journal.record(() => {
    sheet.link.run("sheet.mutation.remove-worksheet-merge", sheet.id, { ranges }, true);
  });
  if (inView) sheet.link.run("sheet.mutation.add-worksheet-merge", sheet.id, { ranges }, true);
  else mergeUnseen(sheet, ranges);
}
