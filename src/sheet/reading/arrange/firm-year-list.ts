/** A list with a row a year turned into one with a row an enterprise and a column a year. */
import type { Text } from "../../../words/text";
import {
  addressIn,
  cellAt,
  isBlank,
  placeIn,
  rowNumberIn,
  rowPlaceIn,
  type CellPlace,
  type Grid,
} from "../../../words/grid";
import type { Assumption, Warning } from "../messages";
import { plainHeading } from "../../../words/plain-text";
import { rowWarnings, type LeftOut } from "../read-sheet";
import { takeRelativeYear, type YearMark } from "../year-marks";
import { leftRows, notes } from "./arrange-messages";
import type { Arranged } from "./arrangement";
import type { FirmRows } from "./firm-identity";
import { pickOfYear, sameCell, type FirmYears } from "./firm-year-rows";
import { isMeasured, judgedIn, type ListColumn, type ListOutline } from "./list-outline";
import { mergedDown, pieceTogether, type Level, type Piece } from "./pieced-grid";
import { rowList } from "./row-lists";

const MOST_CELLS = 20;

/** How many years before the row's own a heading speaks of; null where it names a year of its own or a stretch of years. */
function relativeBack(mark: YearMark | null): number | null {
  if (mark === null) return 0;
  switch (mark.kind) {
    case "this":
    case "closing":
      return 0;
    case "last":
    case "opening":
      return 1;
    case "year-before-last":
      return 2;
    case "back":
      return mark.back;
    case "before":
      return mark.n;
    default:
      return null;
  }
}

function withoutYear(text: string): string {
  return takeRelativeYear(plainHeading(text))?.rest ?? text;
}

/** A text that is said once and holds for every year. */
function isLasting({ field }: ListColumn): boolean {
  return field !== null && ["text", "code", "industry", "date"].includes(field.type);
}

/** What says which year a row is of: a column of periods, or the tabs of the sheets. */
export interface YearsSaid {
  /** As it is said to a person: the heading of the column. */
  readonly by: string;
  readonly cell?: string;
  /** Columns that hold nothing else. */
  readonly columns: ReadonlySet<number>;
  /** How rows became enterprises. */
  readonly how: Text;
  /** The rows of an enterprise are of no years: several products, several sites. */
  readonly undated?: boolean;
  /** Where the heading of a column stands for a year, where that is not the same for all years. */
  readonly headingOf?: (column: number, year: number) => CellPlace | null;
}

export class FirmYearList {
  private readonly assumptions: Assumption[] = [];
  private readonly warnings: Warning[] = [];
  private readonly grid: Grid;
  private readonly newestRow: Int32Array;
  private readonly top: (row: number, column: number) => number;

  constructor(
    private readonly outline: ListOutline,
    private readonly said: YearsSaid,
    private readonly firms: FirmRows,
    private readonly sorted: FirmYears,
  ) {
    this.grid = outline.grid;
    this.top = mergedDown(this.grid);
    this.newestRow = Int32Array.from({ length: firms.count }, (_, firm) => {
      const rows = sorted.rowOf.map((years) => years[firm] ?? -1).find((row) => row >= 0);
      return rows ?? sorted.newestFirst[firm]?.[0] ?? -1;
    });
  }

  private levelsOf({ heading }: ListColumn, year: number | null): Level[] {
    const ofYear = year === null ? null : this.said.headingOf?.(heading.column, year);
    const place = ofYear ?? placeIn(this.grid, heading.row, heading.column);
    const own = heading.levels.map((text) => ({ text: year === null ? text : withoutYear(text), place }));
    return year === null ? own : [{ text: `${year}年`, place: null }, ...own.filter(({ text }) => text !== "")];
  }

  private piece(column: ListColumn, rows: Int32Array, year: number | null, without?: ReadonlySet<number>): Piece {
    return {
      levels: this.levelsOf(column, year),
      picks: { grids: [this.grid], rows },
      columns: [column.heading.column],
      throughMerges: isLasting(column),
      ...(without === undefined || without.size === 0 ? {} : { without }),
    };
  }

  /** The newest row in which the column is filled in, of every enterprise. */
  private newestFilled({ heading: { column } }: ListColumn): Int32Array {
    return Int32Array.from({ length: this.firms.count }, (_, firm) => {
      const rows = this.sorted.newestFirst[firm] ?? [];
      const filled = rows.find((row) => !isBlank(cellAt(this.grid, this.top(row, column), column)));
      return filled === undefined ? (this.newestRow[firm] ?? -1) : this.top(filled, column);
    });
  }

  private yearly(column: ListColumn, back: number): Piece[] {
    const field = column.field;
    if (field === null) return [];
    const sorted = field.ofJudgementYear ? this.sorted.ofJudgement : this.sorted;
    const [newest = NaN] = sorted.years;
    const cells: string[] = [];
    const pieces = sorted.years.flatMap((year, at) => {
      if (newest - year + back >= field.periods) return [];
      const { rows, without, differing } = pickOfYear(this.grid, sorted, at, column.heading.column);
      cells.push(...differing);
      return [this.piece(column, rows, year - back, without)];
    });
    if (cells.length > 0) {
      const message = notes.rowsDiffer(column.mapping.heading, cells);
      this.warnings.push({ id: "firm-year-rows-differ", message, cells: cells.slice(0, MOST_CELLS) });
    }
    return pieces;
  }

