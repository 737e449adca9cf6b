/** Decides whether the plain numbers of a share column are fractions (0.052) or percentages (5.2). */
import type { Field } from "../../policy/vocabulary";
import { weaker } from "./confidence";
import { doubtReasons } from "./doubt-messages";
import { doubtful } from "./doubts";
import type { Grid } from "./grid";
import { assumptions, warnings, type Assumption, type Warning } from "./messages";
import type { Mapping } from "./map-columns";
import { readNumberText, isRefusal } from "./number-text";

export interface ShareDecision {
  readonly mapping: Mapping;
  readonly assumption?: Assumption;
  readonly warning?: Warning;
}

/** A share with no upper limit, such as a debt ratio, may pass 100 %; at this size it can only be a percentage. */
const plainlyPercent = 3;

interface PlainNumber {
  /** 0-based sheet row. */
  readonly row: number;
  readonly size: number;
}

/** The numbers of a column that carry no percent sign of their own, as magnitudes; zeros say nothing. */
function plainNumbers(grid: Grid, rows: readonly number[], column: number): PlainNumber[] {
  const numbers: PlainNumber[] = [];
  for (const row of rows) {
    const cell = grid.rows[row]?.[column];
    if (typeof cell === "number") {
      const formatted = grid.numberFormats?.[row]?.[column]?.includes("%") === true;
      if (!formatted && cell !== 0 && Number.isFinite(cell)) numbers.push({ row, size: Math.abs(cell) });
    } else if (typeof cell === "string" && cell.trim() !== "") {
      const number = readNumberText(cell);
      if (!isRefusal(number) && number.unit === "" && number.value !== 0) {
        numbers.push({ row, size: Math.abs(number.value) });
      }
    }
  }
  return numbers;
}

/**
 * Settles the factor of a share column from its heading and its numbers. A unit somebody chose is kept.
 * A heading with （%） over numbers that never exceed 1 holds fractions; without a sign, numbers mostly above 1 are percentages.
 */
export function decideShare(grid: Grid, rows: readonly number[], mapping: Mapping, field: Field): ShareDecision {
  if (field.type !== "share" || mapping.unitFrom === "saved") return { mapping };
  const { heading, address: cell, column } = mapping;
  const numbers = plainNumbers(grid, rows, column);
  const above = (bound: number): number => numbers.filter(({ size }) => size > bound).length;
  const mostly = (bound: number): boolean => above(bound) * 2 > numbers.length;
  if (mapping.factor !== 1) {
    if (numbers.length === 0 || above(1) > 0) return { mapping };
    return {
      mapping: doubtful({ ...mapping, unit: "", unitFrom: "values", factor: 1 }, doubtReasons.fractionUnderPercent),
      assumption: { id: "fraction-under-percent", message: assumptions.fractionUnderPercent(heading), cell },
    };
  }
  if (mostly(field.max === 1 ? 1 : plainlyPercent)) {
    return {
      mapping: {
        ...mapping,
        unit: "%",
        unitFrom: "values",
        factor: 0.01,
        confidence: weaker(mapping.confidence, "likely"),
      },
      assumption: { id: "percent-by-values", message: assumptions.percentByValues(heading), cell },
    };
  }
  if (!mostly(1)) return { mapping };
  return {
    mapping: doubtful(mapping, doubtReasons.shareAboveOne),
    warning: { id: "share-above-one", message: warnings.shareAboveOne(heading), cells: [cell] },
  };
}

/**
 * Sheet rows of a percentage column whose numbers look like fractions: few, ten times below all others, and among them times 100.
 * Where numbers lie in between, small percentages are simply small.
 */
export function fractionsAmongPercentages(grid: Grid, rows: readonly number[], mapping: Mapping): number[] {
  if (mapping.factor !== 0.01) return [];
  const numbers = plainNumbers(grid, rows, mapping.column);
  let least = Infinity;
  let most = 0;
  for (const { size } of numbers) {
    if (size > 1) least = Math.min(least, size);
    most = Math.max(most, size);
  }
  const small = numbers.filter(({ size }) => size <= 1);
  const apart = small.every(({ size }) => size < least / 10 && size * 100 >= least && size * 100 <= most);
  return apart && small.length * 2 < numbers.length ? small.map(({ row }) => row) : [];
}
