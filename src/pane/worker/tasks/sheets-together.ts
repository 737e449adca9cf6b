/** Which sheets of a workbook are read with the one in view. */
import type { Vocabulary } from "../../../language/vocabulary";
import type { Grid } from "../../../words/grid";
import { readBook } from "../../../sheet/reading/read-book";
import type { ReadingFailure, SheetReading } from "../../../sheet/reading/read-sheet";
import type { SavedMapping } from "../../../sheet/reading/saved-mapping";

/** How a person set the columns of sheets that are read as one list, by their names in the order of the reading. */
export interface JoinedMapping {
  readonly sheets: readonly string[];
  readonly mapping: SavedMapping;
}

export interface TogetherOptions {
  readonly asOf: string;
  /** The name of the sheet in view. */
  readonly inView: string;
  /** How a person set the columns of that sheet alone. */
  readonly mapping: SavedMapping | undefined;
  readonly joined: readonly JoinedMapping[];
}

const sameSheets = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name, at) => name === other[at]);

/** The mapping of some sheets read as one list; undefined where nobody set any. */
export function joinedMapping(joined: readonly JoinedMapping[], sheets: readonly string[]): SavedMapping | undefined {
  return joined.find((one) => sameSheets(one.sheets, sheets))?.mapping;
}

/** One list of several sheets that the one in view is part of; null where there is none. */
function together(
  grids: readonly Grid[],
  vocabulary: Vocabulary,
  { asOf, inView, joined }: TogetherOptions,
): SheetReading | null {
  if (grids.length < 2) return null;
  const reading = readBook(grids, vocabulary, { asOf });
  if (reading.kind === "failure" || reading.sheets.length < 2 || !reading.sheets.includes(inView)) return null;
  const mapping = joinedMapping(joined, reading.sheets);
  if (mapping === undefined) return reading;
  const again = readBook(grids, vocabulary, { asOf, mapping });
  return again.kind === "failure" ? reading : again;
}

/** Reads the sheet in view, with those of the others that make one list with it. */
export function readInView(
  grids: readonly Grid[],
  vocabulary: Vocabulary,
  options: TogetherOptions,
): SheetReading | ReadingFailure {
  const joined = together(grids, vocabulary, options);
  if (joined !== null) return joined;
  const { asOf, inView, mapping } = options;
  const alone = grids.filter(({ sheet }) => sheet === inView);
  return readBook(alone, vocabulary, mapping === undefined ? { asOf } : { asOf, mapping });
}

/** Of the other sheets those that are lists or forms by themselves: where more of them is read, they may belong to the one in view. */
export function otherLists(grids: readonly Grid[], vocabulary: Vocabulary, options: TogetherOptions): string[] {
  return grids
    .filter(({ sheet }) => sheet !== options.inView)
    .filter((grid) => readBook([grid], vocabulary, { asOf: options.asOf }).kind === "reading")
    .map(({ sheet }) => sheet);
}
