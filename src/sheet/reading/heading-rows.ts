/** Finds the rows that hold the headings: below titles, over one to three rows, with group cells merged or only written once. */
import { address, addressIn, cellText, isBlank, widthOf, type Cell, type Grid } from "./grid";
import type { HeadingIndex, HeadingMatch } from "./heading-index";
import { headingParts } from "./heading-parts";

/** One column of the heading rows. */
export interface ColumnHeading {
  readonly column: number;
  /** The lowest cell that says something. */
  readonly row: number;
  readonly address: string;
  /** From the group down to the lowest heading, as in the sheet. */
  readonly levels: readonly string[];
  readonly match: HeadingMatch;
}

export interface HeadingRows {
  readonly first: number;
  readonly last: number;
  readonly columns: readonly ColumnHeading[];
  /** How many different columns were recognised. */
  readonly recognised: number;
}

const searchedRows = 30;
const mostHeadingRows = 3;
/** A text over more than this share of the columns is a title rather than a group. */
const mostCovered = 0.6;
/** A longer text is an explanation, not a heading. */
const longestHeading = 80;

/** Where a merged cell's text stands: the top left cell, which Excel alone keeps filled. */
function mergeOrigins(
  grid: Grid,
  rowCount: number,
): ReadonlyMap<string, { readonly row: number; readonly column: number }> {
  const origins = new Map<string, { row: number; column: number }>();
  const width = widthOf(grid, rowCount);
  for (const { top, left, bottom, right } of grid.merges) {
    for (let row = Math.max(0, top); row <= Math.min(bottom, rowCount - 1); row++) {
      for (let column = Math.max(0, left); column <= Math.min(right, width - 1); column++) {
        origins.set(address(row, column), { row: top, column: left });
      }
    }
  }
  return origins;
}

/** A number, or the digits of one in a file that knows texts only. */
function isBareNumber(cell: Cell): boolean {
  return typeof cell === "number" || (typeof cell === "string" && /^\s*-?[\d,.]+\s*$/.test(cell));
}

class HeadingSearch {
  private readonly origins;
  private readonly width: number;
  private readonly rowCount: number;

  constructor(
    private readonly grid: Grid,
    private readonly index: HeadingIndex,
    lastRow: number,
  ) {
    this.rowCount = Math.min(grid.rows.length, lastRow + 1);
    this.origins = mergeOrigins(grid, this.rowCount);
    this.width = widthOf(grid, this.rowCount);
  }

  private source(row: number, column: number): { readonly row: number; readonly column: number } {
    return this.origins.get(address(row, column)) ?? { row, column };
  }

  private cell(row: number, column: number): Cell {
    const source = this.source(row, column);
    return this.grid.rows[source.row]?.[source.column] ?? null;
  }

