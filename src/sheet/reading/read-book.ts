/** Reads a workbook: which of its sheets belong to the list, put in order where they have to be, and read as one. */
import type { Field, Vocabulary } from "../../language/vocabulary";
import type { Text } from "../../words/text";
import { isResultSheet } from "../results/sheet-names";
import type { ArrangedBook } from "./arrange/arrange-book";
import { leftSheets } from "./arrange/arrange-messages";
import { arrangeSheets } from "./arrange/forms-and-lists";
import { isoDate } from "./date-text";
import { crowdedHeadings } from "./crowded-rows";
import { failures } from "./failure-messages";
import type { Grid } from "../../words/grid";
import { headingIndexOf } from "./heading-index";
import { chooseHeadingRows } from "./heading-rows";
import type { Warning } from "./messages";
import { otherKindOf, otherThanEnterprises } from "./other-lists";
import { readSheet, type LeftOut, type ReadingFailure, type ReadOptions, type SheetReading } from "./read-sheet";
import type { SavedMapping } from "./saved-mapping";

export interface BookOptions extends ReadOptions {
  /** Sheets out of sight: read only where no other can be. */
  readonly hidden?: ReadonlySet<string>;
  /** Sheets of the workbook that are not among the grids, because another was asked for by name. */
  readonly notAskedFor?: readonly string[];
  /** How a person set the columns of a sheet; where it gives nothing, `mapping` counts. */
  readonly mappingOf?: (sheet: string) => SavedMapping | undefined;
}

const NOTHING: Text = { zh: "这个工作簿里没有可读的工作表。", en: "There is no sheet to read in this workbook." };
const NO_NOTES: BookNotes = { assumptions: [], warnings: [], sheets: null, leftOut: [] };
const aboutHeadings = new Set(["unit-assumed", "unit-suspect", "hidden-column"]);

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

/** What was not read stands among the warnings too, where everybody looks. */
export function toldLeftOut({ sheet, rows, reason }: LeftOut): Warning {
  const zh = [sheet === undefined ? "" : `“${sheet}”`, rows === undefined ? "" : `第 ${rows} 行`].join("");
  const en = [sheet ?? "", rows === undefined ? "" : `rows ${rows}`].filter((word) => word !== "").join(", ");
  return { id: "left-out", message: { zh: `没有读${zh}：${reason.zh}`, en: `Not read (${en}): ${reason.en}` } };
}

interface BookNotes extends Pick<SheetReading, "assumptions" | "warnings" | "leftOut"> {
  readonly sheets: readonly string[] | null;
}

/** A reading with what was said of putting its list in order, and of the sheets beside it. */
function withNotes(reading: SheetReading, notes: BookNotes): SheetReading {
  return {
    ...reading,
    sheets: notes.sheets ?? reading.sheets,
    assumptions: [...notes.assumptions, ...onceACell(reading.assumptions, ({ cell }) => cell)],
    warnings: [...notes.warnings, ...onceACell(reading.warnings, ({ cells }) => cells?.join())],
    leftOut: [...reading.leftOut, ...notes.leftOut],
    confirming: (doubts) => withNotes(reading.confirming(doubts), notes),
  };
}

function readArranged(
  { grid, arranged, leftOut }: ArrangedBook,
  vocabulary: Vocabulary,
  options: ReadOptions,
  beside: readonly LeftOut[],
): SheetReading | ReadingFailure {
  const listBelow = arranged === null ? {} : { listBelow: arranged.headingRows };
  const headings = arranged?.headings === undefined ? {} : { headings: arranged.headings };
  const part = arranged?.part === undefined ? {} : { part: arranged.part };
  const reading = readSheet(arranged?.grid ?? grid, vocabulary, { ...options, ...listBelow, ...headings, ...part });
  if (reading.kind === "failure") return reading;
  const { assumptions, warnings, sheets, leftOut: rows } = arranged ?? NO_NOTES;
  const left = [...rows, ...leftOut, ...beside];
  return withNotes(reading, { assumptions, warnings: [...warnings, ...left.map(toldLeftOut)], sheets, leftOut: left });
}

