/**
 * The table of a native copy as plain data: columns of values and of formulas, and the lines (thresholds, points) the formulas read.
 * Nothing here knows a file format; `native-sheets` turns it into sheets.
 */
import type { Cell } from "../../words/grid";
import { columnLetters } from "../../words/grid";

/** How the cells of a column are shown. */
export type NativeLook = "text" | "number" | "percent" | "date" | "status" | "points";

/** One line of the rule sheet: a threshold or the points of a step, that a reader sees and can vary. */
export interface RuleLine {
  /** Tier and edition it belongs to. */
  readonly band: string;
  /** The condition's or item's text. */
  readonly text: string;
  /** What the number means there: `≥`, `得分`. */
  readonly label: string;
  readonly value: number | string;
  readonly look: NativeLook;
  readonly unit: string;
  readonly clause: string;
  readonly evidence: string;
  /** False for what a reader should not vary: lists of words, bounds of size classes. */
  readonly free: boolean;
}

/** A cell of the area between the title and the headings. */
export type AboveCell =
  | { readonly kind: "label"; readonly text: string }
  | { readonly kind: "value"; readonly value: number | string; readonly look: NativeLook }
  /** Shows the value of a line of the rule sheet; `line` is its index. */
  | { readonly kind: "line"; readonly line: number; readonly look: NativeLook };

export interface NativeColumn {
  /** What the column belongs to, above the heading: a tier, or 输入数据. */
  readonly band: string;
  readonly heading: string;
  /** Clause, text and remarks, as a note on the heading; "" for none. */
  readonly note: string;
  readonly look: NativeLook;
  /** In characters. */
  readonly width: number;
  readonly above: readonly AboveCell[];
  readonly content:
    | { readonly kind: "values"; readonly value: (row: number) => Cell }
    /** `¤` stands for the row. */
    | { readonly kind: "formula"; readonly formula: string };
}

/** Rows of the table's sheet, as Excel counts them. */
export const TITLE_ROW = 1;
export const REMARK_ROW = 2;
/** Holds the as-of day in B and the last fiscal year in D. */
export const DATE_ROW = 3;
export const BAND_ROW = 4;
/** The first row of the lines above the headings. */
export const FIRST_LINE_ROW = 5;
export const AS_OF_CELL = `$B$${DATE_ROW}`;
export const YEAR_CELL = `$D$${DATE_ROW}`;

/** A column under construction. */
export class ColumnDraft {
  readonly letters: string;
  readonly above: AboveCell[] = [];
  content: NativeColumn["content"] = { kind: "values", value: () => null };

  constructor(
    readonly index: number,
    readonly band: string,
    readonly heading: string,
    readonly note: string,
    readonly look: NativeLook,
    readonly width: number,
  ) {
    this.letters = columnLetters(index);
  }

  /** The column's cell in the enterprise's row. */
  get cell(): string {
    return `${this.letters}¤`;
  }

  /** Puts a cell above the heading and gives its address. */
  put(cell: AboveCell): string {
    this.above.push(cell);
    return `$${this.letters}$${FIRST_LINE_ROW + this.above.length - 1}`;
  }

  set formula(text: string) {
    this.content = { kind: "formula", formula: text };
  }
}

/** Collects columns and lines. */
export class TableDraft {
  readonly columns: ColumnDraft[] = [];
  readonly lines: RuleLine[] = [];

  column(band: string, heading: string, look: NativeLook, width: number, note = ""): ColumnDraft {
    const draft = new ColumnDraft(this.columns.length, band, heading, note, look, width);
    this.columns.push(draft);
    return draft;
  }

  /** Adds a line to the rule sheet and shows it above the column; gives the address to compare with. */
  line(column: ColumnDraft, line: RuleLine): string {
    this.lines.push(line);
    return column.put({ kind: "line", line: this.lines.length - 1, look: line.look });
  }
}
