/** The library view's mind: the lists of the run scored last, against a run kept in the workbook, and the sheets written of them. */
import { z } from "zod";
import type { ExcelHost } from "../../../excel/host";
import type { Language } from "../../../words/text";
import type { DiagnosisModel } from "../diagnosis/diagnosis-model";
import type { BenchmarksAnswer, Composition, ImpactAnswer, LibraryAnswer } from "../diagnosis/run-messages";
import { WriteJob, type Job } from "../diagnosis/write-job";
import { ScoringRefused, type ScoringClient } from "../../scoring/scoring-client";
import type { ScoringModel } from "../../scoring/scoring-model";
import type { Results, Trouble } from "../../scoring/scoring-state";
import { troubles } from "../../scoring/troubles";

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
  readonly job: Job | null;
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
  job: null,
  trouble: null,
  wrote: null,
};

export interface LibraryOptions {
  readonly host: ExcelHost;
  readonly client: ScoringClient;
  readonly scoring: ScoringModel;
  readonly diagnosis: DiagnosisModel;
  readonly now: () => number;
}

export class LibraryModel {
  private current: LibraryState = NO_LIBRARY;
  private readonly listeners = new Set<() => void>();
  private readonly job: WriteJob;
  private stop: (() => void) | null = null;
  /** The text of the run compared with. */
  private keptText: string | null = null;

  constructor(private readonly options: LibraryOptions) {
    this.job = new WriteJob({ ...options, show: (job) => this.set({ job }) });
  }

  get state(): LibraryState {
    return this.current;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private set(change: Partial<LibraryState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
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
    const run = this.results?.run ?? null;
    if (run === this.current.run) return;
    this.set({ ...NO_LIBRARY, run });
    if (run !== null) await this.load(run);
  }

  private async load(run: number): Promise<void> {
    this.set({ loading: true });
    await this.guarded(async () => {
      const kept = await this.readKept();
      const library = await this.options.client.question(run, { about: "library", kept: this.keptText });
      if (this.current.run === run) this.set({ library, kept });
    });
    if (this.current.run === run) this.set({ loading: false });
  }

  /** A run kept of another sheet is nothing to compare with; one that makes no sense is told of by the worker. */
  private async readKept(): Promise<KeptRunNote | null> {
    const kept = keptSchema.safeParse(await this.options.host.readSetting(KEPT_RUN_KEY));
    const sheet = this.results?.sheet.name;
    const usable = kept.success && kept.data.sheet === sheet ? kept.data : null;
    this.keptText = usable?.run ?? null;
    return usable === null ? null : { at: usable.at, sheet: usable.sheet };
  }

  async loadImpact(): Promise<void> {
    const { run } = this.current;
    if (run === null || this.current.impact !== null) return;
    await this.guarded(async () => {
      this.set({ impact: await this.options.client.question(run, { about: "impact" }) });
    });
  }

  async loadBenchmarks(): Promise<void> {
    const { run } = this.current;
    if (run === null || this.current.benchmarks !== null) return;
    await this.guarded(async () => {
      this.set({ benchmarks: await this.options.client.question(run, { about: "benchmarks" }) });
    });
  }

  private async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const remedy = error instanceof ScoringRefused ? ({ kind: "score-again" } as const) : null;
      this.set({ trouble: troubles.of(error, remedy) });
    }
  }

  dismissTrouble(): void {
    this.set({ trouble: null });
  }

  /** Writes result sheets. With the library's, the run is kept for the next to compare with. */
  async write(what: "library" | "impact" | "benchmarks", language: Language): Promise<void> {
    const { run } = this.current;
    if (run === null || this.job.underWay) return;
    this.set({ wrote: null, trouble: null });
    const wanted: Composition = what === "library" ? { what, kept: this.keptText } : { what };
    const done = await this.job.run(run, wanted, language);
    if (done === null) return;
    if (!("written" in done)) {
      this.set({ trouble: done });
      return;
    }
    this.options.diagnosis.knowRowSheets(done.rowSheets);
    const [first] = done.written;
    if (first !== undefined) this.set({ wrote: { sheet: first.sheet, name: first.name, what } });
    if (what === "library") await this.keep(run);
  }

  /** What is shown stays compared with the run before; the next run is compared with this one. */
  private async keep(run: number): Promise<void> {
    const sheet = this.results?.sheet.name;
    if (sheet === undefined) return;
    try {
      const { text } = await this.options.client.question(run, { about: "snapshot" });
      const kept = { version: 1, sheet, at: this.options.now(), run: text };
      await this.options.host.saveSetting(KEPT_RUN_KEY, kept);
    } catch (error) {
      console.error(error);
      this.set({ trouble: NOT_KEPT });
    }
  }

  cancel(): void {
    this.job.cancel();
  }
}

const NOT_KEPT: Trouble = {
  text: {
    zh: "名单表写好了，但这次的记录没能存进工作簿，下次比不出谁入库、谁出库。工作簿是只读的话，请另存一份再写。",
    en: "The lists are written, but this run could not be kept in the workbook, so the next one can't say who came and went. If it is read-only, save a copy and write again.",
  },
  remedy: null,
};
