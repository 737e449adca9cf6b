import type { Book } from "../book/book";
import type { Sheet } from "../book/sheet";
import { addSheet, badSheetName, isHidden } from "../book/sheet-list";
import { optionalText, optionalTruth, text } from "./arguments";
import { refuse } from "./excel-error";
import { bind, type ClassTable } from "./member-table";
import { noEvents } from "./event-methods";
import { worksheetTable } from "./worksheet";

/** A sheet by its id or name. */
export function sheetByKey(book: Book, key: unknown): Sheet | null {
  const wanted = text(key);
  return book.sheet(wanted) ?? book.sheetNamed(wanted);
}

/** Excel refuses the name, or another sheet has it. */
export function refuseBadName(book: Book, name: string, own: Sheet | null): void {
  if (badSheetName(name) !== null) {
    refuse("InvalidArgument", "The sheet name is empty, longer than 31 characters, or has one of []:*?/\\ in it.");
  }
  const taken = book.sheetNamed(name);
  if (taken !== null && taken !== own) refuse("ItemAlreadyExists", "Another sheet has this name.");
}

function among(book: Book, visibleOnly: unknown): readonly Sheet[] {
  return optionalTruth(visibleOnly, false) ? book.sheets.filter((sheet) => !isHidden(sheet)) : book.sheets;
}

export const worksheetsTable: ClassTable<Book> = {
  name: "WorksheetCollection",
  items: (book) => book.sheets.map((sheet) => bind(worksheetTable, { book, sheet })),
  indexer: (book, [key]) => bind(worksheetTable, { book, sheet: sheetByKey(book, key) ?? refuse("ItemNotFound") }),
  methods: {
    ...noEvents(["Activated", "Added", "Calculated", "DataChanged", "Deactivated", "Deleted", "SelectionChanged"]),
    _RegisterEventNameChanged: () => null,
    _UnregisterEventNameChanged: () => null,
    add: (book, [name]) => {
      const wanted = optionalText(name);
      if (wanted !== null) refuseBadName(book, wanted, null);
      return bind(worksheetTable, { book, sheet: addSheet(book, wanted ?? undefined) });
    },
    getActiveWorksheet: (book) => bind(worksheetTable, { book, sheet: book.active }),
    getCount: (book, [visibleOnly]) => among(book, visibleOnly).length,
    getFirst: (book, [visibleOnly]) => bind(worksheetTable, { book, sheet: among(book, visibleOnly)[0] ?? refuse("ItemNotFound") }),
    getLast: (book, [visibleOnly]) => bind(worksheetTable, { book, sheet: among(book, visibleOnly).at(-1) ?? refuse("ItemNotFound") }),
    getItemOrNullObject: (book, [key]) => {
      const sheet = sheetByKey(book, key);
      return sheet === null ? null : bind(worksheetTable, { book, sheet });
    },
  },
};
