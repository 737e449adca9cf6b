import { WHOLE_SHEET } from "../book/a1";
import type { Book } from "../book/book";
import type { Sheet } from "../book/sheet";
import { activateSheet, deleteSheet, isHidden, moveSheet, renameSheet, setVisibility, visibilityOf } from "../book/sheet-list";
import { optionalText, optionalTruth, positive, text, wholeNumber, word } from "./arguments";
import { noEvents } from "./event-methods";
import { refuse } from "./excel-error";
import { bind, type Bound, type ClassTable } from "./member-table";
import { rangeTable } from "./range";
import { rangeAt, rangeNamed, RangeTarget } from "./range-target";
import { refuseBadName } from "./worksheets";

export interface WorksheetTarget {
  readonly book: Book;
  readonly sheet: Sheet;
}

const VISIBILITY = { visible: "Visible", hidden: "Hidden", "very-hidden": "VeryHidden" } as const;

function usedRange({ sheet }: WorksheetTarget, valuesOnly: unknown): Bound | null {
  const used = sheet.used(optionalTruth(valuesOnly, false));
  return used === null ? null : bind(rangeTable, new RangeTarget(sheet, used));
}

/** The last sheet in view must stay in view. */
function refuseIfLastVisible({ book, sheet }: WorksheetTarget): void {
  if (!isHidden(sheet) && book.sheets.filter((one) => !isHidden(one)).length === 1) {
    refuse("InvalidOperation", "A workbook must have at least one sheet in view.");
  }
}

export const worksheetTable: ClassTable<WorksheetTarget> = {
  name: "Worksheet",
  id: { wire: "Id", of: ({ sheet }) => sheet.id },
  scalars: {
    id: { get: ({ sheet }) => sheet.id },
    name: {
      get: ({ sheet }) => sheet.name,
      set: ({ book, sheet }, value) => {
        const name = text(value);
        refuseBadName(book, name, sheet);
        renameSheet(book, sheet, name);
      },
    },
    position: {
      get: ({ book, sheet }) => book.sheets.indexOf(sheet),
      set: ({ book, sheet }, value) => {
        const position = wholeNumber(value);
        if (position < 0 || position >= book.sheets.length) refuse("InvalidArgument");
        moveSheet(book, sheet, position);
      },
    },
    visibility: {
      get: ({ sheet }) => VISIBILITY[visibilityOf(sheet)],
      set: (target, value) => {
        const wanted = word(value, ["Visible", "Hidden", "VeryHidden"]);
        if (wanted !== "Visible") refuseIfLastVisible(target);
        setVisibility(target.book, target.sheet, wanted === "Visible" ? "visible" : wanted === "Hidden" ? "hidden" : "very-hidden");
      },
    },
  },
  methods: {
    ...noEvents(["Activated", "Calculated", "DataChanged", "Deactivated", "SelectionChanged"]),
    _RegisterEventNameChanged: () => null,
    _UnregisterEventNameChanged: () => null,
    activate: async ({ book, sheet }) => {
      if (isHidden(sheet)) refuse("InvalidOperation", "A hidden sheet can't be brought into view.");
      await activateSheet(book, sheet);
    },
    delete: async (target) => {
      refuseIfLastVisible(target);
      await deleteSheet(target.book, target.sheet);
    },
    getRange: ({ book, sheet }, [address]) => {
      const wanted = optionalText(address);
      return bind(rangeTable, wanted === null || wanted === "" ? new RangeTarget(sheet, WHOLE_SHEET) : rangeNamed(book, sheet, wanted));
    },
    getRangeByIndexes: ({ sheet }, [row, column, rows, columns]) => {
      const top = wholeNumber(row);
      const left = wholeNumber(column);
      return bind(rangeTable, rangeAt(sheet, { top, left, bottom: top + positive(rows) - 1, right: left + positive(columns) - 1 }));
    },
    getCell: ({ sheet }, [row, column]) => {
      const top = wholeNumber(row);
      const left = wholeNumber(column);
      return bind(rangeTable, rangeAt(sheet, { top, left, bottom: top, right: left }));
    },
    // An empty sheet's used range is its first cell.
    getUsedRange: (target, [valuesOnly]) =>
      usedRange(target, valuesOnly) ?? bind(rangeTable, rangeAt(target.sheet, { top: 0, left: 0, bottom: 0, right: 0 })),
    getUsedRangeOrNullObject: (target, [valuesOnly]) => usedRange(target, valuesOnly),
  },
};
