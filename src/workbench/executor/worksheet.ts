import { WHOLE_SHEET } from "../book/a1";
import { copySheet } from "../book/copy-sheet";
import { columnWidth, rowHeight, setGridlines, setTabColor, showsGridlines, tabColor } from "../book/sheet-layout";
import {
  activateSheet,
  deleteSheet,
  isHidden,
  moveSheet,
  renameSheet,
  setVisibility,
  visibilityOf,
} from "../book/sheet-list";
import { AreasTarget } from "./areas-target";
import { objectOf, optionalText, optionalTruth, optionalWord, text, truth, wholeNumber, word } from "./arguments";
import { color } from "./colors";
import { noEvents } from "./event-methods";
import { refuse } from "./excel-error";
import { freezePanesTable } from "./freeze-panes";
import type { WorksheetTarget } from "./makers";
import { bind, type Bound, type ClassTable, type Scope } from "./member-table";
import { notesTable } from "./notes";
import { areasNamed, rangeAt, rangeNamed, RangeTarget } from "./range-target";
import { refuseBadName, refuseIfBookProtected } from "./sheet-names";
import { pageBreaksTable, pageLayoutTable } from "./page-layout";
import { worksheetProtectionTable } from "./worksheet-protection";

const VISIBILITY = { visible: "Visible", hidden: "Hidden", "very-hidden": "VeryHidden" } as const;
const OURS = { Visible: "visible", Hidden: "hidden", VeryHidden: "very-hidden" } as const;

function usedRange({ sheet }: WorksheetTarget, valuesOnly: unknown): RangeTarget | null {
  const used = sheet.used(optionalTruth(valuesOnly, false));
  return used === null ? null : new RangeTarget(sheet, used);
}

/** The last sheet in view must stay in view. */
function refuseIfLastVisible({ book, sheet }: WorksheetTarget): void {
  if (!isHidden(sheet) && book.sheets.filter((one) => !isHidden(one)).length === 1) {
    refuse("InvalidOperation", "A workbook must have at least one sheet in view.");
  }
}

/** The sheet so many tabs away; null beyond either end. */
function beside({ book, sheet }: WorksheetTarget, step: 1 | -1, visibleOnly: unknown): WorksheetTarget | null {
  const sheets = optionalTruth(visibleOnly, false)
    ? book.sheets.filter((one) => one === sheet || !isHidden(one))
    : book.sheets;
  const next = sheets[sheets.indexOf(sheet) + step];
  return next === undefined ? null : { book, sheet: next };
}

function isWorksheetTarget(target: unknown): target is WorksheetTarget {
  return typeof target === "object" && target !== null && "sheet" in target && "book" in target && !("id" in target);
}

