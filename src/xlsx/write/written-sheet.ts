/** A sheet to be written: what surrounds its cells as plain data, its rows as markup in pieces. Rows and columns count from 0. */
import type { CellRange } from "../../words/grid";
import type { BookConditionalFormat, BookFilter, BookPage, BookSheet, BookTable } from "../book-file";
import type { WrittenChart } from "./chart-markup";
import type { Remark } from "./note-markup";
import type { SharedTexts } from "./shared-texts";
import type { StyleBook } from "./style-book";

export interface ColumnRun {
  readonly first: number;
  readonly last: number;
  /** In characters of the default font. */
  readonly width: number;
  /** The width is not a person's choice. */
  readonly usual?: boolean;
  readonly hidden?: boolean;
}

export interface WrittenTable extends BookTable {
  /** One a column; all different. */
  readonly columns: readonly TableColumn[];
}

export interface TableColumn {
  readonly name: string;
  /** What stands in the totals row: a formula as the file keeps it, or a word. */
  readonly total?: { readonly formula: string } | { readonly label: string };
}

/** Words that cells offer. */
export interface WordChoices {
  readonly range: CellRange;
  readonly words: readonly string[];
}

export interface WrittenSheet {
  readonly name: string;
  /** The rows of the part in order, some hundred at a time. */
  readonly rows: (styles: StyleBook, texts: SharedTexts) => Iterable<string>;
  readonly visibility?: BookSheet["visibility"];
  /** True for the one sheet that the workbook opens on. */
  readonly selected?: boolean;
  readonly tabColor?: string | undefined;
  readonly showGridlines?: boolean;
  /** Rows and columns that stay in view. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Some rows form a group. */
  readonly outlined?: boolean;
  readonly columns?: readonly ColumnRun[];
  /** Without a password; `cells`: filters, widths and formats stay allowed. */
  readonly locked?: "all" | "cells" | null;
  readonly filter?: BookFilter | undefined;
  readonly merges?: readonly CellRange[];
  /** Formulas as the file keeps them. */
  readonly conditionalFormats?: readonly BookConditionalFormat[];
  readonly choices?: readonly WordChoices[];
  readonly page?: BookPage | undefined;
  readonly charts?: readonly WrittenChart[];
  readonly notes?: readonly Remark[];
  readonly tables?: readonly WrittenTable[];
}