/** Why a reading can't be used, or could not be made; null where it is one of what was asked for. */
function refusalOf(
  reading: SheetReading | ReadingFailure,
  vocabulary: Vocabulary,
  of: Field["of"],
): ReadingFailure | null {
  if (reading.kind === "failure") return reading;
  const message = of === "enterprise" ? otherThanEnterprises(reading, vocabulary) : null;
  return message === null ? null : { kind: "failure", sheet: reading.sheet, reason: "not-enterprises", message };
}

/**
 * Reads what of the sheets in sight makes one list: years, places and topics put together, or the one sheet that says most. Where none is
 * a list, hidden ones are tried, and else the first sheet says why it can't be read. A malformed `asOf` is a RangeError.
 */
export function readBook(
  grids: readonly Grid[],
  vocabulary: Vocabulary,
  { hidden = new Set(), notAskedFor = [], mappingOf, ...options }: BookOptions,
): SheetReading | ReadingFailure {
  const asOf = isoDate(options.asOf);
  if (asOf === null) throw new RangeError(`asOf must be a date YYYY-MM-DD, got "${options.asOf}"`);
  const of = options.of ?? "enterprise";
  const index = headingIndexOf(vocabulary, of);
  const savedOf = (sheet: string): SavedMapping | undefined => mappingOf?.(sheet) ?? options.mapping;
  const known = { vocabulary, index, of, expectedYear: asOf.year - 1, savedOf };
  for (const grid of grids) {
    const [first, last] = savedOf(grid.sheet)?.headingRows ?? [0, 0];
    chooseHeadingRows(grid, index, first === 0 ? null : [first - 1, last - 1]);
  }
  const inputs = grids.length > 1 ? grids.filter(({ sheet }) => !isResultSheet(sheet)) : grids;
  const visible = inputs.filter(({ sheet }) => !hidden.has(sheet));
  const unseen = inputs.filter(({ sheet }) => hidden.has(sheet));
  const optionsOf = (grid: Grid): ReadOptions => {
    const mapping = mappingOf?.(grid.sheet);
    return mapping === undefined ? options : { ...options, mapping };
  };
  let failure: ReadingFailure | null = null;
  for (const among of [visible, unseen]) {
    if (among.length === 0) continue;
    const [only] = among;
    const crowded = only === undefined || among.length > 1 ? null : crowdedHeadings(only, index);
    if (only !== undefined && crowded !== null) {
      const message = failures.crowded(only.sheet, crowded);
      failure ??= { kind: "failure", sheet: only.sheet, reason: "no-heading", message };
      continue;
    }
    const book = arrangeSheets(among, known);
    if (book?.kind === "failure") {
      failure ??= book;
      continue;
    }
    if (book === null) {
      for (const grid of among) {
        const reading = readSheet(grid, vocabulary, optionsOf(grid));
        const refused = refusalOf(reading, vocabulary, of);
        if (refused === null && reading.kind === "reading") return reading;
        failure ??= refused;
      }
      continue;
    }
    const beside = [
      ...(among === visible ? unseen : []).map(({ sheet }) => ({ sheet, reason: leftSheets.hidden })),
      ...notAskedFor.map((sheet) => ({ sheet, reason: leftSheets.notAskedFor })),
    ];
    const reading = readArranged(book, vocabulary, optionsOf(book.arranged?.grid ?? book.grid), beside);
    const refused = refusalOf(reading, vocabulary, of);
    if (refused === null && reading.kind === "reading") return reading;
    failure ??= refused;
  }
  if (of === "enterprise" && (failure?.reason === "no-heading" || failure?.reason === "no-rows")) {
    for (const grid of inputs) {
      const message = otherKindOf(grid, vocabulary);
      if (message !== null) return { kind: "failure", sheet: grid.sheet, reason: "not-enterprises", message };
    }
  }
  return failure ?? { kind: "failure", sheet: "", reason: "empty-sheet", message: NOTHING };
}
