/** Clusters: what kinds of sheets were sent, how they stand against the targets, and the result sheets. */
import { seenColumns, type SeenList } from "./seen-columns";
import { z } from "zod";
import {
  readAsAny,
  readClusterBook,
  SHEET_KINDS,
  type ClusterBook,
  type ClusterMappings,
  type SheetKind,
} from "../../../clusters/cluster-book";
import { runClusters, setName, targetSets, type ClusterRun } from "../../../clusters/cluster-run";
import { RANKINGS } from "../../../clusters/cluster-sheet";
import {
  publishedByScope,
  statementsByDocument,
  type DocumentStatements,
  type PublishedScope,
} from "../../../clusters/published";
import { toldLeftOut } from "../../../sheet/reading/read-book";
import { savedMappingSchema } from "../../../sheet/reading/saved-mapping";
import type { Grid } from "../../../words/grid";
import type { Language, Text } from "../../../words/text";
import { task, type Desk } from "../task";
import { joinedMapping } from "./sheets-together";
import { pictureOf, type ClusterPicture } from "./cluster-picture";

/** How a person set the columns of a sheet, or of several that are read as one list. */
const mappings = z.array(z.object({ sheets: z.array(z.string()), mapping: savedMappingSchema }));
export type SetMappings = z.infer<typeof mappings>;

const question = z.object({
  /** Sheets that were sent. */
  sheets: z.array(z.string()),
  asOf: z.iso.date(),
  /** The document whose targets are used; null for every document. */
  set: z.string().nullable(),
  ranking: z.enum(RANKINGS),
  mappings,
});
export type ClusterQuestion = z.infer<typeof question>;

/** A sheet that clusters can be read from. */
export interface FittingSheet {
  readonly id: string;
  readonly name: string;
  readonly kind: SheetKind;
  /** Columns recognised. */
  readonly columns: number;
}

/** Sheets of one kind that make one list. */
export interface SheetsTogether {
  readonly kind: SheetKind;
  /** In the order of the workbook. */
  readonly ids: readonly string[];
}

export interface SetChoice {
  readonly document: string;
  readonly name: Text;
}

export interface ClusterLook {
  readonly sheets: readonly FittingSheet[];
  readonly together: readonly SheetsTogether[];
  readonly sets: readonly SetChoice[];
  readonly published: readonly PublishedScope[];
  readonly statements: readonly DocumentStatements[];
}

export interface ClusterAnswer {
  readonly picture: ClusterPicture;
  /** What of several sheets was not read, and why. */
  readonly leftOut: readonly Text[];
  /** What the columns of each list were taken for. */
  readonly lists: readonly SeenList[];
}

function mappingsOf(set: SetMappings): ClusterMappings {
  return {
    mappingOf: (sheet) => joinedMapping(set, [sheet]),
    joinedMappingOf: (sheets) => joinedMapping(set, sheets),
  };
}

/** `ids` are what the page knows the sheets by, in the order of what was sent. */
export const look = task(
  z.object({ sheets: z.array(z.object({ key: z.string(), id: z.string() })), asOf: z.iso.date(), mappings }),
  ({ sheets, asOf, mappings: set }, { grids, known }): ClusterLook => {
    const { vocabulary, targets } = known;
    const saved = mappingsOf(set);
    const sent = sheets.flatMap(({ key, id }) => grids([key]).map((grid) => ({ id, grid })));
    const fitting = sent.flatMap(({ id, grid }): FittingSheet[] => {
      const found = readAsAny(grid, vocabulary, asOf, saved.mappingOf);
      if (found.kind === "failure") return [];
      const columns = found.reading.columns.filter(({ use }) => use === "read").length;
      return [{ id, name: grid.sheet, kind: found.kind, columns }];
    });
    const sets = targetSets(targets).map((set) => ({ document: set.document, name: setName(targets, set) }));
    return {
      sheets: fitting,
      together: together(sent, { asOf, saved }, known),
      sets,
      published: publishedByScope(targets),
      statements: statementsByDocument(targets),
    };
  },
);

/** Where several sheets of one kind make one list. */
function together(
  sent: readonly { readonly id: string; readonly grid: Grid }[],
  { asOf, saved }: { readonly asOf: string; readonly saved: ClusterMappings },
  { vocabulary }: Desk["known"],
): SheetsTogether[] {
  const { readings } = readClusterBook(
    sent.map(({ grid }) => grid),
    vocabulary,
    asOf,
    saved,
  );
  return SHEET_KINDS.flatMap((kind) => {
    const names = readings[kind]?.sheets ?? [];
    const ids = sent.flatMap(({ id, grid }) => (names.includes(grid.sheet) ? [id] : []));
    return ids.length > 1 ? [{ kind, ids }] : [];
  });
}

interface Judged {
  readonly run: ClusterRun;
  readonly book: ClusterBook;
  readonly documents: readonly string[];
}

function judged(asked: ClusterQuestion, { known, grids }: Desk, language: Language): Judged {
  const { sheets, asOf, set, ranking } = asked;
  const { vocabulary, targets } = known;
  const book = readClusterBook(grids(sheets), vocabulary, asOf, mappingsOf(asked.mappings));
  const documents = set === null ? targetSets(targets).map(({ document }) => document) : [set];
  return {
    run: runClusters(book, known, { asOf, documents, by: ["cluster", "chain"], ranking, language }),
    book,
    documents,
  };
}

export const run = task(question, (asked, desk): ClusterAnswer => {
  const { run, book, documents } = judged(asked, desk, "zh");
  const { asOf, ranking } = asked;
  const rowNumbers = book.readings.indicator?.rowNumbers ?? [];
  const picture = pictureOf(run, { targets: desk.known.targets, asOf, documents, ranking, rowNumbers });
  const leftOut = SHEET_KINDS.flatMap((kind) => book.readings[kind]?.leftOut ?? []);
  return {
    picture,
    leftOut: leftOut.map((one) => toldLeftOut(one).message),
    lists: seenColumns(book),
  };
});

export const sheets = task(
  question.extend({ language: z.enum(["zh", "en"]) }),
  async ({ language, ...asked }, desk): Promise<void> => {
    for (const sheet of judged(asked, desk, language).run.sheets) await desk.send(sheet);
  },
);
