/** The library view's mind: the lists of the run scored last, against a run kept in the workbook, and the sheets written of them. */
import { z } from "zod";
import type { ExcelHost } from "../../../excel/host";
import type { Language } from "../../../words/text";
import type { BenchmarksAnswer, ImpactAnswer, LibraryAnswer } from "../../worker/tasks/run-answers";
import { Store } from "../../app/store";
import { Work, type UnderWay } from "../../app/work";
import { writeParts } from "../../app/write-parts";
import type { WorkerClient } from "../../worker/client";
import { Refused } from "../../worker/refused";
import type { Composition } from "../../worker/tasks/runs";
import type { ScoringModel } from "../../app/scoring/scoring-model";
import type { Results, Trouble } from "../../app/scoring/scoring-state";
import { troubles } from "../../app/scoring/troubles";

/** The run kept in the workbook: written with each library sheet, so that the next one can say who came and went. */
export const KEPT_RUN_KEY = "library-run";

const keptSchema = z.object({ version: z.literal(1), sheet: z.string(), at: z.number(), run: z.string() });

export interface KeptRunNote {
  /** Milliseconds of the clock when it was kept. */
  readonly at: number;
  /** Name of the sheet it was made of. */
  readonly sheet: string;
}

export interface LibraryState {
  readonly run: number | null;
  readonly library: LibraryAnswer | null;
  /** The run compared with. */
  readonly kept: KeptRunNote | null;
  readonly impact: ImpactAnswer | null;
  readonly benchmarks: BenchmarksAnswer | null;
  readonly loading: boolean;
  readonly work: UnderWay | null;
  readonly trouble: Trouble | null;
  readonly wrote: { readonly sheet: string; readonly name: string; readonly what: Composition["what"] } | null;
}

export const NO_LIBRARY: LibraryState = {
  run: null,
  library: null,
  kept: null,
  impact: null,
  benchmarks: null,
  loading: false,
  work: null,
  trouble: null,
  wrote: null,
};

export interface LibraryOptions {
  readonly host: ExcelHost;
  readonly client: WorkerClient;
  readonly scoring: ScoringModel;
  readonly now: () => number;
}

export class LibraryModel extends Store<LibraryState> {
  private readonly work: Work;
  private stop: (() => void) | null = null;
  /** The text of the run compared with. */
  private keptText: string | null = null;

  constructor(private readonly options: LibraryOptions) {
    super(NO_LIBRARY);
    this.work = new Work((work) => this.set({ work }), options.now);
  }

  private get results(): Results | null {
    return this.options.scoring.state.results;
  }

  /** While the view is open. */
  open(): void {
    this.stop ??= this.options.scoring.subscribe(() => void this.refresh());
    void this.refresh();
  }

  close(): void {
    this.stop?.();
    this.stop = null;
  }

  private async refresh(): Promise<void> {
    const { results } = this;
    const run = results?.run ?? null;
    if (run === null && results?.stale === true && this.state.trouble === null) this.set({ trouble: troubles.runGone });
    if (run === this.state.run) return;
    // Of a run that was lost and taken up again it is still to be read what happened.
    const same = results !== null && (run === null || this.state.run === null);
    this.set({ ...NO_LIBRARY, run, trouble: same ? this.state.trouble : null });
    if (run !== null) await this.load(run);
  }

  private async load(run: number): Promise<void> {
    this.set({ loading: true });
    await this.guarded(async () => {
      const kept = await this.readKept();
      const { answer: library } = await this.options.client.ask("library", { run, kept: this.keptText });
      if (this.state.run === run) this.set({ library, kept });
    });
    if (this.state.run === run) this.set({ loading: false });
  }

  /** Each list keeps its own. */
  private get key(): string {
    return KEPT_RUN_KEY + (this.results?.ending ?? "");
  }

  /** A run kept of another sheet is nothing to compare with; one that makes no sense is told of by the worker. */
  private async readKept(): Promise<KeptRunNote | null> {
    const kept = keptSchema.safeParse(await this.options.host.readSetting(this.key));
    const sheet = this.results?.sheet.name;
    const usable = kept.success && kept.data.sheet === sheet ? kept.data : null;
    this.keptText = usable?.run ?? null;
    return usable === null ? null : { at: usable.at, sheet: usable.sheet };
  }

  async loadImpact(): Promise<void> {
    const { run } = this.state;
    if (run === null || this.state.impact !== null) return;
    await this.guarded(async () => {
      this.set({ impact: (await this.options.client.ask("impact", { run })).answer });
    });
  }

  async loadBenchmarks(): Promise<void> {
    const { run } = this.state;
    if (run === null || this.state.benchmarks !== null) return;
    await this.guarded(async () => {
      this.set({ benchmarks: (await this.options.client.ask("benchmarks", { run })).answer });
    });
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

  dismissTrouble(): void {
    this.set({ trouble: null });
  }

  /** Writes result sheets. With the library's, the run is kept for the next to compare with. */
  async write(what: "library" | "impact" | "benchmarks", language: Language): Promise<void> {
    const { run } = this.state;
    if (run === null || this.work.busy) return;
    this.set({ wrote: null, trouble: null });
    const wanted: Composition = what === "library" ? { what, kept: this.keptText } : { what };
    const ended = await this.work.run(async (control) => {
      const done = await writeParts(
        this.options,
        { run, wanted, language, ending: this.results?.ending ?? "" },
        control,
      );
      this.options.scoring.knowRowSheets(done.rowSheets);
      const [first] = done.written;
      if (first !== undefined) this.set({ wrote: { sheet: first.sheet, name: first.name, what } });
      if (what === "library") await this.keep(run);
    });
    if (ended.kind !== "done") this.failed(ended.error);
  }

  /** What is shown stays compared with the run before; the next run is compared with this one. */
  private async keep(run: number): Promise<void> {
    const sheet = this.results?.sheet.name;
    if (sheet === undefined) return;
    try {
      const { answer } = await this.options.client.ask("snapshot", { run });
      const kept = { version: 1, sheet, at: this.options.now(), run: answer };
      await this.options.host.saveSetting(this.key, kept);
    } catch (error) {
      if (!(error instanceof Refused)) console.error(error);
      this.set({ trouble: NOT_KEPT });
    }
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

const NOT_KEPT: Trouble = {
  text: {
    zh: "名单表写好了，但这次的记录没能存进工作簿，下次比不出谁入库、谁出库。工作簿是只读的话，请另存一份再写。",
    en: "The lists are written, but this run could not be kept in the workbook, so the next one can't say who came and went. If it is read-only, save a copy and write again.",
  },
  remedy: null,
};
