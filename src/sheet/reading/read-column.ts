/** Reads one column of cells into numbers, with what was unreadable, blank or read with a note. */
import type { Field } from "../../language/vocabulary";
import { asSheetNumber } from "../../engine/facts";
import { cellReader, isWhole, type CellContext, type CellReading } from "./cell-reader";
import { noteCommas, type Commas } from "./decimal-commas";
import { cellText, isBlank, type Cell, type Grid } from "../../words/grid";
import type { Mapping } from "./map-columns";
import { refusals, type CellNote, type Refusal } from "./cell-messages";
import { plainNumber, whyError } from "./number-text";
import type { ShareCell } from "./share-columns";
import { scaled } from "./units";

export interface Trouble {
  /** Which data row, from 0. */
  readonly at: number;
  readonly text: string;
  readonly refusal: Refusal;
}

export interface ReadColumn {
  /** One value a data row; NaN where nothing is known. */
  readonly values: Float64Array;
  readonly troubles: readonly Trouble[];
  /** Data rows (from 0) whose cell was read with a note. */
  readonly notes: ReadonlyMap<CellNote, readonly number[]>;
  /** Cells with something in them, readable or not; words such as — and 不适用 count as nothing. */
  readonly filled: number;
  /** Blank cells counted as "none" because the field says so. */
  readonly blanksAsNone: number;
  readonly commas: Commas;
}

const measured: ReadonlySet<Field["type"]> = new Set(["money", "count", "share", "years", "rank", "points", "number"]);

function isPercentFormat(grid: Grid, row: number, column: number): boolean {
  return grid.numberFormats?.[row]?.[column]?.includes("%") === true;
}

/** The number that a cell is beyond doubt, in the unit of its column; NaN for one that has to be looked at. */
function plainOf(cell: Cell | undefined, mayBeFraction: boolean): number {
  if (typeof cell === "number") return mayBeFraction ? NaN : cell;
  return typeof cell === "string" ? plainNumber(cell) : NaN;
}

/** What the cells of a column are read with, and where they stand apart from it. */
export interface ColumnContext extends CellContext {
  /** Shares written otherwise than their column, by 0-based sheet row. */
  readonly shares?: ReadonlyMap<number, ShareCell> | undefined;
}

/**
 * Reads the cells of a column in the given sheet rows (0-based), by a factor that turns the column's unit into the inside one.
 * Cells with a percent format hold fractions whatever the heading says.
 */
export function readColumn(
  grid: Grid,
  rows: readonly number[],
  { column, factor }: Pick<Mapping, "column" | "factor">,
  field: Field,
  { shares, ...context }: ColumnContext,
): ReadColumn {
  const values = new Float64Array(rows.length);
  const troubles: Trouble[] = [];
  const notes = new Map<CellNote, number[]>();
  const reader = cellReader(field, factor, context);
  const plainNumbers = measured.has(field.type);
  const asFractions = field.type === "share" && factor !== 1 && grid.numberFormats !== undefined;
  const whole = isWhole(field);
  const { min, max } = field;
  const blankMeansNone = field.blankMeansNone && context.blanksMeanNone !== false;
  const commas: Commas = { decimal: 0, grouped: 0, either: [] };
  let filled = 0;
  let blanksAsNone = 0;

  const read = (cell: Cell, row: number): CellReading => {
    if (cell === null || reader === null) return { value: NaN };
    const share = shares?.get(row);
    if (share === "unclear") return { value: NaN, refusal: refusals.shareUnclear };
    if (share !== undefined && typeof cell !== "boolean" && typeof cell !== "object") {
      const own = cellReader(field, share === "fraction" ? 1 : 0.01, context);
      return own === null ? { value: NaN } : typeof cell === "number" ? own.number(cell) : own.text(cell);
    }
    if (typeof cell === "number") {
      return asFractions && isPercentFormat(grid, row, column) ? reader.number(cell / factor) : reader.number(cell);
    }
    if (typeof cell === "string") return reader.text(cell);
    if (typeof cell === "boolean") return reader.truth(cell);
    return { value: NaN, refusal: whyError(cell.error) };
  };

  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const cell = grid.rows[row]?.[column];
    // The way nearly all cells go: a number within its limits, or its digits as a text.
    const plain = !plainNumbers || shares !== undefined ? NaN : plainOf(cell, asFractions);
    if (!Number.isNaN(plain)) {
      const value = asSheetNumber(scaled(plain, factor));
      if (value >= min && value <= max && Number.isFinite(value) && (!whole || Number.isInteger(value))) {
        values[at] = value;
        filled += 1;
        continue;
      }
    }
    if (cell === undefined || isBlank(cell)) {
      values[at] = blankMeansNone ? 0 : NaN;
      if (blankMeansNone) blanksAsNone += 1;
      continue;
    }
    if (plainNumbers && typeof cell === "string" && /[,，]/.test(cell)) noteCommas(commas, cell, at);
    const { value, refusal, note } = read(cell, row);
    values[at] = value;
    if (refusal !== undefined) {
      filled += 1;
      troubles.push({ at, text: cellText(cell), refusal });
    } else if (Number.isNaN(value)) {
      if (!blankMeansNone) continue;
      values[at] = 0;
      blanksAsNone += 1;
    } else {
      filled += 1;
      if (note === undefined) continue;
      const places = notes.get(note);
      if (places === undefined) notes.set(note, [at]);
      else places.push(at);
    }
  }
  return { values, troubles, notes, filled, blanksAsNone, commas };
}
