/** A formula whose cell is pasted with rows and columns changed over: its relative references are turned with it. */
import { columnIndex, columnLetters } from "../../words/grid";
import { MAX_COLUMNS, MAX_ROWS } from "../book/a1";
import { isCellReference, isFunctionName, tokensOf } from "../xlsx/formula-tokens";
import { refuse } from "./excel-error";

interface Place {
  readonly row: number;
  readonly column: number;
}

const REFERENCE = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;

/** @param formula with its `=` */
export function turnedFormula(formula: string, from: Place, to: Place): string {
  const tokens = tokensOf(formula.slice(1));
  const texts = tokens.map(({ kind, text }, index) => {
    if (kind !== "word" || !isCellReference(text) || isFunctionName(tokens, index)) return text;
    const [, fixedColumn, letters = "", fixedRow, digits = ""] = REFERENCE.exec(text) ?? [];
    if (fixedColumn !== fixedRow)
      refuse(
        "NotImplemented",
        `The workbench turns no half-fixed reference such as ${text}: Range.copyFrom, transpose.`,
      );
    if (fixedColumn === "$") return text;
    const row = to.row + columnIndex(letters.toUpperCase()) - from.column;
    const column = to.column + Number(digits) - 1 - from.row;
    if (row < 0 || column < 0 || row >= MAX_ROWS || column >= MAX_COLUMNS) return "#REF!";
    return `${columnLetters(column)}${row + 1}`;
  });
  if (
    texts.includes("#") ||
    tokens.some(({ text, kind }, index) => kind === "word" && isWholeLine(tokens, index, text))
  )
    refuse(
      "NotImplemented",
      "The workbench turns no whole rows, columns or spilled blocks: Range.copyFrom, transpose.",
    );
  return `=${texts.join("")}`;
}

/** `A:A` or `1:1`: turned, a column would become a row. */
function isWholeLine(tokens: ReturnType<typeof tokensOf>, index: number, text: string): boolean {
  const beside = tokens[index + 1]?.text === ":" || tokens[index - 1]?.text === ":";
  return beside && /^\$?([A-Za-z]{1,3}|\d+)$/.test(text);
}
