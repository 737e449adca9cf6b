/** What is recognised in the first rows of the sheet in view and of those that belong to it. */
import { z } from "zod";
import { editionsOn } from "../../../policy/editions";
import type { ReadingFailure } from "../../../sheet/reading/read-sheet";
import { savedMappingSchema } from "../../../sheet/reading/saved-mapping";
import { task } from "../task";
import { readingView, type ReadingView } from "./reading-view";
import { otherLists, readInView } from "./sheets-together";
import { tiersReading } from "./tiers-reading";

const question = z.object({
  /** Parts of sheets that were sent, in the order of their tabs. */
  sheets: z.array(z.string()),
  /** The name of the sheet in view. */
  inView: z.string(),
  asOf: z.iso.date(),
  mapping: savedMappingSchema.optional(),
  /** How a person set the columns of sheets that are read as one list. */
  joined: z.array(z.object({ sheets: z.array(z.string()), mapping: savedMappingSchema })),
});

export interface Preview {
  readonly reading: ReadingView | ReadingFailure;
  /** Other sheets that hold lists, where none was read with the one in view. */
  readonly lists: readonly string[];
}

export const preview = task(question, ({ sheets, asOf, mapping, joined, inView }, { known, grids }): Preview => {
  const { policy, vocabulary } = known;
  const sent = grids(sheets);
  const options = { asOf, mapping, joined, inView };
  const reading = readInView(sent, vocabulary, options);
  if (reading.kind === "failure") return { reading, lists: otherLists(sent, vocabulary, options) };
  const view = readingView(reading, tiersReading(editionsOn(policy, asOf, "new"), "new", vocabulary));
  return { reading: view, lists: reading.sheets.length > 1 ? [] : otherLists(sent, vocabulary, options) };
});
