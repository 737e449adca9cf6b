/** The riders' worker as a plain message handler, so that it runs the same in a worker and in a test. */
import type { Text, Language } from "../../../words/text";
import type { Vocabulary } from "../../../language/vocabulary";
import { readBook } from "../../../sheet/reading/read-book";
import type { ResultSheet } from "../../../words/result-sheet";
import type { Subsidies } from "../../../riders/load-subsidies";
import { withOwnFigures } from "../../../riders/own-areas";
import { SubsidyBatch } from "../../../riders/subsidy-batch";
import { readSubsidySettings } from "../../../riders/subsidy-settings";
import { GridBuilder } from "../../scoring/grid-builder";
import { batchRequestSchema, type BatchReply } from "./batch-messages";
import type { ReadingFailure, SheetReading } from "../../../sheet/reading/read-sheet";
import { notTogether } from "../../scoring/not-together";

/** What the job needs of the place it runs in. */
export interface BatchPlace {
  post(reply: BatchReply): void;
  /** Lets waiting messages through. */
  pause(): Promise<void>;
  /** Milliseconds of a clock that only runs forward. */
  now(): number;
  /** Told of an error that is our own fault. */
  report(error: unknown): void;
}

const SLICE_MS = 40;
const ROWS_A_MESSAGE = 500;

/** Lists of riders carry the month of every row, so the day a sheet is read as of does not matter. */
const ANY_DAY = "2026-01-01";

const UNEXPECTED: Text = {
  zh: "计算中途出了意外，工作簿没有改动。请再试一次；还是不行，就把名单另存成一份新的工作簿再试。",
  en: "The run stopped unexpectedly; the workbook is unchanged. Please try again. If it happens again, save the list as a new workbook and use that.",
};

export class BatchJob {
  private readonly sheets = new Map<string, GridBuilder>();

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly subsidies: Subsidies,
    private readonly place: BatchPlace,
  ) {}

  /** Answers one message; a malformed one is reported and dropped. */
  async handle(message: unknown): Promise<void> {
    const parsed = batchRequestSchema.safeParse(message);
    if (!parsed.success) {
      this.place.report(parsed.error);
      return;
    }
    const request = parsed.data;
    try {
      if (request.kind === "begin") this.sheets.set(request.id, new GridBuilder(request.frame));
      else if (request.kind === "block") this.sheets.get(request.id)?.add(request.block);
      else if (request.kind === "look") this.place.post({ kind: "seen", together: this.together(request.inView) });
      else await this.judge(request.settings, request.language);
    } catch (error) {
      this.place.report(error);
      this.place.post({ kind: "failed", text: UNEXPECTED });
    }
  }

  private read(): { readonly names: readonly string[]; readonly reading: SheetReading | ReadingFailure } {
    const grids = [...this.sheets.values()].map((builder) => builder.grid());
    const reading = readBook(grids, this.vocabulary, { asOf: ANY_DAY, of: "rider" });
    return { names: grids.map(({ sheet }) => sheet), reading };
  }

  private together(inView: string): readonly string[] {
    const { reading } = this.read();
    return reading.kind === "reading" && reading.sheets.length > 1 && reading.sheets.includes(inView)
      ? reading.sheets
      : [];
  }

  private async judge(kept: unknown, language: Language): Promise<void> {
    const { vocabulary, place } = this;
    const { names, reading } = this.read();
    if (reading.kind === "failure") {
      place.post({ kind: "failed", text: reading.message });
      return;
    }
    // What was looked at first and what stands in the rest have to agree.
    if (names.length > 1 && names.some((name) => !reading.sheets.includes(name))) {
      place.post({ kind: "failed", text: notTogether(names, reading.leftOut) });
      return;
    }
    const { options, own } = readSubsidySettings(kept).settings;
    const subsidies = { ...this.subsidies, bases: withOwnFigures(this.subsidies.bases, own).bases };
    const batch = new SubsidyBatch({ reading, vocabulary, subsidies, options, forAll: {}, language });
    const total = batch.count;
    let until = place.now() + SLICE_MS;
    place.post({ kind: "progress", done: 0, total });
    for (const { row } of batch.rows()) {
      if (place.now() < until) continue;
      place.post({ kind: "progress", done: row + 1, total });
      await place.pause();
      until = place.now() + SLICE_MS;
    }
    place.post({ kind: "progress", done: total, total });
    for (const sheet of batch.sheets({ backPayment: true, budget: true, printedCosts: false })) await this.send(sheet);
    place.post({ kind: "done", summary: batch.summary() });
  }

  private async send({ rows, ...head }: ResultSheet): Promise<void> {
    this.place.post({ kind: "head", head });
    for (let from = 0; from < rows.length; from += ROWS_A_MESSAGE) {
      this.place.post({ kind: "rows", rows: rows.slice(from, from + ROWS_A_MESSAGE) });
      await this.place.pause();
    }
  }
}
