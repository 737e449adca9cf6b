/** What is asked of a run that was scored: one firm, a what-if, the library, and sheets to be written. */
import { z } from "zod";
import type { Cell } from "../../../words/grid";
import { task } from "../task";
import { compose } from "./compose";

const run = z.int();
const sheetRow = z.union([z.int(), z.string()]);
const rowCells = z.custom<readonly Cell[]>(Array.isArray);

/**
 * The firm that stands in a sheet row; `cells` is the row as it is now, from column A, null where it can't be told. Rows of a list that was
 * put together are nothing that cells of a sheet could be compared with.
 */
export const firm = task(
  z.object({ run, sheetRow, cells: rowCells.nullable(), aim: z.string().nullable() }),
  ({ run, sheetRow, cells, aim }, { runs }) => runs.of(run).firm(sheetRow, cells, aim ?? undefined),
);

/** Rows are counted from 0 among the run's; edits are slots with what one would type into the sheet. */
export const whatIf = task(
  z.object({
    run,
    row: z.int(),
    aim: z.string().nullable(),
    edits: z.array(z.tuple([z.string(), z.string()])),
  }),
  ({ run, ...question }, { runs }) => runs.of(run).whatIf(question),
);

/** The lists, against a run that was kept where there is one. */
export const library = task(z.object({ run, kept: z.string().nullable() }), ({ run, kept }, { runs }) =>
  runs.of(run).library(kept),
);

export const impact = task(z.object({ run }), ({ run }, { runs }) => runs.of(run).impact());

export const benchmarks = task(z.object({ run }), ({ run }, { runs }) => runs.of(run).benchmarks());

/** The run as a text to be kept. */
export const snapshot = task(z.object({ run }), ({ run }, { runs }) => runs.of(run).snapshot());

export const keep = task(z.object({ runs: z.array(run) }), (question, { runs }) => runs.keepOnly(question.runs));

const wanted = z.discriminatedUnion("what", [
  /** Plans of sheet rows, of all where null: one on a sheet of its own, several below one another with a table of all. */
  z.object({ what: z.literal("plans"), rows: z.array(sheetRow).nullable(), aim: z.string().nullable() }),
  z.object({ what: z.literal("library"), kept: z.string().nullable() }),
  z.object({ what: z.literal("impact") }),
  z.object({ what: z.literal("benchmarks") }),
]);
export type Composition = z.infer<typeof wanted>;

export const composition = task(
  z.object({ run, wanted, language: z.enum(["zh", "en"]) }),
  async ({ run, wanted, language }, desk): Promise<void> => {
    for (const part of await compose(desk.runs.of(run), wanted, language, desk.step)) await desk.send(part);
  },
);
