/** Blocks reached from a block: its cells, rows and columns, its neighbours and what it has in common with others. */
import { bounding, intersect, MAX_COLUMNS, MAX_ROWS } from "../book/a1";
import type { CellRange } from "../../sheet/grid";
import { objectOf, optionalTruth, wholeNumber } from "./arguments";
import { refuse } from "./excel-error";
import { bind, type Bound, type ClassTable, type Scope } from "./member-table";
import { isRangeTarget, rangeAt, rangeNamed, RangeTarget } from "./range-target";

type Methods = NonNullable<ClassTable<RangeTarget>["methods"]>;

/** A range given as an argument: an object, or an address on the same sheet. */
export function rangeArgument(value: unknown, beside: RangeTarget, scope: Scope): RangeTarget {
  const object = objectOf(value, isRangeTarget);
  if (object !== null) return object;
  return typeof value === "string" ? rangeNamed(scope.book, beside.sheet, value) : refuse("InvalidArgument");
}

/** `tableOf` comes late: Range's table has these methods in it. */
export function rangeGeometry(tableOf: () => ClassTable<RangeTarget>): Methods {
  const block = (target: RangeTarget, range: CellRange): Bound => bind(tableOf(), rangeAt(target.sheet, range));
  const common = (target: RangeTarget, other: unknown, scope: Scope): Bound | null => {
    const second = rangeArgument(other, target, scope);
    const range = second.sheet === target.sheet ? intersect(target.range, second.range) : null;
    return range === null ? null : block(target, range);
  };
  const used = (target: RangeTarget, valuesOnly: unknown): Bound | null => {
    const range = target.sheet.used(optionalTruth(valuesOnly, false), target.range);
    return range === null ? null : block(target, range);
  };
  return {
    getCell: (target, [row, column]) => {
      const top = target.range.top + wholeNumber(row);
      const left = target.range.left + wholeNumber(column);
      return block(target, { top, left, bottom: top, right: left });
    },
    getRow: (target, [row]) => {
      const top = target.range.top + wholeNumber(row);
      return block(target, { ...target.range, top, bottom: top });
    },
    getColumn: (target, [column]) => {
      const left = target.range.left + wholeNumber(column);
      return block(target, { ...target.range, left, right: left });
    },
    getLastCell: (target) => {
      const { bottom, right } = target.range;
      return block(target, { top: bottom, left: right, bottom, right });
    },
    getLastRow: (target) => block(target, { ...target.range, top: target.range.bottom }),
    getLastColumn: (target) => block(target, { ...target.range, left: target.range.right }),
    getResizedRange: (target, [rows, columns]) => {
      const { bottom, right } = target.range;
      return block(target, { ...target.range, bottom: bottom + wholeNumber(rows), right: right + wholeNumber(columns) });
    },
    getAbsoluteResizedRange: (target, [rows, columns]) => {
      const { top, left } = target.range;
      return block(target, { top, left, bottom: top + wholeNumber(rows) - 1, right: left + wholeNumber(columns) - 1 });
    },
    getOffsetRange: (target, [rows, columns]) => {
      const { top, left, bottom, right } = target.range;
      const down = wholeNumber(rows);
      const across = wholeNumber(columns);
      return block(target, { top: top + down, left: left + across, bottom: bottom + down, right: right + across });
    },
    getEntireRow: (target) => block(target, { ...target.range, left: 0, right: MAX_COLUMNS - 1 }),
    getEntireColumn: (target) => block(target, { ...target.range, top: 0, bottom: MAX_ROWS - 1 }),
    getBoundingRect: (target, [other], scope) => {
      const second = rangeArgument(other, target, scope);
      if (second.sheet !== target.sheet) refuse("InvalidArgument");
      return block(target, bounding(target.range, second.range));
    },
    getIntersection: (target, [other], scope) => common(target, other, scope) ?? refuse("ItemNotFound"),
    getIntersectionOrNullObject: (target, [other], scope) => common(target, other, scope),
    getUsedRange: (target, [valuesOnly]) => {
      const { top, left } = target.range;
      return used(target, valuesOnly) ?? block(target, { top, left, bottom: top, right: left });
    },
    getUsedRangeOrNullObject: (target, [valuesOnly]) => used(target, valuesOnly),
  };
}
