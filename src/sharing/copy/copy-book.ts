/** A workbook to be shared, as plain data: small sheets cell by cell, and tables of many rows column by column. No file format here. */
import type { Cell } from "../../words/grid";
import { uniqueSheetName } from "../../xlsx/accepted-names";

/** How a cell is shown; every look is one cell format of the file. */
export type CopyLook =
  | "plain"
  | "wrapped"
  | "title"
  | "remark"
  | "heading"
  | "band"
  | "number"
  | "percent"
  | "date"
  | "points"
  | "status"
  /** A line that a reader may vary, on a locked sheet. */
  | "free-number"
  | "free-percent"
  | "free-text"
  | "free-points"
  | "free-date"
  /** Lines shown above a table. */
  | "line-number"
  | "line-percent"
  | "line-text"
  | "line-points";

export interface CopyCell {
  readonly value?: Cell;
  /** Without `=`. A cell with a formula carries no value: whoever opens the file computes it. */
  readonly formula?: string;
  readonly look?: CopyLook;
}

/** A column of a table of many rows. */
export interface CopyColumn {
  readonly look: CopyLook;
  readonly content:
    | { readonly kind: "values"; readonly value: (row: number) => Cell }
    /** As it reads in the table's first row. */
    | { readonly kind: "formula"; readonly formula: string };
}

export interface CopySheet {
  readonly name: string;
  /** In characters, one a column. */
  readonly widths: readonly number[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Locked without a password: whoever wants to may unlock it. */
  readonly locked: boolean;
  /** From row 1 on; an empty row is an empty list. */
  readonly rows: readonly (readonly CopyCell[])[];
  /** A table below `rows`. */
  readonly body?: { readonly count: number; readonly columns: readonly CopyColumn[] };
  /** Remarks on cells: 0-based row and column. */
  readonly notes: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  /** Rows folded away, as Excel counts them; a click unfolds them. */
  readonly folded?: readonly [number, number];
  readonly rowHeights?: ReadonlyMap<number, number>;
  /** Columns (0-based) whose words are coloured by `words`. */
  readonly coloured?: {
    readonly columns: readonly number[];
    readonly words: readonly { readonly word: string; readonly tone: "good" | "bad" | "unknown" }[];
  };
  /** The body's headings (the last of `rows`) get filter buttons. */
  readonly filter?: boolean;
}

export interface CopyBook {
  readonly sheets: readonly CopySheet[];
}

/** A book of these sheets, each under a name of its own. */
export function namedApart(sheets: readonly CopySheet[]): CopyBook {
  const taken = new Set<string>();
  return { sheets: sheets.map((sheet) => ({ ...sheet, name: uniqueSheetName(sheet.name, taken) })) };
}
