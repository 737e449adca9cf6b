/**
 * The scoring view's mind: looks at the sheet in view, keeps what a person set, runs the scoring and says what came of it.
 * It knows no React: components read `state` and call its methods; every failure ends as a trouble in the state.
 */
import type { WorkbookEvent, WorkbookView } from "../../../excel/host";
import type { Language } from "../../../words/text";
import { isResultSheet } from "../../../sheet/results/sheet-names";
import { choiceKey, withMapping } from "./pane-settings";
import { withAllConfirmed } from "./mapping-editor";
import { isReadWith, newResults, sheetsToScore, type ScoredSheets } from "./scored-sheets";
import { CannotComeBack, runScoring, undoRun } from "./scored-runs";
import { activeSheet } from "./sheet-look";
import { FOUND_FIRMS, selectedRows, type Results } from "./scoring-state";
import { writeParts } from "../write-parts";
import { Work, type WorkControl } from "../work";
import { troubles } from "./troubles";
import { ListChoices } from "./list-choices";
import type { SheetRow } from "../../../sheet/reading/sheet-row";

export class ScoringModel extends ListChoices {
  private stopWatching: (() => Promise<void>) | null = null;
  private readonly work = new Work(
    (work) => this.set({ work }),
    () => this.now,
  );
  private editedWhileRunning = false;
  /** Reads the settings, begins to watch the workbook and looks at it. */
  async start(): Promise<void> {
    await this.guarded({ kind: "look-again" }, async () => {
      const kept = await this.settings.open();
      this.set({ settings: this.settings.current, settingsDamaged: kept.damaged });
      this.stopWatching ??= await this.options.host.watch((event) => this.hear(event));
      const workbook = await this.options.host.look();
      const lists = await this.lists.open(workbook);
      if (lists.length > 0) this.reopen(workbook, lists);
      // A workbook with results in it has been scored before, with nothing set by hand.
      else if (kept.fresh && !workbook.sheets.some(({ name }) => isResultSheet(name)))
        this.set({ phase: "welcome", workbook, sheet: activeSheet(workbook) });
      else {
        await this.look();
        void this.takeUpOlder(workbook);
      }
    });
  }

  /** Results without a record are taken up behind what is looked at: from then on they can be gone back to and asked. */
  private async takeUpOlder(workbook: WorkbookView): Promise<void> {
    await this.lists.takeUpOlder(workbook, this.state.settings.draft);
    const [older] = this.state.lists;
    if (older === undefined || this.state.results !== null || this.work.busy) return;
    this.desk.take(older.summary, older.list);
    this.set({ results: older });
    this.outdate();
  }

  /** The workbook was scored before: what it tells of that is there at once, and the lists are held against it behind that. */
  private reopen(workbook: WorkbookView, lists: readonly Results[]): void {
    const inView = lists.find(({ sheets }) => sheets.some(({ id }) => id === workbook.active));
    const newest = lists.reduce((last, one) => ((one.at ?? 0) > (last.at ?? 0) ? one : last));
    this.set({ workbook, sheet: activeSheet(workbook), lists });
    this.showResults(inView ?? newest);
    for (const one of [inView ?? newest, ...lists]) void this.lists.takeUp(one);
  }

  /** Shows the results of another list that was scored. */
  showList(sheet: string): void {
    const results = this.lists.of(sheet);
    if (results === null || this.work.busy) return;
    this.looks.drop();
    this.showResults(results);
  }

  override dispose(): void {
    super.dispose();
    this.looks.dispose();
    this.lists.dispose();
    this.work.dispose();
    this.stopWatching?.().catch(() => undefined);
  }

  /** The first run's button: scores where every column is clear, otherwise shows what to check first. */
  async begin(language: Language): Promise<void> {
    await this.look();
    const { reading } = this.state;
    if (reading === null) return;
    if (reading.doubts.length === 0) await this.score(language);
  }

  /** The ribbon's command: the whole of the sheet in view, as `begin` does. */
  async scoreInView(language: Language): Promise<void> {
    if (this.work.busy) return;
    this.set({ onlySelected: false });
    await this.begin(language);
  }

