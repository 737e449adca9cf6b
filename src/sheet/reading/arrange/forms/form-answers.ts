/** What is read from one sheet that is a form: labels with their answers, each with the cells it stands in. */
import type { Cell } from "../../../../words/grid";
import type { HeadingMatch } from "../../heading-index";
import type { Area } from "./form-areas";

export interface Answer {
  /** The heading it would have in a list, as in the sheet, from the group down. */
  readonly levels: readonly string[];
  readonly match: HeadingMatch;
  readonly label: Area;
  /** Where the answer stands; the label's own cell where both stand in one. */
  readonly at: Area;
  /** Null where it was left open. */
  readonly value: Cell;
  readonly format: string | null;
  /** The cell that names the enterprise over the column; null where the form is of one. */
  readonly firm: Area | null;
}

/** A label with several answers, of which none was taken. */
export interface Ambiguous {
  readonly label: Area;
  readonly candidates: readonly Area[];
}

/** Rows that are a list inside the form. */
export interface InnerList {
  readonly first: number;
  readonly last: number;
  /** Its headings. */
  readonly labels: readonly Area[];
}

export interface FormSheet {
  readonly answers: readonly Answer[];
  readonly ambiguous: readonly Ambiguous[];
  readonly innerLists: readonly InnerList[];
  /** Texts above the first label: title, unit, date. */
  readonly titles: readonly Area[];
  /** Who filled the form in, where a label says so. */
  readonly filledInBy: { readonly text: string; readonly at: Area } | null;
  /** The cells that name the enterprises of a table with enterprises across, in the order of their columns. */
  readonly firms: readonly Area[];
  /** A date before the end of its year, where the form says it is of that date. */
  readonly withinYear: Area | null;
}
