/** What is asked of a run that was scored: one firm, a what-if, the library, and sheets to be written. */
import { z } from "zod";
import { changesSheet } from "../../../cultivation/verdict-change-table";
import type { VerdictChanges } from "../../../cultivation/verdict-changes";
import { readVerdicts } from "../../../cultivation/verdict-snapshot";
import type { Cell } from "../../../words/grid";
import type { Language } from "../../../words/text";
import type { WrittenPart } from "../messages";
import { task, type Desk } from "../task";
import { fullText } from "./compact-text";
import { compose } from "./compose";
import { keptCells } from "./kept-cells";
import type { KeptRun } from "./kept-run";
import type { KeptRuns } from "./kept-runs";
import { cut, type VerdictChangesView } from "./run-answers";

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

/** Enterprises by a part of their name or code, or by pinyin initials. */
export const find = task(z.object({ run, query: z.string() }), ({ run, query }, { runs }) => runs.of(run).find(query));

/** The lists, against a run that was kept where there is one. */
export const library = task(z.object({ run, kept: z.string().nullable() }), ({ run, kept }, { runs }) =>
  runs.of(run).library(kept),
);

export const impact = task(z.object({ run }), ({ run }, { runs }) => runs.of(run).impact());

export const benchmarks = task(z.object({ run }), ({ run }, { runs }) => runs.of(run).benchmarks());

/** The run as a text to be kept. */
export const snapshot = task(z.object({ run }), ({ run }, { runs }) => runs.of(run).snapshot());

/** The verdicts as a text to be kept for the next scoring to compare with. */
export const verdicts = task(z.object({ run }), ({ run }, { runs }) => runs.of(run).keptVerdicts());

/** The cells of a run that another followed, as a text to be kept; null where they are too many. */
export const cells = task(z.object({ run, later: run }), ({ run, later }, { runs }) =>
  keptCells(runs.of(run).grids, runs.of(later).grids),
);

/** An earlier scoring: a run that is still there, or what was kept of one. */
const earlier = z.object({ run: run.nullable(), kept: z.string().nullable() });
export type Earlier = z.infer<typeof earlier>;

/** Null where there is nothing that could be compared with. */
function changesOf(run: KeptRun, before: Earlier, runs: KeptRuns): VerdictChanges | null {
  const own = before.run === null ? null : runs.find(before.run);
  const snapshot = own?.verdicts ?? readVerdicts(fullText(before.kept ?? "") ?? "");
  return snapshot === null ? null : run.changesSince(snapshot);
}

export const changes = task(
  z.object({ run, before: earlier }),
  ({ run, before }, { runs }): VerdictChangesView | null => {
    const found = changesOf(runs.of(run), before, runs);
    return found === null ? null : { ...found, firms: cut(found.firms) };
  },
);

export const keep = task(z.object({ runs: z.array(run) }), (question, { runs }) => runs.keepOnly(question.runs));

const wanted = z.discriminatedUnion("what", [
  /** Plans of sheet rows, of all where null: one on a sheet of its own, several below one another with a table of all. */
  z.object({ what: z.literal("plans"), rows: z.array(sheetRow).nullable(), aim: z.string().nullable() }),
  z.object({ what: z.literal("library"), kept: z.string().nullable() }),
  z.object({ what: z.literal("impact") }),
  z.object({ what: z.literal("benchmarks") }),
  z.object({ what: z.literal("changes"), before: earlier }),
  /** The result sheets of the run itself, as they were. */
  z.object({ what: z.literal("results") }),
]);
export type Composition = z.infer<typeof wanted>;

export const composition = task(
  z.object({ run, wanted, language: z.enum(["zh", "en"]) }),
  async ({ run, wanted, language }, desk): Promise<void> => {
    const kept = desk.runs.of(run);
    for (const part of await partsOf(kept, wanted, language, desk)) await desk.send(part);
  },
);

async function partsOf(
  run: KeptRun,
  wanted: Composition,
  language: Language,
  { runs, step }: Desk,
): Promise<readonly WrittenPart[]> {
  if (wanted.what === "results") return run.parts;
  if (wanted.what !== "changes") return await compose(run, wanted, language, step);
  const changes = changesOf(run, wanted.before, runs);
  return changes === null ? [] : [changesSheet(changes, language)];
}
