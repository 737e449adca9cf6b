/**
 * A workbook as plain data: what an xlsx file, the spreadsheet on the page and the stand-in for Excel hand to one another.
 * Rows and columns count from 0. Colours are `#RRGGBB`.
 */
import type { Cell, CellRange } from "../words/grid";

export interface CellStyle {
  readonly numberFormat?: string;
  readonly fill?: string;
  readonly font?: {
    readonly name?: string;
    readonly size?: number;
    readonly color?: string;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly underline?: boolean;
    readonly strikethrough?: boolean;
  };
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly borders?: Readonly<Partial<Record<"top" | "bottom" | "left" | "right", CellBorder>>>;
}

export interface CellBorder {
  readonly style: "thin" | "medium" | "thick" | "dashed" | "dotted" | "double" | "hair";
  readonly color: string;
}

export interface BookCell {
  /** What the cell shows; of a formula, its last value. */
  readonly value: Cell;
  /** With its `=`, in en-US, the namespace of our functions as typed: `=ZJTX.TIER(A1:C1,A2:C9)`. */
  readonly formula?: string;
  /** The block a spilled formula fills, on its first cell only; the others hold values without a formula. */
  readonly spill?: CellRange;
  /** Index into `BookFile.styles`. */
  readonly style?: number;
}

export interface BookTable {
  readonly name: string;
  /** Heading and totals row included. */
  readonly range: CellRange;
  readonly style: string;
  readonly headers: boolean;
  readonly totals: boolean;
  readonly filterButton: boolean;
  readonly bandedRows: boolean;
  /** Values shown of a filtered column, by 0-based column of the table. */
  readonly filters?: Readonly<Record<number, readonly string[]>>;
}

/** Filter buttons over cells that are no table; a sheet has one at most. */
export interface BookFilter {
  /** The row of buttons included. */
  readonly range: CellRange;
  /** Values shown of a filtered column, by 0-based column of the range. The rows left out are hidden rows of the sheet. */
  readonly filters?: Readonly<Record<number, readonly string[]>>;
}

/** How a sheet is printed. Lengths are in points. */
export interface BookPage {
  readonly paper: "A3" | "A4" | "letter";
  readonly landscape: boolean;
  readonly margins: Readonly<Record<"left" | "right" | "top" | "bottom" | "header" | "footer", number>>;
  /** Pages that the sheet is fitted to; 0: as many as it takes. Null: not fitted. */
  readonly fit: { readonly across: number; readonly down: number } | null;
  readonly centred: boolean;
  /** The line at the foot, in Excel's codes: `&P` is the page's number. */
  readonly footer: string;
  /** 0-based rows that begin a new page. */
  readonly breaks: readonly number[];
  /** The cells that are printed; null: all. */
  readonly area: CellRange | null;
  /** First and last of the rows printed at the head of every page, 0-based; null: none. */
  readonly titleRows: readonly [number, number] | null;
}

export interface BookConditionalFormat {
  readonly ranges: readonly CellRange[];
  readonly rule:
    | { readonly kind: "text"; readonly operator: "contains" | "begins-with"; readonly text: string }
    | { readonly kind: "formula"; readonly formula: string }
    | { readonly kind: "data-bar"; readonly color: string };
  readonly fill?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly stopIfTrue?: boolean;
}

/** A note on a cell: Excel's yellow slip. Threaded comments are something else. */
export interface BookNote {
  readonly row: number;
  readonly column: number;
  readonly author: string;
  readonly text: string;
}

/** A chart over cells of the workbook. Offsets and sizes are in points from the sheet's top left corner. */
export interface BookChart {
  readonly name: string;
  readonly kind: "bar" | "column" | "line" | "radar" | "pie" | "doughnut" | "scatter";
  readonly title: string;
  readonly legend: boolean;
  readonly series: readonly {
    readonly name: string;
    /** A1 addresses with sheet name, such as `'评分_汇总'!$B$4:$B$9`. */
    readonly categories: string;
    readonly values: string;
    readonly color?: string;
  }[];
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface BookSheet {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "very-hidden";
  readonly tabColor?: string;
  /** Row -> column -> cell, both sparse. */
  readonly cells: readonly (readonly (BookCell | undefined)[] | undefined)[];
  /** In points (Excel's API unit for both); only those that differ from the default. */
  readonly columnWidths: Readonly<Record<number, number>>;
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly merges: readonly CellRange[];
  /** Rows and columns that stay in view. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly showGridlines: boolean;
  readonly protected: boolean;
  readonly tables: readonly BookTable[];
  readonly filter?: BookFilter;
  readonly page?: BookPage;
  readonly conditionalFormats: readonly BookConditionalFormat[];
  readonly charts: readonly BookChart[];
  readonly notes?: readonly BookNote[];
}

export interface BookName {
  readonly name: string;
  /** With its `=`. */
  readonly formula: string;
  readonly comment: string;
  readonly visible: boolean;
  /** Index of the sheet it belongs to; null for the whole workbook. */
  readonly sheet: number | null;
}

export interface BookFile {
  readonly sheets: readonly BookSheet[];
  /** Index of the sheet in view. */
  readonly active: number;
  readonly names: readonly BookName[];
  readonly styles: readonly CellStyle[];
  /** What add-ins keep in the workbook: key -> JSON text (Excel's document settings). */
  readonly settings: Readonly<Record<string, string>>;
}