export const worksheetTable: ClassTable<WorksheetTarget> = {
  name: "Worksheet",
  id: { wire: "Id", of: ({ sheet }) => sheet.id },
  scalars: {
    id: { get: ({ sheet }) => sheet.id },
    name: {
      get: ({ sheet }) => sheet.name,
      set: ({ book, sheet }, value) => {
        refuseIfBookProtected(book);
        const name = text(value);
        refuseBadName(book, name, sheet);
        renameSheet(book, sheet, name);
      },
    },
    position: {
      get: ({ book, sheet }) => book.sheets.indexOf(sheet),
      set: ({ book, sheet }, value) => {
        refuseIfBookProtected(book);
        const position = wholeNumber(value);
        if (position < 0 || position >= book.sheets.length) refuse("InvalidArgument");
        moveSheet(book, sheet, position);
      },
    },
    visibility: {
      get: ({ sheet }) => VISIBILITY[visibilityOf(sheet)],
      set: async (target, value) => {
        refuseIfBookProtected(target.book);
        const wanted = OURS[word(value, ["Visible", "Hidden", "VeryHidden"])];
        if (wanted !== "visible") {
          refuseIfLastVisible(target);
          const next = beside(target, 1, true) ?? beside(target, -1, true);
          if (target.book.active === target.sheet && next !== null) await activateSheet(target.book, next.sheet);
        }
        setVisibility(target.book, target.sheet, wanted);
      },
    },
    tabColor: {
      get: ({ sheet }) => tabColor(sheet),
      set: ({ sheet }, value) => {
        setTabColor(sheet, text(value) === "" ? "" : color(value));
      },
    },
    showGridlines: { get: ({ sheet }) => showsGridlines(sheet) },
    // The client writes `showGridlines` under this name.
    gridlines: {
      set: ({ sheet }, value) => {
        setGridlines(sheet, truth(value));
      },
    },
    standardWidth: { get: ({ sheet }) => columnWidth(sheet, 2 ** 20) },
    standardHeight: { get: ({ sheet }) => rowHeight(sheet, 2 ** 24) },
  },
  objects: {
    tables: (target, { make }) => make.tables(target),
    charts: (target, { make }) => make.charts(target),
    names: (target, { make }) => make.names(target),
    notes: (target) => bind(notesTable, target),
    protection: ({ sheet }) => bind(worksheetProtectionTable, sheet),
    horizontalPageBreaks: ({ sheet }) => bind(pageBreaksTable, sheet),
    pageLayout: ({ sheet }) => bind(pageLayoutTable, sheet),
    freezePanes: ({ sheet }) => bind(freezePanesTable, sheet),
  },
  methods: {
    ...noEvents(["Activated", "Calculated", "DataChanged", "Deactivated", "SelectionChanged"]),
    _RegisterEventNameChanged: () => null,
    _UnregisterEventNameChanged: () => null,
    activate: async ({ sheet }, _, { view }) => {
      if (isHidden(sheet)) refuse("InvalidOperation", "A hidden sheet can't be brought into view.");
      await view.activate(sheet);
    },
    calculate: ({ book }) => {
      book.link.recalculate();
    },
    copy: ({ book, sheet }, [positionType, relativeTo], { make }) => {
      refuseIfBookProtected(book);
      const where = optionalWord(positionType, ["None", "Before", "After", "Beginning", "End"], "None");
      const other = objectOf(relativeTo, isWorksheetTarget)?.sheet ?? sheet;
      const index = book.sheets.indexOf(other);
      const position = {
        None: book.sheets.length,
        End: book.sheets.length,
        Beginning: 0,
        Before: index,
        After: index + 1,
      }[where];
      return make.worksheet({ book, sheet: copySheet(book, sheet, position) });
    },
    delete: async (target) => {
      refuseIfBookProtected(target.book);
      refuseIfLastVisible(target);
      if (visibilityOf(target.sheet) === "very-hidden")
        refuse("InvalidOperation", "A sheet that is very hidden can't be deleted: make it visible or hidden first.");
      await deleteSheet(target.book, target.sheet);
    },
    getCell: ({ sheet }, [row, column], { make }) => {
      const [top, left] = [wholeNumber(row), wholeNumber(column)];
      return make.range(rangeAt(sheet, { top, left, bottom: top, right: left }));
    },
    getNext: (target, [visibleOnly], scope) => neighbour(target, 1, visibleOnly, scope) ?? refuse("ItemNotFound"),
    getNextOrNullObject: (target, [visibleOnly], scope) => neighbour(target, 1, visibleOnly, scope),
    getPrevious: (target, [visibleOnly], scope) => neighbour(target, -1, visibleOnly, scope) ?? refuse("ItemNotFound"),
    getPreviousOrNullObject: (target, [visibleOnly], scope) => neighbour(target, -1, visibleOnly, scope),
    getRange: ({ book, sheet }, [address], { make }) => {
      const wanted = optionalText(address);
      return make.range(
        wanted === null || wanted === "" ? new RangeTarget(sheet, WHOLE_SHEET) : rangeNamed(book, sheet, wanted),
      );
    },
    getRangeByIndexes: ({ sheet }, [row, column, rows, columns], { make }) => {
      const [top, left] = [wholeNumber(row), wholeNumber(column)];
      return make.range(
        rangeAt(sheet, { top, left, bottom: top + wholeNumber(rows) - 1, right: left + wholeNumber(columns) - 1 }),
      );
    },
    getRanges: ({ book, sheet }, [address], { make }) => {
      const wanted = optionalText(address);
      return make.areas(
        wanted === null || wanted === "" ? new AreasTarget(sheet, [WHOLE_SHEET]) : areasNamed(book, sheet, wanted),
      );
    },
    // An empty sheet's used range is its first cell.
    getUsedRange: (target, [valuesOnly], { make }) =>
      make.range(usedRange(target, valuesOnly) ?? rangeAt(target.sheet, { top: 0, left: 0, bottom: 0, right: 0 })),
    getUsedRangeOrNullObject: (target, [valuesOnly], { make }) => {
      const used = usedRange(target, valuesOnly);
      return used === null ? null : make.range(used);
    },
  },
};

function neighbour(target: WorksheetTarget, step: 1 | -1, visibleOnly: unknown, { make }: Scope): Bound | null {
  const next = beside(target, step, visibleOnly);
  return next === null ? null : make.worksheet(next);
}
