/**
 * 批量 without its looks: finds the sheets that make one list with the one in view, has a worker judge their riders, writes the result
 * sheets. Cancelling ends the worker and leaves the workbook as it was.
 */
import {
  CANCELLED,
  ExcelTrouble,
  type ExcelHost,
  type SheetInfo,
  type WorkbookEvent,
  type WorkbookView,
  type WrittenSheet,
} from "../../../excel/host";
import type { Text, Language } from "../../../words/text";
import type { Cell } from "../../../words/grid";
import type { ResultSheet } from "../../../words/result-sheet";
import type { BatchSummary } from "../../../riders/subsidy-batch";
import { packSubsidySettings, type SubsidySettings } from "../../../riders/subsidy-settings";
import type { WorkerLike } from "../../scoring/scoring-client";
import type { SheetHead } from "../../scoring/scoring-messages";
import type { Stage } from "../../scoring/scoring-state";
import { activeSheet } from "../../scoring/sheet-look";
import { isResultSheet } from "../../../sheet/results/sheet-names";
import { troubles } from "../../scoring/troubles";
import { OneAtATime } from "../../worker/one-at-a-time";
import { sendSheet, sheetBySheet } from "../../worker/send-sheet";
import { WorkerClient, WorkRefused } from "../../worker/worker-client";
import { batchReplySchema, type BatchReply, type BatchRequest } from "./batch-messages";

export interface BatchProgress {
  readonly stage: Stage;
  readonly done: number;
  readonly total: number;
}

export interface BatchState {
  readonly running: boolean;
  readonly progress: BatchProgress | null;
  /** Names of the sheets that make one list with the one in view, itself among them; empty where there are none. */
  readonly together: readonly string[];
  /** They are left alone: only the sheet in view is judged. */
  readonly onlyThisSheet: boolean;
  /** Of the list judged last. */
  readonly summary: BatchSummary | null;
  /** The sheets of that list. */
  readonly sheets: readonly string[];
  readonly written: readonly WrittenSheet[];
  readonly trouble: Text | null;
}

export const NO_BATCH: BatchState = {
  running: false,
  progress: null,
  together: [],
  onlyThisSheet: false,
  summary: null,
  sheets: [],
  written: [],
  trouble: null,
};

/** Rows read to see which sheets belong together. */
const PREVIEW_ROWS = 200;

interface Judged {
  readonly sheets: readonly ResultSheet[];
  readonly summary: BatchSummary;
}

function isInput({ visible, used, name }: SheetInfo): boolean {
  return visible && used !== null && !isResultSheet(name);
}

export class BatchModel {
  state: BatchState = NO_BATCH;
  private readonly listeners = new Set<() => void>();
  private readonly client: WorkerClient<BatchRequest, BatchReply>;
  private readonly queue = new OneAtATime();
  private stopWatching: (() => Promise<void>) | null = null;
  /** The sheet that `together` is said of. */
  private lookedAt: string | null = null;

