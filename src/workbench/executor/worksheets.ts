import type { Book } from "../book/book";
import type { Sheet } from "../book/sheet";
import { addSheet, isHidden } from "../book/sheet-list";
import { optionalText, optionalTruth } from "./arguments";
import { noEvents } from "./event-methods";
import { refuse } from "./excel-error";
import type { ClassTable } from "./member-table";
import { refuseBadName, refuseIfBookProtected, sheetByKey } from "./sheet-names";

function among(book: Book, visibleOnly: unknown): readonly Sheet[] {
  return optionalTruth(visibleOnly, false) ? book.sheets.filter((sheet) => !isHidden(sheet)) : book.sheets;
}

export const worksheetsTable: ClassTable<Book> = {
  name: "WorksheetCollection",
  items: (book, { make }) => book.sheets.map((sheet) => make.worksheet({ book, sheet })),
  indexer: (book, [key], { make }) => make.worksheet({ book, sheet: sheetByKey(book, key) ?? refuse("ItemNotFound") }),
  methods: {
    ...noEvents(["Activated", "Added", "Calculated", "DataChanged", "Deactivated", "Deleted", "SelectionChanged"]),
    _RegisterEventNameChanged: () => null,
    _UnregisterEventNameChanged: () => null,
    add: (book, [name], { make }) => {
      refuseIfBookProtected(book);
      const wanted = optionalText(name);
      if (wanted !== null) refuseBadName(book, wanted, null);
      return make.worksheet({ book, sheet: addSheet(book, wanted ?? undefined) });
    },
    getActiveWorksheet: (book, _, { make, view }) => make.worksheet({ book, sheet: view.active }),
    getCount: (book, [visibleOnly]) => among(book, visibleOnly).length,
    getFirst: (book, [visibleOnly], { make }) =>
      make.worksheet({ book, sheet: among(book, visibleOnly)[0] ?? refuse("ItemNotFound") }),
    getLast: (book, [visibleOnly], { make }) =>
      make.worksheet({ book, sheet: among(book, visibleOnly).at(-1) ?? refuse("ItemNotFound") }),
    getItemOrNullObject: (book, [key], { make }) => {
      const sheet = sheetByKey(book, key);
      return sheet === null ? null : make.worksheet({ book, sheet });
    },
  },
};
