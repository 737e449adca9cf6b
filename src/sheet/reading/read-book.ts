/** Reads a workbook: which of its sheets belong to the list, put in order where they have to be, and read as one. */
import type { Text, Vocabulary } from "../../policy/vocabulary";
import type { Arranged, ArrangeKnown } from "./arrange/arrangement";
import { arrangeSheet } from "./arrange/arrangements";
import { isoDate } from "./date-text";
import type { Grid } from "./grid";
import { headingIndexOf } from "./heading-index";
import { readSheet, type ReadingFailure, type ReadOptions, type SheetReading } from "./read-sheet";

export interface BookOptions extends ReadOptions {
  /** Read this sheet alone. */
  readonly sheet?: string | undefined;
  /** Sheets out of sight: read only where no other can be. */
  readonly hidden?: ReadonlySet<string>;
}

const aboutHeadings = new Set(["unit-assumed", "unit-suspect", "hidden-column"]);
const NOTHING: Text = { zh: "这个工作簿里没有可读的工作表。", en: "There is no sheet to read in this workbook." };

function readColumns(reading: SheetReading): number {
  return reading.columns.filter(({ use }) => use === "read").length;
}

/** Years of one column share its heading: what is said of that heading is said once. */
function onceACell<T extends { readonly id: string }>(
  said: readonly T[],
  cellsOf: (one: T) => string | undefined,
): T[] {
  const seen = new Set<string>();
  return said.filter((one) => {
    const cells = cellsOf(one);
    if (cells === undefined || !aboutHeadings.has(one.id)) return true;
    const key = `${one.id} ${cells}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** One sheet, put in order where it is no list. */
function readOne(
  grid: Grid,
  vocabulary: Vocabulary,
  options: ReadOptions,
  known: ArrangeKnown,
): SheetReading | ReadingFailure {
  const arranged = arrangeSheet(grid, known);
  if (arranged === null) return readSheet(grid, vocabulary, options);
  if (arranged.kind === "failure") return arranged;
  const reading = readSheet(arranged.grid, vocabulary, { ...options, listBelow: arranged.headingRows });
  return reading.kind === "failure" ? reading : withNotes(reading, arranged);
}

/** A reading with what was said of putting its list in order. */
function withNotes(reading: SheetReading, arranged: Arranged): SheetReading {
  return {
    ...reading,
    assumptions: [...arranged.assumptions, ...onceACell(reading.assumptions, ({ cell }) => cell)],
    warnings: [...arranged.warnings, ...onceACell(reading.warnings, ({ cells }) => cells?.join())],
    leftOut: [...arranged.leftOut, ...reading.leftOut],
    confirming: (doubts) => withNotes(reading.confirming(doubts), arranged),
  };
}

/**
 * Reads the sheet asked for, or of those in sight the one with the most columns recognised; says why the first can't be read where none can.
 * A malformed `asOf` is a RangeError.
 */
export function readBook(
  grids: readonly Grid[],
  vocabulary: Vocabulary,
  { sheet, hidden = new Set(), ...options }: BookOptions,
): SheetReading | ReadingFailure {
  const asOf = isoDate(options.asOf);
  if (asOf === null) throw new RangeError(`asOf must be a date YYYY-MM-DD, got "${options.asOf}"`);
  const of = options.of ?? "enterprise";
  const known = { vocabulary, index: headingIndexOf(vocabulary, of), of, expectedYear: asOf.year - 1 };
  const wanted = sheet === undefined ? grids : grids.filter((grid) => grid.sheet === sheet);
  const visible = wanted.filter((grid) => !hidden.has(grid.sheet));
  let best: SheetReading | null = null;
  let failure: ReadingFailure | null = null;
  for (const grid of [...visible, ...wanted.filter((one) => hidden.has(one.sheet))]) {
    // Nobody expects results about a sheet that is out of sight; it is read only where no other can be.
    if (best !== null && hidden.has(grid.sheet)) break;
    const reading = readOne(grid, vocabulary, options, known);
    if (reading.kind === "failure") failure ??= reading;
    else if (best === null || readColumns(reading) > readColumns(best)) best = reading;
  }
  return best ?? failure ?? { kind: "failure", sheet: "", reason: "empty-sheet", message: NOTHING };
}
