/** Workbooks with formulas, for the tests of sharing. */
import type { Cell } from "../../src/words/grid";
import type { BookCell, BookSheet } from "../../src/xlsx/book-file";
import { sheet } from "./made-up-book";

/** A list of three enterprises; the formulas by their addresses, such as `{ row: 0, column: 5 }`. */
export const LIST: readonly (readonly Cell[])[] = [
  ["企业名称", "从事细分市场年限（年）", "2025年营业收入（元）"],
  ["甲", null, 60_000_000],
  ["乙", 0, 60_000_000],
  ["丁", 5, 100],
];

export const MEETS = '=ZJTX.TIER_MEETS(A1:C1,A2:C4,"小巨人")';
/** What MEETS spills over the list. */
export const MEETS_VALUES: readonly Cell[] = [{ error: "#N/A" }, false, false];

export interface Formula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly value?: Cell;
}

export function withFormulas(
  name: string,
  rows: readonly (readonly Cell[])[],
  formulas: readonly Formula[],
  more: Partial<BookSheet> = {},
): BookSheet {
  const plain = sheet(name, rows, more);
  const cells = plain.cells.map((row) => [...(row ?? [])]);
  for (const { row, column, formula, value = null } of formulas) {
    const line: (BookCell | undefined)[] = (cells[row] ??= []);
    line[column] = { value, formula };
  }
  return { ...plain, cells };
}

export const isOurs = (formula: string): boolean => /ZJTX/i.test(formula);
