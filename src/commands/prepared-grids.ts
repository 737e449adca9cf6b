/** The sheets of a workbook made ready to be masked: amounts rounded, enterprises in another order, where that was asked for. */
import { randomInt } from "node:crypto";
import type { MaskedReadingOptions } from "../sharing/copy/masked-book";
import { inAnotherOrder, withRoundAmounts } from "../sharing/masking/prepared-list";
import type { Grid } from "../words/grid";
import { readSheet } from "../sheet/reading/read-sheet";
import type { MaskingWishes } from "./score-arguments";

const PARTS = 2 ** 47;

/** Sheets without a list come back as they are. */
export function preparedGrids(
  grids: readonly Grid[],
  { vocabulary, asOf, mappingOf }: Pick<MaskedReadingOptions, "vocabulary" | "asOf" | "mappingOf">,
  { shuffle, digits }: Pick<MaskingWishes, "shuffle" | "digits">,
): readonly Grid[] {
  if (!shuffle && digits === null) return grids;
  return grids.map((grid) => {
    const mapping = mappingOf?.(grid.sheet);
    const reading = readSheet(grid, vocabulary, mapping === undefined ? { asOf } : { asOf, mapping });
    if (reading.kind !== "reading") return grid;
    const rounded = digits === null ? grid : withRoundAmounts(grid, reading, digits, vocabulary);
    return shuffle ? inAnotherOrder(rounded, reading, () => randomInt(PARTS) / PARTS) : rounded;
  });
}
