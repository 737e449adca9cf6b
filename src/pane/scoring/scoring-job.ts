/**
 * The scoring worker's work as a plain message handler, so that it runs the same in a worker and in a test.
 * Long work is cut into slices; between two of them whatever came in meanwhile is heard.
 */
import type { Cultivation } from "../../cultivation/cultivation";
import { SheetCultivation } from "../../cultivation/sheet-cultivation";
import type { Release } from "../../policy/pack-release";
import type { Text } from "../../words/text";
import { runSheets } from "../../sharing/result-sheets";
import { onlyRows } from "../../sheet/reading/only-rows";
import { readBook } from "../../sheet/reading/read-book";
import type { ReadingFailure, SheetReading } from "../../sheet/reading/read-sheet";
import type { ResultSheet } from "../../words/result-sheet";
import type { ScoreOptions } from "../../sheet/results/row-scorer";
import { identityOf, ScoreTables } from "../../sheet/results/score-tables";
import { waitingVerdicts } from "../../sheet/results/waiting-verdicts";
import type { Grid } from "../../words/grid";
import { compose, NothingToCompose } from "../views/diagnosis/compose";
import { KeptRun } from "../views/diagnosis/kept-run";
import type { WrittenPart } from "../views/diagnosis/run-messages";
import { GridBuilder } from "./grid-builder";
import { editionsOn } from "../../policy/editions";
import { tiersReading } from "./tiers-reading";
import { readingView } from "./reading-view";
import { otherLists, readInView } from "./sheets-together";
import { SummaryCollector } from "./score-summary";
import { requestSchema, type ScoreRequest, type ScoringReply, type ScoringRequest } from "./scoring-messages";
import { notTogether } from "./not-together";

/** What the worker answers from. */
export interface Knowledge extends Release {
  readonly cultivation: Cultivation;
  /** Of the program. */
  readonly version: string;
}

/** What the job needs of the place it runs in. */
export interface JobPlace {
  post(reply: ScoringReply): void;
  /** Lets waiting messages through. */
  pause(): Promise<void>;
  /** Milliseconds of a clock that only runs forward. */
  now(): number;
  /** Told of an error that is our own fault. */
  report(error: unknown): void;
}

const SLICE_MS = 40;
/** Rows of results in one message: small enough to be taken in without a stutter. */
const ROWS_A_MESSAGE = 500;

const UNEXPECTED: Text = {
  zh: "评分中途出了意外，工作簿没有改动。请再试一次；还是不行，就把名单另存成一份新的工作簿再试。",
  en: "Scoring stopped unexpectedly; the workbook is unchanged. Please try again. If it happens again, save the list as a new workbook and score that.",
};
const NO_SELECTED: Text = {
  zh: "选中的行里没有企业。请选中要评的企业所在的行，或改成评整张表。",
  en: "There is no enterprise in the selected rows. Select rows that hold enterprises, or score the whole sheet.",
};

const RUN_GONE: Text = {
  zh: "评分结果已经不在手边了（窗格重新打开过）。请重新评分。",
  en: "The scoring is no longer at hand: the pane was opened anew. Please score again.",
};

function noEdition(asOf: string): Text {
  return {
    zh: `${asOf} 这一天还没有任何一版标准施行，没法评分。请在上面换一个基准日。`,
    en: `No edition of any tier was in force on ${asOf}, so nothing can be scored. Please choose another date above.`,
  };
}

/** A reason to stop that a person can do something about. */
class Refused extends Error {
  constructor(readonly failure: ReadingFailure | { readonly kind: "trouble"; readonly text: Text }) {
    super("refused");
  }
}

export class ScoringJob {
  private current: { readonly id: number; readonly builders: readonly GridBuilder[] } | null = null;
  /** The run whose results are in the workbook, and one that is about to take its place: scored once and then asked. */
  private runs: readonly KeptRun[] = [];
  private settled: number | null = null;
  private readonly stopped = new Set<number>();

  constructor(
    private readonly release: Knowledge,
    private readonly place: JobPlace,
  ) {}

