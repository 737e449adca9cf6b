/** Rows that are years of one enterprise (年份, 报告期, end_date …): one row an enterprise, a column a year. */
import { addressIn, cellAt, cellText, isBlank, placeIn, rowNumberIn, type Grid } from "../grid";
import { findHeadingRows } from "../heading-rows";
import type { Assumption, Warning } from "../messages";
import { plainHeading } from "../plain-text";
import { rowWarnings, type LeftOut, type ReadingFailure } from "../read-sheet";
import { takeRelativeYear, type YearMark } from "../year-marks";
import { failures, leftRows, notes } from "./arrange-messages";
import type { Arranged, ArrangeKnown, Arrangement } from "./arrangement";
import { firmsOf, identityColumns, type FirmRows, type IdentityColumns } from "./firm-identity";
import { pickOfYear, sameCell, sortFirmYears, type FirmYears, type RowLeft } from "./firm-year-rows";
import { isMeasured, listOutline, nameField, type ListColumn, type ListOutline } from "./list-outline";
import { givenName } from "./given-name";
import { isPeriodHeading, periodColumns, type PeriodColumns } from "./period-columns";
import { mergedDown, pieceTogether, type Level, type Piece } from "./pieced-grid";
import { rowList } from "./row-lists";

/** No rule looks further back than three years before the last. */
const MOST_YEARS = 4;
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

class FirmYearList {
  private readonly assumptions: Assumption[] = [];
  private readonly warnings: Warning[] = [];
  private readonly grid: Grid;
  private readonly newestRow: Int32Array;
  private readonly top: (row: number, column: number) => number;

  constructor(
    private readonly outline: ListOutline,
    private readonly periods: PeriodColumns,
    private readonly firms: FirmRows,
    private readonly sorted: FirmYears,
    private readonly known: ArrangeKnown,
  ) {
    this.grid = outline.grid;
    this.top = mergedDown(this.grid);
    this.newestRow = Int32Array.from({ length: firms.count }, (_, firm) => {
      const rows = sorted.rowOf.map((years) => years[firm] ?? -1).find((row) => row >= 0);
      return rows ?? sorted.newestFirst[firm]?.[0] ?? -1;
    });
  }

  private levelsOf({ heading }: ListColumn, year: number | null): Level[] {
    const place = placeIn(this.grid, heading.row, heading.column);
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
    const { years } = this.sorted;
    const [newest = NaN] = years;
    const field = column.field;
    if (field === null) return [];
    const cells: string[] = [];
    const pieces = years.flatMap((year, at) => {
      if (newest - year + back >= field.periods) return [];
      const { rows, without, differing } = pickOfYear(this.grid, this.sorted, at, column.heading.column);
      cells.push(...differing);
      return [this.piece(column, rows, year - back, without)];
    });
    if (cells.length > 0) {
      const message = notes.rowsDiffer(column.mapping.heading, cells);
      this.warnings.push({ id: "firm-year-rows-differ", message, cells: cells.slice(0, MOST_CELLS) });
    }
    return pieces;
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
    const message = notes.lastingDiffers(column.mapping.heading, cells);
    this.assumptions.push({ id: "firm-years-differ", message, cell: column.mapping.address });
  }

  private piecesOf(column: ListColumn, ownYears: ReadonlySet<string>): Piece[] {
    const { field, heading } = column;
    const mark = heading.match.year;
    if (isMeasured(field)) {
      const back = relativeBack(mark);
      if (back === 0) return this.yearly(column, 0);
      // 上年营业收入 beside 营业收入 says once more what the row of the year before says.
      if (back !== null) return ownYears.has(field.id) ? [] : this.yearly(column, back);
    }
    if (!isLasting(column)) return [this.piece(column, this.newestRow, null)];
    const rows = this.newestFilled(column);
    this.tellConflicts(column, rows);
    return [this.piece(column, rows, null)];
  }

  private leftOut(): LeftOut[] {
    return [...this.sorted.left].map(([why, rows]) => ({
      rows: rowList(rows.map((row) => rowNumberIn(this.grid, row))),
      reason: leftRows[why](this.periods.heading.levels.join(" / ")),
    }));
  }

