/**
 * Ratios beside the amounts they came from (研发费用占比 beside 研发费用 and 营业收入). Where the amounts of a row are known they alone
 * decide: a ratio somebody rounded is never held against them. Where both stand and differ, a person is told.
 */
import { exactValue, type Cells } from "../../engine/exact";
import { compare, decimal, multiply, subtract } from "../../engine/rational";
import { parseQuantity } from "../../language/resolve-expression";
import { fieldsOfQuantity, type Quantity } from "../../language/tree";
import { slot, type Field, type Vocabulary } from "../../language/vocabulary";

/** Rounding to whole percent moves a ratio by half a point, and one of two roundings by as much again. */
const TOLERANCE = 0.01;
/** Doubles this near the line are not trusted. */
const HAIR = 1e-9;

export interface RatioBeside {
  readonly field: Field;
  readonly back: number;
  /** Rows (counted from 0) whose ratio and amounts are more than a percentage point, or 1 % of an amount, apart. */
  readonly differing: readonly number[];
}

/**
 * Takes the cells of such fields out of `columns` in the rows whose amounts are known. Arrays are replaced, never written into.
 * `columns` are the numbers by slot, NaN where nothing is known.
 */
export function preferAmounts(vocabulary: Vocabulary, columns: Map<string, Float64Array>): RatioBeside[] {
  return [...vocabulary.fields.values()].flatMap((field) => {
    if (!field.amountsFirst) return [];
    return Array.from({ length: field.periods }, (_, back) => back).flatMap((back): RatioBeside[] => {
      const key = slot(field.id, back);
      const given = columns.get(key);
      const definition = given === undefined ? null : definitionOf(field, back, vocabulary);
      if (given === undefined || definition === null) return [];
      const parts = fieldsOfQuantity(definition).map((cell) => columns.get(slot(cell.field, cell.back)));
      const known = parts.flatMap((part) => (part === undefined ? [] : [part]));
      if (known.length < parts.length) return [];
      const computed = computedColumn(definition, columns, given.length);
      const kept = given.slice();
      const differing: number[] = [];
      for (let row = 0; row < given.length; row++) {
        const own = given[row] ?? NaN;
        const value = computed[row] ?? NaN;
        if (Number.isNaN(own) || Number.isNaN(value)) continue;
        kept[row] = NaN;
        const scale = field.type === "share" ? 1 : Math.max(Math.abs(value), 1);
        const apart = Math.abs(own - value) - TOLERANCE * scale;
        // Where rounding could decide, fractions do.
        if (Math.abs(apart) < HAIR * scale ? differsExactly(definition, columns, row, own, field) : apart > 0) {
          differing.push(row);
        }
      }
      columns.set(key, kept);
      return [{ field, back, differing }];
    });
  });
}

/** The definition of the field in the year `back`; null where it needs a year the fields do not carry. */
function definitionOf(field: Field, back: number, vocabulary: Vocabulary): Quantity | null {
  const { quantity } = parseQuantity(slot(field.id, back), vocabulary);
  if (quantity.kind !== "otherwise") return null;
  const parts = fieldsOfQuantity(quantity.definition);
  return parts.every((part) => part.back < (vocabulary.fields.get(part.field)?.periods ?? 0))
    ? quantity.definition
    : null;
}

function cellsAt(columns: ReadonlyMap<string, Float64Array>, row: number): Cells {
  return {
    cell: (field, back) => columns.get(slot(field, back))?.[row] ?? NaN,
    asOf: NaN,
    age: () => NaN,
  };
}

type Columns = ReadonlyMap<string, Float64Array>;

/** The definition in every row, in doubles; NaN where a part is not known or nothing can be divided by. */
function computedColumn(definition: Quantity, columns: Columns, length: number): Float64Array {
  const pair = quotientOf(definition);
  if (pair === null) return Float64Array.from({ length }, (_, row) => numberOf(definition, cellsAt(columns, row)));
  const values = new Float64Array(length);
  const over = columns.get(slot(pair.over.field, pair.over.back));
  const under = columns.get(slot(pair.under.field, pair.under.back));
  for (let row = 0; row < length; row++) {
    const [top, bottom] = [over?.[row] ?? NaN, under?.[row] ?? NaN];
    if (pair.growth) values[row] = bottom > 0 ? top / bottom - 1 : NaN;
    else values[row] = bottom === 0 ? NaN : top / bottom;
  }
  return values;
}

type FieldQuantity = Extract<Quantity, { kind: "field" }>;

/** A quotient of two fields, or the growth from one to the other, as nearly all ratios are; null for any other definition. */
function quotientOf(quantity: Quantity): { over: FieldQuantity; under: FieldQuantity; growth: boolean } | null {
  const pair = (over?: Quantity, under?: Quantity, growth = false): ReturnType<typeof quotientOf> =>
    over?.kind === "field" && under?.kind === "field" ? { over, under, growth } : null;
  if (quantity.kind === "ratio") return pair(quantity.over, quantity.under);
  const [now, before, ...more] = quantity.kind === "mean-growth" ? quantity.series : [];
  return more.length === 0 ? pair(now, before, true) : null;
}

function differsExactly(definition: Quantity, columns: Columns, row: number, own: number, field: Field): boolean {
  const value = exactValue(definition, cellsAt(columns, row));
  if (value === null || !Number.isFinite(own)) return false;
  const magnitude = value.n < 0n ? { n: -value.n, d: value.d } : value;
  const scale = field.type === "share" || compare(magnitude, decimal(1)) < 0 ? decimal(1) : magnitude;
  const apart = subtract(decimal(own), value);
  const size = apart.n < 0n ? { n: -apart.n, d: apart.d } : apart;
  return compare(size, multiply(decimal(TOLERANCE), scale)) > 0;
}

/** NaN where undefined. */
function numberOf(quantity: Quantity, cells: Cells): number {
  if (fieldsOfQuantity(quantity).some(({ field, back }) => Number.isNaN(cells.cell(field, back)))) return NaN;
  const value = exactValue(quantity, cells);
  return value === null ? NaN : Number(value.n) / Number(value.d);
}
