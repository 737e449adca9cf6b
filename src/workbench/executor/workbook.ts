import type { Book } from "../book/book";
import { applicationTable } from "./application";
import { AreasTarget } from "./areas-target";
import { text } from "./arguments";
import { refuse } from "./excel-error";
import { bind, type Bound, type ClassTable, type Scope } from "./member-table";
import { rangeNamed, RangeTarget } from "./range-target";
import { settingsTable } from "./settings";
import { documentPropertiesTable, workbookProtectionTable } from "./workbook-parts";

/** The range an event told of, by the id it gave (`eventRangeId`). */
function rangeOfEvent(book: Book, id: unknown, { make }: Scope): Bound | null {
  const [sheetId = "", address = ""] = text(id).split("!");
  const sheet = book.sheet(sheetId);
  return sheet === null ? null : make.range(rangeNamed(book, sheet, address));
}

export const workbookTable: ClassTable<Book> = {
  name: "Workbook",
  scalars: {
    name: { get: () => "Workbook.xlsx" },
    readOnly: { get: () => false },
    autoSave: { get: () => false },
  },
  objects: {
    application: (book) => bind(applicationTable, book),
    names: (book, { make }) => make.names({ book, sheet: null }),
    properties: (book) => bind(documentPropertiesTable, book),
    protection: (book) => bind(workbookProtectionTable, book),
    settings: (book) => bind(settingsTable, book),
    tables: (book, { make }) => make.tables({ book, sheet: null }),
    worksheets: (book, { make }) => make.worksheets(book),
  },
  methods: {
    _RemoveReference: (_book, [id], scope) => {
      scope.release(text(id));
    },
    _GetRangeForEventByReferenceId: (book, [id], scope) => rangeOfEvent(book, id, scope) ?? refuse("ItemNotFound"),
    _GetRangeOrNullObjectForEventByReferenceId: (book, [id], scope) => rangeOfEvent(book, id, scope),
    getActiveCell: (_book, _, { make, view }) => {
      const { top, left } = view.selection[0] ?? { top: 0, left: 0 };
      return make.range(new RangeTarget(view.active, { top, left, bottom: top, right: left }));
    },
    getSelectedRange: (_book, _, { make, view }) => {
      const [range, second] = view.selection;
      if (range === undefined || second !== undefined) return refuse("InvalidSelection");
      return make.range(new RangeTarget(view.active, range));
    },
    getSelectedRanges: (_book, _, { make, view }) => make.areas(new AreasTarget(view.active, view.selection)),
    // Charts are pictures on the workbench: none is ever selected.
    getActiveChartOrNullObject: () => null,
  },
};
