/** Blocks reached from a block: its cells, rows and columns, its neighbours and what it has in common with others. */
import type { CellRange } from "../../words/grid";
import { bounding, intersect, MAX_COLUMNS, MAX_ROWS } from "../book/a1";
import { objectOf, optionalTruth, wholeNumber } from "./arguments";
import { refuse } from "./excel-error";
import type { Bound, ClassTable, Scope } from "./member-table";
import { isRangeTarget, rangeAt, rangeNamed, type RangeTarget } from "./range-target";

type Methods = NonNullable<ClassTable<RangeTarget>["methods"]>;

/** A range given as an argument: an object, or an address, on the same sheet unless it names another. */
export function rangeArgument(value: unknown, beside: RangeTarget, scope: Scope): RangeTarget {
  const object = objectOf(value, isRangeTarget);
  if (object !== null) return object;
  return typeof value === "string" ? rangeNamed(scope.book, beside.sheet, value) : refuse("InvalidArgument");
}

function block(target: RangeTarget, range: CellRange, { make }: Scope): Bound {
  return make.range(rangeAt(target.sheet, range));
}

function common(target: RangeTarget, other: unknown, scope: Scope): Bound | null {
  const second = rangeArgument(other, target, scope);
  const range = second.sheet === target.sheet ? intersect(target.range, second.range) : null;
  return range === null ? null : block(target, range, scope);
}

function used(target: RangeTarget, valuesOnly: unknown, scope: Scope): Bound | null {
  const range = target.sheet.used(optionalTruth(valuesOnly, false), target.range);
  return range === null ? null : block(target, range, scope);
}

export const rangeGeometry: Methods = {
  getCell: (target, [row, column], scope) => {
    const top = target.range.top + wholeNumber(row);
    const left = target.range.left + wholeNumber(column);
    return block(target, { top, left, bottom: top, right: left }, scope);
  },
  getRow: (target, [row], scope) => {
    const top = target.range.top + wholeNumber(row);
    return block(target, { ...target.range, top, bottom: top }, scope);
  },
  getColumn: (target, [column], scope) => {
    const left = target.range.left + wholeNumber(column);
    return block(target, { ...target.range, left, right: left }, scope);
  },
  getLastCell: (target, _, scope) => {
    const { bottom, right } = target.range;
    return block(target, { top: bottom, left: right, bottom, right }, scope);
  },
  getLastRow: (target, _, scope) => block(target, { ...target.range, top: target.range.bottom }, scope),
  getLastColumn: (target, _, scope) => block(target, { ...target.range, left: target.range.right }, scope),
  getResizedRange: (target, [rows, columns], scope) => {
    const { bottom, right } = target.range;
    return block(
      target,
      { ...target.range, bottom: bottom + wholeNumber(rows), right: right + wholeNumber(columns) },
      scope,
    );
  },
  getAbsoluteResizedRange: (target, [rows, columns], scope) => {
    const { top, left } = target.range;
    return block(
      target,
      { top, left, bottom: top + wholeNumber(rows) - 1, right: left + wholeNumber(columns) - 1 },
      scope,
    );
  },
  getOffsetRange: (target, [rows, columns], scope) => {
    const { top, left, bottom, right } = target.range;
    const [down, across] = [wholeNumber(rows), wholeNumber(columns)];
    return block(target, { top: top + down, left: left + across, bottom: bottom + down, right: right + across }, scope);
  },
  getEntireRow: (target, _, scope) => block(target, { ...target.range, left: 0, right: MAX_COLUMNS - 1 }, scope),
  getEntireColumn: (target, _, scope) => block(target, { ...target.range, top: 0, bottom: MAX_ROWS - 1 }, scope),
  getBoundingRect: (target, [other], scope) => {
    const second = rangeArgument(other, target, scope);
    if (second.sheet !== target.sheet) refuse("InvalidArgument");
    return block(target, bounding(target.range, second.range), scope);
  },
  getIntersection: (target, [other], scope) => common(target, other, scope) ?? refuse("ItemNotFound"),
  getIntersectionOrNullObject: (target, [other], scope) => common(target, other, scope),
  getUsedRange: (target, [valuesOnly], scope) => {
    const { top, left } = target.range;
    return used(target, valuesOnly, scope) ?? block(target, { top, left, bottom: top, right: left }, scope);
  },
  getUsedRangeOrNullObject: (target, [valuesOnly], scope) => used(target, valuesOnly, scope),
};