  /** Answers one message; a malformed one is reported and dropped, for no reply could be matched to it. */
  async handle(message: unknown): Promise<void> {
    const parsed = requestSchema.safeParse(message);
    if (!parsed.success) {
      this.place.report(parsed.error);
      return;
    }
    try {
      await this.answer(parsed.data);
    } catch (error) {
      if (!(error instanceof Refused)) this.place.report(error);
      const failure = error instanceof Refused ? error.failure : { kind: "trouble" as const, text: UNEXPECTED };
      this.place.post({ kind: "failed", id: parsed.data.id, failure });
    }
  }

  private async answer(request: ScoringRequest): Promise<void> {
    switch (request.kind) {
      case "preview": {
        this.preview(request);
        return;
      }
      case "begin": {
        const before = this.current?.id === request.id ? this.current.builders : [];
        this.current = { id: request.id, builders: [...before, new GridBuilder(request.frame)] };
        return;
      }
      case "block":
        if (this.current?.id === request.id) this.current.builders.at(-1)?.add(request.block);
        return;
      case "score": {
        const { current } = this;
        this.current = null;
        if (current?.id === request.id) {
          await this.score(
            current.builders.map((builder) => builder.grid()),
            request,
          );
        }
        return;
      }
      case "ask":
        this.place.post({ kind: "answer", id: request.id, answer: this.runOf(request).answer(request.question) });
        return;
      case "compose":
        await this.compose(request);
        return;
      case "settle":
        this.settled = request.run;
        this.runs = this.runs.filter(({ id }) => id === request.run);
        return;
      case "stop":
        this.stopped.add(request.id);
        if (this.current?.id === request.id) this.current = null;
    }
  }

  private runOf({ run }: { readonly run: number }): KeptRun {
    const kept = this.runs.find(({ id }) => id === run);
    if (kept === undefined) throw new Refused({ kind: "trouble", text: RUN_GONE });
    return kept;
  }

  private async compose(request: Extract<ScoringRequest, { kind: "compose" }>): Promise<void> {
    const { id, wanted, language } = request;
    let until = this.place.now() + SLICE_MS;
    const breathe = async (): Promise<boolean> => {
      await this.place.pause();
      until = this.place.now() + SLICE_MS;
      return !this.stopped.has(id);
    };
    const step = async (done: number, total: number): Promise<boolean> => {
      if (this.place.now() < until && done < total) return true;
      this.place.post({ kind: "progress", id, done, total });
      return breathe();
    };
    try {
      const parts = await compose(this.runOf(request), wanted, language, { step });
      for (const part of parts ?? []) await this.sendPart(id, part, breathe);
      this.place.post({ kind: this.stopped.delete(id) ? "stopped" : "composed", id });
    } catch (error) {
      throw error instanceof NothingToCompose ? new Refused({ kind: "trouble", text: error.text }) : error;
    }
  }

  private async sendPart(id: number, part: WrittenPart, breathe: () => Promise<boolean>): Promise<void> {
    const { rows, ...head } = part;
    this.place.post({ kind: "part", id, head });
    for (let from = 0; from < rows.length; from += ROWS_A_MESSAGE) {
      if (!(await breathe())) return;
      this.place.post({ kind: "part-rows", id, rows: rows.slice(from, from + ROWS_A_MESSAGE) });
    }
  }

  private tiersReading(asOf: string): (slot: string) => readonly Text[] {
    const { policy, vocabulary } = this.release;
    return tiersReading(editionsOn(policy, asOf, "new"), "new", vocabulary);
  }

