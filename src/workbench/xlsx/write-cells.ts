/** The cells of a sheet -> the XML between `<sheetData>` and `</sheetData>`. */
import { escapeText } from "../../xlsx/xml/markup";
import { columnLetters } from "../../words/grid";
import { fittingText } from "../../sheet/results/result-look";
import type { BookCell, BookSheet } from "../book-file";
import { rangeAddress } from "../../sheet/reading/range-address";
import { filedFormula, mayGiveArray } from "./formula-names";
import { HIGHEST_ROW_POINTS } from "./measures";
import type { StylesPart } from "./write-styles";

const ROWS_A_CHUNK = 200;

/** Errors that files have a word for. Others (`#SPILL!`, `#CALC!`, …) Excel keeps as `#VALUE!` and works out again. */
const FILE_ERRORS = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"]);
const LATER_ERRORS = new Set([
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

/** Texts that cells share, numbered as they come. */
export class SharedStrings {
  private readonly places = new Map<string, number>();

  place(text: string): number {
    let place = this.places.get(text);
    if (place === undefined) {
      place = this.places.size;
      this.places.set(text, place);
    }
    return place;
  }

  get size(): number {
    return this.places.size;
  }

  /** In chunks, to be put together as bytes. */
  *xml(): Generator<string> {
    const texts = [...this.places.keys()];
    yield `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${texts.length}">`;
    for (let at = 0; at < texts.length; at += 1000)
      yield texts
        .slice(at, at + 1000)
        .map(item)
        .join("");
    yield "</sst>";
  }
}

function item(text: string): string {
  const space = text.trim().length < text.length || text.includes("\n") ? ` xml:space="preserve"` : "";
  return `<si><t${space}>${escapeText(text)}</t></si>`;
}

export interface CellParts {
  readonly strings: SharedStrings;
  readonly styles: StylesPart;
  /** Heading cells of tables, which must hold the column's name as text: key `row,column`. */
  readonly headings: ReadonlyMap<string, string>;
  /** Set where a dynamic array formula was written: the workbook then needs the part that says what those are. */
  dynamicArrays: boolean;
  /** Names of the workbook that stand for a LAMBDA, upper case. */
  readonly lambdas: ReadonlySet<string>;
}

/** Gives some hundred rows at a time. */
export function* cellsXml(sheet: BookSheet, parts: CellParts): Generator<string> {
  const hidden = new Set(sheet.hiddenRows);
  const numbers = rowNumbers(sheet);
  let chunk = "";
  for (const [index, row] of numbers.entries()) {
    chunk += rowXml(sheet, row, hidden.has(row), parts);
    if (index % ROWS_A_CHUNK !== ROWS_A_CHUNK - 1) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
}

/** Rows that have cells, a height or are hidden, from the top. */
function rowNumbers(sheet: BookSheet): number[] {
  const rows = new Set<number>([...sheet.hiddenRows, ...Object.keys(sheet.rowHeights).map(Number)]);
  sheet.cells.forEach((line, row) => {
    if (line && line.length > 0) rows.add(row);
  });
  return [...rows].sort((left, right) => left - right);
}

function rowXml(sheet: BookSheet, row: number, hidden: boolean, parts: CellParts): string {
  const height = sheet.rowHeights[row];
  const line = sheet.cells[row] ?? [];
  let xml = `<row r="${row + 1}"`;
  if (height !== undefined) xml += ` ht="${Math.min(height, HIGHEST_ROW_POINTS)}" customHeight="1"`;
  if (hidden) xml += ` hidden="1"`;
  xml += ">";
  line.forEach((cell, column) => {
    if (cell) xml += cellXml(cell, row, column, parts);
  });
  return `${xml}</row>`;
}

function cellXml(cell: BookCell, row: number, column: number, parts: CellParts): string {
  const heading = parts.headings.size > 0 ? parts.headings.get(`${row},${column}`) : undefined;
  const { value } = heading === undefined ? cell : { value: heading };
  const asText = typeof value === "string" && cell.formula === undefined && /^[=+\-@\t\r]/.test(value);
  const style = parts.styles.cell(cell.style, asText);
  const place = `<c r="${columnLetters(column)}${row + 1}"${style > 0 ? ` s="${style}"` : ""}`;
  if (cell.formula !== undefined && heading === undefined)
    return formulaXml(cell, cell.formula, place, row, column, parts);
  if (value === null) return style > 0 ? `${place}/>` : "";
  if (typeof value === "string") return `${place} t="s"><v>${parts.strings.place(fittingText(value))}</v></c>`;
  return `${place}${valueXml(value)}`;
}

function formulaXml(
  cell: BookCell,
  formula: string,
  place: string,
  row: number,
  column: number,
  parts: CellParts,
): string {
  const filed = escapeText(filedFormula(formula));
  const array = cell.spill !== undefined || mayGiveArray(formula, parts.lambdas);
  if (array) parts.dynamicArrays = true;
  const ref = rangeAddress(cell.spill ?? { top: row, left: column, bottom: row, right: column });
  const f = array ? `<f t="array" ref="${ref}">${filed}</f>` : `<f>${filed}</f>`;
  const begun = array ? `${place} cm="1"` : place;
  if (cell.value === null) return `${begun}>${f}</c>`;
  if (typeof cell.value === "string") return `${begun} t="str">${f}<v>${escapeText(fittingText(cell.value))}</v></c>`;
  return begun + valueXml(cell.value, f);
}

/** What stands after the cell's address and style. */
function valueXml(value: number | boolean | { readonly error: string }, before = ""): string {
  if (typeof value === "number") {
    if (Number.isFinite(value)) return `>${before}<v>${value}</v></c>`;
    return ` t="e">${before}<v>${Number.isNaN(value) ? "#N/A" : "#NUM!"}</v></c>`;
  }
  if (typeof value === "boolean") return ` t="b">${before}<v>${value ? 1 : 0}</v></c>`;
  if (FILE_ERRORS.has(value.error)) return ` t="e">${before}<v>${value.error}</v></c>`;
  if (LATER_ERRORS.has(value.error)) return ` t="e">${before}<v>#VALUE!</v></c>`;
  // Any other word, such as that of a formula never computed, is written as the text it is.
  if (before !== "") return ` t="str">${before}<v>${escapeText(value.error)}</v></c>`;
  return ` t="inlineStr"><is><t>${escapeText(value.error)}</t></is></c>`;
}
