/** A small scored workbook as grids, as a file of it reads: the input, the results and the provenance. */
import { editionsOn } from "../../src/policy/editions";
import type { RuleSet } from "../../src/policy/rule-set";
import { checkWorkbook, type CheckedWorkbook } from "../../src/sharing/check/check-workbook";
import type { Finding } from "../../src/sharing/check/findings";
import { provenanceOf, resultPrint, provenanceSheet, readProvenance } from "../../src/sharing/provenance";
import type { Cell, Grid } from "../../src/words/grid";
import { readSheet, type SheetReading } from "../../src/sheet/reading/read-sheet";
import type { ResultSheet } from "../../src/words/result-sheet";
import type { ScoreOptions } from "../../src/sheet/results/row-scorer";
import { SheetScoring } from "../../src/sheet/results/score-sheet";
import { identityOf, ScoreTables } from "../../src/sheet/results/score-tables";
import { readWorkbook } from "../../src/commands/read-workbook";
import { theRelease } from "../release";

export const OPTIONS: ScoreOptions = { asOf: "2026-11-21", purpose: "new", assumeGeneral: true, plans: 1 };
export const VERSION = "0.1.0";

export interface ScoredBook {
  input: Grid;
  results: Grid | null;
  provenance: Grid | null;
}

let sample: Grid | null = null;

/** The headings and the first enterprises of the clean sample. */
export async function sampleInput(enterprises = 8): Promise<Grid> {
  if (sample === null) {
    const [grid] = (await readWorkbook("seeds/samples/山东示例企业.xlsx", "企业名单")).grids;
    if (!grid) throw new Error("the sample lacks its list");
    sample = grid;
  }
  return { ...sample, rows: sample.rows.slice(0, enterprises + 1) };
}

export function readingOf(input: Grid): SheetReading {
  const reading = readSheet(input, theRelease().vocabulary, { asOf: OPTIONS.asOf });
  if (reading.kind === "failure") throw new Error(reading.message.en);
  return reading;
}

export function resultsOf(reading: SheetReading, options = OPTIONS): ResultSheet {
  const { policy, vocabulary } = theRelease();
  const scoring = new SheetScoring(reading, policy, vocabulary, options);
  const tables = new ScoreTables({
    vocabulary,
    reading,
    ladder: scoring.ladder,
    language: "zh",
    purpose: options.purpose,
  });
  for (const scored of scoring.rows()) tables.add(identityOf(reading, scored.row), scored);
  const [results] = tables.sheets("评分", "");
  if (!results) throw new Error("no results");
  return results;
}

export function ruleSets(): readonly RuleSet[] {
  return editionsOn(theRelease().policy, OPTIONS.asOf, OPTIONS.purpose);
}

/** A result sheet as it reads back from a file. */
export function asGrid({ name, titleLines = [], columns, rows }: ResultSheet): Grid {
  return {
    sheet: name,
    rows: [
      ...titleLines.map((line): Cell[] => [line]),
      [],
      columns.map(({ heading }) => heading),
      ...rows.map((row) => row.map((cell) => (cell === "" ? null : cell))),
    ],
    merges: [],
    hiddenRows: new Set(),
  };
}

/** @param editions what the provenance says was in force */
export async function scoredBook(editions = ruleSets()): Promise<ScoredBook> {
  const input = await sampleInput();
  const reading = readingOf(input);
  const results = resultsOf(reading);
  const provenance = provenanceOf(
    reading,
    editions,
    OPTIONS,
    results.rows.map((row) => resultPrint(row)),
    { version: VERSION, language: "zh" },
  );
  return { input, results: asGrid(results), provenance: asGrid(provenanceSheet(provenance, editions)) };
}

/** Checks a book as the command line does. */
export function check(book: ScoredBook, other: Partial<CheckedWorkbook> = {}): readonly Finding[] {
  const reading = readSheet(book.input, theRelease().vocabulary, { asOf: OPTIONS.asOf });
  const now = reading.kind === "reading" ? reading : null;
  return checkWorkbook({
    provenance: readProvenance(book.provenance),
    reading: now,
    results: book.results,
    resultsName: "评分_结果",
    fresh: now ? resultsOf(now) : null,
    ruleSets: ruleSets(),
    version: VERSION,
    ...other,
  });
}

/** A grid with one cell changed. */
export function withCell(grid: Grid, row: number, column: number, value: Cell): Grid {
  return {
    ...grid,
    rows: grid.rows.map((line, at) =>
      at === row ? line.map((cell, index) => (index === column ? value : cell)) : line,
    ),
  };
}
