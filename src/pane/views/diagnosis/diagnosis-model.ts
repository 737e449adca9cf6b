/**
 * The diagnosis view's mind: follows the selection to a firm of the run that was scored last, asks the worker about it, tries values
 * without touching the sheet, and writes growth plans. What it shows always says whether the row is still as it was scored.
 */
import type { ExcelHost, WorkbookView } from "../../../excel/host";
import type { Language } from "../../../words/text";
import { Store } from "../../app/store";
import { Work, type UnderWay } from "../../app/work";
import { writeParts } from "../../app/write-parts";
import type { WorkerClient } from "../../worker/client";
import { Refused } from "../../worker/refused";
import type { ScoringModel } from "../../app/scoring/scoring-model";
import type { Results, Trouble } from "../../app/scoring/scoring-state";
import { troubles } from "../../app/scoring/troubles";
import type { FirmAnswer, FoundFirm, WhatIfAnswer } from "../../worker/tasks/run-answers";
import type { Cut } from "../../worker/tasks/reading-view";
import { placeOfSheetRow, sheetRow, type SheetRow } from "../../../sheet/reading/sheet-row";
import { scoredPlace } from "../../app/scoring/scored-sheets";

export interface Trial {
  /** Slot -> what was typed. */
  readonly edits: Readonly<Record<string, string>>;
  readonly answer: WhatIfAnswer | null;
}

export const NO_TRIAL: Trial = { edits: {}, answer: null };

/** What plans were written, for one sentence. */
export interface PlansWritten {
  readonly sheet: string;
  readonly name: string;
}

export interface DiagnosisState {
  readonly firm: FirmAnswer | null;
  /** The row that was asked about. */
  readonly sheetRow: SheetRow | null;
  readonly loading: boolean;
  readonly pinned: boolean;
  /** A selected row that holds something and was not scored. */
  readonly unscored: number | null;
  readonly trial: Trial;
  readonly work: UnderWay | null;
  readonly trouble: Trouble | null;
  readonly wrote: PlansWritten | null;
  /** Rows selected where they can be told: of the sheets scored, or of a result sheet. */
  readonly selected: number;
  /** What a search has found; null while nothing is looked for. */
  readonly found: Cut<FoundFirm> | null;
  /** Counts firms shown, for those who listen. */
  readonly serial: number;
}

export const NO_FIRM: DiagnosisState = {
  firm: null,
  sheetRow: null,
  loading: false,
  pinned: false,
  unscored: null,
  trial: NO_TRIAL,
  work: null,
  trouble: null,
  wrote: null,
  selected: 0,
  found: null,
  serial: 0,
};

export interface DiagnosisOptions {
  readonly host: ExcelHost;
  readonly client: WorkerClient;
  readonly scoring: ScoringModel;
  readonly now: () => number;
}

/** Rows taken from a selection: more plans than that are never written at a time. */
const MOST_SELECTED = 5000;

export class DiagnosisModel extends Store<DiagnosisState> {
  private readonly work: Work;
  private stop: (() => void) | null = null;
  private asked = 0;
  private tried = 0;
  private looked = 0;
  private busy = false;
  private waiting = false;
  private seen: { readonly results: Results | null; readonly selection: WorkbookView["selection"] } = {
    results: null,
    selection: null,
  };

  constructor(private readonly options: DiagnosisOptions) {
    super(NO_FIRM);
    this.work = new Work((work) => this.set({ work }), options.now);
  }

  private get results(): Results | null {
    return this.options.scoring.state.results;
  }

  /** While the view is open. */
  open(): void {
    this.stop ??= this.options.scoring.subscribe(() => this.hear());
    this.hear(true);
  }

  close(): void {
    this.stop?.();
    this.stop = null;
  }

  private hear(again = false): void {
    const { results, workbook, phase } = this.options.scoring.state;
    const selection = workbook?.selection ?? null;
    const { seen } = this;
    this.seen = { results, selection };
    if (results === null) {
      if (this.state.firm !== null && phase !== "running") this.set({ ...NO_FIRM, serial: this.state.serial });
      return;
    }
    if (results.run !== seen.results?.run && !again) this.set({ trial: NO_TRIAL, wrote: null });
    const other = results.run !== seen.results?.run || results.stale !== seen.results.stale;
    if (again || other || selection !== seen.selection) void this.follow();
  }

