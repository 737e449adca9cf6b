/** The result sheets of a finished run, the same from every host: results and gaps, where they come from, and what they can be checked by. */
import type { Text } from "../words/text";
import type { ResultSheet } from "../words/result-sheet";
import type { ScoreOptions } from "../sheet/results/score-sheet";
import type { ScoreTables } from "../sheet/results/score-tables";
import { DISCLAIMER, sourcesSheet, type SourcesContext } from "../sheet/results/sources-table";
import { summarySheet } from "../sheet/results/summary-table";
import { provenanceOf, provenanceSheet, type RunCircumstances } from "./provenance";

export interface FinishedRun extends SourcesContext {
  readonly tables: ScoreTables;
  readonly circumstances: Omit<RunCircumstances, "language">;
}

export interface RunSheets {
  readonly title: Text;
  readonly subtitle: Text;
  /** How many on each rung, with a chart. */
  readonly summary: ResultSheet;
  /** The sheet with a row an enterprise. */
  readonly results: ResultSheet;
  readonly gaps: readonly ResultSheet[];
  readonly sources: ResultSheet;
  readonly provenance: ResultSheet;
}

export function runSheets(run: FinishedRun): RunSheets {
  const { tables, reading, ladder, options, tally, language, circumstances } = run;
  const title: Text = { zh: `专精特新评分：${reading.sheet}`, en: `ZJTX Scorecard: ${reading.sheet}` };
  const subtitle = subtitleOf(tally.rows, options);
  const [results, ...gaps] = tables.sheets(title[language], subtitle[language]);
  if (results === undefined) throw new TypeError("the tables hold no results");
  const editions = ladder.used;
  const provenance = provenanceOf(reading, editions, options, results, { ...circumstances, language });
  return {
    title,
    subtitle,
    summary: summarySheet(run, tally),
    results,
    gaps,
    sources: sourcesSheet(run),
    provenance: provenanceSheet(provenance, editions),
  };
}

function subtitleOf(rows: number, { asOf, purpose }: ScoreOptions): Text {
  return {
    zh: `${rows}家企业，评分基准日${asOf}，${purpose === "new" ? "新申报" : "复核"}。${DISCLAIMER.zh}`,
    en: `${rows} enterprises as of ${asOf}, ${purpose === "new" ? "new application" : "review"}. ${DISCLAIMER.en}`,
  };
}
