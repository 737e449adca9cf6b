/** Reading and changing the styles of a block of cells. */
import { intersect } from "../book/a1";
import { plainStyle } from "../book/cell-style";
import type { CellStyle } from "../book-file";
import { refuseIfProtected } from "./protected";
import type { RangeTarget } from "./range-target";

const NONE: CellStyle = {};

/** What all cells of a block have in common; null where they differ. */
export function commonStyle<V>({ sheet, range }: RangeTarget, read: (style: CellStyle) => V): V | null {
  const inside = intersect(range, sheet.grid);
  if (inside === null) return read(NONE);
  // Many cells share a style: each is looked at once.
  const seen = new Set<unknown>();
  let common: { readonly value: V } | null = null;
  for (let row = inside.top; row <= inside.bottom; row++) {
    for (let column = inside.left; column <= inside.right; column++) {
      const key = sheet.core.getCellRaw(row, column)?.s ?? null;
      if (seen.has(key)) continue;
      seen.add(key);
      const value = read(key === null ? NONE : plainStyle(sheet.style(row, column)));
      if (common === null) common = { value };
      else if (common.value !== value) return null;
    }
  }
  return common === null ? read(NONE) : common.value;
}

/**
 * Gives every cell of a block Univer's style `patch`, or what it gives for the cell (rows and columns of the sheet). Whole rows and
 * columns are styled as far as Univer's grid goes.
 */
export function styleCells(
  { sheet, range }: RangeTarget,
  patch: Readonly<Record<string, unknown>> | ((row: number, column: number) => object),
): void {
  refuseIfProtected(sheet);
  if (range.bottom - range.top < 100_000) sheet.ensureSize(range.bottom + 1, 0);
  if (range.right - range.left < 1_000) sheet.ensureSize(0, range.right + 1);
  const inside = intersect(range, sheet.grid);
  if (inside === null) return;
  const lines: { s: object }[][] = [];
  for (let row = inside.top; row <= inside.bottom; row++) {
    const line: { s: object }[] = [];
    for (let column = inside.left; column <= inside.right; column++)
      line.push({ s: typeof patch === "function" ? patch(row, column) : patch });
    lines.push(line);
  }
  sheet.write(inside.top, inside.left, lines, "look");
}
