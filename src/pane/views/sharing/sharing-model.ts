/**
 * The view 共享 without its looks: what of ours is in the workbook, its copies, the check, the repair and the short names. One piece of
 * work at a time; cancelled or failed, the workbook is as it was.
 */
import type { ExcelHost, WorkbookEvent } from "../../../excel/host";
import type { Release } from "../../../policy/pack-release";
import type { Policy } from "../../../policy/rule-set";
import type { CellPlace } from "../../../words/grid";
import type { Text, Language } from "../../../words/text";
import type { ScoringModel } from "../../app/scoring/scoring-model";
import { Store } from "../../app/store";
import { textOfError, Work, type WorkControl } from "../../app/work";
import type { WorkerClient } from "../../worker/client";
import { Refused } from "../../worker/refused";
import { checkThisWorkbook } from "./check-work";
import { lookThrough, namesInSight } from "./look-through";
import { maskedCopy, nativeCopy, type CopyWork } from "./make-copy";
import { repairFormulas } from "./repair-formulas";
import { replaceByValues, type ValuesWork } from "./replace-by-values";
import { restoreFormulas } from "./restore-formulas";
import type { SaveFile } from "../../app/save-file";
import { NOTHING_SHARED, type Outcome, type SharingState } from "./sharing-state";
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
  /** The rules that formulas judge by, where a draft is among them; null for those in force. */
  readonly drafted: () => Policy | null;
  readonly version: string;
  readonly client: WorkerClient;
  readonly saveFile: SaveFile;
}

export class SharingModel extends Store<SharingState> {
  private readonly work = new Work((work) => this.set({ work }));
  private stopWatching: (() => Promise<void>) | null = null;

  constructor(private readonly options: SharingOptions) {
    super(NOTHING_SHARED);
  }

  /** The view comes into sight: a small workbook is looked through at once. */
  async open(): Promise<void> {
    if (this.state.contents !== null && !this.state.stale) return;
    await this.during(async (control) => {
      this.stopWatching ??= await this.options.host.watch((event) => void this.hear(event));
      const { sheets } = await this.options.host.look();
      const cells = sheets.reduce(
        (sum, { used }) => sum + (used === null ? 0 : (used.bottom - used.top + 1) * (used.right - used.left + 1)),
        0,
      );
      if (cells > UNASKED_CELLS) this.set({ toRead: cells });
      else await this.lookThrough(control);
    });
  }

  /** Looks through the whole workbook, however large. */
  look(): Promise<void> {
    return this.during((control) => this.lookThrough(control));
  }

  values(where: "here" | "copies", language: Language): Promise<void> {
    return this.change((control) => replaceByValues(this.valuesWork(language, control), where));
  }

  restore(language: Language): Promise<void> {
    return this.change((control) => restoreFormulas(this.valuesWork(language, control)));
  }

  repair(): Promise<void> {
    return this.change(({ signal, stage }) =>
      repairFormulas(this.options.host, { signal, progress: stage("writing") }),
    );
  }

  shortNames(on: boolean): Promise<void> {
    return this.change(({ signal, stage }) => {
      stage("writing");
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
    return this.during(async (control) => {
      this.set({ outcome: null });
      const work = this.copyWork(language, control);
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
    return this.during(async (control) => {
      this.set({ outcome: null });
      const findings = await checkThisWorkbook(this.options.host, this.options.client, control);
      this.set({ outcome: { kind: "checked", findings } });
    });
  }

  cancel(): void {
    this.work.cancel();
  }

  dismiss(): void {
    this.set({ trouble: null, outcome: null });
  }

  /** Brings a sheet into view, or a cell on it; nothing where the sheet is gone. */
  async show(sheet: string, cell?: CellPlace): Promise<void> {
    await this.during(async () => {
      const { sheets } = await this.options.host.look();
      const found = sheets.find(({ id, name }) => id === sheet || name === sheet);
      if (found === undefined) return;
      const range = cell && { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column };
      await this.options.host.show(found.id, range);
    });
  }

  override dispose(): void {
    super.dispose();
    this.work.dispose();
    void this.stopWatching?.();
  }

  private valuesWork(language: Language, control: WorkControl): ValuesWork {
    const { host, client, release, drafted, version } = this.options;
    return { host, client, policy: drafted() ?? release.policy, version, language, ...control };
  }

  private copyWork(language: Language, control: WorkControl): CopyWork {
    const { host, client, scoring } = this.options;
    const { settings, results, sheet } = scoring.state;
    const list = results?.sheet.id ?? sheet?.id ?? null;
    return { host, client, list, asOf: scoring.asOf, purpose: settings.purpose, settings, language, ...control };
  }

  private async lookThrough({ signal, stage }: WorkControl): Promise<void> {
    const { host, release } = this.options;
    const contents = await lookThrough(host, release.policy, { signal, progress: stage("looking") });
    this.set({ contents, toRead: null, stale: false });
  }

  /** Work that changes the workbook; what is in it is looked at again afterwards. */
  private change(job: (control: WorkControl) => Promise<Outcome>): Promise<void> {
    return this.during(async (control) => {
      this.set({ outcome: null });
      const outcome = await job(control);
      this.set({ outcome });
      await this.lookThrough(control);
    });
  }

  /** One piece of work after the other, its trouble told. */
  private async during(job: (control: WorkControl) => Promise<void>): Promise<void> {
    const ended = await this.work.run(async (control) => {
      this.set({ trouble: null });
      await job(control);
    });
    if (ended.kind === "done") return;
    const text = textOfError(ended.error);
    const lost = this.state.contents?.formulas.some(({ unknown }) => unknown > 0) ?? false;
    const remedy = ended.error instanceof Refused && lost ? "repair" : null;
    if (text !== null) this.set({ trouble: { text, remedy } });
  }

  private async hear(event: WorkbookEvent): Promise<void> {
    const changed = event.kind === "sheets" ? await this.sheetsChanged() : event.kind === "cells" && !event.own;
    if (changed && this.state.contents !== null && !this.work.busy && !this.state.stale) this.set({ stale: true });
  }

  /** Excel also tells of sheets that were written here, a moment afterwards. */
  private async sheetsChanged(): Promise<boolean> {
    const { contents } = this.state;
    if (this.work.busy || contents === null) return false;
    try {
      const { sheets } = await this.options.host.look();
      return JSON.stringify(namesInSight(sheets)) !== JSON.stringify(contents.sheets);
    } catch {
      // Whoever asks next is told what is wrong with the workbook.
      return false;
    }
  }
}
