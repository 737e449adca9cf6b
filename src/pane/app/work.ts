/**
 * Long work, for every view alike: one piece after the other, each says what it is at and how far, can be stopped, and ends with a word on
 * how it went. Nothing is thrown past it.
 */
import { CANCELLED, ExcelTrouble } from "../../excel/host";
import type { Text } from "../../words/text";
import { Refused, WorkerLost } from "../worker/refused";

/** What is being done. */
export type Stage = "looking" | "reading" | "scoring" | "working" | "composing" | "checking" | "writing";

/** Work under way. */
export interface UnderWay {
  readonly stage: Stage;
  readonly done: number;
  /** 0: nobody can tell how much there is. */
  readonly total: number;
  /** Milliseconds since the stage began. */
  readonly elapsed: number;
  /** It has been told to stop. */
  readonly cancelling: boolean;
}

export interface WorkControl {
  readonly signal: AbortSignal;
  /** Says what is being done; what it gives says how far that is. */
  readonly stage: (stage: Stage) => (done: number, total: number) => void;
}

export type Ended = { readonly kind: "done" } | { readonly kind: "cancelled" | "failed"; readonly error: unknown };

const DONE: Ended = { kind: "done" };

const UNEXPECTED: Text = {
  zh: "出了点意外，工作簿没有改动。请再试一次；还是不行，就关掉窗格重新打开。",
  en: "Something unexpected happened; the workbook is unchanged. Please try again. If it happens again, close the pane and open it anew.",
};

/** Any failure in the words of whoever threw it. A lost worker fails everything that waited for it and is told of once: null then. */
export function textOfError(error: unknown): Text | null {
  if (error instanceof WorkerLost) return error.tellOnce();
  if (error instanceof ExcelTrouble || error instanceof Refused) return error.text;
  console.error(error);
  return UNEXPECTED;
}

export function isCancelled(error: unknown): boolean {
  return error instanceof ExcelTrouble && error.kind === "cancelled";
}

/** How often progress is shown. */
const SHOW_MS = 100;

export class Work {
  private queue: Promise<unknown> = Promise.resolve();
  private stop: AbortController | null = null;
  private current: UnderWay | null = null;
  private disposed = false;

  /**
   * @param show told of each step, and null at the end
   * @param now milliseconds of a clock
   */
  constructor(
    private readonly show: (work: UnderWay | null) => void,
    private readonly now: () => number = () => Date.now(),
  ) {}

  get busy(): boolean {
    return this.stop !== null;
  }

  /** Begins once all that was asked before is done. After `dispose` nothing begins any more. */
  run(job: (control: WorkControl) => Promise<void>): Promise<Ended> {
    const next = this.queue.then(() => this.turn(job));
    this.queue = next;
    return next;
  }

  /** Stops what is under way. */
  cancel(): void {
    if (this.stop === null || this.stop.signal.aborted) return;
    this.stop.abort();
    if (this.current !== null) this.say({ ...this.current, cancelling: true });
  }

  dispose(): void {
    this.disposed = true;
    this.stop?.abort();
  }

  private async turn(job: (control: WorkControl) => Promise<void>): Promise<Ended> {
    if (this.disposed) return { kind: "cancelled", error: new ExcelTrouble("cancelled", CANCELLED) };
    const stop = new AbortController();
    this.stop = stop;
    try {
      await job({ signal: stop.signal, stage: (stage) => this.stage(stage) });
      return DONE;
    } catch (error) {
      return { kind: isCancelled(error) ? "cancelled" : "failed", error };
    } finally {
      this.stop = null;
      this.say(null);
    }
  }

  /** Shows at most ten steps a second. */
  private stage(stage: Stage): (done: number, total: number) => void {
    const began = this.now();
    let shown = -Infinity;
    const step = (done: number, total: number): void => {
      const time = this.now();
      if (time - shown < SHOW_MS && done > 0 && done < total) return;
      shown = time;
      const cancelling = this.stop?.signal.aborted ?? false;
      this.say({ stage, done, total, elapsed: time - began, cancelling });
    };
    step(0, 0);
    return step;
  }

  private say(work: UnderWay | null): void {
    if (this.current === null && work === null) return;
    this.current = work;
    if (!this.disposed) this.show(work);
  }
}

/** Seconds a stage still takes at its pace so far; null in its first three seconds and while nothing is done. */
export function secondsLeft({ done, total, elapsed }: UnderWay): number | null {
  if (elapsed < 3000 || done <= 0 || done >= total) return null;
  return Math.ceil(((elapsed / done) * (total - done)) / 1000);
}
