import { isEntireColumn, isEntireRow } from "../book/a1";
import { refuse } from "./excel-error";
import type { ClassTable } from "./member-table";
import { rangeGeometry } from "./range-geometry";
import { rangeValues } from "./range-values";
import type { RangeTarget } from "./range-target";

export const rangeTable: ClassTable<RangeTarget> = {
  name: "Range",
  referenced: true,
  scalars: {
    address: { get: (target) => target.address },
    addressLocal: { get: (target) => target.address, onDemand: true },
    rowIndex: { get: ({ range }) => range.top },
    columnIndex: { get: ({ range }) => range.left },
    rowCount: { get: (target) => target.rowCount },
    columnCount: { get: (target) => target.columnCount },
    cellCount: { get: (target) => (target.cellCount > 2 ** 31 - 1 ? -1 : target.cellCount) },
    isEntireRow: { get: ({ range }) => isEntireRow(range) },
    isEntireColumn: { get: ({ range }) => isEntireColumn(range) },
    ...rangeValues,
  },
  methods: {
    _ValidateArraySize: (target, [rows, columns]) => {
      if (rows !== target.rowCount || columns !== target.columnCount) {
        refuse("InvalidArgument", "The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
      }
    },
    ...rangeGeometry(() => rangeTable),
  },
};
