/** The cells at the top of a sheet with their merges: where a text stands, and which columns a group covers. */
import { isBlank, widthOf, type Cell, type Grid } from "../../words/grid";
import { topCell, type TopCell } from "./heading-cells";

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Columns of the widest sheet. */
const COLUMNS = 16_384;

/** A place as one number to compare and look up by: heading rows are searched cell by cell, many times over. */
function number({ row, column }: Place): number {
  return row * COLUMNS + column;
}

/** Where a merged cell's text stands: the top left cell, which Excel alone keeps filled. */
function mergeOrigins(grid: Grid, rowCount: number, width: number): ReadonlyMap<number, Place> {
  const origins = new Map<number, Place>();
  for (const { top, left, bottom, right } of grid.merges) {
    for (let row = Math.max(0, top); row <= Math.min(bottom, rowCount - 1); row++) {
      for (let column = Math.max(0, left); column <= Math.min(right, width - 1); column++) {
        origins.set(number({ row, column }), { row: top, column: left });
      }
    }
  }
  return origins;
}

export class TopCells {
  readonly rowCount: number;
  readonly width: number;
  private readonly origins: ReadonlyMap<number, Place>;
  private readonly kinds = new Map<number, TopCell>();

  /** @param lastRow the last row looked at, 0-based */
  constructor(
    private readonly grid: Grid,
    lastRow: number,
  ) {
    this.rowCount = Math.min(grid.rows.length, lastRow + 1);
    this.width = widthOf(grid, this.rowCount);
    this.origins = mergeOrigins(grid, this.rowCount, this.width);
  }

  source(row: number, column: number): Place {
    const place = { row, column };
    return this.origins.get(number(place)) ?? place;
  }

  /** Where the text stands, as one number to compare by. */
  key(row: number, column: number): number {
    return number(this.source(row, column));
  }

  cell(row: number, column: number): Cell {
    const source = this.source(row, column);
    return this.grid.rows[source.row]?.[source.column] ?? null;
  }

  kind(row: number, column: number): TopCell {
    const key = this.key(row, column);
    const known = this.kinds.get(key);
    if (known !== undefined) return known;
    const kind = topCell(this.cell(row, column));
    this.kinds.set(key, kind);
    return kind;
  }

  /** Columns of the filled cells that stand in the row itself: none merged down from above, a merged one once. */
  own(row: number): number[] {
    const columns: number[] = [];
    for (let column = 0; column < this.width; column++) {
      const source = this.source(row, column);
      if (source.row === row && source.column === column && !isBlank(this.cell(row, column))) columns.push(column);
    }
    return columns;
  }

  /** How many different filled cells a row has, a merged one counted once. */
  filled(row: number): number {
    const sources = new Set<number>();
    for (let column = 0; column < this.width; column++) {
      if (!isBlank(this.cell(row, column))) sources.add(this.key(row, column));
    }
    return sources.size;
  }

  private mergedInRow(row: number): boolean {
    return this.grid.merges.some(({ top, bottom, left, right }) => top <= row && row <= bottom && right > left);
  }

  /**
   * The source column of each cell of a group row: merged cells spread; where nobody merged, a group stands for the blanks to its right
   * as long as the row below goes on.
   */
  groupColumns(row: number): number[] {
    const columns: number[] = [];
    const spreads = !this.mergedInRow(row);
    for (let column = 0; column < this.width; column++) {
      const left = columns[column - 1];
      const goesOn =
        spreads &&
        left !== undefined &&
        isBlank(this.cell(row, column)) &&
        !isBlank(this.cell(row + 1, column)) &&
        !isBlank(this.cell(row, left)) &&
        !isBlank(this.cell(row + 1, left));
      columns.push(goesOn ? left : column);
    }
    return columns;
  }
}
