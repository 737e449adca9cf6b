/** Forms and lists of one workbook: forms are read together where there are any, unless a list beside them tells more. */
import { isBlank, type Grid } from "../../../words/grid";
import { findHeadingRows } from "../heading-rows";
import type { LeftOut, ReadingFailure } from "../read-sheet";
import { arrangeBook, type ArrangedBook } from "./arrange-book";
import { leftSheets, notes } from "./arrange-messages";
import type { ArrangeKnown } from "./arrangement";
import { arrangeForms } from "./forms/forms";
import { listOutline } from "./list-outline";

/** How much a book tells: its rows times what is known of each. */
function cellsTold({ grid, arranged }: ArrangedBook, known: ArrangeKnown): number {
  if (arranged?.headings !== undefined) {
    return arranged.headings.recognised * (arranged.grid.rows.length - arranged.headings.last - 1);
  }
  const outline = listOutline(arranged?.grid ?? grid, known);
  return outline === null ? 0 : outline.headings.recognised * outline.rows.length;
}

function besideForms(grid: Grid, known: ArrangeKnown): LeftOut {
  const { sheet, rows } = grid;
  if (rows.every((row) => row.every(isBlank))) return { sheet, reason: leftSheets.empty };
  return { sheet, reason: findHeadingRows(grid, known.index) === null ? leftSheets.noHeadings : notes.notTogether };
}

/** What of the sheets is to be read. Null where no sheet is a list or a form; a failure where there are some, but none that can be read. */
export function arrangeSheets(sheets: readonly Grid[], known: ArrangeKnown): ArrangedBook | ReadingFailure | null {
  const forms = arrangeForms(sheets, known);
  if (forms === null) return arrangeBook(sheets, known);
  const rest = sheets.filter((sheet) => !forms.sheets.includes(sheet));
  const lists = rest.length === 0 ? null : arrangeBook(rest, known);
  const { result } = forms;
  const told = lists?.kind === "book" ? cellsTold(lists, known) : 0;
  if (result.kind === "failure") {
    if (lists?.kind !== "book" || told === 0) return result;
    const left = forms.sheets.map(({ sheet }) => ({ sheet, reason: result.message }));
    return { ...lists, leftOut: [...lists.leftOut, ...left] };
  }
  const leftOut = rest.map((grid) => besideForms(grid, known));
  const book: ArrangedBook = { kind: "book", grid: result.grid, arranged: result, leftOut };
  if (lists?.kind !== "book" || told <= cellsTold(book, known)) return book;
  const left = forms.sheets.map(({ sheet }) => ({ sheet, reason: notes.notTogether }));
  return { ...lists, leftOut: [...lists.leftOut, ...left] };
}
