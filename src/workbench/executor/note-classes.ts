/**
 * Notes for Microsoft's client: the one on npm is older than ExcelApi 1.18. The classes are made by the client itself, from a description
 * such as its newer classes have; the numbers are those of its `LibraryBuilder`.
 */

/** The part of the client that makes classes. */
export interface ClassMaker {
  readonly LibraryBuilder: new (options: object) => unknown;
  readonly BatchApiHelper: {
    createPropertyObject(type: unknown, parent: object, name: string, isCollection: boolean, flags: number): unknown;
  };
}

const COLLECTION = 1;
const IN_JSON = 1;
const READ_ONLY = 2;
const READS = 2;
const GONE_AFTER_REQUEST = 8;
const BY_KEY = 16;
/** Calls and properties that change nothing in the workbook. */
const QUIET = 4;

const scalar = (name: string, originalName: string, behaviorFlags: number): object => ({
  name,
  originalName,
  behaviorFlags,
  apiSetInfoOrdinal: 0,
  setMethodApiFlags: 0,
  undoableApiSetInfoOrdinal: 0,
});

const method = (
  name: string,
  originalName: string,
  parameterCount: number,
  behaviorFlags: number,
  returnTypeFullName: string | null = null,
): object => ({
  name,
  originalName,
  parameterCount,
  behaviorFlags,
  returnTypeFullName,
  returnObjectGetByIdMethodName: null,
  apiSetInfoOrdinal: 0,
  apiFlags: behaviorFlags & READS ? QUIET : 0,
  undoableApiSetInfoOrdinal: 0,
});

const NOTE = "Excel.Note";

const CLASSES = [
  {
    name: "Note",
    behaviorFlags: 0,
    scalarProperties: [
      scalar("authorName", "AuthorName", IN_JSON | READ_ONLY),
      scalar("content", "Content", IN_JSON),
      scalar("_Id", "_Id", READ_ONLY),
    ],
    scalarMethods: [method("delete", "Delete", 0, 0)],
    navigationMethods: [method("getLocation", "GetLocation", 0, READS, "Excel.Range")],
  },
  {
    name: "NoteCollection",
    behaviorFlags: COLLECTION,
    childItemTypeFullName: NOTE,
    scalarMethods: [method("getCount", "GetCount", 0, READS)],
    navigationMethods: [
      method("add", "Add", 2, GONE_AFTER_REQUEST, NOTE),
      method("getItem", "GetItem", 1, READS | BY_KEY, NOTE),
      method("getItemAt", "GetItemAt", 1, READS, NOTE),
      method("getItemOrNullObject", "GetItemOrNullObject", 1, READS, NOTE),
    ],
  },
];

/** Gives worksheets of the client their notes, unless it has them. @param excel the client's global `Excel` */
export function addNoteClasses(excel: object, { LibraryBuilder, BatchApiHelper }: ClassMaker): void {
  const worksheet: unknown = Reflect.get(excel, "Worksheet");
  if (typeof worksheet !== "function") throw new TypeError("Microsoft's client has no class Worksheet");
  const prototype: unknown = worksheet.prototype;
  if (typeof prototype !== "object" || prototype === null || "notes" in prototype) return;
  const metadata = { name: "Excel", defaultApiSetName: "ExcelApi", hostName: "Excel", clientObjectTypes: CLASSES };
  new LibraryBuilder({ metadata, targetNamespaceObject: excel, fullyInitialize: true });
  const notesOf = new WeakMap<object, unknown>();
  Object.defineProperty(prototype, "notes", {
    configurable: true,
    get(this: object) {
      const notes =
        notesOf.get(this) ??
        BatchApiHelper.createPropertyObject(Reflect.get(excel, "NoteCollection"), this, "Notes", true, QUIET);
      notesOf.set(this, notes);
      return notes;
    },
  });
}
