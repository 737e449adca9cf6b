/**
 * 批量 without its looks: finds the sheets that make one list with the one in view, has a worker judge their riders, writes the result
 * sheets. Cancelling ends the worker and leaves the workbook as it was.
 */
import type { ExcelHost, SheetInfo, WorkbookEvent, WorkbookView, WrittenSheet } from "../../../excel/host";
import { packSubsidySettings, type SubsidySettings } from "../../../riders/subsidy-settings";
import type { BatchSummary } from "../../../riders/subsidy-batch";
import { isResultSheet } from "../../../sheet/results/sheet-names";
import type { Language, Text } from "../../../words/text";
import { activeSheet } from "../../app/scoring/sheet-look";
import { troubles } from "../../app/scoring/troubles";
import { Store } from "../../app/store";
import { textOfError, Work, type UnderWay, type WorkControl } from "../../app/work";
import type { WorkerClient } from "../../worker/client";
import { Refused } from "../../worker/refused";
import { Shelf } from "../../worker/shelf";

export interface BatchState {
  readonly running: boolean;
  readonly work: UnderWay | null;
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
  work: null,
  together: [],
  onlyThisSheet: false,
  summary: null,
  sheets: [],
  written: [],
  trouble: null,
};

/** Rows read to see which sheets belong together. */
const PREVIEW_ROWS = 200;

function isInput({ visible, used, name }: SheetInfo): boolean {
  return visible && used !== null && !isResultSheet(name);
}

export class BatchModel extends Store<BatchState> {
  private readonly work = new Work((work) => this.set({ work }));
  private stopWatching: (() => Promise<void>) | null = null;
  /** The sheet that `together` is said of. */
  private lookedAt: string | null = null;

  constructor(
    private readonly host: ExcelHost,
    private readonly client: WorkerClient,
  ) {
    super(NO_BATCH);
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
    if (this.state.running || this.work.busy) return;
    // Whoever judges next is told what is wrong with the workbook.
    await this.work.run(async (control) => this.look(await this.host.look(), control));
  }

  setOnlyThisSheet(onlyThisSheet: boolean): void {
    this.set({ onlyThisSheet });
  }

  /** Which sheets make one list with the one in view. */
  private async look(workbook: WorkbookView, control: WorkControl): Promise<void> {
    const sheet = activeSheet(workbook);
    const inputs = workbook.sheets.filter(isInput);
    const together =
      sheet === null || !isInput(sheet) || inputs.length < 2 ? [] : await this.belonging(inputs, sheet, control);
    const same = sheet !== null && (sheet.id === this.lookedAt || this.state.together.includes(sheet.name));
    this.lookedAt = sheet?.id ?? null;
    this.set({ together, ...(same ? {} : { onlyThisSheet: false }) });
  }

  private async belonging(
    inputs: readonly SheetInfo[],
    inView: SheetInfo,
    { signal }: WorkControl,
  ): Promise<readonly string[]> {
    const shelf = new Shelf(this.client);
    try {
      for (const { id } of inputs) await shelf.sendSheet(this.host, id, PREVIEW_ROWS, { signal });
      const sheets = inputs.map(({ id }) => shelf.key(id));
      return (await this.client.ask("rider-look", { sheets, inView: inView.name }, { signal })).answer;
    } finally {
      shelf.clear();
    }
  }

  /** Judges the sheets that make one list with the one in view, or it alone, and writes the results. A second call while one runs does nothing. */
  async run(settings: SubsidySettings, language: Language): Promise<void> {
    if (this.state.running) return;
    this.set({ running: true, trouble: null });
    const ended = await this.work.run(async (control) => {
      this.set(await this.judgeAndWrite(settings, language, control));
    });
    this.set({ running: false, ...(ended.kind === "done" ? {} : { trouble: textOfError(ended.error) }) });
  }

  cancel(): void {
    this.work.cancel();
  }

  override dispose(): void {
    super.dispose();
    this.work.dispose();
    this.leave();
  }

  /** Brings the results into view. */
  async open(): Promise<void> {
    const [first] = this.state.written;
    if (first !== undefined) await this.host.show(first.sheet);
  }

  private async judgeAndWrite(
    settings: SubsidySettings,
    language: Language,
    control: WorkControl,
  ): Promise<Partial<BatchState>> {
    const { signal, stage } = control;
    const workbook = await this.host.look();
    const sheet = activeSheet(workbook);
    if (sheet === null) throw new Refused(troubles.nowEmpty(""));
    if (isResultSheet(sheet.name)) throw new Refused(troubles.resultSheet(workbook, sheet).text);
    if (sheet.used === null) throw new Refused(troubles.nowEmpty(sheet.name));
    if (sheet.id !== this.lookedAt) await this.look(workbook, control);
    const { together, onlyThisSheet } = this.state;
    const joined = workbook.sheets.filter(({ name }) => !onlyThisSheet && together.includes(name));
    const toRead = joined.length > 1 ? joined : [sheet];
    const shelf = new Shelf(this.client);
    try {
      const { keys } = await shelf.sendSheets(this.host, toRead, signal, stage("reading"));
      const question = { sheets: keys, settings: packSubsidySettings(settings), language };
      const judged = await this.client.ask("rider-judge", question, { signal, progress: stage("scoring") });
      const written = await this.host.writeResults(judged.parts, { signal, progress: stage("writing") });
      return { summary: judged.answer, written, sheets: toRead.map(({ name }) => name) };
    } finally {
      shelf.clear();
    }
  }
}
