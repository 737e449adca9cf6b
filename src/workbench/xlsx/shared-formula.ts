/** One formula that a file shares among many cells, as each of them has it. */
import { columnIndex, columnLetters } from "../../words/grid";
import { LAST_COLUMN, LAST_ROW } from "./cell-range";
import { tokensOf } from "./formula-tokens";

const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;

/**
 * The formula `rows` below and `columns` to the right of where it was written: references without `$` move along.
 * @param formula without `=`
 */
export function movedFormula(formula: string, rows: number, columns: number): string {
  const tokens = tokensOf(formula);
  return tokens
    .map(({ kind, text }, index) => {
      if (kind !== "word" || tokens[index + 1]?.text === "(" || tokens[index + 1]?.text === "!") return text;
      const beside = tokens[index - 1]?.text === ":" || tokens[index + 1]?.text === ":";
      return movedReference(text, rows, columns, beside);
    })
    .join("");
}

function movedReference(text: string, rows: number, columns: number, beside: boolean): string {
  const cell = CELL.exec(text);
  if (cell) {
    const [, fixedColumn = "", letters = "", fixedRow = "", row = ""] = cell;
    const column = movedColumn(letters, fixedColumn, columns);
    const newRow = movedRow(row, fixedRow, rows);
    return column === null || newRow === null ? "#REF!" : fixedColumn + column + fixedRow + newRow;
  }
  // Whole columns and rows stand only in pairs: `A:C`, `2:5`.
  if (!beside) return text;
  const [, fixed = "", line = ""] = /^(\$?)([A-Za-z]{1,3}|\d{1,7})$/.exec(text) ?? [];
  if (line === "") return text;
  const moved = /^\d/.test(line) ? movedRow(line, fixed, rows) : movedColumn(line, fixed, columns);
  return moved === null ? "#REF!" : fixed + moved;
}

function movedColumn(letters: string, fixed: string, by: number): string | null {
  if (fixed !== "") return letters;
  const column = columnIndex(letters.toUpperCase()) + by;
  return column < 0 || column > LAST_COLUMN ? null : columnLetters(column);
}

function movedRow(row: string, fixed: string, by: number): string | null {
  if (fixed !== "") return row;
  const moved = Number(row) - 1 + by;
  return moved < 0 || moved > LAST_ROW ? null : String(moved + 1);
}
