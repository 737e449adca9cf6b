/**
 * Exactness at a border, said in one place.
 *
 * Doubles can't hold 3 % of 3333.33 exactly, so a comparison in doubles may go wrong where the two sides are equal or nearly so.
 * Both paths therefore compare in doubles and, where the sides lie within `nearness` of each other, ask here: the cells are taken
 * as the decimals a sheet shows (15 significant digits, see `asSheetNumber`) and the comparison is made in exact fractions.
 * Away from a border doubles are safe: the rounding error of a rule's few operations is far smaller than the margin.
 */
import { add, compare, decimal, divide, multiply, subtract, type Rational } from "./rational";
import { isExactInDoubles, quantityParts, type Comparison, type Quantity, type Relation } from "../language/tree";

/** Reads the known value of a cell, and the values that need a date; the caller guarantees that no cell asked for is blank. */
export interface Cells {
  cell(field: string, back: number): number;
  readonly asOf: number;
  age(unit: "days" | "years" | "accounting-years", field: string): number;
}

/**
 * How near two sides must be, relative to the larger of them and 1, to be compared exactly.
 * A difference of large amounts can lose six more digits (total assets less liabilities), so those trees get a wider margin.
 */
export function nearness(quantity: Quantity): number {
  if (isExactInDoubles(quantity)) return 0;
  return hasDifference(quantity) ? 1e-5 : 1e-9;
}

function hasDifference(quantity: Quantity): boolean {
  return quantity.kind === "difference" || quantityParts(quantity).some(hasDifference);
}

/** True where the doubles are too close to be trusted. Infinite and undefined sides are never near. */
export function isNear(left: number, right: number, margin: number): boolean {
  return margin > 0 && Math.abs(left - right) <= margin * Math.max(1, Math.abs(left), Math.abs(right));
}

/**
 * How near to a line an end of an open number is when rounding alone may keep it off: far less than where a second look is taken, since an
 * end has none. 4.999999997 % of growth is an amount away from 5 %.
 */
export function rounding(quantity: Quantity): number {
  if (isExactInDoubles(quantity)) return 0;
  return hasDifference(quantity) ? 1e-10 : 1e-14;
}

/** An end of an open number, or the line that it can't be told from: the blanks may well be what stands on it. */
export function standingOn(end: number, line: number, margin: number): number {
  return Number.isFinite(end) && Number.isFinite(line) && isNear(end, line, margin) ? line : end;
}

export function compareDoubles(left: number, relation: Relation, right: number): boolean {
  switch (relation) {
    case ">=":
      return left >= right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case "<":
      return left < right;
    case "==":
      return left === right;
  }
}

/** The comparison in exact fractions; an undefined side (division by 0) makes it false. */
export function compareExactly(comparison: Comparison, cells: Cells): boolean {
  const { left, right, relation } = comparison;
  if (left.kind === "compound-growth") {
    // (now / before)^(1/n) - 1 against c is now / before against (1 + c)^n: no root, no rounding.
    const ratio = growthRatio(left.now, left.before, cells);
    const line = exactValue(right, cells);
    if (ratio === null || line === null) return false;
    const base = add(line, ONE);
    if (base.n < 0n) return relation === ">=" || relation === ">";
    return holds(compare(ratio, power(base, left.years)), relation);
  }
  const a = exactValue(left, cells);
  const b = exactValue(right, cells);
  return a !== null && b !== null && holds(compare(a, b), relation);
}

const ZERO: Rational = { n: 0n, d: 1n };
const ONE: Rational = { n: 1n, d: 1n };

function holds(order: number, relation: Relation): boolean {
  return compareDoubles(order, relation, 0);
}

function power(base: Rational, exponent: number): Rational {
  return { n: base.n ** BigInt(exponent), d: base.d ** BigInt(exponent) };
}

function growthRatio(now: Quantity, before: Quantity, cells: Cells): Rational | null {
  const a = exactValue(now, cells);
  const b = exactValue(before, cells);
  return a === null || b === null || b.n <= 0n || a.n < 0n ? null : divide(a, b);
}

/** The exact value, or null where it is undefined. Compound growth has no exact value by itself: it is compared above. */
export function exactValue(quantity: Quantity, cells: Cells): Rational | null {
  switch (quantity.kind) {
    case "constant":
      return decimal(quantity.value);
    case "as-of":
      return decimal(cells.asOf);
    case "age":
      return decimal(cells.age(quantity.unit, quantity.field));
    case "field": {
      const value = cells.cell(quantity.field, quantity.back);
      // No blank but one from before the founding comes here.
      return quantity.sinceFounding === true && Number.isNaN(value) ? ZERO : fromCell(value);
    }
    case "otherwise": {
      const own = cells.cell(quantity.field, quantity.back);
      return Number.isNaN(own) ? exactValue(quantity.definition, cells) : fromCell(own);
    }
    case "sum": {
      let total: Rational = ZERO;
      for (const part of quantity.parts) {
        const value = exactValue(part, cells);
        if (value === null) return null;
        total = add(total, value);
      }
      return total;
    }
    case "difference":
      return both(quantity.left, quantity.right, cells, subtract);
    case "product":
      return both(quantity.left, quantity.right, cells, multiply);
    case "ratio":
      return both(quantity.over, quantity.under, cells, (a, b) => (b.n === 0n ? null : divide(a, b)));
    case "mean-growth": {
      let total: Rational = ZERO;
      for (let i = 0; i + 1 < quantity.series.length; i += 1) {
        const now = quantity.series[i];
        const before = quantity.series[i + 1];
        const rate =
          now && before ? both(now, before, cells, (a, b) => (b.n <= 0n ? null : subtract(divide(a, b), ONE))) : null;
        if (rate === null) return null;
        total = add(total, rate);
      }
      return divide(total, decimal(quantity.series.length - 1));
    }
    case "compound-growth":
      throw new Error("compound growth is compared by its ratio, it has no exact value of its own");
  }
}

function fromCell(value: number): Rational | null {
  return Number.isFinite(value) ? decimal(value) : null;
}

function both(
  left: Quantity,
  right: Quantity,
  cells: Cells,
  combine: (a: Rational, b: Rational) => Rational | null,
): Rational | null {
  const a = exactValue(left, cells);
  const b = exactValue(right, cells);
  return a === null || b === null ? null : combine(a, b);
}
