/** The Excel tables of a sheet or of the workbook. */
import type { CellRange } from "../../words/grid";
import { cellText } from "../../words/grid";
import { intersect } from "../book/a1";

import { constantPatch } from "../book/cell-data";
import { freeTableName } from "../book/copy-sheet";
import type { Sheet } from "../book/sheet";
import { mergesOf } from "../book/sheet-layout";
import { insertCells } from "../book/sheet-shifts";
import { optionalTruth, text, wholeNumber } from "./arguments";
import { refuse } from "./excel-error";
import type { ItemTarget, ScopedTarget } from "./makers";
import type { Bound, ClassTable, Scope } from "./member-table";
import { refuseIfProtected } from "./protected";
import { rangeArgument } from "./range-geometry";
import { rangeNamed, RangeTarget } from "./range-target";

export const DEFAULT_STYLE = "TableStyleMedium2";

function tablesOf({ book, sheet }: ScopedTarget): ItemTarget[] {
  const sheets = sheet === null ? book.sheets : [sheet];
  return sheets.flatMap((one) => one.extras.get("tables").map(({ id }) => ({ book, sheet: one, id })));
}

/** By id or by name. */
function find(target: ScopedTarget, key: unknown, { make }: Scope): Bound | null {
  const wanted = typeof key === "number" ? String(key) : text(key);
  const folded = wanted.toLowerCase();
  const found = tablesOf(target).find(({ sheet, id }) => {
    const table = sheet.extras.get("tables").find((one) => one.id === id);
    return id === wanted || table?.name.toLowerCase() === folded;
  });
  return found === undefined ? null : make.table(found);
}

/** Another table, or a merged cell, in the way of a table at `range`. */
export function refuseOverlap(sheet: Sheet, range: CellRange, own: string | null): void {
  const other = sheet.extras.get("tables").some((table) => table.id !== own && intersect(table.range, range) !== null);
  if (other) refuse("InvalidArgument", "A table can't overlap another table.");
  if (mergesOf(sheet).some((merge) => intersect(merge, range) !== null))
    refuse("InvalidArgument", "A table can't hold merged cells.");
}

/** A table's headings are texts, none blank and none twice: Excel makes them so. */
export function tidyHeadings(sheet: Sheet, { top, left, right }: CellRange): void {
  const taken = new Set<string>();
  const headings: string[] = [];
  for (let column = left; column <= right; column++) {
    const shown = cellText(sheet.cell(top, column));
    const stem = shown === "" ? `Column${column - left + 1}` : shown;
    let heading = stem;
    for (let number = 2; taken.has(heading.toLowerCase()); number++) heading = stem + String(number);
    taken.add(heading.toLowerCase());
    headings.push(heading);
  }
  const changed = headings.map((heading, index) =>
    sheet.cell(top, left + index) === heading && sheet.formula(top, left + index) === null
      ? undefined
      : constantPatch(heading),
  );
  if (changed.some((patch) => patch !== undefined)) sheet.write(top, left, [changed]);
}

async function add(target: ScopedTarget, [address, hasHeaders]: readonly unknown[], scope: Scope): Promise<Bound> {
  const { book } = target;
  const on = target.sheet ?? scope.view.active;
  const given =
    typeof address === "string"
      ? rangeNamed(book, on, address)
      : rangeArgument(address, new RangeTarget(on, ORIGIN), scope);
  const { sheet } = given;
  if (target.sheet !== null && sheet !== target.sheet) refuse("InvalidArgument");
  refuseIfProtected(sheet);
  let { range } = given;
  const toBeFilled = optionalTruth(hasHeaders, true) && range.top === range.bottom;
  refuseOverlap(sheet, range, null);
  await book.link.calculation.settle();
  if (optionalTruth(hasHeaders, true)) {
    // A table has at least one row under its headings.
    if (range.top === range.bottom) range = { ...range, bottom: range.bottom + 1 };
  } else {
    await insertCells(sheet, { ...range, bottom: range.top }, "down");
    range = { ...range, bottom: range.bottom + 1 };
  }
  tidyHeadings(sheet, range);
  const id = String(book.nextId());
  const name = freeTableName(book, "Table");
  const table = {
    id,
    name,
    range,
    style: DEFAULT_STYLE,
    headers: true,
    totals: false,
    filterButton: true,
    bandedRows: true,
    toBeFilled,
  };
  sheet.extras.set("tables", [...sheet.extras.get("tables"), table]);
  return scope.make.table({ book, sheet, id });
}

const ORIGIN: CellRange = { top: 0, left: 0, bottom: 0, right: 0 };

export const tablesTable: ClassTable<ScopedTarget> = {
  name: "TableCollection",
  scalars: { count: { get: (target) => tablesOf(target).length } },
  items: (target, { make }) => tablesOf(target).map((one) => make.table(one)),
  indexer: (target, [key], scope) => find(target, key, scope) ?? refuse("ItemNotFound"),
  methods: {
    add,
    getCount: (target) => tablesOf(target).length,
    getItemAt: (target, [index], { make }) =>
      make.table(tablesOf(target)[wholeNumber(index)] ?? refuse("InvalidArgument")),
    getItemOrNullObject: (target, [key], scope) => find(target, key, scope),
  },
};
