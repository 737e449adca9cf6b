/**
 * Tells whether a row still says what it said when it was scored, and where a row has gone that was moved: results of other data are
 * never shown as current. Only the columns that were read count, so a remark beside them changes nothing.
 */
import type { Cell, Grid } from "../words/grid";
import type { SheetReading } from "../sheet/reading/read-sheet";

/**
 * What a row of the sheet is now. `row` is the row that was scored, 0-based among the reading's rows.
 *
 * - `same`: as it was scored, in its place.
 * - `moved`: as it was scored, then in sheet row `from`; its results still hold.
 * - `edited`: the enterprise is known by name and code (or, without either, by its place), its cells have changed: stale.
 * - `new`: nothing like it was scored.
 */
export type RowState =
  | { readonly kind: "same"; readonly row: number }
  | { readonly kind: "moved"; readonly row: number; readonly from: number }
  | { readonly kind: "edited"; readonly row: number; readonly from: number }
  | { readonly kind: "new" };

/** A whole sheet since it was scored. Where the headings changed nothing else can be told, and all is stale. */
export interface SheetState {
  readonly headingsSame: boolean;
  readonly same: number;
  readonly moved: number;
  /** Sheet rows as Excel counts them. */
  readonly edited: readonly number[];
  readonly added: readonly number[];
  /** Rows that were scored and are gone. */
  readonly gone: readonly number[];
  /** Nothing edited, added or gone: every result still holds. */
  readonly current: boolean;
}

export class RowFingerprints {
  private readonly columns: readonly number[];
  private readonly identity: readonly number[];
  private readonly headings: number;
  private readonly prints: Float64Array;
  private readonly rowByNumber = new Map<number, number>();
  /** Fingerprint -> rows, of whole rows and of names and codes alone. */
  private readonly rowByPrint = new Map<number, number>();
  private readonly rowByIdentity = new Map<number, number>();
  /** Of rows below the headings that are no enterprise: subtotals, notes. */
  private readonly others = new Set<number>();

  /** Of the reading's own grid, before anything in it changes. */
  constructor(private readonly reading: SheetReading) {
    const { grid } = reading;
    const read = reading.columns.filter(({ use, field }) => use === "read" && field !== null);
    this.columns = read.map(({ column }) => column);
    this.identity = read.filter(({ field }) => field === "name" || field === "credit_code").map(({ column }) => column);
    this.headings = this.headingsOf(grid);
    this.prints = new Float64Array(reading.rowNumbers.length);
    reading.rowNumbers.forEach((number, row) => {
      const cells = grid.rows[reading.gridRows[row] ?? -1] ?? [];
      const print = fingerprint(cells, this.columns);
      this.prints[row] = print;
      if (reading.sheetOf(row) === reading.sheet) this.rowByNumber.set(number, row);
      if (!this.rowByPrint.has(print)) this.rowByPrint.set(print, row);
      const who = this.identityOf(cells);
      if (who !== null && !this.rowByIdentity.has(who)) this.rowByIdentity.set(who, row);
    });
    for (const { row } of reading.skipped) this.others.add(fingerprint(grid.rows[row - 1] ?? [], this.columns));
  }

  /** A row as it is now: its row as Excel counts it, its cells from the first column of the sheet on. */
  look(sheetRow: number, cells: readonly Cell[]): RowState {
    const print = fingerprint(cells, this.columns);
    const here = this.rowByNumber.get(sheetRow);
    if (here !== undefined && this.prints[here] === print) return { kind: "same", row: here };
    const moved = this.rowByPrint.get(print);
    if (moved !== undefined) return { kind: "moved", row: moved, from: this.numberOf(moved) };
    const who = this.identityOf(cells);
    const known = who === null ? here : this.rowByIdentity.get(who);
    return known === undefined ? { kind: "new" } : { kind: "edited", row: known, from: this.numberOf(known) };
  }

  /** The whole sheet as it is now. */
  compare(grid: Grid): SheetState {
    const headingsSame = this.headingsOf(grid) === this.headings;
    const edited: number[] = [];
    const added: number[] = [];
    const seen = new Set<number>();
    let [same, moved] = [0, 0];
    for (let number = this.reading.headingRows[1] + 1; number <= grid.rows.length; number += 1) {
      const cells = grid.rows[number - 1] ?? [];
      const print = fingerprint(cells, this.columns);
      if (this.columns.every((column) => textOf(cells[column]) === "") || this.isOther(print)) continue;
      const state = this.look(number, cells);
      if (state.kind !== "new") seen.add(state.row);
      if (state.kind === "same") same += 1;
      else if (state.kind === "moved") moved += 1;
      else (state.kind === "edited" ? edited : added).push(number);
    }
    // Of rows alike word for word only the first is found by what it says.
    const gone = this.reading.rowNumbers.filter(
      (_, row) => !seen.has(row) && !seen.has(this.rowByPrint.get(this.prints[row] ?? NaN) ?? -1),
    );
    const current = headingsSame && edited.length === 0 && added.length === 0 && gone.length === 0;
    return { headingsSame, same, moved, edited, added, gone, current };
  }

  private isOther(print: number): boolean {
    return this.others.has(print) && !this.rowByPrint.has(print);
  }

  private numberOf(row: number): number {
    return this.reading.rowNumbers[row] ?? 0;
  }

  private headingsOf({ rows }: Grid): number {
    const [first, last] = this.reading.headingRows;
    const cells = rows.slice(first - 1, last).flatMap((row) => this.columns.map((column) => row[column] ?? null));
    return fingerprint(cells, [...cells.keys()]);
  }

  /** Null where the sheet has neither name nor code, or both are blank. */
  private identityOf(cells: readonly Cell[]): number | null {
    if (this.identity.every((column) => textOf(cells[column]).trim() === "")) return null;
    return fingerprint(cells, this.identity);
  }
}

/** 53 bits of two hashes over the cells' kinds and texts. By chance alone two rows of 100,000 would meet in one sheet of two million. */
function fingerprint(cells: readonly Cell[], columns: readonly number[]): number {
  let [one, two] = [0x811c9dc5, 0x2545f491];
  const take = (code: number): void => {
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x5bd1e995);
  };
  for (const column of columns) {
    const text = textOf(cells[column]);
    for (let at = 0; at < text.length; at += 1) take(text.charCodeAt(at));
    // No text holds it: cells can't run into one another.
    take(0x1ffff);
  }
  return (one >>> 0) * 0x200000 + (two >>> 11);
}

/** A cell's kind and text; a blank cell and an empty text are the same. */
function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined || cell === "") return "";
  if (typeof cell === "string") return `t${cell}`;
  if (typeof cell === "object") return `e${cell.error}`;
  return typeof cell === "number" ? `n${cell}` : `b${String(cell)}`;
}
