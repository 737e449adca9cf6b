/**
 * The page's side of scoring. Cells go to the worker in pieces small enough not to hold up the page. Cancelling answers at once; the worker
 * hears of it a moment later and still has the run it finished before.
 */
import { CANCELLED, ExcelTrouble, type GridBlock } from "../../excel/host";
import type { Text, Language } from "../../words/text";
import type { Cell } from "../../words/grid";
import type { ReadingFailure } from "../../sheet/reading/read-sheet";
import type { ResultSheet } from "../../words/result-sheet";
import type { SavedMapping } from "../../sheet/reading/saved-mapping";
import type { Answer, AnswerTo, Composition, PartHead, Question, WrittenPart } from "../views/diagnosis/run-messages";
import type { PageRow } from "../../sheet/results/page-sheet";
import type { SheetPart } from "./read-parts";
import type { ReadingView } from "./reading-view";
import type { SheetFrame } from "./sheet-frame";
import type { JoinedMapping } from "./sheets-together";
import {
  replySchema,
  type ScoreRequest,
  type ScoreSummary,
  type ScoringReply,
  type ScoringRequest,
  type SheetHead,
} from "./scoring-messages";

/** What of a Worker is used. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  addEventListener(kind: "message", listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(kind: "error" | "messageerror", listener: () => void): void;
  terminate(): void;
}

/** The sheet can't be scored, for a reason the person can do something about. */
export class ScoringRefused extends Error {
  constructor(readonly failure: ReadingFailure | { readonly kind: "trouble"; readonly text: Text }) {
    super("the sheet cannot be scored");
  }
}

const WORKER_LOST: Text = {
  zh: "后台评分突然停了，工作簿没有改动。请再试一次；名单特别大时，先关掉别的大文件。",
  en: "The scoring process stopped unexpectedly; the workbook is unchanged. Please try again. With a very large list, close other large files first.",
};

const CELLS_A_MESSAGE = 20_000;

export interface Scored {
  readonly sheets: readonly ResultSheet[];
  readonly summary: ScoreSummary;
  /** What the worker knows the run by; it keeps the last one. */
  readonly run: number;
}

/** A sheet to be sent as it is read. */
export interface SentSheet {
  readonly frame: SheetFrame;
  readonly blocks: AsyncIterable<GridBlock>;
}

export interface PreviewQuestion {
  readonly asOf: string;
  readonly mapping: SavedMapping | undefined;
  readonly joined: readonly JoinedMapping[];
  /** The name of the sheet in view. */
  readonly inView: string;
}

export interface Preview {
  readonly reading: ReadingView | ReadingFailure;
  /** Other sheets that hold lists, where none was read with the one in view. */
  readonly lists: readonly string[];
}

export interface ScoreJobInput {
  /** In the order of their tabs; each is read once the one before has gone. */
  readonly sheets: AsyncIterable<SentSheet>;
  readonly request: Omit<ScoreRequest, "kind" | "id">;
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
}

export interface ComposeInput {
  readonly run: number;
  readonly wanted: Composition;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
}

/** A part as it comes in. */
interface Part {
  readonly take: (rows: readonly (readonly Cell[])[] | readonly PageRow[]) => void;
  readonly whole: () => WrittenPart;
}

function partOf(head: PartHead): Part {
  if ("breaks" in head) {
    const rows: PageRow[] = [];
    return {
      take: (more) => {
        for (const row of more) if ("role" in row) rows.push(row);
      },
      whole: () => ({ ...head, rows }),
    };
  }
  const rows: (readonly Cell[])[] = [];
  return {
    take: (more) => {
      for (const row of more) if (!("role" in row)) rows.push(row);
    },
    whole: () => ({ ...head, rows }),
  };
}

function isAnswerTo<Q extends Question>(question: Q, answer: Answer): answer is AnswerTo<Q> {
  return answer.about === question.about;
}

type Listener = (reply: ScoringReply) => void;