  private preview(request: Extract<ScoringRequest, { kind: "preview" }>): void {
    const { vocabulary } = this.release;
    const { id, frame, blocks, before = [], after = [], asOf, mapping, joined = [] } = request;
    const grids = [...before, { frame, blocks }, ...after].map((part) => {
      const builder = new GridBuilder(part.frame);
      for (const block of part.blocks) builder.add(block);
      return builder.grid();
    });
    const options = { asOf, mapping, joined, inView: frame.sheet };
    const reading = readInView(grids, vocabulary, options);
    const view = reading.kind === "failure" ? reading : readingView(reading, this.tiersReading(asOf));
    const joinedNow = reading.kind === "reading" && reading.sheets.length > 1;
    const lists = joinedNow ? [] : otherLists(grids, vocabulary, options);
    this.place.post({ kind: "preview", id, reading: view, lists });
  }

  /** Several sheets are one list as they were seen to be, or are not scored: never silently another list. */
  private read(grids: readonly Grid[], { asOf, place, mapping, inView }: ScoreRequest): SheetReading | ReadingFailure {
    const { vocabulary } = this.release;
    const reading = readBook(grids, vocabulary, { asOf, place, ...(mapping === undefined ? {} : { mapping }) });
    if (reading.kind === "failure" || inView === undefined || grids.length < 2) return reading;
    const names = grids.map(({ sheet }) => sheet);
    if (names.every((name) => reading.sheets.includes(name))) return reading;
    throw new Refused({ kind: "trouble", text: notTogether(names, reading.leftOut) });
  }

  private async score(grids: readonly Grid[], request: ScoreRequest): Promise<void> {
    const { vocabulary, policy, cultivation } = this.release;
    const whole = this.read(grids, request);
    if (whole.kind === "failure") throw new Refused(whole);
    const reading = request.rows === null ? whole : onlyRows(whole, request.rows, vocabulary);
    if (reading.facts.count === 0) throw new Refused({ kind: "trouble", text: NO_SELECTED });
    const judgement = { asOf: request.asOf, purpose: request.purpose, assumeGeneral: true, place: request.place };
    const options: ScoreOptions = { ...judgement, plans: 3 };
    const sheet = new SheetCultivation({ policy, vocabulary, cultivation, reading, judgement }, options.plans);
    const { ladder } = sheet;
    if (ladder.editions.length === 0) throw new Refused({ kind: "trouble", text: noEdition(request.asOf) });

    const { language, purpose, id } = request;
    const waiting = waitingVerdicts(reading, policy, vocabulary, options);
    const context = { vocabulary, reading, ladder, language, purpose, waiting };
    const tables = new ScoreTables(context);
    const summary = new SummaryCollector({ reading, ladder, tally: () => sheet.tally() }, vocabulary, options);
    const total = reading.facts.count;
    let until = this.place.now() + SLICE_MS;
    this.place.post({ kind: "progress", id, done: 0, total });
    for (const scored of sheet.rows()) {
      tables.add(identityOf(reading, scored.row), scored);
      summary.add(scored);
      if (this.place.now() < until) continue;
      this.place.post({ kind: "progress", id, done: scored.row + 1, total });
      await this.place.pause();
      if (this.stopped.delete(id)) return;
      until = this.place.now() + SLICE_MS;
    }
    this.place.post({ kind: "progress", id, done: total, total });

    const tally = sheet.tally();
    const { version } = this.release;
    const circumstances = { version, mapping: request.mapping, selected: request.rows };
    const written = runSheets({ ...context, tables, options, tally, fileName: request.fileName, circumstances });
    const { results, gaps, sources, provenance } = written;
    for (const one of [written.summary, results, ...gaps, sources, provenance]) if (!(await this.send(id, one))) return;
    this.runs = [...this.runs.filter((run) => run.id === this.settled), new KeptRun(id, sheet)];
    this.place.post({ kind: "done", id, summary: summary.finish(results) });
  }

  /** False where the request was given up meanwhile. */
  private async send(id: number, { rows, ...head }: ResultSheet): Promise<boolean> {
    this.place.post({ kind: "head", id, head });
    for (let from = 0; from < rows.length; from += ROWS_A_MESSAGE) {
      this.place.post({ kind: "rows", id, rows: rows.slice(from, from + ROWS_A_MESSAGE) });
      await this.place.pause();
      if (this.stopped.delete(id)) return false;
    }
    return true;
  }
}
