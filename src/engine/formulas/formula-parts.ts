/**
 * Pieces of spreadsheet formulas as text. `¤` stands for the row of the enterprise; see `inRow`. What is settled before any cell is
 * read (TRUE, FALSE) is folded away, so that a reader meets no dead branches.
 */

export const TRUE = "TRUE";
export const FALSE = "FALSE";

/** The row of the enterprise, wherever the formula stands. */
const ROW = /¤/g;

export function inRow(formula: string, row: number): string {
  return formula.replace(ROW, String(row));
}

export function and(...parts: readonly string[]): string {
  const open = [...new Set(parts)].filter((part) => part !== TRUE);
  if (open.includes(FALSE)) return FALSE;
  const [only] = open;
  return only === undefined ? TRUE : open.length === 1 ? only : `AND(${open.join(",")})`;
}

export function or(...parts: readonly string[]): string {
  const open = [...new Set(parts)].filter((part) => part !== FALSE);
  if (open.includes(TRUE)) return TRUE;
  const [only] = open;
  return only === undefined ? FALSE : open.length === 1 ? only : `OR(${open.join(",")})`;
}

export function not(part: string): string {
  // Not blank and blank again.
  const double = /^NOT\((ISBLANK\([A-Z]+¤\))\)$/.exec(part)?.[1];
  if (double !== undefined) return double;
  return part === TRUE ? FALSE : part === FALSE ? TRUE : `NOT(${part})`;
}

export function choose(test: string, then: string, otherwise: string): string {
  if (test === TRUE || then === otherwise) return then;
  return test === FALSE ? otherwise : `IF(${test},${then},${otherwise})`;
}

/** A text inside a formula. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** True where the cell is filled in. (Not `cell<>""`: to some spreadsheets a 0 equals an empty text.) */
export function filled(cell: string): string {
  return `NOT(ISBLANK(${cell}))`;
}

export function blank(cell: string): string {
  return `ISBLANK(${cell})`;
}

/** True where all of the cells hold numbers. */
export function allFilled(cells: readonly string[]): string {
  const [only] = cells;
  if (only === undefined) return TRUE;
  return cells.length === 1 ? filled(only) : `COUNT(${cells.join(",")})=${cells.length}`;
}

export function anyBlank(cells: readonly string[]): string {
  const [only] = cells;
  if (only === undefined) return FALSE;
  return cells.length === 1 ? blank(only) : `COUNT(${cells.join(",")})<${cells.length}`;
}