  /** How many different filled cells a row has, a merged one counted once. */
  private filled(row: number): number {
    const sources = new Set<string>();
    for (let column = 0; column < this.width; column++) {
      const source = this.source(row, column);
      if (!isBlank(this.cell(row, column))) sources.add(address(source.row, source.column));
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
  private groupColumns(row: number): number[] {
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

  /** Rows `first` to `last` read as headings. */
  read(first: number, last: number): HeadingRows & { readonly score: number } {
    const groups = new Map<number, readonly number[]>();
    for (let row = first; row < last; row++) groups.set(row, this.groupColumns(row));
    const columns: ColumnHeading[] = [];
    const named = new Set<string>();
    let extras = 0;
    for (let column = 0; column < this.width; column++) {
      const heading = this.columnHeading(first, last, column, groups);
      if (heading === null) continue;
      columns.push(heading);
      const { field, year, unit } = heading.match;
      if (field === null) continue;
      named.add(`${field.id} ${JSON.stringify(year)}`);
      // A second row is worth reading if it only gives years and units: count those it adds to the lowest heading on its own.
      if (heading.levels.length > 1 && !this.underTitle(first, last, column, groups)) {
        const ends = [heading.levels.slice(0, 1), heading.levels.slice(-1)].map((level) => this.index.match(level));
        const said = ends.filter((alone) => alone.field === field);
        if (unit !== null && said.every((alone) => alone.unit !== unit)) extras += 0.25;
        if (year !== null && said.every((alone) => alone.year === null)) extras += 0.25;
      }
    }
    return { first, last, columns, recognised: named.size, score: named.size + extras };
  }

  private columnHeading(
    first: number,
    last: number,
    column: number,
    groups: ReadonlyMap<number, readonly number[]>,
  ): ColumnHeading | null {
    const levels: string[] = [];
    const used = new Set<string>();
    let lowest = first;
    for (let row = first; row <= last; row++) {
      const from = groups.get(row)?.[column] ?? column;
      const source = this.source(row, from);
      const key = address(source.row, source.column);
      const cell = this.cell(row, from);
      if (used.has(key) || isBlank(cell)) continue;
      used.add(key);
      // A bare number is a year only below a group that other columns share; anywhere else it is a value.
      if (isBareNumber(cell) && row > first && !this.sharesGroup(row - 1, column, groups)) return null;
      if (typeof cell === "object") continue;
      levels.push(cellText(cell));
      lowest = source.row;
    }
    if (levels.length === 0) return null;
    const text = levels.join("");
    const match = this.index.match(text.length > longestHeading * levels.length ? [] : levels);
    return { column, row: lowest, address: addressIn(this.grid, lowest, column), levels, match };
  }

  /** True below a text that covers most of the sheet and names no field: a title, whose year and unit say nothing of the column. */
  private underTitle(
    first: number,
    last: number,
    column: number,
    groups: ReadonlyMap<number, readonly number[]>,
  ): boolean {
    for (let row = first; row < last; row++) {
      const sources = (groups.get(row) ?? []).map((from) => {
        const source = this.source(row, from);
        return address(source.row, source.column);
      });
      const covered = sources.filter((source) => source === sources[column]).length;
      if (covered <= mostCovered * this.width) continue;
      const text = cellText(this.cell(row, groups.get(row)?.[column] ?? column));
      if (headingParts(text).stem !== "" && this.index.match([text]).field === null) return true;
    }
    return false;
  }

  private sharesGroup(row: number, column: number, groups: ReadonlyMap<number, readonly number[]>): boolean {
    const of = (at: number): string => {
      const source = this.source(row, groups.get(row)?.[at] ?? at);
      return address(source.row, source.column);
    };
    return of(column) === of(column + 1) || (column > 0 && of(column) === of(column - 1));
  }

  /** The best reading of the first rows, or null where nothing is recognised. */
  search(): HeadingRows | null {
    let best: (HeadingRows & { readonly score: number }) | null = null;
    let bestHeight = 0;
    const alone = new Map<number, number>();
    const end = Math.min(searchedRows, this.rowCount);
    const scoreAlone = (row: number): number => {
      const known = alone.get(row);
      if (known !== undefined) return known;
      const score = row < this.rowCount && this.filled(row) > 0 ? this.read(row, row).score : 0;
      alone.set(row, score);
      return score;
    };
    for (let first = 0; first < end; first++) {
      if (this.filled(first) === 0) continue;
      for (let height = 1; height <= mostHeadingRows && first + height <= this.rowCount; height++) {
        const last = first + height - 1;
        if (height > 1 && (!this.canBeGroupRow(last - 1) || this.filled(last) === 0)) break;
        if (height > 1 && scoreAlone(last) + scoreAlone(first) === 0) continue;
        const reading = this.read(first, last);
        // Of two that say the same, the one with fewer rows: it leaves the title out.
        const better =
          best === null || reading.score > best.score || (reading.score === best.score && height < bestHeight);
        if (reading.recognised === 0 || !better) continue;
        best = reading;
        bestHeight = height;
      }
    }
    return best;
  }

  /** A lone title groups nothing, nor does a row with 单位：万元 or 填报日期：2026年5月 in it. */
  private canBeGroupRow(row: number): boolean {
    if (this.filled(row) < 2) return false;
    for (let column = 0; column < this.width; column++) {
      const text = this.cell(row, column);
      if (typeof text === "string" && /^(?!其中)[^:：]{2,8}[:：]./.test(text.trim())) return false;
    }
    return true;
  }
}

/** Finds the heading rows among the first 30 rows; null where no heading of the vocabulary stands there. */
export function findHeadingRows(grid: Grid, index: HeadingIndex): HeadingRows | null {
  return new HeadingSearch(grid, index, searchedRows + mostHeadingRows).search();
}

/** Reads the heading rows a person pointed at, 0-based. */
export function readHeadingRows(grid: Grid, index: HeadingIndex, first: number, last: number): HeadingRows {
  return new HeadingSearch(grid, index, last).read(first, last);
}
