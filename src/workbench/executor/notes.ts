import { address } from "../../words/grid";
import type { BookNote } from "../../xlsx/book-file";
import { parseA1, splitReference } from "../book/a1";
import { objectOf, text, wholeNumber } from "./arguments";
import { refuse } from "./excel-error";
import type { WorksheetTarget } from "./makers";
import { bind, type Bound, type ClassTable } from "./member-table";
import { refuseIfProtected } from "./protected";
import { isRangeTarget, RangeTarget } from "./range-target";

/** The note of one cell. */
interface NoteTarget extends WorksheetTarget {
  readonly row: number;
  readonly column: number;
}

/** Excel signs a note with the name of whoever sits at it; here nobody has a name. */
const AUTHOR = "";

function isAt({ row, column }: BookNote, target: Pick<NoteTarget, "row" | "column">): boolean {
  return row === target.row && column === target.column;
}

function noteOf(target: NoteTarget): BookNote {
  return target.sheet.extras.get("notes").find((note) => isAt(note, target)) ?? refuse("ItemNotFound");
}

function change(target: NoteTarget, after: BookNote | null): void {
  refuseIfProtected(target.sheet);
  const others = target.sheet.extras.get("notes").filter((note) => !isAt(note, target));
  target.sheet.extras.set("notes", after === null ? others : [...others, after]);
}

const noteTable: ClassTable<NoteTarget> = {
  name: "Note",
  id: { wire: "_Id", of: ({ row, column }) => address(row, column) },
  scalars: {
    authorName: { get: (target) => noteOf(target).author },
    content: {
      get: (target) => noteOf(target).text,
      set: (target, value) => {
        change(target, { ...noteOf(target), text: text(value) });
      },
    },
  },
  methods: {
    delete: (target) => {
      noteOf(target);
      change(target, null);
    },
    getLocation: ({ sheet, row, column }, _, { make }) =>
      make.range(new RangeTarget(sheet, { top: row, left: column, bottom: row, right: column })),
  },
};

/** A single cell of the sheet: a Range, or an address with or without the sheet's name. */
function cellOf({ sheet }: WorksheetTarget, cell: unknown): Pick<NoteTarget, "row" | "column"> {
  const range = objectOf(cell, isRangeTarget)?.range ?? parseA1(splitReference(text(cell)).address);
  const single = range !== null && range.top === range.bottom && range.left === range.right;
  return single
    ? { row: range.top, column: range.left }
    : refuse("InvalidCellAddress", `A note is for a single cell of "${sheet.name}".`);
}

function find(target: WorksheetTarget, cell: unknown): Bound | null {
  const at = cellOf(target, cell);
  return target.sheet.extras.get("notes").some((note) => isAt(note, at)) ? bind(noteTable, { ...target, ...at }) : null;
}

/** By rows, as Excel counts them. */
function all(target: WorksheetTarget): Bound[] {
  return [...target.sheet.extras.get("notes")]
    .sort((one, other) => one.row - other.row || one.column - other.column)
    .map(({ row, column }) => bind(noteTable, { ...target, row, column }));
}

export const notesTable: ClassTable<WorksheetTarget> = {
  name: "NoteCollection",
  items: all,
  indexer: (target, [cell]) => find(target, cell) ?? refuse("ItemNotFound"),
  methods: {
    add: (target, [cell, content]) => {
      const at = cellOf(target, cell);
      if (find(target, cell) !== null) refuse("InvalidOperation", "The cell has a note already.");
      change({ ...target, ...at }, { ...at, author: AUTHOR, text: text(content) });
      return bind(noteTable, { ...target, ...at });
    },
    getCount: (target) => target.sheet.extras.get("notes").length,
    getItemAt: (target, [index]) => all(target)[wholeNumber(index)] ?? refuse("ItemNotFound"),
    getItemOrNullObject: (target, [cell]) => find(target, cell),
  },
};

export const noteTables = [noteTable, notesTable] as const;
