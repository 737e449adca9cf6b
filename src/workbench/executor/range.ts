import { isEntireColumn, isEntireRow } from "../book/a1";
import { columnWidth, isColumnHidden, isRowHidden, rowHeight, setHidden } from "../book/sheet-layout";
import type { Blocks } from "./areas-target";
import { truth } from "./arguments";
import { conditionalFormatsTable } from "./conditional-formats";
import { refuse } from "./excel-error";
import { bind, type ClassTable, type Scalar } from "./member-table";
import { refuseIfProtected } from "./protected";
import { rangeAreas } from "./range-blocks";
import { rangeChanges } from "./range-changes";
import { rangeFormatTable } from "./range-format";
import { rangeGeometry } from "./range-geometry";
import { rangeProperties } from "./range-properties";
import type { RangeTarget } from "./range-target";
import { rangeValues } from "./range-values";
import { uniform } from "./uniform";

/** Sum of sizes from `first` up to and without `last`; beyond the grid every one has the size of `beyond`. */
function distance(first: number, last: number, beyond: number, size: (index: number) => number): number {
  let sum = 0;
  for (let index = first; index < Math.min(last, beyond); index++) sum += size(index);
  return last <= beyond ? sum : sum + (last - Math.max(first, beyond)) * size(beyond);
}

function down({ sheet }: RangeTarget, from: number, to: number): number {
  return distance(from, to, sheet.grid.bottom + 1, (row) => (isRowHidden(sheet, row) ? 0 : rowHeight(sheet, row)));
}

function across({ sheet }: RangeTarget, from: number, to: number): number {
  return distance(from, to, sheet.grid.right + 1, (column) =>
    isColumnHidden(sheet, column) ? 0 : columnWidth(sheet, column),
  );
}

function hidden(axis: "rows" | "columns"): Scalar<RangeTarget> {
  return {
    get: ({ sheet, range }) => {
      const [first, last] = axis === "rows" ? [range.top, range.bottom] : [range.left, range.right];
      const grid = axis === "rows" ? sheet.grid.bottom : sheet.grid.right;
      const read = axis === "rows" ? isRowHidden : isColumnHidden;
      return uniform(first, Math.min(last, grid + 1), (index) => read(sheet, index));
    },
    set: ({ sheet, range }, value) => {
      refuseIfProtected(sheet);
      setHidden(sheet, range, axis, truth(value));
    },
  };
}

const rowHidden = hidden("rows");
const columnHidden = hidden("columns");

export const rangeTable: ClassTable<RangeTarget> = {
  name: "Range",
  referenced: true,
  scalars: {
    address: { get: (target) => target.address },
    addressLocal: { get: (target) => target.address },
    rowIndex: { get: ({ range }) => range.top },
    columnIndex: { get: ({ range }) => range.left },
    rowCount: { get: (target) => target.rowCount },
    columnCount: { get: (target) => target.columnCount },
    // "-1 if the cell count exceeds 2^31-1" (Range.cellCount)
    cellCount: { get: (target) => (target.cellCount > 2 ** 31 - 1 ? -1 : target.cellCount) },
    isEntireRow: { get: ({ range }) => isEntireRow(range) },
    isEntireColumn: { get: ({ range }) => isEntireColumn(range) },
    hidden: {
      get: (target, scope) => {
        const [rows, columns] = [rowHidden.get?.(target, scope), columnHidden.get?.(target, scope)];
        if (rows === true || columns === true) return true;
        return rows === false && columns === false ? false : null;
      },
    },
    rowHidden,
    columnHidden,
    hasSpill: {
      calculated: true,
      get: ({ sheet, range }) => {
        const spills = sheet.link.spills.of(sheet.id);
        if (spills.length === 0) return false;
        const at = (row: number, column: number): boolean => sheet.link.spills.at(sheet.id, row, column) !== null;
        const first = at(range.top, range.left);
        for (let row = range.top; row <= Math.min(range.bottom, sheet.grid.bottom + 1); row++) {
          for (let column = range.left; column <= Math.min(range.right, sheet.grid.right + 1); column++) {
            if (at(row, column) !== first) return null;
          }
        }
        return first;
      },
    },
    top: { get: (target) => down(target, 0, target.range.top) },
    left: { get: (target) => across(target, 0, target.range.left) },
    height: { get: (target) => down(target, target.range.top, target.range.bottom + 1) },
    width: { get: (target) => across(target, target.range.left, target.range.right + 1) },
    ...rangeValues,
  },
  objects: {
    conditionalFormats: ({ sheet, range }) => bind(conditionalFormatsTable, { sheet, range }),
    format: (target) => bind<Blocks>(rangeFormatTable, target),
    worksheet: ({ sheet }, { book, make }) => make.worksheet({ book, sheet }),
  },
  methods: {
    _ValidateArraySize: (target, [rows, columns]) => {
      if (rows === target.rowCount && columns === target.columnCount) return;
      refuse(
        "InvalidArgument",
        "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
      );
    },
    ...rangeAreas,
    ...rangeChanges,
    ...rangeGeometry,
    ...rangeProperties,
  },
};