/** Number formats matter only where they are percentages; leaving the others out halves what is sent. */
function percentFormats(formats: readonly (string | null)[] | undefined): (string | null)[] {
  return formats?.some((format) => format?.includes("%")) === true ? [...formats] : [];
}

/** The block in pieces of whole rows. */
export function* pieces(block: GridBlock): Generator<GridBlock, void> {
  const width = block.rows.reduce((most, row) => Math.max(most, row.length), 1);
  const height = Math.max(1, Math.floor(CELLS_A_MESSAGE / width));
  for (let from = 0; from < block.rows.length; from += height) {
    const rows = block.rows.slice(from, from + height);
    yield {
      top: block.top + from,
      left: block.left,
      rows,
      numberFormats: rows.map((_, index) => percentFormats(block.numberFormats[from + index])),
    };
  }
}

function mutable({ frame, blocks }: SheetPart): { frame: SheetFrame; blocks: GridBlock[] } {
  return { frame, blocks: [...blocks] };
}

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

export class ScoringClient {
  private worker: WorkerLike | null = null;
  private readonly listeners = new Map<number, Listener>();
  private readonly failures = new Map<number, (error: Error) => void>();
  private last = 0;

  constructor(private readonly start: () => WorkerLike) {}

  /** What is recognised in the first rows of the sheet in view and of those that belong to it; `parts` in the order of their tabs. */
  async preview(parts: readonly SheetPart[], { inView, asOf, mapping, joined }: PreviewQuestion): Promise<Preview> {
    const at = parts.findIndex(({ frame }) => frame.sheet === inView);
    const own = parts[at];
    if (own === undefined) throw new TypeError(`"${inView}" is not among the parts`);
    const sent = ({ frame, blocks }: SheetPart): SheetPart => ({
      frame,
      blocks: blocks.flatMap((block) => [...pieces(block)]),
    });
    return await this.ask<Preview>((id, resolve) => {
      this.listeners.set(id, (reply) => {
        if (reply.kind === "preview") resolve({ reading: reply.reading, lists: reply.lists });
      });
      this.post({
        kind: "preview",
        id,
        ...mutable(sent(own)),
        before: parts.slice(0, at).map((part) => mutable(sent(part))),
        after: parts.slice(at + 1).map((part) => mutable(sent(part))),
        asOf,
        mapping,
        joined: joined.map(({ sheets, mapping: set }) => ({ sheets: [...sheets], mapping: set })),
      });
    });
  }

