/** What the reader of a sheet has to say to a person. The words are in the files beside, by kind. */
import type { Text } from "../../words/text";

/** Something taken for granted that a person may know better. */
export interface Assumption {
  readonly id: string;
  readonly message: Text;
  readonly cell?: string;
}

/** Something that may make the answer wrong, with the cells to look at. */
export interface Warning {
  readonly id: string;
  readonly message: Text;
  readonly cells?: readonly string[];
}

/** A cell that holds something nobody can read as its column's kind. */
export interface UnreadableCell {
  readonly cell: string;
  /** As in the sheet. */
  readonly text: string;
  readonly reason: Text;
}
