/**
 * The lists of the workbook that were scored: each keeps its results, its run in the worker and its record in the workbook, beside the
 * others. What is kept says nothing of what is shown; that is the model's.
 */
import type { WorkbookEvent, WorkbookView } from "../../../excel/host";
import type { CellRange } from "../../../words/grid";
import { Work } from "../work";
import { readRecords, recordOf, resultsOf, ROOMS, RUNS_KEY, withRecord } from "./run-records";
import type { DraftInUse } from "./pane-settings";
import { olderRun } from "./older-runs";
import { scoredOlder, takeUpAgain, type RunPlace } from "./scored-runs";
import type { Results } from "./scoring-state";

export interface ListsPlace extends RunPlace {
  lists(): readonly Results[];
  /** Shows what has become of them. */
  change(lists: readonly Results[]): void;
  /** The record could not be kept in the workbook. */
  notKept(): void;
}

/** Longest part of a list's name in the names of its result sheets, of which Excel allows 31 characters. */
const LONGEST = 16;

export class ScoredLists {
  /** Lists are taken up again one after the other, behind whatever somebody does meanwhile. */
  private readonly work = new Work(() => undefined);
  private readonly hearNoMore: () => void;

  constructor(private readonly place: ListsPlace) {
    this.hearNoMore = place.client.onLost(() => this.runsLost());
  }

  dispose(): void {
    this.hearNoMore();
    this.work.dispose();
  }

  /** The runs went with the worker: each list is scored once more in another, that it can be asked as before. */
  private runsLost(): void {
    for (const results of this.place.lists()) {
      const { run, before } = results;
      // One that was being taken up may be too large for any worker.
      if (run === null) continue;
      const lost = { ...results, run: null, exact: false, before: before === null ? null : { ...before, run: null } };
      this.put(lost);
      void this.takeUp(lost);
    }
  }

  of(sheet: string): Results | null {
    return this.place.lists().find((one) => one.sheet.id === sheet) ?? null;
  }

  /** The list that a sheet belongs to: one of its own, or one of its result sheets. */
  ofSheet(id: string): Results | null {
    const lists = this.place.lists();
    return (
      lists.find(({ sheets }) => sheets.some((one) => one.id === id)) ??
      lists.find(({ written }) => written.some(({ sheet }) => sheet === id)) ??
      null
    );
  }

  /** What the names of a list's result sheets end with: nothing for the first, then the list's name. */
  endingFor({ id, name }: { readonly id: string; readonly name: string }): string {
    const known = this.of(id);
    if (known !== null) return known.ending;
    return this.place.lists().some(({ ending }) => ending === "")
      ? `_${Array.from(name).slice(0, LONGEST).join("")}`
      : "";
  }

  put(results: Results): void {
    const lists = this.place.lists();
    const at = lists.findIndex((one) => one.sheet.id === results.sheet.id);
    this.place.change(at < 0 ? [...lists, results] : lists.map((one, index) => (index === at ? results : one)));
  }

  /** Changes the results of a list, where they are still those of that moment. */
  private amend({ sheet, at }: Results, change: Partial<Results>): void {
    const now = this.of(sheet.id);
    if (now?.at === at) this.put({ ...now, ...change });
  }

  /** What the workbook tells of its lists. */
  async open(workbook: WorkbookView): Promise<readonly Results[]> {
    const records = readRecords(await this.place.host.readSetting(RUNS_KEY));
    return records.flatMap((record) => resultsOf(record, workbook) ?? []);
  }

  /** Has the worker score a list again as it was scored, so that it can be asked; tells whether it has changed since. */
  async takeUp(results: Results): Promise<void> {
    if (results.run !== null) return;
    await this.work.run(async (control) => {
      try {
        const { run, stale } = await takeUpAgain(this.place, results, control);
        this.amend(results, { run, exact: !stale, ...(stale ? { stale } : {}) });
      } catch (error) {
        // A list that can't be read any more as it was is not the one that was scored.
        this.amend(results, { stale: true });
        throw error;
      }
    });
    await this.keepRuns();
  }

  /** Takes up results of which there is no record, where there are any; what can't be taken up is left as it is. */
  async takeUpOlder(workbook: WorkbookView, draft: DraftInUse | null): Promise<void> {
    await this.work.run(async (control) => {
      const older = await olderRun(this.place.host, workbook, draft);
      if (older === null) return;
      const results = await scoredOlder(this.place, older, control);
      if (this.of(results.sheet.id) === null) this.put(results);
    });
    await this.keepRuns();
  }

