/** The content of cells as WPS gives and takes it. */
import type { CellRange } from "../../words/grid";
import type { Sheet } from "../book/sheet";
import type { RangeTarget } from "../executor/range-target";
import { rangeValues } from "../executor/range-values";
import { atOnce, type World } from "./world";

/** Excel's numbers of errors, which WPS's automation shares. */
const ERRORS: ReadonlyMap<string, number> = new Map([
  ["#NULL!", 2000],
  ["#DIV/0!", 2007],
  ["#VALUE!", 2015],
  ["#REF!", 2023],
  ["#NAME?", 2029],
  ["#NUM!", 2036],
  ["#N/A", 2042],
]);
const FIRST_ERROR = -2146828288;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

type Rows = readonly (readonly unknown[])[];

/** One value for a single cell, rows of values otherwise. */
const bare = (rows: Rows): unknown => (rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows);

const rowsOf = (value: unknown): Rows => (isList(value) ? value.map((row) => (isList(row) ? row : [row])) : [[value]]);

/** The one value of all cells; null where they differ. */
export function common(rows: Rows): unknown {
  const [first] = rows[0] ?? [];
  return rows.every((row) => row.every((one) => one === first)) ? first : null;
}

/** An empty cell is null, an error its number. */
export function valuesOf(world: World, target: RangeTarget): unknown {
  const { sheet, range } = target;
  const rows = rowsOf(rangeValues.values.get(target, world.scope));
  return bare(
    rows.map((row, down) =>
      row.map((value, across) => {
        if (value === "") return null;
        const cell =
          typeof value === "string" && value.startsWith("#") ? sheet.cell(range.top + down, range.left + across) : null;
        return typeof cell === "object" && cell !== null ? FIRST_ERROR + (ERRORS.get(cell.error) ?? 2015) : value;
      }),
    ),
  );
}

export function formulasOf(world: World, target: RangeTarget): unknown {
  return bare(rowsOf(rangeValues.formulas.get?.(target, world.scope)));
}

/** Writes as if typed: one value for all cells, or rows of them; null empties a cell. */
export function writeValues(world: World, target: RangeTarget, value: unknown): void {
  const cell = (one: unknown): unknown => one ?? "";
  const rows = Array.isArray(value) ? rowsOf(value).map((row) => row.map(cell)) : cell(value);
  atOnce(rangeValues.values.set(target, rows, world.scope));
}

export function formatsOf(world: World, target: RangeTarget): unknown {
  return common(rowsOf(rangeValues.numberFormat.get?.(target, world.scope)));
}

export function writeFormat(world: World, target: RangeTarget, value: unknown): void {
  if (rangeValues.numberFormat.set) atOnce(rangeValues.numberFormat.set(target, value, world.scope));
}

export function hasFormula(sheet: Sheet, { top, left, bottom, right }: CellRange): unknown {
  const rows = Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (__, across) => sheet.formula(top + down, left + across) !== null),
  );
  return common(rows);
}

/** The first filled cell behind (or before) a place, round the block's end to its beginning. */
export function findFilled(
  sheet: Sheet,
  range: CellRange,
  after: { readonly row: number; readonly column: number },
  byRows: boolean,
  forwards: boolean,
): CellRange | null {
  const used = sheet.used(true, range);
  if (used === null) return null;
  const place = (row: number, column: number): number => (byRows ? row * 16_384 + column : column * 1_048_576 + row);
  const from = place(after.row, after.column);
  let best: CellRange | null = null;
  let nearest = Infinity;
  const whole = 16_384 * 1_048_576;
  for (let row = used.top; row <= used.bottom; row++)
    for (let column = used.left; column <= used.right; column++) {
      if (sheet.cell(row, column) === null && sheet.formula(row, column) === null) continue;
      const step = forwards ? place(row, column) - from : from - place(row, column);
      const distance = step > 0 ? step : step + whole;
      if (distance < nearest) {
        nearest = distance;
        best = { top: row, left: column, bottom: row, right: column };
      }
    }
  return best;
}
