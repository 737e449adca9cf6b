/** A sheet of results as plain data, before anything is known of the file it goes into. */
import type { Cell } from "./grid";

/** How a status is coloured. The word itself is always there too: colour alone says nothing to many readers. */
export type Tone = "good" | "bad" | "unknown" | "plain";

export interface ResultColumn {
  readonly heading: string;
  /** In characters of the default font; a Chinese character takes two. */
  readonly width: number;
  /** An Excel number format, such as `#,##0.00` or `0.0%`. */
  readonly format?: string;
  /** Break long text into lines inside the cell. */
  readonly wrap?: boolean;
  /** The column holds status words; only such columns are coloured by `statusWords`. */
  readonly status?: boolean;
  /** The words offered for its cells; anything else may be typed too, and is judged where it is read. */
  readonly choices?: readonly string[];
}

/** A native chart over columns of the sheet's own table. */
export interface ResultChart {
  /** `bar` lies, `column` stands. */
  readonly kind: "bar" | "column" | "line";
  readonly title: string;
  /** 0-based columns of the table. */
  readonly categories: number;
  readonly values: readonly number[];
  /** The first and last row of the table's body it draws, 0-based; all where left out. */
  readonly rows?: readonly [number, number];
}

/** Rows that can be gone through from the first to the last as often as it takes. An array is one; long lists stand packed. */
export interface Rows extends Iterable<readonly Cell[]> {
  readonly length: number;
}

/**
 * What somebody comes back to a sheet for. Both begin each row with the row of an enterprise in the sheet it was read from; `results` has every
 * enterprise of a run once, with its verdicts.
 */
export type ResultRole = "results" | "enterprises";

export interface ResultSheet<R extends Rows = readonly (readonly Cell[])[]> {
  /** Left out where the rows are anything else: sums, sources, clusters, riders. */
  readonly role?: ResultRole;
  /** Begins with 评分_ (put before it where it does not); made safe and unique for the workbook. */
  readonly name: string;
  /** Lines above the table: the first is the title, the others explain. */
  readonly titleLines?: readonly string[];
  readonly columns: readonly ResultColumn[];
  /** One cell a column; missing cells are blank. A number that is NaN is written as #N/A, an infinite one as #NUM!. */
  readonly rows: R;
  /** Make it an Excel table with filter buttons. False gives plain rows. */
  readonly asTable: boolean;
  /** Columns that stay in view when scrolling sideways; the heading always stays in view. */
  readonly frozenColumns?: number;
  /** Columns from the first on that are printed, for a list too wide to be read on paper; all where left out. */
  readonly printedColumns?: number;
  /** Cells of status columns whose text begins with `word` take the colour of its tone. The first that fits wins. */
  readonly statusWords?: readonly { readonly word: string; readonly tone: Tone }[];
  /** Lines below the table. */
  readonly notes?: readonly string[];
  /** What somebody goes on to edit: always a sheet of its own, never in the place of one that was written before. */
  readonly toBeEdited?: true;
  /** Drawn to the right of the table by hosts that can. */
  readonly charts?: readonly ResultChart[];
}

/** A sheet whose rows may be more than should stand in memory. */
export type LongSheet = ResultSheet<Rows>;
