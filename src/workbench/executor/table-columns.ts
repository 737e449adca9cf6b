/** The columns of a table, and what is filtered by them. */
import type { CellRange } from "../../words/grid";
import { cellText } from "../../words/grid";
import { constantPatch } from "../book/cell-data";
import { text, wholeNumber } from "./arguments";
import { refuse } from "./excel-error";
import type { ItemTarget } from "./makers";
import { bind, type Bound, type ClassTable } from "./member-table";
import { refuseIfProtected } from "./protected";
import { RangeTarget } from "./range-target";
import { rangeValues } from "./range-values";
import { applyFilters, bodyOf, changeTable, tableOf } from "./table-parts";

interface ColumnTarget {
  readonly table: ItemTarget;
  /** From 0. */
  readonly index: number;
}

function nameOf({ table, index }: ColumnTarget): string {
  const { range } = tableOf(table);
  return cellText(table.sheet.cell(range.top, range.left + index));
}

function columnIn({ index }: ColumnTarget, block: CellRange): CellRange {
  return { ...block, left: block.left + index, right: block.left + index };
}

function columns(table: ItemTarget): ColumnTarget[] {
  const { range } = tableOf(table);
  return Array.from({ length: range.right - range.left + 1 }, (_, index) => ({ table, index }));
}

function strings(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return refuse("InvalidArgument");
  return value.map((one: unknown) => text(one));
}

function criterion(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

async function filterBy({ table, index }: ColumnTarget, values: readonly string[]): Promise<void> {
  refuseIfProtected(table.sheet);
  await table.book.link.calculation.settle();
  changeTable(table, { filters: { ...tableOf(table).filters, [index]: values } });
  applyFilters(table);
}

const filterTable: ClassTable<ColumnTarget> = {
  name: "Filter",
  scalars: {
    criteria: {
      get: ({ table, index }) => {
        const values = tableOf(table).filters?.[index];
        return values === undefined ? null : { filterOn: "Values", values };
      },
    },
  },
  methods: {
    apply: (column, [criteria]) => {
      if (criterion(criteria, "filterOn") !== "Values")
        refuse("NotImplemented", "The workbench filters by values only: Filter.apply.");
      return filterBy(column, strings(criterion(criteria, "values")));
    },
    applyValuesFilter: (column, [values]) => filterBy(column, strings(values)),
    clear: async ({ table, index }) => {
      refuseIfProtected(table.sheet);
      await table.book.link.calculation.settle();
      const { [index]: _, ...others } = tableOf(table).filters ?? {};
      changeTable(table, { filters: others });
      applyFilters(table);
    },
  },
};

const columnTable: ClassTable<ColumnTarget> = {
  name: "TableColumn",
  // Excel's ids of columns are numbers from 1.
  id: { wire: "Id", of: ({ index }) => index + 1 },
  scalars: {
    id: { get: ({ index }) => index + 1 },
    index: { get: ({ index }) => index },
    name: {
      get: nameOf,
      set: (column, value) => {
        const { table } = column;
        const name = text(value);
        refuseIfProtected(table.sheet);
        const others = columns(table).filter(({ index }) => index !== column.index);
        if (name === "" || others.some((one) => nameOf(one).toLowerCase() === name.toLowerCase()))
          refuse("InvalidArgument");
        const { top, left } = tableOf(table).range;
        table.sheet.write(top, left + column.index, [[constantPatch(name)]]);
      },
    },
    values: {
      calculated: true,
      get: (column, scope) =>
        rangeValues.values.get(
          new RangeTarget(column.table.sheet, columnIn(column, tableOf(column.table).range)),
          scope,
        ),
      set: (column, value, scope) =>
        rangeValues.values.set(
          new RangeTarget(column.table.sheet, columnIn(column, tableOf(column.table).range)),
          value,
          scope,
        ),
    },
  },
  objects: { filter: (column) => bind(filterTable, column) },
  methods: {
    getDataBodyRange: (column, _, { make }) =>
      make.range(new RangeTarget(column.table.sheet, columnIn(column, bodyOf(tableOf(column.table))))),
    getHeaderRowRange: (column, _, { make }) => {
      const block = columnIn(column, tableOf(column.table).range);
      return make.range(new RangeTarget(column.table.sheet, { ...block, bottom: block.top }));
    },
    getRange: (column, _, { make }) =>
      make.range(new RangeTarget(column.table.sheet, columnIn(column, tableOf(column.table).range))),
  },
};

/** By name, or by id. */
function find(table: ItemTarget, key: unknown): Bound | null {
  const found = columns(table).find((column) =>
    typeof key === "number" ? column.index + 1 === key : nameOf(column).toLowerCase() === text(key).toLowerCase(),
  );
  return found === undefined ? null : bind(columnTable, found);
}

export const columnsTable: ClassTable<ItemTarget> = {
  name: "TableColumnCollection",
  scalars: { count: { get: (table) => columns(table).length } },
  items: (table) => columns(table).map((column) => bind(columnTable, column)),
  indexer: (table, [key]) => find(table, key) ?? refuse("ItemNotFound"),
  methods: {
    getCount: (table) => columns(table).length,
    getItemAt: (table, [index]) => bind(columnTable, columns(table)[wholeNumber(index)] ?? refuse("InvalidArgument")),
    getItemOrNullObject: (table, [key]) => find(table, key),
  },
};

export const columnTables = [columnsTable, columnTable, filterTable] as const;
