/** Finds the rows that hold the headings: below titles, over one to three rows, with group cells merged or only written once. */
import { isColumnNumbers } from "./column-numbers";
import { addressIn, cellText, isBlank, type Grid } from "../../words/grid";
import { onlyAdds } from "./heading-additions";
import type { HeadingIndex, HeadingMatch } from "./heading-index";
import { headingParts } from "./heading-parts";
import { HeadingLevels } from "./heading-levels";
import { TopCells } from "./top-cells";

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
/** Units, years, instructions and column numbers below the headings, one row each at most twice over. */
const mostAddingRows = 4;
/** A text over more than this share of the columns is a title rather than a group. */
const mostCovered = 0.6;
/** What a row below the first says: headings, additions to them, or the numbers of the columns. */
type RowRole = "heading" | "additions" | "numbers";
type ScoredRows = HeadingRows & { readonly score: number };

class HeadingSearch {
  private readonly cells: TopCells;
  private readonly known = new Map<string, ScoredRows>();

  constructor(
    private readonly grid: Grid,
    private readonly index: HeadingIndex,
    lastRow: number,
  ) {
    this.cells = new TopCells(grid, lastRow);
  }

  /** Rows `first` to `last` read as headings. */
  read(first: number, last: number): ScoredRows {
    const key = `${first} ${last}`;
    const read = this.known.get(key) ?? this.readRows(first, last);
    this.known.set(key, read);
    return read;
  }

  /** What a row says below the headings from `first` down to it. */
  private role(first: number, row: number): RowRole {
    const { columns } = this.read(first, row - 1);
    if (onlyAdds(this.cells, this.index, row, columns)) return "additions";
    return isColumnNumbers(this.grid.rows[row] ?? [], columns.length) ? "numbers" : "heading";
  }

