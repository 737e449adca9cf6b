/** Rows whose amounts are the sums of the rows below or above them, at any number of levels. */
import type { Field } from "../../policy/vocabulary";
import type { Grid } from "./grid";
import { isRefusal, readNumberText } from "./number-text";
import { unitFactor } from "./units";

export interface AmountColumn {
  readonly column: number;
  /** What the column's unit is in the inside one. */
  readonly factor: number;
  readonly field: Field;
}

/** More columns prove nothing that these don't. */
const mostColumns = 6;
const mostLevels = 4;

function amount(grid: Grid, row: number, { column, factor, field }: AmountColumn): number {
  const cell = grid.rows[row]?.[column];
  if (typeof cell === "number") return cell * factor;
  if (typeof cell !== "string" || cell === "") return NaN;
  const number = readNumberText(cell);
  if (isRefusal(number)) return NaN;
  return number.value * (number.unit === "" ? factor : (unitFactor(field, number.unit) ?? NaN));
}

/** Rounding of a total that is one beyond doubt, and of one that might be an enterprise. */
const ROUNDED = 2e-3;
const EXACT = 1e-6;

function isSame(one: number, other: number, tolerance: number): boolean {
  return Math.abs(one - other) <= tolerance * Math.abs(one);
}

class SumSearch {
  private readonly values: readonly Float64Array[];
  /** The column that leads: nothing negative in it, and the most filled. */
  private readonly lead: number;
  /** Places among the rows that are not sums themselves. */
  private alive: number[];
  private sums: readonly Float64Array[] = [];
  private filled = new Int32Array(0);

  constructor(grid: Grid, rows: readonly number[], columns: readonly AmountColumn[]) {
    this.values = columns
      .slice(0, mostColumns)
      .map((column) => Float64Array.from(rows, (row) => amount(grid, row, column)));
    const known = this.values.map((column) =>
      column.some((value) => value < 0) ? 0 : column.filter((value) => value > 0).length,
    );
    this.lead = known.indexOf(Math.max(...known, 1));
    this.alive = rows.map((_, at) => at);
  }

  private prepare(): void {
    this.sums = this.values.map((column) => {
      const sums = new Float64Array(this.alive.length + 1);
      this.alive.forEach((at, place) => {
        const value = column[at] ?? NaN;
        sums[place + 1] = (sums[place] ?? 0) + (Number.isNaN(value) ? 0 : value);
      });
      return sums;
    });
    const lead = this.values[this.lead];
    this.filled = new Int32Array(this.alive.length + 1);
    this.alive.forEach((at, place) => {
      this.filled[place + 1] = (this.filled[place] ?? 0) + ((lead?.[at] ?? 0) > 0 ? 1 : 0);
    });
  }

  private sum(column: number, from: number, to: number): number {
    return (this.sums[column]?.[to] ?? 0) - (this.sums[column]?.[from] ?? 0);
  }

  /** The shortest block from `place` on, downwards or upwards, whose leading amounts come to `total`; null where they never do. */
  private block(
    place: number,
    total: number,
    tolerance: number,
    down: boolean,
  ): { readonly from: number; readonly to: number } | null {
    let [low, high] = down ? [place + 1, this.alive.length] : [0, place];
    const bounds = (border: number): { from: number; to: number } =>
      down ? { from: place + 1, to: border } : { from: border, to: place };
    const reaches = (border: number): boolean => {
      const { from, to } = bounds(border);
      const sum = this.sum(this.lead, from, to);
      return sum >= total || isSame(total, sum, tolerance);
    };
    if (!reaches(down ? high : low)) return null;
    while (low < high) {
      const middle = down ? (low + high) >> 1 : (low + high + 1) >> 1;
      if (reaches(middle)) [low, high] = down ? [low, middle] : [middle, high];
      else [low, high] = down ? [middle + 1, high] : [low, middle - 1];
    }
    const { from, to } = bounds(low);
    return isSame(total, this.sum(this.lead, from, to), tolerance) ? { from, to } : null;
  }

  /** Whether all amounts of a row are the sums of a block; a row that may be an enterprise needs two of them and two members. */
  private isSum(place: number, strict: boolean, down: boolean): boolean {
    const at = this.alive[place] ?? 0;
    const total = this.values[this.lead]?.[at] ?? NaN;
    if (!(total > 0)) return false;
    const tolerance = strict ? EXACT : ROUNDED;
    const block = this.block(place, total, tolerance, down);
    if (block === null) return false;
    const members = (this.filled[block.to] ?? 0) - (this.filled[block.from] ?? 0);
    if (members < (strict ? 2 : 1)) return false;
    let same = 0;
    for (let column = 0; column < this.values.length; column++) {
      const value = this.values[column]?.[at] ?? NaN;
      if (Number.isNaN(value) || value === 0) continue;
      if (!isSame(value, this.sum(column, block.from, block.to), tolerance)) return false;
      same += 1;
    }
    return same >= (strict ? 2 : 1);
  }

  /** @param suspects how sure each place has to be; places not named are enterprises */
  find(suspects: ReadonlyMap<number, "place" | "any">): number[] {
    const found: number[] = [];
    if (this.lead < 0 || this.values.length === 0) return found;
    for (let level = 0; level < mostLevels; level++) {
      this.prepare();
      const sums = new Set(
        this.alive.filter((at, place) => {
          const suspect = suspects.get(at);
          if (suspect === undefined) return false;
          return this.isSum(place, suspect === "any", true) || this.isSum(place, suspect === "any", false);
        }),
      );
      if (sums.size === 0) break;
      found.push(...sums);
      this.alive = this.alive.filter((at) => !sums.has(at));
    }
    return found;
  }
}

/**
 * Of `rows` (0-based sheet rows in order) those whose amounts are sums of a block of rows right below or above.
 * `suspects` says which may be: `place` where the name is blank or that of a place, for which one amount and one member are enough,
 * `any` where it might be an enterprise, which needs two amounts and two members.
 */
export function findSums(
  grid: Grid,
  rows: readonly number[],
  columns: readonly AmountColumn[],
  suspects: ReadonlyMap<number, "place" | "any">,
): number[] {
  if (suspects.size === 0 || columns.length === 0) return [];
  const places = new Map(rows.map((row, at) => [row, at]));
  const byPlace = new Map([...suspects].map(([row, how]) => [places.get(row) ?? -1, how]));
  return new SumSearch(grid, rows, columns).find(byPlace).flatMap((at) => rows[at] ?? []);
}
