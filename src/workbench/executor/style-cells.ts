/** Reading and changing the styles of blocks of cells. */
import type { CellRange } from "../../words/grid";
import { intersect } from "../book/a1";
import { plainStyle } from "../book/cell-style";
import type { Sheet } from "../book/sheet";
import type { CellSide } from "../book/waiting-look";
import type { CellBorder, CellStyle } from "../../xlsx/book-file";
import type { Blocks } from "./areas-target";
import { refuseIfProtected } from "./protected";

const NONE: CellStyle = {};

/** What all cells of blocks have in common; null where they differ. */
export function commonStyle<V>({ sheet, ranges }: Blocks, read: (style: CellStyle) => V): V | null {
  const { core } = sheet;
  // Many cells share a style: each is looked at once.
  const seen = new Set<unknown>();
  let common: { readonly value: V } | null = null;
  for (const range of ranges) {
    const inside = intersect(range, sheet.grid);
    if (inside === null) continue;
    for (let row = inside.top; row <= inside.bottom; row++) {
      for (let column = inside.left; column <= inside.right; column++) {
        const key = core.getCellRaw(row, column)?.s ?? null;
        if (seen.has(key)) continue;
        seen.add(key);
        const value = read(key === null ? NONE : plainStyle(sheet.style(row, column)));
        if (common === null) common = { value };
        else if (common.value !== value) return null;
      }
    }
  }
  return common === null ? read(NONE) : common.value;
}

/** The part of a block that takes a style: whole rows and columns are styled as far as Univer's grid goes. */
function styled(sheet: Sheet, range: CellRange): CellRange | null {
  if (range.bottom - range.top < 100_000) sheet.ensureSize(range.bottom + 1, 0);
  if (range.right - range.left < 1_000) sheet.ensureSize(0, range.right + 1);
  return intersect(range, sheet.grid);
}

/** Gives every cell of blocks what `record` names of Univer's style, borders left out. */
export function styleCells({ sheet, ranges }: Blocks, record: Readonly<Record<string, unknown>>): void {
  refuseIfProtected(sheet);
  const change = { record, borders: {} };
  sheet.changeLook((look) => {
    for (const range of ranges) {
      const inside = styled(sheet, range);
      if (inside !== null) look.restyle(inside, change);
    }
  });
}

/** Draws a line at one side of every cell of blocks; null removes it. */
export function borderCells({ sheet, ranges }: Blocks, side: CellSide, border: CellBorder | null): void {
  refuseIfProtected(sheet);
  const change = { record: {}, borders: { [side]: border } };
  sheet.changeLook((look) => {
    for (const range of ranges) {
      const inside = styled(sheet, range);
      if (inside !== null) look.restyle(inside, change);
    }
  });
}

/** Gives every cell of a block the part of Univer's style that `patch` gives for it (rows and columns of the sheet). */
export function styleEachCell(
  { sheet, range }: { readonly sheet: Sheet; readonly range: CellRange },
  patch: (row: number, column: number) => object,
): void {
  refuseIfProtected(sheet);
  const inside = styled(sheet, range);
  if (inside === null) return;
  const lines: { s: object }[][] = [];
  for (let row = inside.top; row <= inside.bottom; row++) {
    const line: { s: object }[] = [];
    for (let column = inside.left; column <= inside.right; column++) line.push({ s: patch(row, column) });
    lines.push(line);
  }
  sheet.write(inside.top, inside.left, lines, "look");
}

/** The line at one side of all cells of blocks; undefined where there is none, or not the same everywhere. */
export function commonBorder({ sheet, ranges }: Blocks, side: CellSide): CellBorder | undefined {
  const { told } = sheet;
  const seen = new Map<unknown, CellBorder | undefined>();
  let common: { readonly border: CellBorder | undefined } | null = null;
  for (const range of ranges) {
    const inside = intersect(range, sheet.grid);
    if (inside === null) continue;
    for (let row = inside.top; row <= inside.bottom; row++) {
      for (let column = inside.left; column <= inside.right; column++) {
        // Asked before most changes of a border: what waits to be told is looked up instead of told.
        let border = sheet.look.border(row, column, side);
        if (border === undefined) {
          const key = told.getCellRaw(row, column)?.s ?? null;
          if (key !== null && !seen.has(key)) seen.set(key, plainStyle(sheet.toldStyle(row, column)).borders?.[side]);
          border = seen.get(key);
        }
        if (common === null) common = { border: border ?? undefined };
        else if (common.border?.style !== border?.style || common.border?.color !== border?.color) return undefined;
      }
    }
  }
  return common?.border;
}
