/** Properties by row and by column in one answer. */
import { address } from "../../words/grid";
import { columnWidth, isColumnHidden, isRowHidden, rowHeight } from "../book/sheet-layout";
import { formatA1, MAX_COLUMNS, MAX_ROWS, quoteSheet } from "../book/a1";
import { refuse } from "./excel-error";
import type { ClassTable } from "./member-table";
import { MAX_CELLS, wireCell, valueType } from "./range-values";
import type { RangeTarget } from "./range-target";
import { shownText } from "../book/shown-text";

function membersIn(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function wanted(options: unknown): ReadonlySet<string> {
  if (typeof options !== "object" || options === null) return refuse("InvalidArgument");
  const names = new Set<string>();
  for (const [name, on] of membersIn(options)) {
    if (on === true) names.add(name);
    else if (name === "format")
      for (const [inner, innerOn] of membersIn(on)) if (innerOn === true) names.add(`format.${inner}`);
  }
  return names;
}

/** Builds one row's or column's answer of the properties asked for. */
function picked(names: ReadonlySet<string>, known: Readonly<Record<string, () => unknown>>): object {
  const answer: Record<string, unknown> = {};
  const format: Record<string, unknown> = {};
  for (const name of names) {
    const read =
      known[name] ?? refuse("NotImplemented", `The workbench does not have ${name} among row or column properties.`);
    if (name.startsWith("format.")) format[name.slice("format.".length)] = read();
    else answer[name] = read();
  }
  return Object.keys(format).length === 0 ? answer : { ...answer, format };
}

export const rangeProperties: NonNullable<ClassTable<RangeTarget>["methods"]> = {
  getRowProperties: ({ sheet, range }, [options]) => {
    const names = wanted(options);
    const rows: object[] = [];
    for (let row = range.top; row <= range.bottom; row++) {
      const at = (): string =>
        `${quoteSheet(sheet.name)}!${formatA1({ top: row, left: 0, bottom: row, right: MAX_COLUMNS - 1 })}`;
      rows.push(
        picked(names, {
          address: at,
          addressLocal: at,
          rowIndex: () => row,
          rowHidden: () => isRowHidden(sheet, row),
          "format.rowHeight": () => rowHeight(sheet, row),
        }),
      );
    }
    return rows;
  },
  getColumnProperties: ({ sheet, range }, [options]) => {
    const names = wanted(options);
    const columns: object[] = [];
    for (let column = range.left; column <= range.right; column++) {
      const at = (): string =>
        `${quoteSheet(sheet.name)}!${formatA1({ top: 0, left: column, bottom: MAX_ROWS - 1, right: column })}`;
      columns.push(
        picked(names, {
          address: at,
          addressLocal: at,
          columnIndex: () => column,
          columnHidden: () => isColumnHidden(sheet, column),
          "format.columnWidth": () => columnWidth(sheet, column),
        }),
      );
    }
    return columns;
  },
  getVisibleView: (target, _, { make }) => make.view(target),
};

/** The rows and columns of a block that are in view. */
export const rangeViewTable: ClassTable<RangeTarget> = {
  name: "RangeView",
  scalars: {
    cellAddresses: {
      get: (target) => shown(target, (row, column) => `${quoteSheet(target.sheet.name)}!${address(row, column)}`),
    },
    columnCount: { get: (target) => visible(target).columns.length },
    formulas: {
      calculated: true,
      get: (target) =>
        shown(target, (row, column) => target.sheet.formula(row, column) ?? wireCell(target.sheet.cell(row, column))),
    },
    numberFormat: { get: (target) => shown(target, (row, column) => target.sheet.numberFormat(row, column)) },
    rowCount: { get: (target) => visible(target).rows.length },
    text: { calculated: true, get: (target) => shown(target, (row, column) => shownText(target.sheet, row, column)) },
    values: {
      calculated: true,
      get: (target) => shown(target, (row, column) => wireCell(target.sheet.cell(row, column))),
    },
    valueTypes: {
      calculated: true,
      get: (target) => shown(target, (row, column) => valueType(target.sheet.cell(row, column))),
    },
  },
};

function visible({ sheet, range }: RangeTarget): {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
} {
  const rows: number[] = [];
  const columns: number[] = [];
  for (let row = range.top; row <= range.bottom; row++) if (!isRowHidden(sheet, row)) rows.push(row);
  for (let column = range.left; column <= range.right; column++)
    if (!isColumnHidden(sheet, column)) columns.push(column);
  return { rows, columns };
}

function shown<V>(target: RangeTarget, read: (row: number, column: number) => V): V[][] {
  const { rows, columns } = visible(target);
  if (rows.length * columns.length > MAX_CELLS)
    refuse("InvalidArgument", "The range is too large: Excel reads at most 5,000,000 cells at once.");
  return rows.map((row) => columns.map((column) => read(row, column)));
}
