/** The masked copy (脱敏副本) as a book: the workbook's lists as values, with the results beside them, all names replaced. */
import type { Vocabulary } from "../../policy/vocabulary";
import type { Grid } from "../../sheet/reading/grid";
import { readSheet, type SheetReading } from "../../sheet/reading/read-sheet";
import type { ResultSheet } from "../../sheet/results/result-sheet";
import type { SavedMapping } from "../../sheet/reading/saved-mapping";
import type { Masker } from "../mask";
import { maskColumns, maskResult, maskTexts, personalColumns } from "../masked-copy";
import { namedApart, type CopyBook } from "./copy-book";
import { gridAsCopy, resultAsCopy } from "./result-as-copy";

export interface MaskedReadingOptions {
  readonly vocabulary: Vocabulary;
  readonly asOf: string;
  /** How a person has set the columns of a sheet; undefined where they are as recognised. */
  readonly mappingOf?: (sheet: string) => SavedMapping | undefined;
}

export interface MaskedBook {
  readonly book: CopyBook;
  /** Sheets in which no list was recognised: nobody can say what they name, so they are not passed on. */
  readonly leftOut: readonly string[];
}

/** The reading with names and codes masked; the masker has then seen them all. */
export function maskedReading(reading: SheetReading, masker: Masker): SheetReading {
  return {
    ...reading,
    names: reading.names.map((name) => masker.mask(name, "enterprise")),
    creditCodes: reading.creditCodes.map((code) => masker.mask(code, "code")),
    // Cells of a column nobody is certain of may hold anything.
    doubts: reading.doubts.map((doubt) => ({ ...doubt, examples: [] })),
    confirming: (doubts) => maskedReading(reading.confirming(doubts), masker),
  };
}

/**
 * @param results of a scoring of the masked reading
 * @param masker as `maskedReading` left it
 */
export function maskedBook(
  grids: readonly Grid[],
  { vocabulary, asOf, mappingOf }: MaskedReadingOptions,
  results: readonly ResultSheet[],
  masker: Masker,
): MaskedBook {
  const lists = grids.flatMap((grid) => {
    const mapping = mappingOf?.(grid.sheet);
    const reading = readSheet(grid, vocabulary, mapping === undefined ? { asOf } : { asOf, mapping });
    return reading.kind === "reading" ? [maskColumns(grid, personalColumns(grid, reading), masker)] : [];
  });
  const kept = new Set(lists.map(({ sheet }) => sheet));
  return {
    book: namedApart([
      ...lists.map((grid) => gridAsCopy(maskTexts(grid, masker))),
      ...results.map((sheet) => resultAsCopy(maskResult(sheet, masker))),
    ]),
    leftOut: grids.map(({ sheet }) => sheet).filter((name) => !kept.has(name)),
  };
}
