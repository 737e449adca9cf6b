/** A piece of writing under way, for whichever view asked for it: sheets are made in the worker, then written to the workbook. */
import { ExcelTrouble, type ExcelHost, type WrittenSheet } from "../../../excel/host";
import type { Language } from "../../../words/text";
import type { ScoringClient } from "../../scoring/scoring-client";
import type { Trouble } from "../../scoring/scoring-state";
import { troubles } from "../../scoring/troubles";
import { rowSheetsOf } from "./row-sheets";
import type { Composition } from "./run-messages";

/** How often progress is shown. */
const SHOW_MS = 100;

export interface Job {
  readonly stage: "composing" | "writing";
  readonly done: number;
  readonly total: number;
  readonly cancelling: boolean;
}

export interface Wrote {
  readonly written: readonly WrittenSheet[];
  readonly rowSheets: readonly string[];
}

export interface JobPlace {
  readonly host: ExcelHost;
  readonly client: ScoringClient;
  readonly now: () => number;
  readonly show: (job: Job | null) => void;
}

export class WriteJob {
  private abort: AbortController | null = null;
  private current: Job | null = null;

  constructor(private readonly place: JobPlace) {}

  get underWay(): boolean {
    return this.abort !== null;
  }

  /** What was written, or why nothing was. Does nothing while another is under way. */
  async run(number: number, wanted: Composition, language: Language): Promise<Wrote | Trouble | null> {
    if (this.abort !== null) return null;
    const abort = new AbortController();
    this.abort = abort;
    const { host, client } = this.place;
    const { signal } = abort;
    this.show({ stage: "composing", done: 0, total: 0, cancelling: false });
    try {
      const composing = this.stage("composing");
      const parts = await client.compose({ run: number, wanted, language, signal, progress: composing });
      const written = await host.writeResults(parts, { signal, progress: this.stage("writing") });
      const [first] = written;
      if (first !== undefined) await host.show(first.sheet, { top: 0, left: 0, bottom: 0, right: 0 });
      return { written, rowSheets: rowSheetsOf(parts, written) };
    } catch (error) {
      const cancelled = error instanceof ExcelTrouble && error.kind === "cancelled";
      return cancelled ? { text: error.text, remedy: null } : troubles.of(error, null);
    } finally {
      this.abort = null;
      this.show(null);
    }
  }

  cancel(): void {
    if (this.current !== null) this.show({ ...this.current, cancelling: true });
    this.abort?.abort();
  }

  private show(job: Job | null): void {
    this.current = job;
    this.place.show(job);
  }

  private stage(stage: Job["stage"]): (done: number, total: number) => void {
    let shown = -Infinity;
    return (done, total) => {
      const time = this.place.now();
      if (this.current === null || (time - shown < SHOW_MS && done < total)) return;
      shown = time;
      this.show({ stage, done, total, cancelling: this.current.cancelling });
    };
  }
}
