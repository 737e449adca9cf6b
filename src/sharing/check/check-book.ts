/** Checks a whole workbook, wherever it lies: finds its sheets by name, reads and scores the list again as it was, and compares. */
import { allEditionsOn } from "../../policy/editions";
import type { Policy } from "../../policy/rule-set";
import type { Text } from "../../words/text";
import type { Vocabulary } from "../../language/vocabulary";
import { serialOfIso } from "../../words/calendar";
import type { Grid } from "../../words/grid";
import { onlyRows } from "../../sheet/reading/only-rows";
import { readBook } from "../../sheet/reading/read-book";
import type { SheetReading } from "../../sheet/reading/read-sheet";
import type { ResultSheet } from "../../words/result-sheet";
import { SheetScoring } from "../../sheet/results/score-sheet";
import { identityOf, ScoreTables } from "../../sheet/results/score-tables";
import { PROVENANCE_SHEET, readProvenance, type ProvenanceHead } from "../provenance";
import { checkValues } from "./check-values";
import { checkWorkbook } from "./check-workbook";
import type { Finding } from "./findings";

export const RESULTS_SHEET: Text = { zh: "评分_结果", en: "评分_results" };

export interface CheckKnowledge {
  readonly policy: Policy;
  readonly vocabulary: Vocabulary;
  /** Of the program that checks. */
  readonly version: string;
}

/** The cells of the first sheet of these names that the workbook has; null where it has none. */
export type FindSheet = (names: readonly string[]) => Promise<Grid | null>;

/** Everything that differs, of a scoring and of formulas replaced by values; empty where all is as it was written. */
export async function checkBook(find: FindSheet, known: CheckKnowledge): Promise<readonly Finding[]> {
  const values = await checkValues(find, known.version);
  const scoring = await checkScoring(find, known);
  // A workbook of formulas alone was never scored.
  const [only] = scoring;
  const unscored = only?.kind === "no-provenance" && values !== null;
  return [...(unscored ? [] : scoring), ...(values ?? [])];
}

async function checkScoring(find: FindSheet, known: CheckKnowledge): Promise<readonly Finding[]> {
  const provenance = readProvenance(await find([PROVENANCE_SHEET.zh, PROVENANCE_SHEET.en]));
  const head = provenance.kind === "read" ? provenance.provenance.head : null;
  // Nothing can be scored as of a day that does not exist.
  const dated = head !== null && serialOfIso(head.asOf) !== null ? head : null;
  const reading = dated ? readAgain(await sheetsOf(dated, find), dated, known) : null;
  return checkWorkbook({
    provenance: head !== null && dated === null ? { kind: "broken" } : provenance,
    reading,
    results: await find([head?.language === "en" ? RESULTS_SHEET.en : RESULTS_SHEET.zh]),
    fresh: reading && dated ? scoredAgain(reading, dated, known) : null,
    ruleSets: dated ? allEditionsOn(known.policy, dated.asOf, dated.purpose) : [],
    version: known.version,
  });
}

/** The sheets the list was read from; none where one of them is gone. */
async function sheetsOf({ sheet, sheets = [sheet] }: ProvenanceHead, find: FindSheet): Promise<readonly Grid[]> {
  const found: Grid[] = [];
  for (const name of sheets) {
    const grid = await find([name]);
    if (grid === null) return [];
    found.push(grid);
  }
  return found;
}

function readAgain(
  grids: readonly Grid[],
  { asOf, mapping, selected, assumeGeneral: blanksMeanNone, place }: ProvenanceHead,
  { vocabulary }: CheckKnowledge,
): SheetReading | null {
  if (grids.length === 0) return null;
  const reading = readBook(grids, vocabulary, {
    asOf,
    blanksMeanNone,
    place: place ?? null,
    ...(mapping === undefined ? {} : { mapping }),
  });
  if (reading.kind === "failure") return null;
  return selected === undefined ? reading : onlyRows(reading, selected, vocabulary);
}

/** The sheet of results that the same scoring writes now. */
function scoredAgain(
  reading: SheetReading,
  head: ProvenanceHead,
  { policy, vocabulary }: CheckKnowledge,
): ResultSheet | null {
  const { asOf, purpose, assumeGeneral, plans, language, place = null } = head;
  const scoring = new SheetScoring(reading, policy, vocabulary, { asOf, purpose, assumeGeneral, plans, place });
  const tables = new ScoreTables({ vocabulary, reading, ladder: scoring.ladder, language, purpose });
  for (const scored of scoring.rows()) tables.add(identityOf(reading, scored.row), scored);
  return tables.sheets("", "")[0] ?? null;
}
