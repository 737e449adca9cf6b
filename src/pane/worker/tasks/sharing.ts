/** Copies of the workbook as files of their own, the check of what a scoring left behind, and how a sheet reads. */
import { z } from "zod";
import { editionsOn } from "../../../policy/editions";
import { checkBook } from "../../../sharing/check/check-book";
import type { Finding } from "../../../sharing/check/findings";
import type { CopyBook } from "../../../sharing/copy/copy-book";
import {
  identitiesOf,
  maskedBook,
  maskedLists,
  maskedReading,
  requireNobodyNamed,
  type MaskedLists,
} from "../../../sharing/copy/masked-book";
import { nativeBook } from "../../../sharing/copy/native-book";
import { writeCopy } from "../../../sharing/copy/write-copy";
import { StillNamed, type Identities } from "../../../sharing/masking/identities";
import { Masker } from "../../../sharing/masking/mask";
import type { ColumnLeftOut } from "../../../sharing/masking/masked-grid";
import { runSheets, type RunSheets } from "../../../sharing/result-sheets";
import { readBook } from "../../../sheet/reading/read-book";
import type { SheetReading } from "../../../sheet/reading/read-sheet";
import { savedMappingSchema, type SavedMapping } from "../../../sheet/reading/saved-mapping";
import type { ScoreOptions } from "../../../sheet/results/row-scorer";
import { SheetScoring } from "../../../sheet/results/score-sheet";
import { identityOf, ScoreTables } from "../../../sheet/results/score-tables";
import { readingFacts } from "../../../sheet/results/sources-table";
import type { Cell } from "../../../words/grid";
import { Refused } from "../refused";
import { task, type Desk } from "../task";
import { judgingDraft, judgingPolicy } from "./judging-question";
import { noEdition } from "./score";

const PLANS = 3;

const listShape = {
  /** The sheet with the list that is scored, of those that were sent. */
  list: z.string(),
  asOf: z.iso.date(),
  purpose: z.enum(["new", "review"]),
  /** The place of enterprises that tell none; null for none. */
  place: z.int().nullable(),
  /** How a person has set the columns of sheets. */
  /** The draft that the workbook is judged by; null for the rules in force. */
  draft: judgingDraft.nullable(),
  mappings: z.array(z.object({ sheet: z.string(), mapping: savedMappingSchema })),
  language: z.enum(["zh", "en"]),
};
type ListQuestion = z.infer<z.ZodObject<typeof listShape>>;

export interface CopyFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sheetNames: readonly string[];
  /** Sheets that are not in the copy, because no list was recognised in them. */
  readonly leftOut: readonly string[];
  /** Columns of a masked copy that are left out, because their text may name somebody. */
  readonly leftOutColumns: readonly ColumnLeftOut[];
  readonly enterprises: number;
}

/** The list in plain formulas. Null: every tier that has an edition in force. */
export const native = task(
  z.object({ ...listShape, tiers: z.array(z.string()).nullable() }),
  async (asked, desk): Promise<CopyFile> => {
    const { tiers, language, purpose, asOf } = asked;
    const { policy, vocabulary } = desk.known;
    const reading = readingOf(asked, desk);
    const { written, scoring } = await scored(reading, asked, desk);
    const ruleSets = scoring.ladder.used.filter(({ tier }) => tiers === null || tiers.includes(tier));
    const options = { vocabulary, language, purpose, asOf, assumeGeneral: true, ruleSets, rungs: policy.rungs };
    return fileOf(nativeBook(reading, options, [written.sources]), reading, desk);
  },
);

/** The sheets with the results of the list, names masked. `keep`: headings of columns that stay although nobody recognised them. */
export const masked = task(
  z.object({ ...listShape, sheets: z.array(z.string()), keep: z.array(z.string()) }),
  async (asked, desk): Promise<CopyFile> => {
    const { asOf, mappings, keep, sheets } = asked;
    const masker = new Masker(desk.random(32));
    const reading = maskedReading(readingOf(asked, desk), masker);
    const grids = desk.grids(sheets);
    const byName = new Map(
      mappings.flatMap(({ sheet, mapping }) =>
        desk.grids([sheet]).map((grid): [string, SavedMapping] => [grid.sheet, mapping]),
      ),
    );
    const known = { vocabulary: desk.known.vocabulary, asOf, mappingOf: (sheet: string) => byName.get(sheet) };
    const lists = maskedLists(grids, { ...known, keep, yearsOnly: false }, masker);
    const identities = identitiesOf(grids, masker);
    const { written } = await scored(reading, asked, desk);
    const { summary, results, gaps, sources } = written;
    const book = maskedBook(lists, [summary, results, ...gaps, sources], masker);
    return fileOf(book, reading, desk, { lists, identities });
  },
);

