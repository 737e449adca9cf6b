/**
 * What has to be put in order before a sheet can be read as a list: rows that are years of one enterprise, forms, lists spread over several
 * sheets. An arrangement rewrites grids into one list-shaped grid whose `placement` says where every cell came from; it reads no values.
 */
import type { Field, Vocabulary } from "../../../language/vocabulary";
import type { Grid } from "../../../words/grid";
import type { HeadingIndex } from "../heading-index";
import type { HeadingRows } from "../heading-rows";
import type { Assumption, Warning } from "../messages";
import type { LeftOut, ReadingFailure } from "../read-sheet";
import type { SavedMapping } from "../saved-mapping";
import type { TitleNotes } from "../title-notes";

/** What every arrangement may ask. */
export interface ArrangeKnown {
  readonly vocabulary: Vocabulary;
  readonly index: HeadingIndex;
  readonly of: Field["of"];
  /** The last complete fiscal year by the as-of date. */
  readonly expectedYear: number;
  /** What a person has set for the columns of a sheet. */
  readonly savedOf?: (sheet: string) => SavedMapping | undefined;
}

/** A list-shaped grid, with what a person should know of how it came about. */
export interface Arranged {
  readonly kind: "arranged";
  readonly grid: Grid;
  /** First and last heading row of the grid, 0-based. */
  readonly headingRows: readonly [number, number];
  /** Its headings as the arrangement reads them; left out where they are to be read from those rows. */
  readonly headings?: HeadingRows;
  /** A part of a year that amounts without a year are of, and where it is said. */
  readonly part?: NonNullable<TitleNotes["part"]>;
  /** The sheets it was put together from, the grid's own first. */
  readonly sheets: readonly string[];
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly Warning[];
  readonly leftOut: readonly LeftOut[];
}

/** One kind of sheet. Null for a sheet of another kind; a failure where it is of this kind but can't be read, with the reason. */
export interface Arrangement {
  readonly id: string;
  readonly arrange: (grid: Grid, known: ArrangeKnown) => Arranged | ReadingFailure | null;
}
