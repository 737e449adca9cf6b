/** Scores sheets as one list, makes the result sheets, and keeps the run to be asked. */
import { z } from "zod";
import { SheetCultivation } from "../../../cultivation/sheet-cultivation";
import { VerdictCollector } from "../../../cultivation/verdict-snapshot";
import { runSheets } from "../../../sharing/result-sheets";
import { onlyRows } from "../../../sheet/reading/only-rows";
import { readBook } from "../../../sheet/reading/read-book";
import type { SheetReading } from "../../../sheet/reading/read-sheet";
import { savedMappingSchema } from "../../../sheet/reading/saved-mapping";
import type { ScoreOptions } from "../../../sheet/results/row-scorer";
import { identityOf, ScoreTables } from "../../../sheet/results/score-tables";
import { waitingVerdicts } from "../../../sheet/results/waiting-verdicts";
import type { Grid } from "../../../words/grid";
import type { Text } from "../../../words/text";
import { Refused } from "../refused";
import { task, type Desk, type Knowledge } from "../task";
import { cellsAgain } from "./kept-cells";
import { judgingDraft, judgingPolicy } from "./judging-question";
import { KeptRun } from "./kept-run";
import { notTogether } from "./not-together";
import type { ScoreSummary } from "./score-answer";
import { SummaryCollector } from "./score-summary";

const question = z.object({
  /** Sheets that were sent, in the order of their tabs. */
  sheets: z.array(z.string()),
  asOf: z.iso.date(),
  mapping: savedMappingSchema.optional(),
  purpose: z.enum(["new", "review"]),
  /** The place of enterprises that tell none; null for none. */
  place: z.int().nullable(),
  language: z.enum(["zh", "en"]),
  /** Sheet rows as Excel counts them; null scores all. */
  rows: z.array(z.tuple([z.int(), z.int()])).nullable(),
  fileName: z.string(),
  /** The cells of those sheets as an earlier scoring kept them, to be scored in place of what they hold now. */
  cells: z.string().exactOptional(),
  /** The draft that the workbook is judged by; null for the rules in force. */
  draft: judgingDraft.nullable(),
  /** No sheets are made: the run is wanted to be asked. */
  quiet: z.boolean(),
});
type Question = z.infer<typeof question>;

const NO_SELECTED: Text = {
  zh: "选中的行里没有企业。请选中要评的企业所在的行，或改成评整张表。",
  en: "There is no enterprise in the selected rows. Select rows that hold enterprises, or score the whole sheet.",
};

export function noEdition(asOf: string): Text {
  return {
    zh: `${asOf} 这一天还没有任何一版标准施行，没法评分。请在上面换一个基准日。`,
    en: `No edition of any tier was in force on ${asOf}, so nothing can be scored. Please choose another date above.`,
  };
}

/** Several sheets are one list as they were seen to be, or are not scored: never silently another list. */
function readList(
  grids: readonly Grid[],
  { asOf, place, mapping, rows }: Question,
  { vocabulary }: Knowledge,
): SheetReading {
  const reading = readBook(grids, vocabulary, { asOf, place, ...(mapping === undefined ? {} : { mapping }) });
  if (reading.kind === "failure") throw new Refused(reading.message, "reading");
  const names = grids.map(({ sheet }) => sheet);
  if (names.length > 1 && names.some((name) => !reading.sheets.includes(name)))
    throw new Refused(notTogether(names, reading.leftOut));
  const chosen = rows === null ? reading : onlyRows(reading, rows, vocabulary);
  if (chosen.facts.count === 0) throw new Refused(NO_SELECTED);
  return chosen;
}

const CELLS_LOST: Text = {
  zh: "上一次评分时的数据没有存好，回不到上一次的结果了。",
  en: "The data of the scoring before were not kept well, so its results can't be brought back.",
};

function gridsOf({ sheets, cells }: Question, { grids }: Desk): readonly Grid[] {
  const now = grids(sheets);
  const again = cells === undefined ? now : cellsAgain(cells, now);
  if (again === null) throw new Refused(CELLS_LOST);
  return again;
}

export interface Scored {
  readonly summary: ScoreSummary;
  /** Over the input of all rows and the draft that judged them: tells whether both still are as they were. */
  readonly inputs: string;
}

export const score = task(question, async (asked, desk): Promise<Scored> => {
  const { vocabulary, cultivation, version } = desk.known;
  const { asOf, purpose, place, language } = asked;
  const grids = gridsOf(asked, desk);
  const reading = readList(grids, asked, desk.known);
  const policy = await judgingPolicy(asked.draft, asked, desk);
  const judgement = { asOf, purpose, assumeGeneral: true, place };
  const options: ScoreOptions = { ...judgement, plans: 3 };
  const sheet = new SheetCultivation({ policy, vocabulary, cultivation, reading, judgement }, options.plans);
  const { ladder } = sheet;
  if (ladder.editions.length === 0) throw new Refused(noEdition(asOf));

  const waiting = waitingVerdicts(reading, policy, vocabulary, options);
  const context = { vocabulary, reading, ladder, language, purpose, waiting };
  const tables = new ScoreTables(context);
  const summary = new SummaryCollector({ reading, ladder, tally: () => sheet.tally() }, vocabulary, options);
  const verdicts = new VerdictCollector(reading, ladder, vocabulary, judgement);
  const total = reading.facts.count;
  await desk.step(0, total);
  for (const scored of sheet.rows()) {
    tables.add(identityOf(reading, scored.row), scored);
    summary.add(scored);
    verdicts.add(scored.row, scored.scores);
    await desk.step(scored.row + 1, total);
  }

  const circumstances = { version, mapping: asked.mapping, selected: asked.rows };
  const tally = sheet.tally();
  const written = runSheets({ ...context, tables, options, tally, fileName: asked.fileName, circumstances });
  const { results, gaps, sources, provenance, inputs } = written;
  const parts = [written.summary, results, ...gaps, sources, provenance];
  if (!asked.quiet) for (const part of parts) await desk.send(part);
  desk.runs.add(new KeptRun(desk.question, sheet, verdicts.finish(), parts, grids));
  return { summary: summary.finish(results), inputs };
});
