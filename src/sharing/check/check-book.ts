/** Checks a whole workbook, wherever it lies: finds the sheets of every list by name, reads and scores it again as it was, and compares. */
import { allEditionsOn } from "../../policy/editions";
import type { Policy } from "../../policy/rule-set";
import type { Vocabulary } from "../../language/vocabulary";
import { serialOfIso } from "../../words/calendar";
import type { Grid } from "../../words/grid";
import { onlyRows } from "../../sheet/reading/only-rows";
import { readBook } from "../../sheet/reading/read-book";
import type { SheetReading } from "../../sheet/reading/read-sheet";
import type { ResultSheet } from "../../words/result-sheet";
import { SheetScoring } from "../../sheet/results/score-sheet";
import { identityOf, ScoreTables } from "../../sheet/results/score-tables";
import { readProvenance, type ProvenanceHead } from "../provenance";
import { checkValues } from "./check-values";
import { checkWorkbook } from "./check-workbook";
import { finding, findingOf, type Finding } from "./findings";
import { scoredLists, type CheckedBook, type ScoredList } from "./scored-lists";

export interface CheckKnowledge {
  readonly policy: Policy;
  readonly vocabulary: Vocabulary;
  /** Of the program that checks. */
  readonly version: string;
}

/** Everything that differs, of every scoring and of formulas replaced by values; empty where all is as it was written. */
export async function checkBook(book: CheckedBook, known: CheckKnowledge): Promise<readonly Finding[]> {
  const values = await checkValues(book, known.version);
  const lists = scoredLists(book.names);
  // A workbook of formulas alone was never scored.
  if (lists.length === 0) return values ?? [finding("no-provenance")];
  const checked: CheckedList[] = [];
  for (const list of lists) checked.push(await checkScoring(book, list, known));
  return [...toldApart(checked), ...(values ?? [])];
}

interface CheckedList {
  readonly scored: ScoredList;
  /** The name of the sheet that was scored; null where the provenance can't tell. */
  readonly sheet: string | null;
  readonly findings: readonly Finding[];
}

/** Findings say which list they are about where there are several. One list may have been scored in two languages. */
function toldApart(checked: readonly CheckedList[]): readonly Finding[] {
  if (checked.length === 1) return checked.flatMap(({ findings }) => findings);
  return checked.flatMap(({ scored, sheet, findings }) => {
    const alone = sheet !== null && checked.filter((other) => other.sheet === sheet).length === 1;
    return findings.map((one) => findingOf(alone ? sheet : scored.results, one));
  });
}

async function checkScoring(book: CheckedBook, scored: ScoredList, known: CheckKnowledge): Promise<CheckedList> {
  const provenance = readProvenance(await book.sheet(scored.provenance));
  const head = provenance.kind === "read" ? provenance.provenance.head : null;
  // Nothing can be scored as of a day that does not exist.
  const dated = head !== null && serialOfIso(head.asOf) !== null ? head : null;
  const reading = dated ? readAgain(await sheetsOf(dated, book), dated, known) : null;
  const findings = checkWorkbook({
    provenance: head !== null && dated === null ? { kind: "broken" } : provenance,
    reading,
    results: await book.sheet(scored.results),
    resultsName: scored.results,
    fresh: reading && dated ? scoredAgain(reading, dated, known) : null,
    ruleSets: dated ? allEditionsOn(known.policy, dated.asOf, dated.purpose) : [],
    version: known.version,
  });
  return { scored, sheet: head?.sheet ?? null, findings };
}

/** The sheets the list was read from; none where one of them is gone. */
async function sheetsOf({ sheet, sheets = [sheet] }: ProvenanceHead, book: CheckedBook): Promise<readonly Grid[]> {
  const found: Grid[] = [];
  for (const name of sheets) {
    const grid = await book.sheet(name);
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
