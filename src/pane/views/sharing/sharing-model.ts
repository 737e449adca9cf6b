/**
 * The view 共享 without its looks: what of ours is in the workbook, its copies, the check, the repair and the short names. One piece of
 * work at a time; cancelled or failed, the workbook is as it was.
 */
import { ExcelTrouble, type ExcelHost, type WorkbookEvent } from "../../../excel/host";
import type { Release } from "../../../policy/pack-release";
import type { Text, Language } from "../../../words/text";
import type { WorkerLike } from "../../scoring/scoring-client";
import type { ScoringModel } from "../../scoring/scoring-model";
import { troubles } from "../../scoring/troubles";
import { OneAtATime } from "../../worker/one-at-a-time";
import { WorkRefused } from "../../worker/worker-client";
import { checkThisWorkbook } from "./check-work";
import { lookThrough, namesInSight } from "./look-through";
import { maskedCopy, nativeCopy, type CopyWork } from "./make-copy";
import { repairFormulas } from "./repair-formulas";
import { replaceByValues, type ValuesWork } from "./replace-by-values";
import { restoreFormulas } from "./restore-formulas";
import type { SaveFile } from "./save-file";
import { SharingClient } from "./sharing-client";
import {
  NOTHING_SHARED,
  type Outcome,
  type SharingStage,
  type SharingState,
  type SharingTrouble,
} from "./sharing-state";
import { addShortNames, removeShortNames } from "./switch-short-names";

/** Above this many cells, looking through them all waits for a person's word. */
const UNASKED_CELLS = 200_000;

const COPY_NAMES: Readonly<Record<"native" | "masked", Text>> = {
  native: { zh: "透明评分表", en: "native" },
  masked: { zh: "脱敏副本", en: "masked" },
};

export interface SharingOptions {
  readonly host: ExcelHost;
  readonly scoring: ScoringModel;
  readonly release: Release;
  readonly version: string;
  readonly startWorker: () => WorkerLike;
  readonly saveFile: SaveFile;
}

export class SharingModel {
  state: SharingState = NOTHING_SHARED;
  private readonly listeners = new Set<() => void>();
  private readonly client: SharingClient;
  private readonly queue = new OneAtATime();
  private stopWatching: (() => Promise<void>) | null = null;

