/**
 * The mind of drafts in the pane: an edition becomes a draft's sheet, and while its page is open, what its cells say is read anew whenever
 * they change. All of it goes through one Work: a change stops the reading that it makes out of date.
 */
import type { ExcelHost, WorkbookEvent } from "../../../../excel/host";
import { rangeOfAddress } from "../../../../words/range-address";
import type { Language } from "../../../../words/text";
import type { ScoringModel } from "../../../app/scoring/scoring-model";
import { troubles } from "../../../app/scoring/troubles";
import { Store } from "../../../app/store";
import { Work, type Ended, type WorkControl } from "../../../app/work";
import type { WorkerClient } from "../../../worker/client";
import { Shelf } from "../../../worker/shelf";
import { NO_DRAFT, type DraftState } from "./draft-state";
import { findDrafts, readDraft } from "./find-drafts";

export interface DraftOptions {
  readonly host: ExcelHost;
  readonly client: WorkerClient;
  readonly scoring: ScoringModel;
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
  private purpose: string;

  constructor(private readonly options: DraftOptions) {
    super(NO_DRAFT);
    this.work = new Work((work) => this.set({ work }), options.now);
    this.shelf = new Shelf(options.client);
    this.purpose = options.scoring.state.settings.purpose;
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
    this.set({ sheet: written.sheet, view: null });
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
    this.set({ sheet, view: null });
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

  private async read({ signal }: WorkControl): Promise<void> {
    this.due = false;
    this.set({ live: "reading" });
    await this.find();
    const { sheet } = this.state;
    if (sheet === null) return;
    const view = await readDraft(
      { ...this.options, shelf: this.shelf },
      sheet,
      this.options.scoring.state.settings.purpose,
      signal,
    );
    this.set({ view, trouble: null });
  }

  /** What is shown stays where it still is; else the draft in view, or the first. */
  private async find() {
    const found = await findDrafts(this.options.host);
    const known = found.sheets.find(({ id }) => id === this.state.sheet);
    const next = known ?? found.sheets.find(({ id }) => id === found.active) ?? found.sheets[0];
    const same = next !== undefined && next === known;
    this.set({ sheets: found.sheets, sheet: next?.id ?? null, ...(same ? {} : { view: null }) });
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

  /** What the list is judged by may have changed. */
  private follow(): void {
    const { purpose } = this.options.scoring.state.settings;
    if (purpose === this.purpose) return;
    this.purpose = purpose;
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

const FIRST_CELL = { top: 0, left: 0, bottom: 0, right: 0 };