  /** Confirms every doubtful column as it was recognised, and scores. */
  async confirmAndScore(language: Language): Promise<void> {
    const { sheet, reading } = this.state;
    if (sheet === null || reading === null) return;
    const confirmed = withAllConfirmed(this.mapping, reading);
    const key = choiceKey(sheet, reading.sheets);
    this.keep((settings) => withMapping(settings, key, confirmed));
    await this.score(language);
  }

  /** Adds the sample sheet and looks at it. */
  async insertSample(language: Language): Promise<void> {
    await this.guarded({ kind: "look-again" }, async () => {
      const { name, rows } = this.options.sample(language);
      const id = await this.options.host.addSheet(name, rows);
      await this.look(id);
    });
  }

  /** Scores the sheet looked at, or only its selected rows. */
  async score(language: Language): Promise<void> {
    if (this.work.busy) return;
    const before = this.state.phase;
    const { results: shown, sheet, reading } = this.state;
    // From results on, the list that they are of is meant, whatever sheet was looked at last.
    const again = before === "done" && shown?.sheets.some(({ id }) => id === sheet?.id) === false ? shown : null;
    if (again !== null) await this.look(again.sheet.id);
    else if (sheetsToScore(this.state) === null) await this.look(reading === null ? shown?.sheet.id : sheet?.id);
    const what = sheetsToScore(this.state);
    if (what === null) return;
    const selected = this.state.onlySelected ? selectedRows(this.state) : null;
    if (this.state.onlySelected && selected === null) {
      this.set({ trouble: troubles.nothingSelected });
      return;
    }
    this.looks.drop();
    this.editedWhileRunning = false;
    this.set({ phase: "running", trouble: null, looking: false });
    const ended = await this.work.run((control) => this.run(what, selected, language, control));
    if (ended.kind !== "done") {
      this.failed(ended.error, { kind: "score-again" });
      this.set({ phase: before === "done" ? "done" : "seen" });
    }
    this.takeOver();
    const { results } = this.state;
    if (ended.kind !== "done") await this.refreshSettings();
    else if (results !== null) await this.lists.settle(results);
  }

  private async run(
    scored: ScoredSheets,
    rows: readonly [number, number] | null,
    language: Language,
    control: WorkControl,
  ): Promise<void> {
    const { host, client, now } = this.options;
    const { sheet, names } = scored;
    await this.refreshSettings();
    this.set({ settings: this.settings.current });
    const by = { ...this.scoringBy(sheet, names), rows, language };
    // Of several sheets the list is known by the first that is read.
    const ending = this.lists.endingFor(scored.sheets.find(({ name }) => name === names[0]) ?? sheet);
    const outcome = await runScoring({ host, client }, scored, by, ending, control);
    const fresh = newResults(scored, outcome, { at: now(), stale: this.editedWhileRunning, by, ending });
    const before = this.lists.of(fresh.sheet.id);
    // Sheets made of the run before, such as the library's, name the same rows.
    const rowSheets = [...new Set([...(before?.rowSheets ?? []), ...fresh.rowSheets])];
    const results = { ...fresh, rowSheets, before: before === null ? null : { ...before, before: null } };
    const announcement = this.announce("scored", results.summary.enterprises);
    this.set({ results: null, announcement });
    this.lists.put(results);
    this.showResults(results);
  }

  /** Writes what changed since the scoring before as a sheet. */
  async writeChanges(language: Language): Promise<void> {
    const { results } = this.state;
    const run = results?.run ?? null;
    if (results?.before == null || run === null || this.work.busy) return;
    const { before } = results;
    this.set({ trouble: null });
    const ended = await this.work.run(async (control) => {
      const earlier = { run: before.reopened ? null : before.run, kept: before.kept };
      const wanted = { what: "changes", before: earlier } as const;
      const { written, rowSheets } = await writeParts(
        this.options,
        { run, wanted, language, ending: results.ending },
        control,
      );
      this.knowRowSheets(rowSheets);
      const [first] = written;
      if (first !== undefined) this.set({ wroteChanges: { sheet: first.sheet, name: first.name } });
    });
    if (ended.kind !== "done") this.failed(ended.error, null);
  }

