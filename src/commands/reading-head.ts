/** What the JSON of every list begins with, and what its rows begin with. */
import type { Vocabulary } from "../language/vocabulary";
import type { SheetReading } from "../sheet/reading/read-sheet";
import { toldFacts } from "../sheet/reading/told-facts";
import { readingJson } from "./reading-json";

/** How the list was read and what of it could not be. */
export function readingHead(reading: SheetReading) {
  return {
    sheet: reading.sheet,
    t: reading.t,
    reading: readingJson(reading),
    unreadable: reading.unreadable.map(({ cell, text, reason }) => ({ cell, text, reason: reason.zh })),
    warnings: reading.warnings.map(({ id, message }) => ({ id, message: message.zh })),
  };
}

/** The column that names the rows of each kind of list. */
const NAMED_BY = {
  enterprise: "name",
  rider: "rider",
  cluster: "cluster_name",
  indicator: "indicator_name",
  district: "district",
} as const;

/** Where a row (0-based) of a kind of list stands and whose it is. */
export function rowHead(reading: SheetReading, row: number, of: keyof typeof NAMED_BY = "enterprise") {
  return {
    row: reading.rowNumbers[row],
    ...(reading.sheetOf(row) === reading.sheet ? {} : { sheet: reading.sheetOf(row) }),
    name: reading.text(NAMED_BY[of])[row] ?? "",
    creditCode: reading.creditCodes[row] ?? "",
  };
}

/** What was read of a row, for `--facts`; nothing where it was not asked for. */
export function factsOf(reading: SheetReading, row: number, vocabulary: Vocabulary, asked: boolean) {
  return asked ? { facts: toldFacts(reading, row, vocabulary) } : {};
}

/** What was taken for granted in reading. */
export function assumptionsJson(reading: SheetReading) {
  return reading.assumptions.map(({ id, message, cell }) => ({ id, message: message.zh, cell: cell ?? null }));
}