  private tellHow(): void {
    const { heading } = this.periods;
    const { years, december } = this.sorted;
    const rows = this.outline.rows.length;
    const text = heading.levels.join(" / ");
    const cell = heading.address;
    this.assumptions.push({
      id: "firm-years",
      message: notes.firmYears(text, years, rows, this.firms.count),
      cell,
    });
    if (december.length > 0) {
      this.assumptions.push({ id: "december-as-year", message: notes.december(text, december.length), cell });
    }
    const { filled, namesakes } = this.firms;
    if (filled.length > 0) {
      const numbers = rowList(filled.map((row) => rowNumberIn(this.grid, row)));
      this.assumptions.push({ id: "name-from-above", message: notes.nameFromAbove(numbers) });
    }
    if (namesakes.length > 0) this.warnings.push({ id: "namesakes", message: notes.namesakes(namesakes) });
  }

  arranged(nameless: boolean): Arranged {
    const { grid, outline } = this;
    this.tellHow();
    const columns = outline.columns.filter(({ heading }) => !this.periods.columns.has(heading.column));
    const ownYears = new Set(
      columns.flatMap(({ field, heading }) =>
        isMeasured(field) && relativeBack(heading.match.year) === 0 ? [field.id] : [],
      ),
    );
    const pieces = columns.flatMap((column) => this.piecesOf(column, ownYears));
    const name = nameless ? givenName(grid, outline.headings.first, this.firms.count) : null;
    if (nameless) {
      const message = notes.oneFirm(this.periods.heading.levels.join(" / "), name?.text ?? null);
      this.assumptions.push({ id: "one-firm", message, cell: this.periods.heading.address });
    }
    const { grid: list, headingRows } = pieceTogether({
      sheet: grid.sheet,
      above: { grid, rows: outline.headings.first },
      pieces: name === null ? pieces : [name.piece(this.known.vocabulary.fields.get("name")?.name.zh ?? ""), ...pieces],
      stands: { grids: [grid], rows: this.newestRow },
    });
    return {
      kind: "arranged",
      grid: list,
      headingRows,
      assumptions: this.assumptions,
      warnings: [...rowWarnings(grid, [], outline.skipped), ...this.warnings],
      leftOut: this.leftOut(),
    };
  }
}

function failure(grid: Grid, message: ReadingFailure["message"]): ReadingFailure {
  return { kind: "failure", sheet: grid.sheet, reason: "no-years", message };
}

/** Nothing to rearrange: every row another enterprise, all of the one year that a list without years is of. */
function isPlain({ years, left, further }: FirmYears, firms: FirmRows, expectedYear: number): boolean {
  return (
    years.length === 1 &&
    years[0] === expectedYear &&
    left.size === 0 &&
    further.size === 0 &&
    firms.filled.length === 0
  );
}

function identified(identity: IdentityColumns): boolean {
  return identity.code !== undefined || identity.security !== undefined || identity.name !== undefined;
}

function arrange(grid: Grid, known: ArrangeKnown): Arranged | ReadingFailure | null {
  const name = nameField(known.of);
  if (name === null) return null;
  const headings = findHeadingRows(grid, known.index);
  if (headings?.columns.some(isPeriodHeading) !== true) return null;
  const outline = listOutline(grid, known, headings);
  if (outline === null) return null;
  const amounts = outline.columns.filter(({ field }) => isMeasured(field));
  if (amounts.length === 0) return null;
  const periods = periodColumns(grid, headings.columns, outline.rows);
  if (periods === null) return null;
  const identity = identityColumns(outline, name);
  const nameless = !identified(identity);
  const { rows } = outline;
  const firms = nameless
    ? { count: 1, firmOf: new Int32Array(rows.length), filled: [], namesakes: [] }
    : firmsOf(grid, rows, identity);
  if (firms === null || (periods.isWeak && !nameless && firms.count === rows.length)) return null;
  const heading = periods.heading.levels.join(" / ");
  const sorted = sortFirmYears({
    grid,
    rows,
    ...periods,
    firmOf: firms.firmOf,
    firms: firms.count,
    amounts: amounts.filter(({ field }) => field?.type === "money").map(({ heading: { column } }) => column),
    expectedYear: known.expectedYear,
    mostYears: MOST_YEARS,
  });
  if (sorted.years.length === 0) {
    const [first] = sorted.left;
    const [why, [row = -1]]: readonly [RowLeft, readonly number[]] = first ?? ["unclear", []];
    const text = cellText(cellAt(grid, row, periods.heading.column));
    return failure(grid, failures.noWholeYear(grid.sheet, heading, periods.heading.address, why, text));
  }
  if (nameless && sorted.further.size > 0) {
    return failure(grid, failures.noIdentity(grid.sheet, heading, periods.heading.address));
  }
  if (!nameless && isPlain(sorted, firms, known.expectedYear)) return null;
  return new FirmYearList(outline, periods, firms, sorted, known).arranged(nameless);
}

export const firmYears: Arrangement = { id: "firm-years", arrange };
