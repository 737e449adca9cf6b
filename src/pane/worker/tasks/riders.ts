/** Riders: which sheets make one list, and what each rider of a list is due. */
import { z } from "zod";
import { withOwnFigures } from "../../../riders/own-areas";
import { SubsidyBatch, type BatchSummary } from "../../../riders/subsidy-batch";
import { readSubsidySettings } from "../../../riders/subsidy-settings";
import { readBook } from "../../../sheet/reading/read-book";
import type { ReadingFailure, SheetReading } from "../../../sheet/reading/read-sheet";
import type { Grid } from "../../../words/grid";
import { Refused } from "../refused";
import { task, type Desk } from "../task";
import { notTogether } from "./not-together";

/** Lists of riders carry the month of every row, so the day a sheet is read as of does not matter. */
const ANY_DAY = "2026-01-01";

function readRiders(grids: readonly Grid[], { known }: Desk): SheetReading | ReadingFailure {
  return readBook(grids, known.vocabulary, { asOf: ANY_DAY, of: "rider" });
}

/** Names of the sheets that make one list with the one of that name; none where it stands alone. */
export const look = task(
  z.object({ sheets: z.array(z.string()), inView: z.string() }),
  ({ sheets, inView }, desk): readonly string[] => {
    const reading = readRiders(desk.grids(sheets), desk);
    const joined = reading.kind === "reading" && reading.sheets.length > 1 && reading.sheets.includes(inView);
    return joined ? reading.sheets : [];
  },
);

export const judge = task(
  z.object({
    /** All to be judged as one list. */
    sheets: z.array(z.string()),
    /** As `packSubsidySettings` writes them. */
    settings: z.unknown(),
    language: z.enum(["zh", "en"]),
  }),
  async ({ sheets, settings, language }, desk): Promise<BatchSummary> => {
    const { vocabulary, subsidies: figures } = desk.known;
    const grids = desk.grids(sheets);
    const reading = readRiders(grids, desk);
    if (reading.kind === "failure") throw new Refused(reading.message);
    // What was looked at first and what stands in the rest have to agree.
    const names = grids.map(({ sheet }) => sheet);
    if (names.length > 1 && names.some((name) => !reading.sheets.includes(name)))
      throw new Refused(notTogether(names, reading.leftOut));
    const { options, own } = readSubsidySettings(settings).settings;
    const subsidies = { ...figures, bases: withOwnFigures(figures.bases, own).bases };
    const batch = new SubsidyBatch({ reading, vocabulary, subsidies, options, forAll: {}, language });
    await desk.step(0, batch.count);
    for (const { row } of batch.rows()) await desk.step(row + 1, batch.count);
    for (const sheet of batch.sheets({ backPayment: true, budget: true, printedCosts: false })) await desk.send(sheet);
    return batch.summary();
  },
);
