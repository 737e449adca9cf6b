/** What a statement of the product rests on: a document, a clause of it, and how sure its reading is. */

/** How sure a figure is: seen in two independent copies, in one, or not settled. */
export type Evidence = "confirmed" | "single-source" | "provisional";

export interface Citation {
  readonly clause: string;
  readonly evidence: Evidence;
}

export interface SourceDocument {
  readonly title: string;
  readonly number: string;
  readonly issuer: string;
  /** The annex or part, empty where the whole document is meant. */
  readonly part: string;
}

/** A document that is cited by its id. */
export interface CitedDocument {
  readonly id: string;
  readonly title: string;
  /** Empty where it has none. */
  readonly number: string;
  readonly issuer: string;
  /** A year, a month or a day, as the text gives it. */
  readonly date: string;
}
