/** Decides whether the plain numbers of a share column are fractions (0.052) or percentages (5.2). */
import type { Field } from "../../language/vocabulary";
import { weaker } from "./confidence";
import { doubtReasons } from "./doubt-messages";
import { doubtful } from "./doubts";
import type { Grid } from "../../words/grid";
import { assumptions } from "./assumption-messages";
import type { Assumption, Warning } from "./messages";
import { warnings } from "./warning-messages";
import { mappedCell, type Mapping } from "./map-columns";
import { readNumberText, isRefusal } from "./number-text";

/** How a cell is read that is written otherwise than its column; `unclear` where nobody can tell. */
export type ShareCell = "fraction" | "percentage" | "unclear";

export interface ShareDecision {
  readonly mapping: Mapping;
  readonly assumption?: Assumption;
  readonly warning?: Warning;
  /** Cells read otherwise than the column, by 0-based sheet row. */
  readonly cells?: ReadonlyMap<number, ShareCell>;
}

/** Shares that are most of a whole, or nearly so: under 1 % they are next to never. */
const nearWhole: ReadonlySet<string> = new Set([
  "debt_ratio",
  "main_share",
  "leading_product_share",
  "product_share_main",
  "hightech_income_share",
]);

/** A share with no upper limit, such as a debt ratio, may pass 100 %; at this size it can only be a percentage. */
const plainlyPercent = 3;

interface PlainNumber {
  /** 0-based sheet row. */
  readonly row: number;
  readonly size: number;
}

/** What the numbers of a column add up to, before any of them is looked at alone. */
interface Tally {
  /** Numbers without a percent sign of their own; zeros say nothing. */
  readonly plain: number;
  /** Those larger than the bound between fractions and percentages. */
  readonly large: number;
  /** Those larger than 1. */
  readonly aboveOne: number;
  /** The largest percentage written with its sign, in percent; 0 where there is none. */
  readonly signed: number;
}

/** A cell's number as a magnitude, and whether a percent sign goes with it; null where it holds none. Zeros say nothing. */
function sizeIn(grid: Grid, row: number, column: number): { readonly size: number; readonly signed: boolean } | null {
  const cell = grid.rows[row]?.[column];
  if (typeof cell === "number") {
    const formatted = grid.numberFormats?.[row]?.[column]?.includes("%") === true;
    return formatted || cell === 0 || !Number.isFinite(cell) ? null : { size: Math.abs(cell), signed: false };
  }
  if (typeof cell !== "string" || cell.trim() === "") return null;
  const number = readNumberText(cell);
  if (isRefusal(number)) return null;
  if (number.unit === "%") return { size: Math.abs(number.value), signed: true };
  return number.unit === "" && number.value !== 0 ? { size: Math.abs(number.value), signed: false } : null;
}

function tallyOf(grid: Grid, rows: readonly number[], column: number, bound: number): Tally {
  let [plain, large, aboveOne, signed] = [0, 0, 0, 0];
  const formats = grid.numberFormats;
  for (const row of rows) {
    const cell = grid.rows[row]?.[column];
    let size: number;
    // The way nearly all cells go.
    if (typeof cell === "number" && formats === undefined && cell !== 0 && Number.isFinite(cell)) size = Math.abs(cell);
    else {
      const found = sizeIn(grid, row, column);
      if (found === null) continue;
      if (found.signed) {
        signed = Math.max(signed, found.size);
        continue;
      }
      size = found.size;
    }
    plain += 1;
    if (size > bound) large += 1;
    if (size > 1) aboveOne += 1;
  }
  return { plain, large, aboveOne, signed };
}

/** The numbers without a percent sign, apart by the bound between fractions and percentages. */
function mixtureOf(grid: Grid, rows: readonly number[], column: number, bound: number): Mixture {
  const fractions: PlainNumber[] = [];
  const percentages: PlainNumber[] = [];
  for (const row of rows) {
    const found = sizeIn(grid, row, column);
    if (found === null || found.signed) continue;
    (found.size > bound ? percentages : fractions).push({ row, size: found.size });
  }
  return { fractions, percentages };
}

/** How far below all percentages the fractions of a mixed column have to lie, and how near to them times 100. */
interface Distance {
  readonly gap: number;
  readonly near: number;
}
const ofNearWhole: Distance = { gap: 10, near: 3 };
const ofOthers: Distance = { gap: 30, near: 1.5 };
const underPercent: Distance = { gap: 10, near: 1 };

interface Mixture {
  readonly fractions: readonly PlainNumber[];
  readonly percentages: readonly PlainNumber[];
}

function isApart({ fractions, percentages }: Mixture, gap: number): boolean {
  const least = percentages.reduce((found, { size }) => Math.min(found, size), Infinity);
  return fractions.every(({ size }) => size * gap <= least);
}