export const check = task(
  z.object({ sheets: z.array(z.string()) }),
  async ({ sheets }, { known, grids }): Promise<readonly Finding[]> => {
    const sent = new Map(grids(sheets).map((grid) => [grid.sheet.toLowerCase(), grid]));
    const book = {
      names: [...sent.values()].map(({ sheet }) => sheet),
      sheet: (name: string) => Promise.resolve(sent.get(name.toLowerCase()) ?? null),
    };
    return await checkBook(book, known);
  },
);

/** Null where no list of enterprises was recognised. */
export const facts = task(
  z.object({ sheet: z.string(), asOf: z.iso.date(), language: z.enum(["zh", "en"]) }),
  ({ sheet, asOf, language }, { known, grids }): readonly (readonly Cell[])[] | null => {
    const reading = readBook(grids([sheet]), known.vocabulary, { asOf });
    return reading.kind === "reading" ? readingFacts(reading, known.vocabulary, language) : null;
  },
);

function readingOf({ list, asOf, place, mappings }: ListQuestion, { known, grids }: Desk): SheetReading {
  const mapping = mappings.find(({ sheet }) => sheet === list)?.mapping;
  const options = { asOf, place, ...(mapping === undefined ? {} : { mapping }) };
  const reading = readBook(grids([list]), known.vocabulary, options);
  if (reading.kind === "failure") throw new Refused(reading.message);
  return reading;
}

async function scored(
  reading: SheetReading,
  { asOf, purpose, place, language, draft }: ListQuestion,
  desk: Desk,
): Promise<{ readonly written: RunSheets<Cell[][]>; readonly scoring: SheetScoring }> {
  const { vocabulary, version } = desk.known;
  const policy = await judgingPolicy(draft, { asOf, purpose }, desk);
  if (editionsOn(policy, asOf, purpose).length === 0) throw new Refused(noEdition(asOf));
  const options: ScoreOptions = { asOf, purpose, assumeGeneral: true, place, plans: PLANS };
  const scoring = new SheetScoring(reading, policy, vocabulary, options);
  const context = { vocabulary, reading, ladder: scoring.ladder, language, purpose };
  const tables = new ScoreTables(context);
  const total = reading.facts.count;
  await desk.step(0, total);
  for (const row of scoring.rows()) {
    tables.add(identityOf(reading, row.row), row);
    await desk.step(row.row + 1, total);
  }
  const run = { ...context, tables, options, tally: scoring.tally(), fileName: reading.sheet };
  return { written: runSheets({ ...run, circumstances: { version } }), scoring };
}

function fileOf(
  book: CopyBook,
  reading: SheetReading,
  desk: Desk,
  masked: { readonly lists: MaskedLists; readonly identities: Identities } | null = null,
): CopyFile {
  const bytes = new Uint8Array(writeCopy(book));
  if (masked !== null) refuseNames(masked.identities, bytes);
  // They may be many megabytes.
  desk.handOver(bytes);
  const { leftOut = [], leftOutColumns = [] } = masked?.lists ?? {};
  const sheetNames = book.sheets.map(({ name }) => name);
  return { bytes, sheetNames, leftOut, leftOutColumns, enterprises: reading.facts.count };
}

function refuseNames(identities: Identities, bytes: Uint8Array): void {
  try {
    requireNobodyNamed(identities, bytes, "");
  } catch (error) {
    if (!(error instanceof StillNamed)) throw error;
    throw new Refused({
      zh: `没有生成脱敏副本：里面还找得到原来的“${error.identity}”。刚留下的列要是带出了它，请不要留；不是的话，请从表里删掉写着它的那一处再试。`,
      en: `The masked copy was not made: it still holds "${error.identity}". If a column you kept lets it through, leave that out; otherwise take it out of the sheet where it stands.`,
    });
  }
}
