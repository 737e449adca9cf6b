/**
 * 批量 without its looks: reads the sheet in view, has a worker judge its riders, writes the result sheets. Cancelling ends the worker and
 * leaves the workbook as it was.
 */
import { CANCELLED, ExcelTrouble, type ExcelHost, type WrittenSheet } from "../../excel/host";
import type { Text, Language } from "../../words/text";
import type { Cell } from "../../words/grid";
import type { ResultSheet } from "../../words/result-sheet";
import type { BatchSummary } from "../../subsidy/subsidy-batch";
import { packSubsidySettings, type SubsidySettings } from "../../subsidy/subsidy-settings";
import { pieces, type WorkerLike } from "../scoring/scoring-client";
import type { SheetHead } from "../scoring/scoring-messages";
import type { Stage } from "../scoring/scoring-state";
import { frameOf } from "../scoring/sheet-frame";
import { activeSheet } from "../scoring/sheet-look";
import { isResultSheet } from "../../sheet/results/sheet-names";
import { troubles } from "../scoring/troubles";
import { batchReplySchema, type BatchRequest } from "./batch-messages";

export interface BatchProgress {
  readonly stage: Stage;
  readonly done: number;
  readonly total: number;
}

export interface BatchState {
  readonly running: boolean;
  readonly progress: BatchProgress | null;
  /** Of the list judged last. */
  readonly summary: BatchSummary | null;
  readonly sheet: string;
  readonly written: readonly WrittenSheet[];
  readonly trouble: Text | null;
}

const IDLE: BatchState = { running: false, progress: null, summary: null, sheet: "", written: [], trouble: null };

/** A reason to stop that a person can do something about. */
class Refused extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

const WORKER_LOST: Text = {
  zh: "后台计算突然停了，工作簿没有改动。请再试一次；名单特别大时，先关掉别的大文件。",
  en: "The run stopped unexpectedly; the workbook is unchanged. Please try again. With a very large list, close other large files first.",
};

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

interface Judged {
  readonly sheets: readonly ResultSheet[];
  readonly summary: BatchSummary;
}

export class BatchModel {
  state: BatchState = IDLE;
  private readonly listeners = new Set<() => void>();
  private stop: AbortController | null = null;

  constructor(
    private readonly host: ExcelHost,
    private readonly startWorker: () => WorkerLike,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private set(changed: Partial<BatchState>): void {
    this.state = { ...this.state, ...changed };
    for (const listener of this.listeners) listener();
  }

  /** Judges the sheet in view and writes the results. A second call while one runs does nothing. */
  async run(settings: SubsidySettings, language: Language): Promise<void> {
    if (this.state.running) return;
    const stop = new AbortController();
    this.stop = stop;
    this.set({ running: true, progress: null, trouble: null });
    try {
      this.set(await this.judgeAndWrite(settings, language, stop.signal));
    } catch (error) {
      const cancelled = error instanceof ExcelTrouble && error.kind === "cancelled";
      this.set({
        trouble: error instanceof Refused ? error.text : cancelled ? CANCELLED : troubles.of(error, null).text,
      });
    } finally {
      this.stop = null;
      this.set({ running: false, progress: null });
    }
  }

  cancel(): void {
    this.stop?.abort();
  }

  /** Brings the results into view. */
  async open(): Promise<void> {
    const [first] = this.state.written;
    if (first !== undefined) await this.host.show(first.sheet);
  }

  private async judgeAndWrite(
    settings: SubsidySettings,
    language: Language,
    signal: AbortSignal,
  ): Promise<Partial<BatchState>> {
    const workbook = await this.host.look();
    const sheet = activeSheet(workbook);
    if (sheet === null) throw new Refused(troubles.nowEmpty(""));
    if (isResultSheet(sheet.name)) throw new Refused(troubles.resultSheet(workbook, sheet).text);
    const shape = await this.host.shape(sheet.id);
    const { used, name } = shape.info;
    if (used === null) throw new Refused(troubles.nowEmpty(name));
    const stage = (which: Stage) => (done: number, total: number) =>
      this.set({ progress: { stage: which, done, total } });
    const request: BatchRequest = { kind: "judge", settings: packSubsidySettings(settings), language };
    const blocks = this.host.readBlocks(sheet.id, used, { signal, progress: stage("reading") });
    const { sheets, summary } = await this.judged(
      async (post) => {
        post({ kind: "begin", frame: frameOf(shape) });
        for await (const block of blocks) {
          for (const piece of pieces(block)) {
            if (signal.aborted) return;
            post({ kind: "block", block: piece });
            await breathe();
          }
        }
        post(request);
      },
      signal,
      stage("scoring"),
    );
    const written = await this.host.writeResults(sheets, { signal, progress: stage("writing") });
    return { summary, written, sheet: name };
  }

  /** One worker from the first cell to the last result. */
  private async judged(
    feed: (post: (request: BatchRequest) => void) => Promise<void>,
    signal: AbortSignal,
    progress: (done: number, total: number) => void,
  ): Promise<Judged> {
    const worker = this.startWorker();
    const heads: { readonly head: SheetHead; readonly rows: (readonly Cell[])[] }[] = [];
    try {
      return await new Promise<Judged>((resolve, reject) => {
        const lost = (): void => reject(new Refused(WORKER_LOST));
        signal.addEventListener("abort", () => reject(new ExcelTrouble("cancelled", CANCELLED)));
        worker.addEventListener("error", lost);
        worker.addEventListener("messageerror", lost);
        worker.addEventListener("message", ({ data }) => {
          const reply = batchReplySchema.safeParse(data);
          if (!reply.success) return;
          const { data: said } = reply;
          if (said.kind === "progress") progress(said.done, said.total);
          else if (said.kind === "head") heads.push({ head: said.head, rows: [] });
          else if (said.kind === "rows") heads[heads.length - 1]?.rows.push(...said.rows);
          else if (said.kind === "failed") reject(new Refused(said.text));
          else resolve({ sheets: heads.map(({ head, rows }) => ({ ...head, rows })), summary: said.summary });
        });
        feed((request) => worker.postMessage(request)).catch((error: unknown) =>
          reject(error instanceof Error ? error : new Error(String(error))),
        );
      });
    } finally {
      worker.terminate();
    }
  }
}
