/** One Excel table: where it is, how it looks, its columns, rows and filters. */
import { isGoodTableName } from "../book/table-rows";
import { setHidden } from "../book/sheet-layout";
import type { LiveTable } from "../book/sheet-extras";
import { optionalWhole, text, truth } from "./arguments";
import { refuse } from "./excel-error";
import type { CellRange } from "../../words/grid";
import type { ItemTarget } from "./makers";
import { bind, type ClassTable, type Scalar } from "./member-table";
import { refuseIfProtected } from "./protected";
import { rangeArgument } from "./range-geometry";
import { RangeTarget } from "./range-target";
import { rangeValues } from "./range-values";
import { columnsTable } from "./table-columns";
import { applyFilters, bodyOf, changeTable, tableOf } from "./table-parts";
import { refuseOverlap, tidyHeadings } from "./tables";

function flag(name: "filterButton" | "bandedRows"): Scalar<ItemTarget> {
  return {
    get: (target) => tableOf(target)[name],
    set: (target, value) => {
      changeTable(target, { [name]: truth(value) });
    },
  };
}

function kept(name: "showHeaders" | "showTotals", has: (table: LiveTable) => boolean): Scalar<ItemTarget> {
  return {
    get: (target) => has(tableOf(target)),
    set: (target, value) => {
      if (truth(value) !== has(tableOf(target))) refuse("NotImplemented", `The workbench can't change Table.${name}.`);
    },
  };
}

/** Takes the table away and leaves its cells. */
function forget(target: ItemTarget): RangeTarget {
  refuseIfProtected(target.sheet);
  const table = tableOf(target);
  if (table.filters !== undefined) setHidden(target.sheet, bodyOf(table), "rows", false);
  const { extras } = target.sheet;
  extras.set(
    "tables",
    extras.get("tables").filter((one) => one.id !== target.id),
  );
  return new RangeTarget(target.sheet, table.range);
}

function isBlank({ sheet }: ItemTarget, range: CellRange): boolean {
  return sheet.used(true, range) === null;
}

const rowsTable: ClassTable<ItemTarget> = {
  name: "TableRowCollection",
  scalars: { count: { get: (target) => rowCount(target) } },
  methods: {
    add: async (target, [index, values], scope) => {
      const table = tableOf(target);
      if (optionalWhole(index, -1) !== -1 && index !== rowCount(target))
        refuse("NotImplemented", "The workbench adds rows at a table's end only: TableRowCollection.add.");
      if (table.totals) refuse("NotImplemented", "The workbench adds no rows above totals: TableRowCollection.add.");
      const rows = Array.isArray(values) ? (Array.isArray(values[0]) ? values : [values]) : [];
      const count = Math.max(1, rows.length);
      // A table made of headings alone shows a row to be filled, which is none yet.
      const last = table.toBeFilled === true && isBlank(target, bodyOf(table)) ? table.range.top : table.range.bottom;
      const range = { ...table.range, bottom: last + count };
      const added = new RangeTarget(target.sheet, { ...range, top: last + 1 });
      refuseOverlap(target.sheet, range, target.id);
      if (target.sheet.used(true, added.range) !== null)
        refuse("InvalidOperation", "There is something below the table.");
      if (rows.length > 0) await rangeValues.values.set(added, rows, scope);
      changeTable(target, { range, toBeFilled: false });
      return null;
    },
    getCount: (target) => rowCount(target),
  },
};

function rowCount(target: ItemTarget): number {
  const body = bodyOf(tableOf(target));
  return body.bottom - body.top + 1;
}

export const tableTable: ClassTable<ItemTarget> = {
  name: "Table",
  id: { wire: "Id", of: ({ id }) => id },
  scalars: {
    id: { get: ({ id }) => id },
    name: {
      get: (target) => tableOf(target).name,
      set: (target, value) => {
        const name = text(value);
        const before = tableOf(target).name;
        if (!isGoodTableName(name)) refuse("InvalidArgument", "Excel does not take this table name.");
        const folded = name.toLowerCase();
        const tables = target.book.sheets.flatMap((sheet) => sheet.extras.get("tables"));
        const taken = [
          ...tables.filter(({ id }) => id !== target.id),
          ...target.book.names.all.filter(({ sheet }) => sheet === null),
        ];
        if (before !== name && taken.some((one) => one.name.toLowerCase() === folded))
          refuse("InvalidArgument", "The name is in use.");
        changeTable(target, { name });
      },
    },
    style: {
      get: (target) => tableOf(target).style,
      set: (target, value) => {
        const style = text(value);
        if (!/^TableStyle(Light|Medium|Dark)\d{1,2}$/.test(style) && style !== "") refuse("InvalidArgument");
        changeTable(target, { style });
      },
    },
    showBandedRows: flag("bandedRows"),
    showFilterButton: flag("filterButton"),
    showHeaders: kept("showHeaders", ({ headers }) => headers),
    showTotals: kept("showTotals", ({ totals }) => totals),
  },
  objects: {
    columns: (target) => bind(columnsTable, target),
    rows: (target) => bind(rowsTable, target),
    worksheet: ({ book, sheet }, { make }) => make.worksheet({ book, sheet }),
  },
  methods: {
    clearFilters: (target) => {
      refuseIfProtected(target.sheet);
      setHidden(target.sheet, bodyOf(tableOf(target)), "rows", false);
      const { filters: _, ...rest } = tableOf(target);
      const { extras } = target.sheet;
      extras.set(
        "tables",
        extras.get("tables").map((one) => (one.id === target.id ? rest : one)),
      );
    },
    convertToRange: (target, _, { make }) => make.range(forget(target)),
    delete: (target) => {
      const { sheet, range } = forget(target);
      const line = Array.from({ length: range.right - range.left + 1 }, () => null);
      sheet.write(
        range.top,
        range.left,
        Array.from({ length: range.bottom - range.top + 1 }, () => line),
      );
    },
    getDataBodyRange: (target, _, { make }) => make.range(new RangeTarget(target.sheet, bodyOf(tableOf(target)))),
    getHeaderRowRange: (target, _, { make }) => {
      const { range, headers } = tableOf(target);
      return headers
        ? make.range(new RangeTarget(target.sheet, { ...range, bottom: range.top }))
        : refuse("ItemNotFound");
    },
    getRange: (target, _, { make }) => make.range(new RangeTarget(target.sheet, tableOf(target).range)),
    getTotalRowRange: (target, _, { make }) => {
      const { range, totals } = tableOf(target);
      return totals
        ? make.range(new RangeTarget(target.sheet, { ...range, top: range.bottom }))
        : refuse("ItemNotFound");
    },
    reapplyFilters: async (target, _, { book }) => {
      await book.link.calculation.settle();
      applyFilters(target);
    },
    resize: (target, [to], scope) => {
      const table = tableOf(target);
      const { sheet, range } = rangeArgument(to, new RangeTarget(target.sheet, table.range), scope);
      // The headings stay in their row, and the new place overlaps the old.
      if (sheet !== target.sheet || range.top !== table.range.top || range.bottom <= range.top)
        refuse("InvalidArgument");
      if (range.left > table.range.right || range.right < table.range.left) refuse("InvalidArgument");
      refuseIfProtected(sheet);
      refuseOverlap(sheet, range, target.id);
      changeTable(target, { range });
      tidyHeadings(sheet, range);
    },
  },
};

export const tableTables = [tableTable, rowsTable] as const;