  /** After a run: says what changed since the one before, and keeps the record. */
  async settle(results: Results): Promise<void> {
    const { client } = this.place;
    const { before } = results;
    if (results.run === null) return;
    await this.keepRuns();
    if (before !== null) {
      // A run taken up again has the cells of now; what they said then is in what was kept.
      const earlier = { run: before.reopened ? null : before.run, kept: before.kept };
      const changes = await this.answered(results, (run) => client.ask("changes", { run, before: earlier }));
      if (changes !== null) this.amend(results, { changes });
    }
    const kept = await this.answered(results, (run) => client.ask("verdicts", { run }));
    const earlier = before === null ? null : { ...before, cells: await this.cellsOf(before, results) };
    this.amend(results, { kept, before: earlier });
    await this.keepRecord({ ...results, kept, before: earlier });
  }

  /** Of a run that went with its worker it is asked once more when the list has been taken up in another; null where nobody answers. */
  private async answered<T>(
    results: Results,
    ask: (run: number) => Promise<{ readonly answer: T }>,
  ): Promise<T | null> {
    const asked = async (run: number | null): Promise<T | null> =>
      run === null
        ? null
        : await ask(run).then(
            ({ answer }) => answer,
            () => null,
          );
    const first = await asked(results.run);
    if (first !== null) return first;
    await this.work.run(() => Promise.resolve());
    const again = this.of(results.sheet.id);
    return again?.at === results.at && again.exact && again.run !== results.run ? await asked(again.run) : null;
  }

  /** The cells of the scoring before, to be kept; null where they are not at hand, or are too many. */
  private async cellsOf({ run, exact }: Results, after: Results): Promise<string | null> {
    if (run === null || !exact) return null;
    return await this.answered(after, (later) => this.place.client.ask("cells", { run, later }));
  }

  /** Keeps the record of a list in the workbook, with less of it where there is no room. */
  async keepRecord(results: Results): Promise<void> {
    for (const room of ROOMS)
      try {
        await this.place.host.changeSetting(RUNS_KEY, (kept) =>
          withRecord(kept, results.sheet.id, recordOf(results, room)),
        );
        return;
      } catch {
        // The next takes less room.
      }
    this.place.notKept();
  }

  /** Nothing is known of a list any more, here and in the workbook. */
  async forget(results: Results): Promise<void> {
    this.place.change(this.place.lists().filter((one) => one.sheet.id !== results.sheet.id));
    await this.place.host
      .changeSetting(RUNS_KEY, (kept) => withRecord(kept, results.sheet.id, null))
      .catch(() => this.place.notKept());
    await this.keepRuns();
  }

  private async keepRuns(): Promise<void> {
    const runs = this.place
      .lists()
      .flatMap(({ run, before }) => [run, before?.run ?? null].flatMap((one) => one ?? []));
    await this.place.client.ask("keep", { runs }).catch(() => undefined);
  }

  /** Marks what an event has made of the lists; true where one of them is no longer as it was scored. */
  hear(event: WorkbookEvent): void {
    for (const results of this.place.lists()) {
      const judged = event.kind === "cells" && event.sheet === results.by.draft?.id;
      if (event.kind === "cells" && !event.own && (judged || isRead(results, event.sheet, event.range)))
        this.amend(results, { stale: true });
      if (event.kind === "results-replaced" && results.written.some(({ sheet }) => event.sheets.includes(sheet)))
        // The rows of those sheets are another run's now.
        this.amend(results, {
          replaced: true,
          rowSheets: results.rowSheets.filter((one) => !event.sheets.includes(one)),
        });
    }
  }

  /** Follows sheets that were renamed, and tells of result sheets that are gone. */
  follow({ sheets }: WorkbookView): void {
    const name = (id: string): string | undefined => sheets.find((one) => one.id === id)?.name;
    for (const results of this.place.lists()) {
      const own = name(results.sheet.id) ?? results.sheet.name;
      const written = results.written.map((one) => ({ ...one, name: name(one.sheet) ?? one.name }));
      const missing = written.flatMap((one) => (name(one.sheet) === undefined ? [one.name] : []));
      const same = own === results.sheet.name && missing.join("/") === results.missing.join("/");
      if (same && written.every((one, at) => one.name === results.written[at]?.name)) continue;
      const list = written.find(({ sheet }) => sheet === results.list?.sheet) ?? null;
      const there = list === null || name(list.sheet) === undefined ? null : list;
      this.amend(results, { sheet: { ...results.sheet, name: own }, written, missing, list: there });
    }
  }
}

/** Whether cells were read when a list was scored: a formula beside the list makes nothing out of date. */
function isRead({ sheets, summary: { columns } }: Results, sheet: string, range: CellRange | null): boolean {
  if (!sheets.some(({ id }) => id === sheet)) return false;
  if (range === null || columns === null) return true;
  return columns.some((column) => column >= range.left && column <= range.right);
}
