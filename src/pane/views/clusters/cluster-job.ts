/** The worker of clusters as a plain message handler, so that it runs the same in a worker and in a test. */
import { readAsAny, readClusterBook, SHEET_KINDS, type ClusterBook } from "../../../clusters/cluster-book";
import {
  runClusters,
  setName,
  targetSets,
  type ClusterKnowledge,
  type ClusterRun,
} from "../../../clusters/cluster-run";
import { publishedByScope, statementsByDocument } from "../../../clusters/published";
import type { Text, Language } from "../../../words/text";
import type { ResultSheet } from "../../../words/result-sheet";
import { GridBuilder } from "../../scoring/grid-builder";
import {
  clusterRequestSchema,
  type ClusterQuestion,
  type ClusterReply,
  type FittingSheet,
  type SheetsTogether,
} from "./cluster-messages";
import { pictureOf } from "./cluster-picture";
import { toldLeftOut } from "../../../sheet/reading/read-book";

/** What the job needs of the place it runs in. */
export interface ClusterPlace {
  post(reply: ClusterReply): void;
  /** Told of an error that is our own fault. */
  report(error: unknown): void;
}

const ROWS_A_MESSAGE = 500;

const UNEXPECTED: Text = {
  zh: "计算中途出了意外，工作簿没有改动。请再试一次；还是不行，就把表另存成一份新的工作簿再试。",
  en: "The run stopped unexpectedly; the workbook is unchanged. Please try again. If it happens again, save the sheets as a new workbook and use that.",
};

export class ClusterJob {
  private readonly sheets = new Map<string, GridBuilder>();

  constructor(
    private readonly known: ClusterKnowledge,
    private readonly place: ClusterPlace,
  ) {}

  /** Answers one message; a malformed one is reported and dropped. */
  handle(message: unknown): void {
    const parsed = clusterRequestSchema.safeParse(message);
    if (!parsed.success) {
      this.place.report(parsed.error);
      return;
    }
    const request = parsed.data;
    try {
      switch (request.kind) {
        case "begin":
          this.sheets.set(request.id, new GridBuilder(request.frame));
          return;
        case "block":
          this.sheets.get(request.id)?.add(request.block);
          return;
        case "look":
          this.look(request.asOf);
          return;
        case "run":
          this.picture(request);
          return;
        case "sheets":
          for (const sheet of this.run(request, request.language).run.sheets) this.send(sheet);
          this.place.post({ kind: "written" });
      }
    } catch (error) {
      this.place.report(error);
      this.place.post({ kind: "failed", text: UNEXPECTED });
    }
  }

  private look(asOf: string): void {
    const { vocabulary, targets } = this.known;
    const sheets = [...this.sheets].flatMap(([id, builder]): FittingSheet[] => {
      const found = readAsAny(builder.grid(), vocabulary, asOf);
      if (found.kind === "failure") return [];
      const columns = found.reading.columns.filter(({ use }) => use === "read").length;
      return [{ id, name: builder.grid().sheet, kind: found.kind, columns }];
    });
    const sets = targetSets(targets).map((set) => ({
      document: set.document,
      name: setName(targets, set),
    }));
    this.place.post({
      kind: "seen",
      sheets,
      together: this.together(asOf),
      sets,
      published: publishedByScope(targets),
      statements: statementsByDocument(targets),
    });
  }

  /** Where several sheets of one kind make one list. */
  private together(asOf: string): SheetsTogether[] {
    const builders = [...this.sheets];
    const grids = builders.map(([, builder]) => builder.grid());
    const { readings } = readClusterBook(grids, this.known.vocabulary, asOf);
    return SHEET_KINDS.flatMap((kind) => {
      const names = readings[kind]?.sheets ?? [];
      const ids = builders.flatMap(([id], at) => (names.includes(grids[at]?.sheet ?? "") ? [id] : []));
      return ids.length > 1 ? [{ kind, ids }] : [];
    });
  }

  private picture(question: ClusterQuestion): void {
    const { run, book, documents } = this.run(question, "zh");
    const { asOf, ranking } = question;
    const rowNumbers = book.readings.indicator?.rowNumbers ?? [];
    const picture = pictureOf(run, { targets: this.known.targets, asOf, documents, ranking, rowNumbers });
    const leftOut = SHEET_KINDS.flatMap((kind) => book.readings[kind]?.leftOut ?? []);
    this.place.post({ kind: "picture", picture, leftOut: leftOut.map((one) => toldLeftOut(one).message) });
  }

  private run(
    { sheets, asOf, set, ranking }: ClusterQuestion,
    language: Language,
  ): { readonly run: ClusterRun; readonly book: ClusterBook; readonly documents: readonly string[] } {
    const { vocabulary, targets } = this.known;
    const grids = sheets.flatMap((id) => this.sheets.get(id)?.grid() ?? []);
    const book = readClusterBook(grids, vocabulary, asOf);
    const documents = set === null ? targetSets(targets).map(({ document }) => document) : [set];
    const run = runClusters(book, this.known, { asOf, documents, by: ["cluster", "chain"], ranking, language });
    return { run, book, documents };
  }

  private send({ rows, ...head }: ResultSheet): void {
    this.place.post({ kind: "head", head });
    for (let from = 0; from < rows.length; from += ROWS_A_MESSAGE)
      this.place.post({ kind: "rows", rows: rows.slice(from, from + ROWS_A_MESSAGE) });
  }
}
