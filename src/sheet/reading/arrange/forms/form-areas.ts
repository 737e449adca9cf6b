/** A sheet as a person sees it: merged cells are one area, and what a blank cell under a merge belongs to is known. */
import { cellText, isBlank, type Cell, type CellRange, type Grid } from "../../../../words/grid";

/** One cell, or several merged into one; rows and columns count from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  /** The last row and column it covers. */
  readonly bottom: number;
  readonly right: number;
  readonly cell: Cell;
  /** What a person reads in it; "" for a blank. */
  readonly text: string;
}

/** Looks up the areas of one grid. */
export class FormAreas {
  readonly rowCount: number;
  readonly width: number;
  private readonly covered = new Map<number, Map<number, CellRange>>();
  private readonly begun = new Map<number, readonly Area[]>();

  /** @param rowCount rows from this one on are not looked at */
  constructor(
    readonly grid: Grid,
    rowCount: number,
  ) {
    this.rowCount = rowCount;
    let width = 0;
    for (let row = 0; row < rowCount; row++) width = Math.max(width, grid.rows[row]?.length ?? 0);
    this.width = width;
    for (const merge of grid.merges) {
      for (let row = Math.max(0, merge.top); row <= Math.min(merge.bottom, rowCount - 1); row++) {
        const columns = this.covered.get(row) ?? new Map<number, CellRange>();
        for (let column = merge.left; column <= Math.min(merge.right, width - 1); column++) columns.set(column, merge);
        this.covered.set(row, columns);
      }
    }
  }

  /** The area over a cell, a blank one too. */
  at(row: number, column: number): Area {
    const merge = this.covered.get(row)?.get(column);
    const [top, left] = merge === undefined ? [row, column] : [merge.top, merge.left];
    const cell = this.grid.rows[top]?.[left] ?? null;
    return {
      row: top,
      column: left,
      bottom: merge?.bottom ?? row,
      right: merge?.right ?? column,
      cell,
      text: isBlank(cell) ? "" : cellText(cell),
    };
  }

  /** The filled areas that begin in a row, from left to right. */
  row(row: number): readonly Area[] {
    const known = this.begun.get(row);
    if (known !== undefined) return known;
    const found: Area[] = [];
    const cells = row < this.rowCount ? (this.grid.rows[row] ?? []) : [];
    for (let column = 0; column < cells.length; column++) {
      if (isBlank(cells[column])) continue;
      const area = this.at(row, column);
      if (area.row === row && area.column === column) found.push(area);
    }
    this.begun.set(row, found);
    return found;
  }

  /** The area of the filled or merged cells to the right of an area, in the area's first row; null at the edge of the sheet. */
  rightOf(area: Area): Area | null {
    return area.right + 1 < this.width ? this.at(area.row, area.right + 1) : null;
  }

  /** The number format of an area's cell, as the file gives it. */
  format(area: Area): string | null {
    return this.grid.numberFormats?.[area.row]?.[area.column] ?? null;
  }
}

/** How many rows of a grid are left when blank ones at its end are taken off. */
export function usedRows(grid: Grid): number {
  let count = grid.rows.length;
  while (count > 0 && (grid.rows[count - 1] ?? []).every(isBlank)) count--;
  return count;
}