  /** Scores a sheet as its blocks come in. Throws `ScoringRefused`, or `ExcelTrouble` of kind "cancelled". */
  async score({ sheets, request, signal, progress }: ScoreJobInput): Promise<Scored> {
    const cancelled = (): ExcelTrouble => new ExcelTrouble("cancelled", CANCELLED);
    if (signal.aborted) throw cancelled();
    const heads: { readonly head: SheetHead; readonly rows: (readonly Cell[])[] }[] = [];
    let stop = (): void => undefined;
    try {
      return await this.ask<Scored>((id, resolve, reject) => {
        stop = (): void => {
          this.post({ kind: "stop", id });
          reject(cancelled());
        };
        signal.addEventListener("abort", stop);
        this.listeners.set(id, (reply) => {
          if (reply.kind === "progress") progress(reply.done, reply.total);
          else if (reply.kind === "head") heads.push({ head: reply.head, rows: [] });
          else if (reply.kind === "rows") {
            const rows = heads[heads.length - 1]?.rows;
            for (const row of reply.rows) rows?.push(row);
          } else if (reply.kind === "done") {
            resolve({ sheets: heads.map(({ head, rows }) => ({ ...head, rows })), summary: reply.summary, run: id });
          }
        });
        const feed = async (): Promise<void> => {
          for await (const { frame, blocks } of sheets) {
            this.post({ kind: "begin", id, frame });
            for await (const block of blocks) {
              for (const piece of pieces(block)) {
                if (signal.aborted) return;
                this.post({ kind: "block", id, block: piece });
                await breathe();
              }
            }
          }
          if (!signal.aborted) this.post({ kind: "score", id, ...request });
        };
        feed().catch((error: unknown) => reject(error instanceof Error ? error : new Error(String(error))));
      });
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }

  /** Says that the results of a run are in the workbook; until then the run before can be asked too. */
  settle(run: number): void {
    this.last += 1;
    this.post({ kind: "settle", id: this.last, run });
  }

  /** Asks the run that the worker keeps. Throws `ScoringRefused` where it no longer has it. */
  async question<Q extends Question>(run: number, question: Q): Promise<AnswerTo<Q>> {
    return await this.ask<AnswerTo<Q>>((id, resolve, reject) => {
      this.listeners.set(id, (reply) => {
        if (reply.kind !== "answer") return;
        if (isAnswerTo(question, reply.answer)) resolve(reply.answer);
        else reject(new TypeError(`asked about ${question.about}, answered about ${reply.answer.about}`));
      });
      this.post({ kind: "ask", id, run, question });
    });
  }

  /** Has the worker make sheets of the run it keeps. Cancelled, the run stays. Throws as `score` does. */
  async compose({ run, wanted, language, signal, progress }: ComposeInput): Promise<readonly WrittenPart[]> {
    const cancelled = (): ExcelTrouble => new ExcelTrouble("cancelled", CANCELLED);
    if (signal.aborted) throw cancelled();
    const parts: Part[] = [];
    let stop = (): void => undefined;
    try {
      return await this.ask<readonly WrittenPart[]>((id, resolve, reject) => {
        stop = (): void => {
          this.post({ kind: "stop", id });
          reject(cancelled());
        };
        signal.addEventListener("abort", stop);
        this.listeners.set(id, (reply) => {
          if (reply.kind === "progress") progress(reply.done, reply.total);
          else if (reply.kind === "part") parts.push(partOf(reply.head));
          else if (reply.kind === "part-rows") parts[parts.length - 1]?.take(reply.rows);
          else if (reply.kind === "composed") resolve(parts.map((part) => part.whole()));
          else if (reply.kind === "stopped") reject(cancelled());
        });
        this.post({ kind: "compose", id, run, wanted, language });
      });
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }

  /** Ends the worker; a later job starts another. */
  dispose(): void {
    this.end(new ExcelTrouble("cancelled", CANCELLED));
  }

  private async ask<T>(
    begin: (id: number, resolve: (value: T) => void, reject: (error: Error) => void) => void,
  ): Promise<T> {
    this.last += 1;
    const id = this.last;
    try {
      return await new Promise<T>((resolve, reject) => {
        this.failures.set(id, reject);
        begin(id, resolve, reject);
      });
    } finally {
      this.listeners.delete(id);
      this.failures.delete(id);
    }
  }

  private post(request: ScoringRequest): void {
    this.running().postMessage(request);
  }

  private running(): WorkerLike {
    if (this.worker !== null) return this.worker;
    const worker = this.start();
    this.worker = worker;
    const lost = (): void => {
      if (this.worker === worker) this.end(new ScoringRefused({ kind: "trouble", text: WORKER_LOST }));
    };
    worker.addEventListener("message", ({ data }) => {
      const reply = replySchema.safeParse(data);
      if (!reply.success || this.worker !== worker) return;
      if (reply.data.kind === "failed") {
        this.failures.get(reply.data.id)?.(new ScoringRefused(reply.data.failure));
      } else this.listeners.get(reply.data.id)?.(reply.data);
    });
    worker.addEventListener("error", lost);
    worker.addEventListener("messageerror", lost);
    return worker;
  }

  private end(error: Error): void {
    this.worker?.terminate();
    this.worker = null;
    for (const fail of [...this.failures.values()]) fail(error);
  }
}