  constructor(
    private readonly host: ExcelHost,
    startWorker: () => WorkerLike,
  ) {
    this.client = new WorkerClient(startWorker, batchReplySchema);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private set(changed: Partial<BatchState>): void {
    this.state = { ...this.state, ...changed };
    for (const listener of this.listeners) listener();
  }

  /** While the page is in sight it follows the sheet in view. */
  async follow(): Promise<void> {
    this.stopWatching ??= await this.host.watch((event) => this.hear(event));
    await this.lookAgain();
  }

  leave(): void {
    void this.stopWatching?.();
    this.stopWatching = null;
  }

  private hear({ kind }: WorkbookEvent): void {
    if (kind === "sheet-activated" || kind === "sheets") void this.lookAgain();
  }

  private async lookAgain(): Promise<void> {
    if (this.state.running || this.queue.busy) return;
    // Whoever judges next is told what is wrong with the workbook.
    await this.queue.run(async (signal) => this.look(await this.host.look(), signal)).catch(() => undefined);
  }

  setOnlyThisSheet(onlyThisSheet: boolean): void {
    this.set({ onlyThisSheet });
  }

  /** Which sheets make one list with the one in view. */
  private async look(workbook: WorkbookView, signal: AbortSignal): Promise<void> {
    const sheet = activeSheet(workbook);
    const inputs = workbook.sheets.filter(isInput);
    const together =
      sheet === null || !isInput(sheet) || inputs.length < 2 ? [] : await this.belonging(inputs, sheet, signal);
    const same = sheet !== null && (sheet.id === this.lookedAt || this.state.together.includes(sheet.name));
    this.lookedAt = sheet?.id ?? null;
    this.set({ together, ...(same ? {} : { onlyThisSheet: false }) });
  }

  private async belonging(
    inputs: readonly SheetInfo[],
    inView: SheetInfo,
    signal: AbortSignal,
  ): Promise<readonly string[]> {
    try {
      for (const sheet of inputs) await this.send(sheet, PREVIEW_ROWS, signal);
      return await this.client.ask({ kind: "look", inView: inView.name }, signal, (reply) =>
        reply.kind === "seen" ? reply.together : null,
      );
    } finally {
      this.client.end();
    }
  }

  private async send(
    sheet: SheetInfo,
    most: number,
    signal: AbortSignal,
    progress?: (done: number) => void,
  ): Promise<void> {
    const send = (message: BatchRequest): void => this.client.send(message);
    await sendSheet({ host: this.host, sheet, most, send, signal, ...(progress ? { progress } : {}) });
  }

  /** Judges the sheets that make one list with the one in view, or it alone, and writes the results. A second call while one runs does nothing. */
  async run(settings: SubsidySettings, language: Language): Promise<void> {
    if (this.state.running) return;
    this.set({ running: true, progress: null, trouble: null });
    await this.queue.run(async (signal) => {
      try {
        this.set(await this.judgeAndWrite(settings, language, signal));
      } catch (error) {
        const cancelled = error instanceof ExcelTrouble && error.kind === "cancelled";
        this.set({
          trouble: error instanceof WorkRefused ? error.text : cancelled ? CANCELLED : troubles.of(error, null).text,
        });
      } finally {
        this.client.end();
        this.set({ running: false, progress: null });
      }
    });
  }

  cancel(): void {
    this.queue.cancel();
  }

  /** Brings the results into view. */
  async open(): Promise<void> {
    const [first] = this.state.written;
    if (first !== undefined) await this.host.show(first.sheet);
  }

  private stage(stage: Stage): (done: number, total: number) => void {
    return (done, total) => this.set({ progress: { stage, done, total } });
  }

  private async judgeAndWrite(
    settings: SubsidySettings,
    language: Language,
    signal: AbortSignal,
  ): Promise<Partial<BatchState>> {
    const workbook = await this.host.look();
    const sheet = activeSheet(workbook);
    if (sheet === null) throw new WorkRefused(troubles.nowEmpty(""));
    if (isResultSheet(sheet.name)) throw new WorkRefused(troubles.resultSheet(workbook, sheet).text);
    if (sheet.used === null) throw new WorkRefused(troubles.nowEmpty(sheet.name));
    if (sheet.id !== this.lookedAt) await this.look(workbook, signal);
    const { together, onlyThisSheet } = this.state;
    const joined = workbook.sheets.filter(({ name }) => !onlyThisSheet && together.includes(name));
    const toRead = joined.length > 1 ? joined : [sheet];
    await sheetBySheet(toRead, this.stage("reading"), (one, progress) => this.send(one, Infinity, signal, progress));
    const request: BatchRequest = { kind: "judge", settings: packSubsidySettings(settings), language };
    const { sheets, summary } = await this.judged(request, signal);
    const written = await this.host.writeResults(sheets, { signal, progress: this.stage("writing") });
    return { summary, written, sheets: toRead.map(({ name }) => name) };
  }

  private judged(request: BatchRequest, signal: AbortSignal): Promise<Judged> {
    const heads: { readonly head: SheetHead; readonly rows: (readonly Cell[])[] }[] = [];
    const scoring = this.stage("scoring");
    return this.client.ask<Judged>(request, signal, (said) => {
      if (said.kind === "progress") scoring(said.done, said.total);
      else if (said.kind === "head") heads.push({ head: said.head, rows: [] });
      else if (said.kind === "rows") heads.at(-1)?.rows.push(...said.rows);
      if (said.kind !== "done") return null;
      return { sheets: heads.map(({ head, rows }) => ({ ...head, rows })), summary: said.summary };
    });
  }
}