/** Whether the sizes leave no doubt: the fractions lie far below, and times 100 they are like the percentages. */
function isPlain(mixture: Mixture, { gap, near }: Distance): boolean {
  const sizes = mixture.percentages.map(({ size }) => size);
  let [least, most] = [Infinity, 0];
  for (const size of sizes) {
    least = Math.min(least, size);
    most = Math.max(most, size);
  }
  const like = mixture.fractions.every(({ size }) => size * 100 >= least / near && size * 100 <= most * near);
  return like && isApart(mixture, gap);
}

/** The cells that are not read as their column is, with what is told of them. */
function mixed(grid: Grid, mapping: Mapping, numbers: readonly PlainNumber[], as: ShareCell): ShareDecision {
  const cells = numbers.map(({ row }) => mappedCell(grid, mapping, row));
  const message =
    as === "unclear"
      ? warnings.shareUnclear(mapping.heading, cells)
      : as === "fraction"
        ? warnings.sharesAsFractions(mapping.heading, cells)
        : warnings.sharesAsPercentages(mapping.heading, cells);
  return {
    mapping: { ...mapping, confidence: weaker(mapping.confidence, "likely") },
    warning: { id: "percent-mixed", message, cells },
    cells: new Map(numbers.map(({ row }) => [row, as])),
  };
}

/** Under （%）: percentages, unless a few lie so far below the others that they must be fractions, or may be. */
function underPercentSign(grid: Grid, mapping: Mapping, field: Field, mixture: Mixture): ShareDecision {
  const { fractions } = mixture;
  if (fractions.length === 0 || !isApart(mixture, underPercent.gap)) return { mapping };
  if (nearWhole.has(field.id)) {
    return mixed(grid, mapping, fractions, isPlain(mixture, ofNearWhole) ? "fraction" : "unclear");
  }
  // 0.8 beside 12 is a small percentage; 0.15 beside 12 and 25 may be 15 %.
  return isPlain(mixture, underPercent) ? mixed(grid, mapping, fractions, "unclear") : { mapping };
}

/** Without a sign anywhere: what the most are, and the others so far as the sizes leave no doubt. */
function withoutSign(grid: Grid, mapping: Mapping, asPercent: Mapping, field: Field, mixture: Mixture): ShareDecision {
  const { fractions, percentages } = mixture;
  const bounded = field.max === 1;
  const mostlyPercent = percentages.length >= fractions.length;
  const between = bounded ? [] : fractions.filter(({ size }) => size > 1);
  if (between.length === 0 && isPlain(mixture, nearWhole.has(field.id) ? ofNearWhole : ofOthers)) {
    return mostlyPercent
      ? mixed(grid, asPercent, fractions, "fraction")
      : mixed(grid, mapping, percentages, "percentage");
  }
  if (mostlyPercent) return mixed(grid, asPercent, fractions, "unclear");
  // More than the whole is refused cell by cell; where the share may pass 100 %, 42 may still be 42 %.
  return bounded ? { mapping } : mixed(grid, mapping, [...between, ...percentages], "unclear");
}

/**
 * Settles the factor of a share column from its heading and its numbers, and cells that are written otherwise. A unit somebody chose is
 * kept. A heading with （%） over numbers that never exceed 1 holds fractions; without a sign, numbers above 1 are percentages.
 */
export function decideShare(grid: Grid, rows: readonly number[], mapping: Mapping, field: Field): ShareDecision {
  if (field.type !== "share" || mapping.unitFrom === "saved") return { mapping };
  const { heading, address: cell, column } = mapping;
  const bound = mapping.factor !== 1 || field.max === 1 ? 1 : plainlyPercent;
  const { plain, large, aboveOne, signed } = tallyOf(grid, rows, column, bound);
  const isMixed = large > 0 && large < plain;
  if (mapping.factor !== 1) {
    if (isMixed) return underPercentSign(grid, mapping, field, mixtureOf(grid, rows, column, bound));
    if (large > 0 || plain === 0 || signed > 1) return { mapping };
    const asFractions: Mapping = { ...mapping, unit: "", unitFrom: "values", factor: 1 };
    return {
      mapping: nearWhole.has(field.id)
        ? { ...asFractions, confidence: weaker(mapping.confidence, "likely") }
        : doubtful(asFractions, doubtReasons.fractionUnderPercent),
      assumption: { id: "fraction-under-percent", message: assumptions.fractionUnderPercent(heading), cell },
    };
  }
  if (large > 0) {
    const confidence = weaker(mapping.confidence, "likely");
    const asPercent: Mapping = { ...mapping, unit: "%", unitFrom: "values", factor: 0.01, confidence };
    if (isMixed) return withoutSign(grid, mapping, asPercent, field, mixtureOf(grid, rows, column, bound));
    return {
      mapping: asPercent,
      assumption: { id: "percent-by-values", message: assumptions.percentByValues(heading), cell },
    };
  }
  if (aboveOne * 2 <= plain) return { mapping };
  return {
    mapping: doubtful(mapping, doubtReasons.shareAboveOne),
    warning: { id: "share-above-one", message: warnings.shareAboveOne(heading), cells: [cell] },
  };
}
