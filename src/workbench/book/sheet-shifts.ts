/** Inserting and deleting cells. Whole rows and columns move with Univer's own commands, which rewrite formulas too. */
import type { CellRange } from "../../words/grid";
import { isEntireColumn, isEntireRow } from "./a1";
import type { CellPatch } from "./cell-data";
import type { Sheet } from "./sheet";
import { keepMerges, univerRange } from "./sheet-layout";

/** Univer's Direction. */
const UP = 0;
const LEFT = 3;

function wholeRows(sheet: Sheet, { top, bottom }: CellRange): object {
  return univerRange({ ...sheet.grid, top, bottom });
}

function wholeColumns(sheet: Sheet, { left, right }: CellRange): object {
  return univerRange({ ...sheet.grid, left, right });
}

/** Makes room for a block: what is there moves down or right. */
export async function insertCells(sheet: Sheet, range: CellRange, shift: "down" | "right"): Promise<void> {
  const { link, id } = sheet;
  keepMerges(sheet);
  if (isEntireRow(range)) {
    sheet.ensureSize(range.bottom + 1, 0);
    await link.command("sheet.command.insert-row-by-range", id, { range: wholeRows(sheet, range), direction: UP });
  } else if (isEntireColumn(range)) {
    sheet.ensureSize(0, range.right + 1);
    await link.command("sheet.command.insert-col-by-range", id, { range: wholeColumns(sheet, range), direction: LEFT });
  } else if (shift === "down") {
    moveBlock(sheet, { ...range, bottom: lastRow(sheet, range) }, range.bottom - range.top + 1, 0);
  } else {
    moveBlock(sheet, { ...range, right: lastColumn(sheet, range) }, 0, range.right - range.left + 1);
  }
}

/** Removes a block: what lies below it moves up, or what lies right of it moves left. */
export async function deleteCells(sheet: Sheet, range: CellRange, shift: "up" | "left"): Promise<void> {
  const { link, id } = sheet;
  const { grid } = sheet;
  keepMerges(sheet);
  if (isEntireRow(range)) {
    if (range.top > grid.bottom) return;
    const rows = { ...range, bottom: Math.min(range.bottom, grid.bottom) };
    // A sheet of Univer's has at least one row.
    sheet.ensureSize(grid.bottom + 1 + (rows.top === 0 && rows.bottom === grid.bottom ? 1 : 0), 0);
    await link.command("sheet.command.remove-row-by-range", id, { range: wholeRows(sheet, rows) });
  } else if (isEntireColumn(range)) {
    if (range.left > grid.right) return;
    const columns = { ...range, right: Math.min(range.right, grid.right) };
    sheet.ensureSize(0, grid.right + 1 + (columns.left === 0 && columns.right === grid.right ? 1 : 0));
    await link.command("sheet.command.remove-col-by-range", id, { range: wholeColumns(sheet, columns) });
  } else if (shift === "up") {
    const height = range.bottom - range.top + 1;
    moveBlock(
      sheet,
      { ...range, top: range.bottom + 1, bottom: Math.max(range.bottom, lastRow(sheet, range)) },
      -height,
      0,
      range,
    );
  } else {
    const width = range.right - range.left + 1;
    moveBlock(
      sheet,
      { ...range, left: range.right + 1, right: Math.max(range.right, lastColumn(sheet, range)) },
      0,
      -width,
      range,
    );
  }
}

function lastRow(sheet: Sheet, { left, right, top }: CellRange): number {
  return sheet.used(false, { ...sheet.grid, left, right, top })?.bottom ?? top - 1;
}

function lastColumn(sheet: Sheet, { top, bottom, left }: CellRange): number {
  return sheet.used(false, { ...sheet.grid, top, bottom, left })?.right ?? left - 1;
}

/** Moves cells as they are, `down` and `across`; where they were, and in `also`, nothing stays. Formulas are not rewritten. */
function moveBlock(sheet: Sheet, from: CellRange, down: number, across: number, also: CellRange = from): void {
  const top = Math.min(from.top, from.top + down, also.top);
  const left = Math.min(from.left, from.left + across, also.left);
  const bottom = Math.max(from.bottom, from.bottom + down, also.bottom);
  const right = Math.max(from.right, from.right + across, also.right);
  const patches: (CellPatch | null)[][] = [];
  for (let row = top; row <= bottom; row++) {
    const line: (CellPatch | null)[] = [];
    for (let column = left; column <= right; column++) {
      const [fromRow, fromColumn] = [row - down, column - across];
      const inside =
        fromRow >= from.top && fromRow <= from.bottom && fromColumn >= from.left && fromColumn <= from.right;
      line.push(inside ? sheet.copyOf(fromRow, fromColumn) : null);
    }
    patches.push(line);
  }
  // First emptied, so that no style of the cells before shines through.
  sheet.write(
    top,
    left,
    patches.map((line) => line.map(() => null)),
  );
  sheet.write(top, left, patches);
}
