/** Values, formulas, texts and number formats of a block of cells, as arrays of rows. */
import type { Cell } from "../../words/grid";
import { cellsIn } from "../book/a1";
import type { CellPatch } from "../book/cell-data";
import type { Sheet } from "../book/sheet";
import { refuse } from "./excel-error";
import type { Scalar } from "./member-table";
import { refuseIfProtected } from "./protected";
import type { RangeTarget } from "./range-target";
import { shownText } from "../book/shown-text";
import { styleEachCell } from "./style-cells";
import { writtenPatch } from "./typed-values";

/** "Excel for the web and the API refuse ranges of more than five million cells" (Office add-ins, resource limits). */
export const MAX_CELLS = 5_000_000;

export function wireCell(cell: Cell): string | number | boolean {
  if (cell === null) return "";
  return typeof cell === "object" ? cell.error : cell;
}

export function valueType(cell: Cell): "Empty" | "String" | "Double" | "Boolean" | "Error" {
  if (cell === null) return "Empty";
  if (typeof cell === "string") return "String";
  if (typeof cell === "number") return "Double";
  return typeof cell === "boolean" ? "Boolean" : "Error";
}

/** One array a row of the block; cells beyond Univer's grid are blank. */
function rowsOf<V>(
  { sheet, range }: RangeTarget,
  blank: V,
  read: (sheet: Sheet, row: number, column: number) => V,
): V[][] {
  if (cellsIn(range) > MAX_CELLS)
    refuse("InvalidArgument", "The range is too large: Excel reads at most 5,000,000 cells at once.");
  const { bottom, right } = sheet.grid;
  const rows: V[][] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    const line: V[] = [];
    for (let column = range.left; column <= range.right; column++) {
      line.push(row > bottom || column > right ? blank : read(sheet, row, column));
    }
    rows.push(line);
  }
  return rows;
}

/** A value for each cell: an array of rows of the block's shape, or one value for all. */
export function spread(value: unknown, target: RangeTarget): (row: number, column: number) => unknown {
  if (!Array.isArray(value)) return () => value;
  const rows: readonly unknown[] = value;
  if (rows.length !== target.rowCount) refuse("InvalidArgument", SHAPE);
  const lines = rows.map((line) => {
    if (!Array.isArray(line) || line.length !== target.columnCount) return refuse("InvalidArgument", SHAPE);
    const cells: readonly unknown[] = line;
    return cells;
  });
  return (row, column) => lines[row]?.[column];
}

const SHAPE = "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

/** Writes what `patchOf` gives for each cell of the block (counted from its corner). */
function writeCells(target: RangeTarget, patchOf: (row: number, column: number) => CellPatch | null | undefined): void {
  refuseIfProtected(target.sheet);
  if (target.cellCount > MAX_CELLS)
    refuse("InvalidArgument", "The range is too large: Excel writes at most 5,000,000 cells at once.");
  const patches: (CellPatch | null | undefined)[][] = [];
  for (let row = 0; row < target.rowCount; row++) {
    const line: (CellPatch | null | undefined)[] = [];
    for (let column = 0; column < target.columnCount; column++) line.push(patchOf(row, column));
    patches.push(line);
  }
  target.sheet.write(target.range.top, target.range.left, patches);
}

function writeValues(target: RangeTarget, value: unknown): void {
  const { sheet, range } = target;
  const at = spread(value, target);
  writeCells(target, (row, column) =>
    writtenPatch(at(row, column), sheet.numberFormat(range.top + row, range.left + column)),
  );
}

const values: Scalar<RangeTarget> & Required<Pick<Scalar<RangeTarget>, "get" | "set">> = {
  calculated: true,
  get: (target) =>
    rowsOf<string | number | boolean>(target, "", (sheet, row, column) => wireCell(sheet.cell(row, column))),
  set: writeValues,
};

const formulas: Scalar<RangeTarget> = {
  calculated: true,
  get: (target) =>
    rowsOf<string | number | boolean>(
      target,
      "",
      (sheet, row, column) => sheet.formula(row, column) ?? wireCell(sheet.cell(row, column)),
    ),
  set: writeValues,
};

/** Excel spreads a number format given as an array of one; it does so with nothing else. */
function onlyOne(value: unknown): unknown {
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const line: readonly unknown[] = rows.length === 1 && Array.isArray(rows[0]) ? rows[0] : [];
  return line.length === 1 ? line[0] : value;
}

const numberFormat: Scalar<RangeTarget> = {
  get: (target) => rowsOf(target, "General", (sheet, row, column) => sheet.numberFormat(row, column)),
  set: (target, value) => {
    const at = spread(onlyOne(value), target);
    const { top, left } = target.range;
    styleEachCell(target, (row, column) => {
      const pattern = at(row - top, column - left);
      if (pattern === null || pattern === undefined) return {};
      if (typeof pattern !== "string") return refuse("InvalidArgument");
      return { n: pattern === "" || pattern === "General" ? null : { pattern } };
    });
  },
};

export const rangeValues = {
  values,
  formulas,
  formulasLocal: formulas,
  text: {
    calculated: true as const,
    get: (target: RangeTarget) => rowsOf(target, "", (sheet, row, column) => shownText(sheet, row, column)),
  },
  valueTypes: {
    calculated: true as const,
    get: (target: RangeTarget) =>
      rowsOf<string>(target, "Empty", (sheet, row, column) => valueType(sheet.cell(row, column))),
  },
  numberFormat,
  numberFormatLocal: numberFormat,
} satisfies Readonly<Record<string, Scalar<RangeTarget>>>;