  /** One question at a time: what is selected meanwhile is looked at afterwards, and only the last of it. */
  private async follow(): Promise<void> {
    if (this.busy) {
      this.waiting = true;
      return;
    }
    this.busy = true;
    try {
      await this.followOnce();
    } finally {
      this.busy = false;
    }
    if (!this.waiting) return;
    this.waiting = false;
    await this.follow();
  }

  private async followOnce(): Promise<void> {
    await this.guarded(async () => {
      const rows = await this.selectedSheetRows(1);
      const selected = this.selectedCount();
      if (selected !== this.state.selected) this.set({ selected });
      const row = this.state.pinned ? this.state.sheetRow : (rows[0] ?? this.state.sheetRow);
      if (row !== null) await this.ask(row);
    });
  }

  private selectedCount(): number {
    const { workbook } = this.options.scoring.state;
    const selection = workbook?.selection;
    if (!selection || !this.isAboutFirms(selection.sheet)) return 0;
    return selection.range.bottom - selection.range.top + 1;
  }

  private isAboutFirms(sheet: string): boolean {
    const { results } = this;
    return results !== null && (results.sheets.some(({ id }) => id === sheet) || this.isRowSheet(sheet));
  }

  private isRowSheet(sheet: string): boolean {
    return this.results?.rowSheets.includes(sheet) === true;
  }

  /** Rows that the selection means: its own on a sheet that was scored, or those that a result sheet's first column names. */
  private async selectedSheetRows(most: number): Promise<SheetRow[]> {
    const { results } = this;
    const selection = this.options.scoring.state.workbook?.selection;
    if (results === null || !selection || !this.isAboutFirms(selection.sheet)) return [];
    const { top, bottom } = selection.range;
    const last = Math.min(bottom, top + most - 1);
    const scored = results.sheets.find(({ id }) => id === selection.sheet);
    if (scored !== undefined) {
      const sheet = scored.id === results.sheet.id ? null : scored.name;
      return Array.from({ length: last - top + 1 }, (_, at) => sheetRow(sheet, top + at + 1));
    }
    const rows: SheetRow[] = [];
    for await (const block of this.options.host.readBlocks(selection.sheet, { top, bottom: last, left: 0, right: 0 }))
      for (const [first] of block.rows) {
        const named = typeof first === "number" || typeof first === "string" ? first : 0;
        if (placeOfSheetRow(named) !== null) rows.push(named);
      }
    return rows;
  }

  /** The row of the list as it is now, from column A; null where it can't be read, or where several sheets make the list. */
  private async cellsOf(results: Results, named: SheetRow) {
    const place = results.sheets.length > 1 ? null : scoredPlace(results, named);
    if (place === null) return null;
    const at = { top: place.row, bottom: place.row, left: 0, right: results.lastColumn };
    for await (const block of this.options.host.readBlocks(place.sheet, at)) return block.rows[0] ?? null;
    return null;
  }

  private async ask(named: SheetRow): Promise<void> {
    const { results } = this;
    if (results === null) return;
    const { run } = results;
    if (run === null) {
      this.set(results.stale ? { loading: false, trouble: troubles.runGone } : { loading: this.state.firm === null });
      return;
    }
    this.asked += 1;
    const { asked } = this;
    if (this.state.firm === null) this.set({ loading: true });
    try {
      const cells = await this.cellsOf(results, named);
      const question = { run, sheetRow: named, cells, aim: null };
      const { answer: firm } = await this.options.client.ask("firm", question);
      if (asked !== this.asked) return;
      if (firm.diagnosis === null) {
        const blank = cells === null || cells.every((cell) => cell === null || cell === "");
        const below = typeof named === "number" && named > results.headingRow;
        this.set({ unscored: !blank && below ? named : null, loading: false });
        return;
      }
      const same = firm.diagnosis.row === this.state.firm?.diagnosis?.row;
      this.set({
        firm,
        sheetRow: named,
        unscored: null,
        loading: false,
        trouble: null,
        ...(same ? {} : { trial: NO_TRIAL, wrote: null, serial: this.state.serial + 1 }),
      });
    } finally {
      if (this.state.loading) this.set({ loading: false });
    }
  }

