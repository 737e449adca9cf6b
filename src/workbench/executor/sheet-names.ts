/** Finding and naming sheets by Excel's rules. */
import type { Book } from "../book/book";
import type { Sheet } from "../book/sheet";
import { badSheetName } from "../book/sheet-list";
import { text } from "./arguments";
import { refuse } from "./excel-error";

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

/** A workbook under protection keeps its sheets as they are. */
export function refuseIfBookProtected(book: Book): void {
  if (book.structureProtected) refuse("AccessDenied", "The workbook's structure is protected.");
}
