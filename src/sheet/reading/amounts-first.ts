/**
 * Ratios beside the amounts they came from (研发费用占比 beside 研发费用 and 营业收入). Where the amounts of a row are known they alone
 * decide: a ratio somebody rounded is never held against them. Where both stand and differ, a person is told.
 */
import { exactValue, type Cells } from "../../rules/exact";
import { parseQuantity } from "../../rules/resolve-expression";
import { fieldsOfQuantity, type Quantity } from "../../rules/tree";
import { slot, type Field, type Vocabulary } from "../../policy/vocabulary";

/** Rounding to whole percent moves a ratio by half a point, and one of two roundings by as much again. */
const TOLERANCE = 0.01;

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
      const kept = given.slice();
      const differing: number[] = [];
      given.forEach((own, row) => {
        if (Number.isNaN(own) || known.some((part) => Number.isNaN(part[row] ?? NaN))) return;
        const computed = numberOf(definition, cellsAt(columns, row));
        if (computed === null) return;
        kept[row] = NaN;
        const scale = field.type === "share" ? 1 : Math.max(Math.abs(computed), 1);
        if (Math.abs(own - computed) > TOLERANCE * scale) differing.push(row);
      });
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

/** As a double, which is exact enough to see whether two differ by a percentage point; null where undefined (nothing to divide by). */
function numberOf(quantity: Quantity, cells: Cells): number | null {
  const value = exactValue(quantity, cells);
  return value === null ? null : Number(value.n) / Number(value.d);
}
