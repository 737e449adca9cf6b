import type { Book } from "../book/book";
import { text } from "./arguments";
import { refuse } from "./excel-error";
import { bind, type Bound, type ClassTable, type Scope } from "./member-table";
import { namesTable } from "./names";
import { rangeTable } from "./range";
import { rangeNamed } from "./range-target";
import { settingsTable } from "./settings";
import { worksheetsTable } from "./worksheets";

/** The range an event told of, by the id it gave (`eventRangeId`). */
function rangeOfEvent(book: Book, id: unknown): Bound | null {
  const [sheetId = "", address = ""] = text(id).split("!");
  const sheet = book.sheet(sheetId);
  return sheet === null ? null : bind(rangeTable, rangeNamed(book, sheet, address));
}

export const workbookTable: ClassTable<Book> = {
  name: "Workbook",
  scalars: {
    name: { get: () => "Workbook.xlsx" },
    readOnly: { get: () => false },
    isDirty: { get: () => true },
    autoSave: { get: () => false },
  },
  objects: {
    worksheets: (book) => bind(worksheetsTable, book),
    names: (book) => bind(namesTable, { book, sheet: null }),
    settings: (book) => bind(settingsTable, book),
  },
  methods: {
    _RemoveReference: (_book, [id], scope: Scope) => {
      scope.release(text(id));
    },
    _GetRangeForEventByReferenceId: (book, [id]) => rangeOfEvent(book, id) ?? refuse("ItemNotFound"),
    _GetRangeOrNullObjectForEventByReferenceId: (book, [id]) => rangeOfEvent(book, id),
  },
};
