/**
 * The mind of drafts in the pane: an edition becomes a draft's sheet, and while its page is open, what its cells say is read anew whenever
 * they change. All of it goes through one Work: a change stops the reading that it makes out of date.
 */
import type { ExcelHost, WorkbookEvent } from "../../../../excel/host";
import { rangeOfAddress } from "../../../../words/range-address";
import type { Purpose } from "../../../../policy/rule-set";
import type { Language } from "../../../../words/text";
import type { SaveFile } from "../../../app/save-file";
import type { ScoringModel } from "../../../app/scoring/scoring-model";
import { rowSheetsOf } from "../../../app/scoring/row-sheets";
import { troubles } from "../../../app/scoring/troubles";
import { Store } from "../../../app/store";
import { Work, type Ended, type WorkControl } from "../../../app/work";
import type { WorkerClient } from "../../../worker/client";
import { Shelf } from "../../../worker/shelf";
import type { DraftView } from "../../../worker/tasks/draft-answers";
import { NO_DRAFT, rivals, type DraftState } from "./draft-state";
import { findDrafts, readDraft } from "./find-drafts";

export interface DraftOptions {
  readonly host: ExcelHost;
  readonly client: WorkerClient;
  readonly scoring: ScoringModel;
  readonly saveFile: SaveFile;
  readonly now: () => number;
}

/** Milliseconds without another change before the sheet is read: nobody's typing waits for it. */
const SETTLE = 300;

export class DraftModel extends Store<DraftState> {
  private readonly work: Work;
  private readonly shelf: Shelf;
  private stopWatching: (() => Promise<void>) | null = null;
  private stopListening: (() => void) | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What was read is out of date. */
  private due = true;
  /** The page of the draft is open. */
  private shown = false;
  /** By what the list was judged, all of it; null while that is under way. */
  private known: DraftModel["judged"] | null = null;
  /** What the list that is judged was scored by last. */
  private judged: { readonly purpose: Purpose; readonly run: number | null };

  constructor(private readonly options: DraftOptions) {
    super(NO_DRAFT);
    this.work = new Work((work) => this.set({ work }), options.now);
    this.shelf = new Shelf(options.client);
    this.judged = this.judging();
  }

  /** The rules are in view: says which drafts there are. */
  async look(): Promise<void> {
    await this.guarded(async () => {
      this.stopWatching ??= await this.options.host.watch((event) => this.hear(event));
      await this.find();
    });
  }

  /** The page of the draft is opened: from now on it is read whenever its cells change. */
  async open(): Promise<void> {
    this.shown = true;
    this.stopListening ??= this.options.scoring.subscribe(() => this.follow());
    this.follow();
    if (this.due || this.state.view === null) await this.update();
  }

  close(): void {
    this.shown = false;
    this.stopListening?.();
    this.stopListening = null;
  }

  /**
   * Writes an edition as the sheet of a draft. Where drafts are there already nothing is written unless they are to be replaced: they go once
   * the new one stands. Tells whether it was written.
   * @param file of the edition, below seeds/
   */
  async begin(file: string, replace: boolean, language: Language): Promise<boolean> {
    if (this.state.asked !== null) return false;
    this.work.cancel();
    this.set({ asked: "begin", question: null, trouble: null });
    let done = false;
    const ended = await this.work.run(async (control) => {
      const { sheets } = await this.find();
      if (sheets.length > 0 && !replace) {
        this.set({ question: file });
        return;
      }
      await this.write(file, language, control);
      if (sheets.length > 0) await this.options.host.sharing.removeSheets(sheets.map(({ id }) => id));
      done = true;
    });
    this.set({ asked: null });
    this.tell(ended);
    this.due = true;
    if (this.shown) await this.update();
    return done;
  }

  private async write(file: string, language: Language, { signal, stage }: WorkControl): Promise<void> {
    const { host, client } = this.options;
    const { parts } = await client.ask("draft-begin", { file, language }, { signal });
    const [written] = await host.writeResults(parts, { signal, progress: stage("writing") });
    if (written === undefined) return;
    this.set({ sheet: written.sheet, ...NOTHING_KNOWN });
    await host.show(written.sheet, FIRST_CELL);
  }

  dismissQuestion(): void {
    this.set({ question: null });
  }

  dismiss(): void {
    this.set({ trouble: null });
  }

  cancel(): void {
    this.work.cancel();
  }

  /** Shows another draft of the workbook. */
  async choose(sheet: string): Promise<void> {
    this.set({ sheet, ...NOTHING_KNOWN });
    await this.update();
  }

  /** Brings a cell of the draft into view, or of another sheet. */
  async showCell(cell: string, sheet = this.state.sheet): Promise<void> {
    const range = rangeOfAddress(cell);
    if (sheet !== null) await this.guarded(() => this.options.host.show(sheet, ...(range === null ? [] : [range])));
  }

  /** Reads the draft as it is now; what is being read is given up for it. */
  private async update(): Promise<void> {
    this.due = true;
    if (this.state.asked === null) this.work.cancel();
    const ended = await this.work.run(async (control) => {
      if (!this.due) return;
      await this.read(control);
    });
    this.set({ live: null });
    if (ended.kind === "failed") this.tell(ended);
  }

  /** From the cells to what they do to the list, each part shown as soon as it is known. */
  private async read(control: WorkControl): Promise<void> {
    const { view: before } = this.state;
    const view = await this.readCells(control);
    const same = before?.kind === "draft" && view?.kind === "draft" && before.print === view.print;
    if (!same) this.set({ sweep: null, exported: null, wrote: null });
    const { purpose, run } = this.judging();
    const known = this.known?.purpose === purpose && this.known.run === run;
    if (!same || !known) await this.judge(control);
  }

