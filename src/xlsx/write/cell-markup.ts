/** Cells and rows of a sheet's part. Callers know a cell's place and format; how a value is written is said here alone. */
import type { Cell } from "../../words/grid";
import { EXCEL_ERRORS, fittingText } from "../cell-text";
import { escapeText } from "../xml/markup";

/** Errors of a later Excel, which files keep as `#VALUE!`; Excel works them out again. */
const LATER_ERRORS: ReadonlySet<string> = new Set([
  "#SPILL!",
  "#CALC!",
  "#FIELD!",
  "#BLOCKED!",
  "#CONNECT!",
  "#BUSY!",
  "#UNKNOWN!",
  "#EXTERNAL!",
  "#PYTHON!",
]);

/** Where a cell stands and how it looks: `A1` and the number of its format. */
export function cellPlace(address: string, format: number): string {
  return format === 0 ? `<c r="${address}"` : `<c r="${address}" s="${format}"`;
}

/**
 * A cell with its value; nothing where it has neither value nor format. A text is always text to Excel, whatever it begins with. A number that
 * is NaN is #N/A, an infinite one #NUM!.
 * @param formula as an `<f>` element; the value is then its last result
 */
export function cellMarkup(place: string, value: Cell | undefined, formula = ""): string {
  if (value === null || value === undefined || (value === "" && formula === ""))
    return formula !== "" ? `${place}>${formula}</c>` : place.includes(" s=") ? `${place}/>` : "";
  switch (typeof value) {
    case "number":
      if (Number.isFinite(value)) return `${place}>${formula}<v>${value}</v></c>`;
      return `${place} t="e">${formula}<v>${Number.isNaN(value) ? "#N/A" : "#NUM!"}</v></c>`;
    case "boolean":
      return `${place} t="b">${formula}<v>${value ? 1 : 0}</v></c>`;
    case "string":
      if (formula !== "") return `${place} t="str">${formula}<v>${escapeText(fittingText(value))}</v></c>`;
      return `${place} t="inlineStr"><is>${textElement(value)}</is></c>`;
    default:
      // Any other word, such as that of a formula never computed, is written as the text it is.
      if (!EXCEL_ERRORS.has(value.error) && !LATER_ERRORS.has(value.error))
        return cellMarkup(place, value.error, formula);
      return `${place} t="e">${formula}<v>${EXCEL_ERRORS.has(value.error) ? value.error : "#VALUE!"}</v></c>`;
  }
}

/** A cell with a text of the workbook's shared ones, by its number. */
export function sharedTextMarkup(place: string, number: number): string {
  return `${place} t="s"><v>${number}</v></c>`;
}

/** A text in the form that inline and shared strings have in common. */
export function textElement(text: string): string {
  const shown = fittingText(text);
  const space = shown.trim().length < shown.length || shown.includes("\n") ? ` xml:space="preserve"` : "";
  return `<t${space}>${escapeText(shown)}</t>`;
}

/** Excel draws no row higher. */
export const HIGHEST_ROW_POINTS = 409.5;

export interface RowLooks {
  readonly height?: number | undefined;
  readonly hidden?: boolean;
  /** Part of a group that a click on the row below folds away. */
  readonly outlined?: boolean;
  /** The row below a group that is folded away. */
  readonly collapsed?: boolean;
}

/** @param number as Excel counts @param cells their markup */
export function rowMarkup(
  number: number,
  cells: string,
  { height, hidden, outlined, collapsed }: RowLooks = {},
): string {
  const high = height === undefined ? "" : ` ht="${Math.min(height, HIGHEST_ROW_POINTS)}" customHeight="1"`;
  const looks = `${outlined ? ` outlineLevel="1"` : ""}${hidden ? ` hidden="1"` : ""}${collapsed ? ` collapsed="1"` : ""}`;
  return `<row r="${number}"${high}${looks}>${cells}</row>`;
}
