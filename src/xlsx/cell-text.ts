/** What Excel takes as the content of a cell. */

/** The most characters Excel keeps in a cell. */
export const LONGEST_TEXT = 32_767;

/** Errors that files have a word for. */
export const EXCEL_ERRORS: ReadonlySet<string> = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
]);

/** The text as a cell can hold it; what is too long ends with an ellipsis. */
export function fittingText(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
}
