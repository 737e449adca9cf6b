/** Pages to be printed and finished by hand, as plain data: text and tables on a grid of narrow columns, below one another on one sheet. */

/** How a row looks; whoever writes the sheet sets type, borders and height by it. */
export type PageRole = "title" | "subtitle" | "heading" | "text" | "table-head" | "table-row" | "note";

export interface PageRow {
  readonly role: PageRole;
  /** A number stays one, so that a chart can draw it; "" is a blank cell to be filled in. */
  readonly cells: readonly (string | number)[];
  /** Columns of the grid that each cell covers. */
  readonly spans: readonly number[];
}

export interface PageChart {
  readonly kind: "radar" | "column";
  readonly title: string;
  /** Names and values lie in rows `first` to `last` of the sheet, 0-based. */
  readonly rows: readonly [number, number];
  /** 0-based column of the grid with the names. */
  readonly categories: number;
  readonly series: readonly { readonly name: string; readonly column: number }[];
  /** Rows of the sheet kept free for it, 0-based. */
  readonly place: readonly [number, number];
}

export interface PageSheet {
  /** Begins with 评分_ (put before it where it does not); made safe and unique for the workbook. */
  readonly name: string;
  /** Columns of the grid, all of the same width; the sheet is fitted to the width of a portrait A4 page. */
  readonly columns: number;
  readonly rows: readonly PageRow[];
  /** 0-based rows that begin a new page. */
  readonly breaks: readonly number[];
  readonly charts: readonly PageChart[];
}
