/** Scoring of a whole list for the command, here or on other threads: the rows of its tables, packed, and of its JSON. */
import type { Language } from "../words/text";
import { packRelease, type Release } from "../policy/pack-release";
import { resultPrint } from "../sharing/provenance";
import type { ScoreOptions } from "../sheet/results/row-scorer";
import type { SheetScoring } from "../sheet/results/score-sheet";
import { identityOf, TablesInto } from "../sheet/results/score-tables";
import { quickPrint } from "./quick-print";
import { Progress } from "./progress";
import { scoredJson, type ScoreJson } from "./score-json";
import { PackedRows } from "./threads/packed-rows";
import { ScoreThreads, sharedFacts, type StartThread } from "./threads/score-threads";

export interface ListRun {
  readonly scoring: SheetScoring;
  readonly options: ScoreOptions;
  readonly release: Release;
  readonly language: Language;
  readonly json: ScoreJson | null;
}

export interface ScoredList {
  readonly tables: TablesInto<PackedRows>;
  /** Fingerprints of the rows of results. */
  readonly prints: readonly string[];
}

/** @param threads how many, and what makes one; null where this one does it all */
export async function scoredList(
  run: ListRun,
  threads: { readonly start: StartThread; readonly count: number } | null,
): Promise<ScoredList> {
  const { scoring, options, release, language } = run;
  const { vocabulary } = release;
  const { reading, ladder } = scoring;
  const context = { vocabulary, reading, ladder, language, purpose: options.purpose };
  const tables = new TablesInto(context, new PackedRows(), new PackedRows());
  const progress = new Progress(reading.facts.count, language);
  const list = { tables, prints: [] };
  if (threads === null) await scoreHere(run, list, progress);
  else await scoreThere(run, list, progress, threads);
  progress.end();
  return list;
}

type Filling = Pick<ScoredList, "tables"> & { readonly prints: string[] };

async function scoreHere({ scoring, json }: ListRun, { tables, prints }: Filling, progress: Progress): Promise<void> {
  for (const scored of scoring.rows()) {
    const row = tables.add(identityOf(scoring.reading, scored.row), scored);
    prints.push(resultPrint(row, quickPrint));
    await json?.add(scored.row, scoredJson(scored));
    progress.step();
    await progress.breathe();
  }
}

async function scoreThere(
  { scoring, options, release, language, json }: ListRun,
  { tables, prints }: Filling,
  progress: Progress,
  { start, count }: { readonly start: StartThread; readonly count: number },
): Promise<void> {
  const { reading } = scoring;
  const { plans, ...judgement } = options;
  const columns = [...sharedFacts(reading.facts, release.vocabulary)];
  const { t, facts } = reading;
  const shared = { kind: "score", judgement, t, plans, language, count: facts.count, columns } as const;
  const threads = new ScoreThreads(start, count, { ...shared, release: packRelease(release), json: json !== null });
  try {
    for await (const stretch of threads.stretches(reading)) {
      scoring.addStretch(stretch.counts);
      tables.results.add(stretch.results);
      tables.gaps.add(stretch.gaps);
      for (const [at, print] of stretch.prints.entries()) {
        const said = stretch.json[at];
        if (json !== null && said !== undefined) await json.add(prints.length, said);
        prints.push(print);
        progress.step();
      }
    }
  } finally {
    await threads.close();
  }
}
