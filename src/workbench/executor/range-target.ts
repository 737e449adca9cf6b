/** A block of cells on a sheet, as members of Range work on it. */
import { cellsIn, formatA1, intersect, MAX_COLUMNS, MAX_ROWS, parseA1, quoteSheet, splitReference } from "../book/a1";
import type { Book } from "../book/book";
import type { Sheet } from "../book/sheet";
import type { CellRange } from "../../words/grid";
import { AreasTarget, type Blocks } from "./areas-target";
import { refuse } from "./excel-error";

export class RangeTarget implements Blocks {
  constructor(
    readonly sheet: Sheet,
    /** Moves when rows or columns are inserted or deleted and the client has kept the range. */
    public range: CellRange,
  ) {}

  get address(): string {
    return `${quoteSheet(this.sheet.name)}!${formatA1(this.range)}`;
  }

  get ranges(): readonly CellRange[] {
    return [this.range];
  }

  get rowCount(): number {
    return this.range.bottom - this.range.top + 1;
  }

  get columnCount(): number {
    return this.range.right - this.range.left + 1;
  }

  get cellCount(): number {
    return cellsIn(this.range);
  }

  /** The part of it that Univer has cells for; null where it lies beyond them. */
  get inGrid(): CellRange | null {
    return intersect(this.range, this.sheet.grid);
  }
}

export function isRangeTarget(target: unknown): target is RangeTarget {
  return target instanceof RangeTarget;
}

/** A block that must lie on the sheet. */
export function rangeAt(sheet: Sheet, range: CellRange): RangeTarget {
  const { top, left, bottom, right } = range;
  if (top < 0 || left < 0 || bottom < top || right < left || bottom >= MAX_ROWS || right >= MAX_COLUMNS)
    refuse("InvalidArgument");
  return new RangeTarget(sheet, range);
}

/** The block a person names: an address, with or without a sheet, or a defined name. */
export function rangeNamed(book: Book, sheet: Sheet, reference: string): RangeTarget {
  const { sheet: named, address } = splitReference(reference.replace(/^=/, ""));
  const on = named === null ? sheet : (book.sheetNamed(named) ?? refuse("InvalidArgument"));
  const range = parseA1(address);
  if (range !== null) return new RangeTarget(on, range);
  const name = book.names.find(address, on.id) ?? book.names.find(address, null);
  if (name === null) {
    const table = book.sheets
      .flatMap((one) => one.extras.get("tables").map((it) => ({ one, it })))
      .find(({ it }) => it.name.toLowerCase() === address.toLowerCase());
    if (table !== undefined) {
      const { headers, totals, range: whole } = table.it;
      return new RangeTarget(table.one, {
        ...whole,
        top: whole.top + (headers ? 1 : 0),
        bottom: whole.bottom - (totals ? 1 : 0),
      });
    }
    return refuse("InvalidArgument");
  }
  return referenceOf(book, name.formula) ?? refuse("InvalidArgument");
}

/** Excel takes no longer address of several blocks (github.com/OfficeDev/office-js/issues/5198: 8,207 characters are refused). */
const LONGEST_ADDRESS = 8192;

/** The blocks of one sheet that a person names: addresses or defined names with commas or semicolons between them. */
export function areasNamed(book: Book, sheet: Sheet, references: string): AreasTarget {
  if (references.length > LONGEST_ADDRESS) refuse("InvalidArgument");
  const ranges = references.match(/(?:'(?:[^']|'')*'|[^,;'])+/g) ?? refuse("InvalidArgument");
  return new AreasTarget(
    sheet,
    ranges.map((reference) => {
      const target = rangeNamed(book, sheet, reference.trim());
      return target.sheet === sheet ? target.range : refuse("InvalidArgument");
    }),
  );
}

/** The block a formula such as `='企业'!$A$1:$B$2` stands for; null for any other formula. */
export function referenceOf(book: Book, formula: string): RangeTarget | null {
  const { sheet, address } = splitReference(formula.replace(/^=/, ""));
  const range = parseA1(address);
  const on = sheet === null ? null : book.sheetNamed(sheet);
  return range === null || on === null ? null : new RangeTarget(on, range);
}