  private readRows(first: number, last: number): ScoredRows {
    const { cells } = this;
    const roles = new Map<number, RowRole>([[first, "heading"]]);
    for (let row = first + 1; row <= last; row++) roles.set(row, this.role(first, row));
    const groups = new Map<number, readonly number[]>();
    for (let row = first; row < last; row++) groups.set(row, cells.groupColumns(row));
    const columns: ColumnHeading[] = [];
    const named = new Set<string>();
    let extras = 0;
    for (let column = 0; column < cells.width; column++) {
      const heading = this.columnHeading(roles, column, groups);
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
    roles: ReadonlyMap<number, RowRole>,
    column: number,
    groups: ReadonlyMap<number, readonly number[]>,
  ): ColumnHeading | null {
    const { cells } = this;
    const levels = new HeadingLevels(this.index);
    const used = new Set<number>();
    const [first = 0] = roles.keys();
    let lowest = first;
    for (const [row, role] of roles) {
      const from = groups.get(row)?.[column] ?? column;
      const key = cells.key(row, from);
      const cell = cells.cell(row, from);
      if (role === "numbers" || used.has(key) || isBlank(cell)) continue;
      used.add(key);
      if (role === "heading" && row > first && this.isValue(row, from)) return null;
      if (typeof cell === "object" || !levels.add(cell, cells.kind(row, from), role === "additions")) continue;
      lowest = cells.source(row, from).row;
    }
    if (levels.shown.length === 0) return null;
    return {
      column,
      row: lowest,
      address: addressIn(this.grid, lowest, column),
      levels: levels.shown,
      match: levels.match(),
    };
  }

  /** True below a text that covers most of the sheet and names no field: a title, whose year and unit say nothing of the column. */
  private underTitle(
    first: number,
    last: number,
    column: number,
    groups: ReadonlyMap<number, readonly number[]>,
  ): boolean {
    const { cells } = this;
    for (let row = first; row < last; row++) {
      const sources = (groups.get(row) ?? []).map((from) => cells.key(row, from));
      const covered = sources.filter((source) => source === sources[column]).length;
      if (covered <= mostCovered * cells.width) continue;
      const text = cellText(cells.cell(row, groups.get(row)?.[column] ?? column));
      if (headingParts(text).stem !== "" && this.index.match([text]).field === null) return true;
    }
    return false;
  }

  /** The last of the rows below `last` that only add to the headings; a blank row or column numbers may stand between. */
  private withAdditions(first: number, last: number): number {
    const { cells } = this;
    let end = last;
    for (let row = last + 1; row < Math.min(cells.rowCount, last + 1 + mostAddingRows); row++) {
      const role = this.role(first, row);
      if (role === "additions") end = row;
      else if (role === "heading" && cells.filled(row) > 0) break;
    }
    return end;
  }

  /** Whether a row can go on with the headings above it: it holds no values, no first enterprise, and more than additions to them. */
  private canFollow(first: number, row: number): boolean {
    const { cells } = this;
    if (cells.filled(row) === 0 || cells.own(row).some((column) => this.isValue(row, column))) return false;
    return this.role(first, row) === "heading" && !this.isBelowNames(this.read(first, row - 1), row);
  }

  /** A value of the data; a bare 2025 is one too where nothing beside it is a heading. */
  private isValue(row: number, column: number): boolean {
    const kind = this.cells.kind(row, column);
    if (kind.kind !== "year") return kind.kind === "value";
    return kind.bare && !this.cells.own(row).some((other) => this.namesField(row, other));
  }

  private namesField(row: number, column: number): boolean {
    return this.index.match([cellText(this.cells.cell(row, column))]).field !== null;
  }

  /** More values than words: no row of headings, whatever its words are. */
  private mostlyValues(row: number): boolean {
    const own = this.cells.own(row).map((column) => this.cells.kind(row, column).kind);
    const values = own.filter((kind) => kind === "value").length;
    return values > 0 && values * 2 >= own.length;
  }

  /** The best reading of the first rows, or null where nothing is recognised. */
  search(): HeadingRows | null {
    const { cells } = this;
    let best: ScoredRows | null = null;
    let bestHeight = 0;
    const alone = (row: number): number => (cells.filled(row) > 0 ? this.read(row, row).score : 0);
    for (let first = 0; first < Math.min(searchedRows, cells.rowCount); first++) {
      if (cells.filled(first) === 0 || this.mostlyValues(first)) continue;
      if (best !== null && this.isBelowNames(best, first)) continue;
      for (let height = 1; height <= mostHeadingRows && first + height <= cells.rowCount; height++) {
        const last = first + height - 1;
        if (height > 1) {
          if (!this.canBeGroupRow(last - 1) || !this.canFollow(first, last)) break;
          if (alone(last) + alone(first) === 0) continue;
        }
        const reading = this.read(first, this.withAdditions(first, last));
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

  /**
   * True for a row of the data below headings found already: words nobody knows stand under the heading of a name, and the row has no
   * more cells than the headings. What else it holds (titles, products) may sound like headings.
   */
  private isBelowNames(found: ScoredRows, row: number): boolean {
    if (row <= found.last || this.cells.filled(row) > this.cells.filled(found.first)) return false;
    const { columns } = this.read(row, row);
    return found.columns.some(({ column, match: { field } }) => {
      if (field?.type !== "text" || this.cells.kind(row, column).kind !== "words") return false;
      return (
        this.index.match([cellText(this.cells.cell(row, column))]).field === null &&
        columns.every(({ match }) => match.field !== field)
      );
    });
  }

  /** A lone title groups nothing, unless it is the year of one column; nor does a row with 单位：万元 or 填报日期：2026年5月 in it. */
  private canBeGroupRow(row: number): boolean {
    const { cells } = this;
    const [only, ...others] = cells.own(row);
    if (only === undefined) return cells.filled(row) > 1;
    if (cells.filled(row) < 2 && others.length === 0) return only > 0 && cells.kind(row, only).kind === "year";
    for (let column = 0; column < cells.width; column++) {
      const text = cells.cell(row, column);
      if (typeof text === "string" && /^(?!其中)[^:：]{2,8}[:：]./.test(text.trim())) return false;
    }
    return true;
  }
}

/** Arrangements look at a sheet before it is read; its headings are searched once. */
const found = new WeakMap<
  Grid,
  { readonly index: HeadingIndex; readonly rows: HeadingRows | null; readonly chosen: boolean }
>();

/** Finds the heading rows among the first 30 rows; null where no heading of the vocabulary stands there. */
export function findHeadingRows(grid: Grid, index: HeadingIndex): HeadingRows | null {
  const known = found.get(grid);
  if (known?.index === index) return known.rows;
  const rows = new HeadingSearch(grid, index, searchedRows + mostHeadingRows).search();
  found.set(grid, { index, rows, chosen: false });
  return rows;
}

/** Reads the heading rows a person pointed at, 0-based. */
export function readHeadingRows(grid: Grid, index: HeadingIndex, first: number, last: number): HeadingRows {
  return new HeadingSearch(grid, index, last).read(first, last);
}

/** Whoever looks for the headings of the sheet gets those a person pointed at (0-based), or, with null, those that are found. */
export function chooseHeadingRows(grid: Grid, index: HeadingIndex, rows: readonly [number, number] | null): void {
  if (rows !== null && rows[0] < grid.rows.length) {
    found.set(grid, { index, rows: readHeadingRows(grid, index, ...rows), chosen: true });
  } else if (found.get(grid)?.chosen === true) found.delete(grid);
}