  /** Takes the scoring that is shown away, and brings back the one before; the list stays as it is. */
  async undo(): Promise<void> {
    const { results } = this.state;
    if (results === null || this.work.busy) return;
    this.looks.drop();
    this.set({ trouble: null });
    const { host, client } = this.options;
    const ended = await this.work.run(async (control) => {
      const { results: back, left } = await undoRun({ host, client }, results, control);
      if (back === null) {
        await this.lists.forget(results);
        this.set({ results: null, phase: "seen" });
      } else {
        this.lists.put(back);
        this.showResults(back);
        await this.lists.keepRecord(back);
      }
      this.set({
        announcement: this.announce("undone"),
        ...(left.length === 0 ? {} : { trouble: troubles.addedTo(left) }),
      });
    });
    if (ended.kind !== "done") {
      if (ended.error instanceof CannotComeBack) this.lists.put({ ...results, before: null });
      this.failed(ended.error, null);
    } else if (this.state.results === null) {
      const { trouble } = this.state;
      await this.look(results.sheet.id);
      if (trouble !== null) this.set({ trouble });
    }
  }

  /** Stops a run; the workbook stays as it was. */
  cancel(): void {
    this.work.cancel();
  }

  /** From the results to the columns of a sheet; the results stay, see `backToResults`. */
  async review(id?: string): Promise<void> {
    // The results sheet was in view; columns are looked at beside their own sheet.
    if (id !== undefined) await this.showSheet(id);
    await this.look(id);
  }

  /** From the columns back to the results, as they were. */
  backToResults(): void {
    if (this.state.results === null || this.state.phase !== "seen") return;
    this.looks.drop();
    this.set({ phase: "done", looking: false, trouble: null });
  }

  /** Shows only the results of one bar; the same again, or null, shows all. */
  async filter(tier: string | null): Promise<void> {
    const { results } = this.state;
    if (results === null) return;
    const next = tier === results.filter ? null : tier;
    await this.guarded(null, async () => {
      await this.desk.filter(next);
      this.lists.put({ ...results, filter: next });
      this.set({
        announcement: this.announce("filtered", results.summary.bars.find((bar) => bar.tier === next)?.count ?? -1),
      });
    });
  }

  /** Shows only the results of some enterprises; `filter(null)` shows all again. */
  async showOnly(rows: readonly SheetRow[]): Promise<void> {
    const { results } = this.state;
    if (results === null) return;
    await this.guarded(null, async () => {
      await this.desk.only(rows);
      this.lists.put({ ...results, filter: FOUND_FIRMS });
      this.set({ announcement: this.announce("filtered", rows.length) });
    });
  }

  /** Sheets written of the run since: their first column too holds the row of an enterprise. */
  knowRowSheets(sheets: readonly string[]): void {
    const { results } = this.state;
    if (results === null) return;
    this.lists.put({ ...results, rowSheets: [...new Set([...results.rowSheets, ...sheets])] });
  }

  private hear(event: WorkbookEvent): void {
    const { phase, sheet, workbook } = this.state;
    this.lists.hear(event);
    switch (event.kind) {
      case "sheet-activated":
        if (workbook !== null) this.set({ workbook: { ...workbook, active: event.sheet } });
        if (phase === "welcome" || (phase === "seen" && event.sheet !== sheet?.id)) this.looks.soon(false);
        return;
      case "selection": {
        const selection = event.range === null ? null : { sheet: event.sheet, range: event.range };
        if (workbook !== null) this.set({ workbook: { ...workbook, selection } });
        return;
      }
      case "cells":
        if (event.own) return;
        if (phase === "running") {
          if (
            event.sheet === sheet?.id ||
            event.sheet === this.state.settings.draft?.id ||
            isReadWith(this.state, event.sheet)
          )
            this.editedWhileRunning = true;
          return;
        }
        if (phase === "seen" && (event.sheet === sheet?.id || isReadWith(this.state, event.sheet)))
          this.looks.soon(event.remote);
        return;
      case "sheets":
        void this.followNames();
        if (phase !== "running") this.looks.soon(event.remote);
        return;
      case "settings":
        // After a run they are read anyway.
        if (phase !== "running" && phase !== "starting") void this.refreshSettings();
        return;
      case "results-replaced":
      // The lists have heard of it.
    }
  }

  private async followNames(): Promise<void> {
    // Whoever asks next is told what is wrong with the workbook.
    const workbook = await this.options.host.look().catch(() => null);
    if (workbook !== null) this.lists.follow(workbook);
  }
}
