/** The result sheets of a finished run, the same from every host: results and gaps, where they come from, and what they can be checked by. */
import type { Text } from "../words/text";
import type { ResultSheet } from "../words/result-sheet";
import type { ScoreOptions } from "../sheet/results/row-scorer";
import type { RowStore, TablesInto } from "../sheet/results/score-tables";
import { draftNotice, resultNotice } from "../sheet/results/result-notice";
import { sourcesSheet, type SourcesContext } from "../sheet/results/sources-table";
import { summarySheet } from "../sheet/results/summary-table";
import { inputsJudged, provenanceOf, provenanceSheet, resultPrint, type RunCircumstances } from "./provenance";

export interface FinishedRun<R extends RowStore> extends SourcesContext {
  readonly tables: TablesInto<R>;
  /** Fingerprints of the rows of results, where they were taken when the rows were made. */
  readonly prints?: readonly string[];
  readonly circumstances: Omit<RunCircumstances, "language">;
}

export interface RunSheets<R extends RowStore> {
  readonly title: Text;
  readonly subtitle: Text;
  /** Which of the rules are a draft; null where none is. */
  readonly draft: Text | null;
  /** How many on each rung, with a chart. */
  readonly summary: ResultSheet;
  /** The sheet with a row an enterprise. */
  readonly results: ResultSheet<R>;
  readonly gaps: readonly ResultSheet<R>[];
  readonly sources: ResultSheet;
  readonly provenance: ResultSheet;
  /** See `inputsJudged`. */
  readonly inputs: string;
}

export function runSheets<R extends RowStore>(run: FinishedRun<R>): RunSheets<R> {
  const { tables, reading, ladder, options, tally, language, circumstances } = run;
  const title: Text = { zh: `专精特新评分：${reading.sheet}`, en: `ZJTX Scorecard: ${reading.sheet}` };
  const editions = ladder.used;
  const draft = draftNotice(editions);
  const subtitle = subtitleOf(tally.rows, options, draft);
  const [results, ...gaps] = tables.sheets(title[language], subtitle[language]);
  if (results === undefined) throw new TypeError("the tables hold no results");
  const prints = run.prints ?? Array.from(results.rows, (row) => resultPrint(row));
  const provenance = provenanceOf(reading, editions, options, prints, { ...circumstances, language });
  return {
    title,
    subtitle,
    draft,
    summary: summarySheet(run, tally),
    results,
    gaps,
    sources: sourcesSheet(run),
    provenance: provenanceSheet(provenance, editions),
    inputs: inputsJudged(provenance.head),
  };
}

function subtitleOf(rows: number, { asOf, purpose }: ScoreOptions, draft: Text | null): Text {
  const notice = resultNotice(draft);
  return {
    zh: `${rows}家企业，评分基准日${asOf}，${purpose === "new" ? "新申报" : "复核"}。${notice.zh}`,
    en: `${rows} enterprises as of ${asOf}, ${purpose === "new" ? "new application" : "review"}. ${notice.en}`,
  };
}
