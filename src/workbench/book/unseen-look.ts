/**
 * The look of a sheet that is not in view, changed in Univer's own records. Its commands would draw the sheet in view anew with each change
 * of another one, and follow the merged blocks of the other one in its place; a sheet that comes into view is looked at as a whole.
 */
import type { IStyleData } from "@univerjs/core";
import type { Sheet } from "./sheet";
import type { UniverRange } from "./sheet-layout";

/** Parts of Univer's style record; null removes. */
export type StylePatch = Readonly<Record<string, unknown>>;

const LINES_OF_TEXT = ["ul", "st", "ol"];

/** What Univer makes of a style and a patch of it. */
function patched(before: IStyleData | null, patch: StylePatch): IStyleData {
  const { bd, ...others } = patch;
  const style: Record<string, unknown> = { ...before, ...others };
  if (typeof bd === "object" && bd !== null) style.bd = withoutNulls({ ...before?.bd, ...bd });
  const { cl } = style;
  for (const key of LINES_OF_TEXT) {
    const line = style[key];
    if (typeof line === "object" && line !== null && cl !== undefined && cl !== null) style[key] = { ...line, cl };
  }
  return withoutNulls(style);
}

function withoutNulls(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(record).filter(
    ([, value]) =>
      value !== null && value !== undefined && !(typeof value === "object" && Object.keys(value).length === 0),
  );
  return Object.fromEntries(entries);
}

/** By row and column; cells that are changed alike share an object. */
export type StylePatches = Readonly<Record<number, Readonly<Record<number, { readonly s: StylePatch }>>>>;

/** Leaves out cells whose text has styles of its own, and gives the patches of those: Univer changes them with the cell's. */
export function styleUnseen(sheet: Sheet, patches: StylePatches): StylePatches {
  const left: Record<number, Record<number, { readonly s: StylePatch }>> = {};
  const cells = sheet.told.getCellMatrix();
  const styles = sheet.link.workbook.getStyles();
  const made = new Map<object, Map<unknown, string | null>>();
  for (const [row, line] of Object.entries(patches)) {
    for (const [column, patch] of Object.entries(line)) {
      const cell = cells.getValue(Number(row), Number(column)) ?? {};
      if (cell.p !== undefined && cell.p !== null) {
        left[Number(row)] = { ...left[Number(row)], [column]: patch };
        continue;
      }
      const known = made.get(patch) ?? new Map<unknown, string | null>();
      made.set(patch, known);
      const before = cell.s ?? null;
      if (!known.has(before)) {
        const style = patched(styles.getStyleByCell(cell) ?? null, patch.s);
        known.set(before, Object.keys(style).length === 0 ? null : (styles.setValue(style) ?? null));
      }
      cells.setValue(Number(row), Number(column), { ...cell, s: known.get(before) ?? null });
    }
  }
  return left;
}

/** @param heights row -> pixels */
export function sizeUnseen(sheet: Sheet, heights: ReadonlyMap<number, number>): void {
  const rows = sheet.told.getRowManager();
  for (const [row, height] of heights) {
    // A height that was set stays; an automatic one would follow the text.
    Object.assign(rows.getRowOrCreate(row), { h: height, ia: 0 });
  }
}

export function mergeUnseen(sheet: Sheet, ranges: readonly UniverRange[]): void {
  const { mergeData } = sheet.told.getConfig();
  for (const range of ranges) mergeData.push(range);
  sheet.told.getSpanModel().rebuild(mergeData);
}
