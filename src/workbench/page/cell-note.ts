/**
 * What is to be said of the selected cell: the note that it has, or why it shows an error where one of our functions said it. Excel shows
 * both beside the cell, here they stand over the sheet, for the keyboard and for screen readers too.
 */
import { NAMESPACE } from "../../functions/records";
import type { Text } from "../../words/text";
import { address } from "../../words/grid";
import type { Book } from "../book/book";
import { keptValue, type KeptValue } from "../book/kept-values";
import { callsOf, tokensOf } from "../xlsx/formula-tokens";
import type { ErrorMessages } from "../formulas/error-messages";

export interface CellNote {
  /** Such as `BG2`. */
  readonly cell: string;
  /** What the cell shows, such as `#N/A`; null where it is no error that is explained. */
  readonly error: string | null;
  readonly text: Text;
}

const keptText = ({ lacking }: KeptValue): Text => ({
  zh: `这里是文件里存的值，没有重算：工作台不会算${lacking.zh}。Excel 打开后会重算。`,
  en: `This is the value kept in the file, not worked out anew: the workbench lacks ${lacking.en}. Excel will work it out.`,
});

/** Whether a function of ours answers in the cell, or in the block it lies in: what was said of a cell outlives what stood there. */
function isOurs(book: Book, row: number, column: number): boolean {
  const sheet = book.active;
  const block = sheet.link.spills.at(sheet.id, row, column);
  const formula = block === null ? sheet.formula(row, column) : sheet.formula(block.top, block.left);
  if (formula === null) return false;
  const short = new Set(
    book.names.all.filter((one) => one.formula.includes(`${NAMESPACE}.`)).map(({ name }) => name.toUpperCase()),
  );
  return callsOf(tokensOf(formula.slice(1))).some(({ name }) => name.startsWith(`${NAMESPACE}.`) || short.has(name));
}

/** For the first cell selected on the sheet in view. */
export function activeCellNote(book: Book, messages: ErrorMessages): CellNote | null {
  const sheet = book.active;
  const [block] = book.selection;
  if (!block) return null;
  const { top: row, left: column } = block;
  const cell = address(row, column);
  const shown = sheet.cell(row, column);
  const error = shown !== null && typeof shown === "object" ? shown.error : null;
  const reason =
    error === null || !isOurs(book, row, column)
      ? null
      : messages.at({ unit: book.link.unitId, sheet: sheet.id, row, column });
  if (reason) return { cell, error, text: reason };
  const kept = keptValue(sheet, row, column);
  if (kept) return { cell, error: null, text: keptText(kept) };
  const note = sheet.extras.get("notes").find((one) => one.row === row && one.column === column);
  return note ? { cell, error: null, text: { zh: note.text, en: note.text } } : null;
}