  /** One cell for all rows of an enterprise, where they agree. */
  private agreed(column: ListColumn): Piece {
    const { rows, without, differing } = pickOfYear(this.grid, this.sorted, 0, column.heading.column);
    if (differing.length > 0 && column.field !== null) {
      const message = notes.sameEnterpriseDiffers(column.mapping.heading, differing);
      this.warnings.push({ id: "firm-rows-differ", message, cells: differing.slice(0, MOST_CELLS) });
    }
    return this.piece(column, rows, null, column.field === null ? undefined : without);
  }

  /** Texts of one enterprise that are not the same in all its years. */
  private tellConflicts(column: ListColumn, taken: Int32Array): void {
    const at = column.heading.column;
    const cells: string[] = [];
    for (const [firm, row] of taken.entries()) {
      if (row < 0) continue;
      const other = (this.sorted.newestFirst[firm] ?? []).find(
        (one) => !isBlank(cellAt(this.grid, one, at)) && !sameCell(this.grid, row, one, at),
      );
      if (other !== undefined) cells.push(addressIn(this.grid, row, at));
    }
    if (cells.length === 0) return;
    const { heading } = column.mapping;
    const message = this.said.undated === true ? notes.firstOf(heading, cells) : notes.lastingDiffers(heading, cells);
    this.assumptions.push({ id: "firm-years-differ", message, cell: column.mapping.address });
  }

  private piecesOf(column: ListColumn, ownYears: ReadonlySet<string>): Piece[] {
    const { field, heading } = column;
    const mark = heading.match.year;
    if (this.said.undated === true && !isLasting(column)) return [this.agreed(column)];
    if (isMeasured(field)) {
      const back = relativeBack(mark);
      if (back === 0) return this.yearly(column, 0);
      // 上年营业收入 beside 营业收入 says once more what the row of the year before says.
      if (back !== null) return ownYears.has(field.id) ? [] : this.yearly(column, back);
    }
    if (field === null) return [this.piece(column, this.newestRow, null)];
    const rows = this.newestFilled(column);
    this.tellConflicts(column, rows);
    return [this.piece(column, rows, null)];
  }

  private leftOut(): LeftOut[] {
    const { columns } = this.outline;
    const judged = judgedIn(this.outline).map(({ mapping }) => mapping.heading);
    const others = columns.filter(({ field }) => isMeasured(field) && !field.ofJudgementYear);
    const losesSome = (row: number): boolean =>
      others.some(({ heading: { column } }) => !isBlank(cellAt(this.grid, row, column)));
    const sheetOf = (row: number): string => rowPlaceIn(this.grid, row).sheet;
    return [...this.sorted.left].flatMap(([why, all]) => {
      const rows = why === "under-way" && judged.length > 0 ? all.filter(losesSome) : all;
      return [...new Set(rows.map(sheetOf))].map((sheet) => ({
        ...(sheet === this.grid.sheet ? {} : { sheet }),
        rows: rowList(rows.filter((row) => sheetOf(row) === sheet).map((row) => rowNumberIn(this.grid, row))),
        reason: leftRows[why](sheet === this.grid.sheet ? this.said.by : sheet, judged),
      }));
    });
  }

  private tellHow(): void {
    const { by, how, cell } = this.said;
    const at = cell === undefined ? {} : { cell };
    const { december } = this.sorted;
    this.assumptions.push({ id: "firm-years", message: how, ...at });
    if (december.length > 0) {
      this.assumptions.push({ id: "december-as-year", message: notes.december(by, december.length), ...at });
    }
    const { filled, namesakes } = this.firms;
    if (filled.length > 0) {
      const numbers = rowList(filled.map((row) => rowNumberIn(this.grid, row)));
      this.assumptions.push({ id: "name-from-above", message: notes.nameFromAbove(numbers) });
    }
    if (namesakes.length > 0) this.warnings.push({ id: "namesakes", message: notes.namesakes(namesakes) });
  }

  /** @param named a column of names that the sheet itself does not have */
  arranged(named: Piece | null = null): Arranged {
    const { grid, outline } = this;
    this.tellHow();
    const columns = outline.columns.filter(({ heading }) => !this.said.columns.has(heading.column));
    const ownYears = new Set(
      columns.flatMap(({ field, heading }) =>
        isMeasured(field) && relativeBack(heading.match.year) === 0 ? [field.id] : [],
      ),
    );
    const pieces = columns.flatMap((column) => this.piecesOf(column, ownYears));
    const { grid: list, headingRows } = pieceTogether({
      sheet: grid.sheet,
      above: { grid, rows: outline.headings.first },
      pieces: named === null ? pieces : [named, ...pieces],
      stands: { grids: [grid], rows: this.newestRow },
    });
    return {
      kind: "arranged",
      grid: list,
      headingRows,
      sheets: [grid.sheet],
      assumptions: this.assumptions,
      warnings: [...rowWarnings(grid, [], outline.skipped), ...this.warnings],
      leftOut: this.leftOut(),
    };
  }
}