  /** What was known of the list stays until it is known anew; of a draft that is none nothing is. */
  private async judge({ signal }: WorkControl): Promise<void> {
    const { view } = this.state;
    const judging = this.judging();
    const { run } = judging;
    this.known = null;
    if (view?.kind !== "draft" || run === null) {
      this.set({ impact: null, weights: null, sweep: null });
      return;
    }
    const { client } = this.options;
    const question = { draft: view.id, run };
    this.set({ live: "judging" });
    const { answer: impact } = await client.ask("draft-impact", question, { signal });
    this.set({ impact, weights: null, live: "weighing" });
    this.set({ weights: (await client.ask("draft-weights", question, { signal })).answer });
    this.known = judging;
  }

  private async readCells({ signal }: WorkControl): Promise<DraftView | null> {
    // What has been changed so far is read now.
    clearTimeout(this.timer);
    this.due = false;
    this.set({ live: "reading" });
    await this.find();
    const { sheet } = this.state;
    if (sheet === null) return null;
    const place = { ...this.options, shelf: this.shelf };
    const view = await readDraft(place, sheet, this.judging().purpose, signal);
    this.set({ view, trouble: null });
    return view;
  }

  /** Tries a line of the draft at values around where it is. */
  sweep(line: string): Promise<void> {
    return this.ofList("sweep", async (question, { signal, stage }) => {
      this.set({ sweep: null });
      const progress = stage("working");
      const { answer } = await this.options.client.ask("draft-sweep", { ...question, line }, { signal, progress });
      this.set({ sweep: answer });
    });
  }

  /** Writes differences and effect as sheets, the line tried last among them. */
  writeSheets(language: Language): Promise<void> {
    return this.ofList("write", async (question, { signal, stage }) => {
      const { client, host, scoring } = this.options;
      const line = this.state.sweep?.line.id ?? null;
      const wanted = { ...question, line, language };
      const { parts } = await client.ask("draft-sheets", wanted, { signal, progress: stage("working") });
      const written = await host.writeResults(parts, { signal, progress: stage("writing") });
      scoring.knowRowSheets(rowSheetsOf(parts, written));
      const [, first = written[0]] = written;
      if (first !== undefined) this.set({ wrote: { sheet: first.sheet, name: first.name } });
    });
  }

  /** Work on the draft as it was read and the list as it was scored. */
  private async ofList(
    asked: "sweep" | "write",
    work: (question: { readonly draft: number; readonly run: number }, control: WorkControl) => Promise<void>,
  ): Promise<void> {
    const { view } = this.state;
    const { run } = this.judging();
    if (this.state.asked !== null || view?.kind !== "draft" || run === null) return;
    this.set({ asked, trouble: null, wrote: null });
    this.tell(await this.work.run((control) => work({ draft: view.id, run }, control)));
    this.set({ asked: null });
  }

  /** The files of a new edition, as one zip; nothing where the draft, read once more, has anything wrong with it. */
  async exportEdition(day: string): Promise<void> {
    if (this.state.asked !== null) return;
    this.work.cancel();
    this.set({ asked: "export", exported: null, trouble: null });
    const ended = await this.work.run(async (control) => {
      const view = await this.readCells(control);
      if (view?.kind !== "draft" || rivals(this.state).length > 0) return;
      const { signal, stage } = control;
      stage("working");
      const { answer } = await this.options.client.ask("draft-export", { draft: view.id, day }, { signal });
      this.set({ exported: answer });
      this.saveAgain();
    });
    this.set({ asked: null, live: null });
    this.tell(ended);
    // What was given up for it is taken up again.
    if (this.state.impact !== null) return;
    await this.work.run((control) => this.judge(control));
    this.set({ live: null });
  }

  /** Hands the files exported last over once more. */
  saveAgain(): void {
    const { exported } = this.state;
    if (exported?.kind === "files") this.options.saveFile(exported.zip, exported.name);
  }

  /** What is shown stays where it still is; else the draft in view, or the first. */
  private async find() {
    const found = await findDrafts(this.options.host);
    const known = found.sheets.find(({ id }) => id === this.state.sheet);
    const next = known ?? found.sheets.find(({ id }) => id === found.active) ?? found.sheets[0];
    const same = next !== undefined && next === known;
    this.set({ sheets: found.sheets, sheet: next?.id ?? null, ...(same ? {} : NOTHING_KNOWN) });
    return found;
  }

  private hear(event: WorkbookEvent): void {
    if (event.kind === "cells" && event.sheet === this.state.sheet) this.soon();
    if (event.kind === "sheets") this.soon();
  }

  private soon(): void {
    this.due = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.shown) void this.update();
      else void this.look();
    }, SETTLE);
  }

  private judging(): DraftModel["judged"] {
    const { settings, results } = this.options.scoring.state;
    return { purpose: settings.purpose, run: results?.run ?? null };
  }

  /** Another list, or the same scored anew or for another purpose. */
  private follow(): void {
    const now = this.judging();
    if (now.purpose === this.judged.purpose && now.run === this.judged.run) return;
    this.judged = now;
    this.soon();
  }

  private async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.set({ trouble: troubles.of(error, null) });
    }
  }

  private tell(ended: Ended): void {
    if (ended.kind !== "done") this.set({ trouble: troubles.of(ended.error, null) });
  }

  override dispose(): void {
    super.dispose();
    this.close();
    clearTimeout(this.timer);
    this.work.dispose();
    this.stopWatching?.().catch(() => undefined);
  }
}

/** Of another draft. */
const NOTHING_KNOWN = { view: null, impact: null, weights: null, sweep: null, exported: null, wrote: null } as const;
const FIRST_CELL = { top: 0, left: 0, bottom: 0, right: 0 };