  constructor(private readonly options: SharingOptions) {
    this.client = new SharingClient(options.startWorker);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private set(changed: Partial<SharingState>): void {
    this.state = { ...this.state, ...changed };
    for (const listener of this.listeners) listener();
  }

  /** The view comes into sight: a small workbook is looked through at once. */
  async open(): Promise<void> {
    if (this.state.contents !== null && !this.state.stale) return;
    await this.during(async (signal) => {
      this.stopWatching ??= await this.options.host.watch((event) => void this.hear(event));
      const { sheets } = await this.options.host.look();
      const cells = sheets.reduce(
        (sum, { used }) => sum + (used === null ? 0 : (used.bottom - used.top + 1) * (used.right - used.left + 1)),
        0,
      );
      if (cells > UNASKED_CELLS) this.set({ toRead: cells });
      else await this.lookThrough(signal);
    });
  }

  /** Looks through the whole workbook, however large. */
  look(): Promise<void> {
    return this.during((signal) => this.lookThrough(signal));
  }

  values(where: "here" | "copies", language: Language): Promise<void> {
    return this.change((signal) => replaceByValues(this.valuesWork(language, signal), where));
  }

  restore(language: Language): Promise<void> {
    return this.change((signal) => restoreFormulas(this.valuesWork(language, signal)));
  }

  repair(): Promise<void> {
    return this.change((signal) => {
      this.stage("looking", 0, 0);
      return repairFormulas(this.options.host, {
        signal,
        progress: (done, total) => this.stage("writing", done, total),
      });
    });
  }

  shortNames(on: boolean): Promise<void> {
    return this.change((signal) => {
      this.stage("writing", 0, 0);
      return on ? addShortNames(this.options.host) : removeShortNames(this.options.host, { signal });
    });
  }

  /** The masked copy once more, with one more of the columns that were left out. */
  keepColumn(heading: string, language: Language): Promise<void> {
    const { outcome } = this.state;
    const kept = outcome?.kind === "file" ? outcome.keep : [];
    return this.copy("masked", language, null, [...kept, heading]);
  }

  /**
   * @param tiers of a native copy; null takes all
   * @param keep headings of a masked copy's columns that stay although nobody recognised them
   */
  copy(
    copy: "native" | "masked",
    language: Language,
    tiers: readonly string[] | null = null,
    keep: readonly string[] = [],
  ): Promise<void> {
    return this.during(async (signal) => {
      this.set({ outcome: null });
      const work = this.copyWork(language, signal);
      const file = await (copy === "native" ? nativeCopy(work, tiers) : maskedCopy(work, keep));
      const { results, sheet } = this.options.scoring.state;
      const list = results?.sheet.name ?? sheet?.name ?? "";
      // Nobody is told by the file's name what the copy hides.
      const name =
        copy === "masked" ? `${COPY_NAMES.masked[language]}.xlsx` : `${list}_${COPY_NAMES.native[language]}.xlsx`;
      const opened = await this.options.host.sharing.openWorkbook(file.bytes);
      if (!opened) this.options.saveFile(file.bytes, name);
      this.set({ outcome: { kind: "file", copy, file, name, opened, keep } });
    });
  }

  /** Hands the copy made last over once more. */
  saveAgain(): void {
    const { outcome } = this.state;
    if (outcome?.kind === "file") this.options.saveFile(outcome.file.bytes, outcome.name);
  }

  check(): Promise<void> {
    return this.during(async (signal) => {
      this.set({ outcome: null });
      const findings = await checkThisWorkbook(this.options.host, this.client, signal, this.stage);
      this.set({ outcome: { kind: "checked", findings } });
    });
  }

  cancel(): void {
    const { work } = this.state;
    if (work !== null) this.set({ work: { ...work, cancelling: true } });
    this.queue.cancel();
  }

  dismiss(): void {
    this.set({ trouble: null, outcome: null });
  }

  async show(sheet: string): Promise<void> {
    await this.during(async () => {
      const { sheets } = await this.options.host.look();
      const found = sheets.find(({ id, name }) => id === sheet || name === sheet);
      if (found !== undefined) await this.options.host.show(found.id);
    });
  }

  dispose(): void {
    this.queue.dispose();
    this.client.end();
    void this.stopWatching?.();
  }

  private readonly stage = (stage: SharingStage, done: number, total: number): void => {
    this.set({ work: { stage, done, total, cancelling: this.state.work?.cancelling ?? false } });
  };

  private valuesWork(language: Language, signal: AbortSignal): ValuesWork {
    const { host, release, version } = this.options;
    return { host, client: this.client, policy: release.policy, version, language, signal, stage: this.stage };
  }

  private copyWork(language: Language, signal: AbortSignal): CopyWork {
    const { host, scoring } = this.options;
    const { settings, results, sheet } = scoring.state;
    const { asOf } = scoring;
    const list = results?.sheet.id ?? sheet?.id ?? null;
    return {
      host,
      client: this.client,
      list,
      asOf,
      purpose: settings.purpose,
      settings,
      language,
      signal,
      stage: this.stage,
    };
  }

  private async lookThrough(signal: AbortSignal): Promise<void> {
    const { host, release } = this.options;
    this.stage("looking", 0, 0);
    const progress = (done: number, total: number): void => this.stage("looking", done, total);
    const contents = await lookThrough(host, release.policy, { signal, progress });
    this.set({ contents, toRead: null, stale: false });
  }

  /** Work that changes the workbook; what is in it is looked at again afterwards. */
  private change(work: (signal: AbortSignal) => Promise<Outcome>): Promise<void> {
    return this.during(async (signal) => {
      this.set({ outcome: null });
      const outcome = await work(signal);
      this.set({ outcome });
      await this.lookThrough(signal);
    });
  }

  /** One piece of work after the other, its trouble told. */
  private during(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    return this.queue.run(async (signal) => {
      this.set({ trouble: null });
      try {
        await work(signal);
      } catch (error) {
        this.set({ trouble: this.troubleOf(error) });
      } finally {
        this.set({ work: null });
      }
    });
  }

  private troubleOf(error: unknown): SharingTrouble {
    if (error instanceof WorkRefused) {
      const lost = this.state.contents?.formulas.some(({ unknown }) => unknown > 0) ?? false;
      return { text: error.text, remedy: lost ? "repair" : null };
    }
    if (error instanceof ExcelTrouble) return { text: error.text, remedy: null };
    return { text: troubles.of(error, null).text, remedy: null };
  }

  private async hear(event: WorkbookEvent): Promise<void> {
    const changed = event.kind === "sheets" ? await this.sheetsChanged() : event.kind === "cells" && !event.own;
    if (changed && this.state.contents !== null && !this.queue.busy && !this.state.stale) this.set({ stale: true });
  }

  /** Excel also tells of sheets that were written here, a moment afterwards. */
  private async sheetsChanged(): Promise<boolean> {
    const { contents } = this.state;
    if (this.queue.busy || contents === null) return false;
    try {
      const { sheets } = await this.options.host.look();
      return JSON.stringify(namesInSight(sheets)) !== JSON.stringify(contents.sheets);
    } catch {
      // Whoever asks next is told what is wrong with the workbook.
      return false;
    }
  }
}
