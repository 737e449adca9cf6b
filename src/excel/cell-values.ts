/** Cells as our plain data <-> the values Excel's API gives and takes. */
import type { Cell } from "../words/grid";
import { EXCEL_ERRORS, fittingText, LONGEST_TEXT } from "../xlsx/cell-text";

export type ExcelValue = string | number | boolean;

/** Newer errors that only reading meets. */
const READ_ERRORS: ReadonlySet<string> = new Set([
  ...EXCEL_ERRORS,
  "#SPILL!",
  "#CALC!",
  "#FIELD!",
  "#BLOCKED!",
  "#CONNECT!",
  "#BUSY!",
  "#UNKNOWN!",
  "#PYTHON!",
  "#EXTERNAL!",
]);

/** A value of `Range.values`. Excel gives "" for a blank and an error as its text. */
export function toCell(value: unknown): Cell {
  if (value === "" || value === null || value === undefined) return null;
  if (typeof value === "string") return value.startsWith("#") && READ_ERRORS.has(value) ? { error: value } : value;
  if (typeof value === "number" || typeof value === "boolean") return value;
  return null;
}

/** A value for `Range.values`, which Excel takes as if it were typed. */
export function toExcelValue(cell: Cell | undefined): ExcelValue {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : Number.isNaN(cell) ? "#N/A" : "#NUM!";
  if (typeof cell === "boolean") return cell;
  if (typeof cell === "object") return EXCEL_ERRORS.has(cell.error) ? cell.error : asText(cell.error);
  return asText(cell);
}

/**
 * What Excel would take for a formula, number, date, error or truth value when it is typed: a credit code of digits alone loses its
 * last ones, 1-2 becomes a day in January. An apostrophe before it keeps it text and is not part of the text. Formulas, numbers, amounts
 * and dates begin with one of the characters; month names and Chinese numerals are the dates that do not.
 */
const TAKEN_FOR_MORE =
  /^(?:[\s=+\-@'#.,:/(（$¥￥€£%％\d０-９＝＋－＠"]|(?:true|false)$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s\-/.,]*\d|[〇零一二三四五六七八九十]+[年月])/i;

function asText(text: string): string {
  const shown = fittingText(text);
  if (!TAKEN_FOR_MORE.test(shown)) return shown;
  // The apostrophe counts towards what Excel takes at once, though not towards what it keeps.
  return shown.length < LONGEST_TEXT ? `'${shown}` : `'${shown.slice(0, LONGEST_TEXT - 2)}…`;
}