  private async guarded(work: () => Promise<void>): Promise<void> {
    const { trouble } = this.state;
    try {
      await work();
      // What went wrong before is over.
      if (trouble !== null && this.state.trouble === trouble) this.set({ trouble: null });
    } catch (error) {
      this.failed(error);
    }
  }

  private failed(error: unknown): void {
    const remedy = error instanceof Refused && error.why === "gone" ? ({ kind: "score-again" } as const) : null;
    this.set({ trouble: troubles.of(error, remedy) });
  }

  /** Goes to an enterprise: selects its row on its own sheet and shows it here. */
  async goTo(named: SheetRow): Promise<void> {
    const { results } = this;
    const place = results === null ? null : scoredPlace(results, named);
    if (results === null || place === null) return;
    await this.guarded(async () => {
      await this.ask(named);
      const at = { top: place.row, bottom: place.row, left: 0, right: results.lastColumn };
      await this.options.host.show(place.sheet, at);
    });
  }

  /** Enterprises of the run by a part of their name or code, or by pinyin initials. */
  async find(query: string): Promise<void> {
    const run = this.results?.run ?? null;
    if (run === null) return;
    this.looked += 1;
    const { looked } = this;
    await this.guarded(async () => {
      const { answer } = await this.options.client.ask("find", { run, query });
      if (looked === this.looked) this.set({ found: query.trim() === "" ? null : answer });
    });
  }

  async next(): Promise<void> {
    const { firm } = this.state;
    if (firm !== null) await this.goTo(firm.next);
  }

  setPinned(pinned: boolean): void {
    this.set({ pinned });
    if (!pinned) void this.follow();
  }

  dismissTrouble(): void {
    this.set({ trouble: null });
  }

  /** Types a value into the what-if; `undefined` puts the sheet's own back. */
  async edit(slot: string, text: string | undefined): Promise<void> {
    const others = Object.fromEntries(Object.entries(this.state.trial.edits).filter(([key]) => key !== slot));
    const own = this.state.firm?.figures.find((figure) => figure.slot === slot)?.text;
    await this.try(text === undefined || text === own ? others : { ...others, [slot]: text });
  }

  /** Tries the values given instead of the sheet's, all others as they stand. */
  async try(edits: Readonly<Record<string, string>>): Promise<void> {
    const { results } = this;
    const diagnosis = this.state.firm?.diagnosis;
    const run = results?.run ?? null;
    if (run === null || !diagnosis) return;
    this.tried += 1;
    const { tried } = this;
    const entries = Object.entries(edits);
    if (entries.length === 0) {
      this.set({ trial: NO_TRIAL });
      return;
    }
    this.set({ trial: { edits, answer: this.state.trial.answer } });
    await this.guarded(async () => {
      const { answer } = await this.options.client.ask("what-if", {
        run,
        row: diagnosis.row,
        aim: diagnosis.target?.tier ?? null,
        edits: entries.map(([slot, text]): [string, string] => [slot, text]),
      });
      if (tried === this.tried && this.state.firm?.diagnosis?.row === diagnosis.row)
        this.set({ trial: { edits, answer } });
    });
  }

  /** Writes plans: of the firm shown, of the rows selected, or of all rows. */
  async writePlans(of: "this" | "selected" | "all", language: Language): Promise<void> {
    const { results } = this;
    const diagnosis = this.state.firm?.diagnosis;
    const run = results?.run ?? null;
    if (run === null || this.work.busy || (of === "this" && !diagnosis)) return;
    this.set({ wrote: null, trouble: null });
    const ended = await this.work.run(async (control) => {
      const rows = of === "all" ? null : of === "this" ? [] : await this.selectedSheetRows(MOST_SELECTED);
      if (of === "this" && diagnosis) rows?.push(diagnosis.sheetRow);
      const wanted = { what: "plans", rows, aim: null } as const;
      const done = await writeParts(this.options, { run, wanted, language, ending: results?.ending ?? "" }, control);
      this.options.scoring.knowRowSheets(done.rowSheets);
      const [first] = done.written;
      if (first !== undefined) this.set({ wrote: { sheet: first.sheet, name: first.name } });
    });
    if (ended.kind !== "done") this.failed(ended.error);
  }

  cancel(): void {
    this.work.cancel();
  }

  override dispose(): void {
    super.dispose();
    this.close();
    this.work.dispose();
  }
}
