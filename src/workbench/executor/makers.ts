/** Objects of the classes that refer to one another, so that their tables need not import one another. */
import type { Book } from "../book/book";
import type { Sheet } from "../book/sheet";
import type { Bound } from "./member-table";
import type { AreasTarget } from "./areas-target";
import type { RangeTarget } from "./range-target";

export interface WorksheetTarget {
  readonly book: Book;
  readonly sheet: Sheet;
}

/** Tables, charts and names of one sheet; `sheet` null for those of the workbook. */
export interface ScopedTarget {
  readonly book: Book;
  readonly sheet: Sheet | null;
}

/** One table, chart or conditional format, by its id. */
export interface ItemTarget extends WorksheetTarget {
  readonly id: string;
}

export interface Makers {
  worksheets(book: Book): Bound;
  worksheet(target: WorksheetTarget): Bound;
  range(target: RangeTarget): Bound;
  areas(target: AreasTarget): Bound;
  tables(target: ScopedTarget): Bound;
  table(target: ItemTarget): Bound;
  names(target: ScopedTarget): Bound;
  charts(target: WorksheetTarget): Bound;
  view(target: RangeTarget): Bound;
}
