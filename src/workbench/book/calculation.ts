/** Knows when Univer's formula engine has caught up with the cells. */
import type { FUniver } from "@univerjs/core/facade";
import type {} from "@univerjs/engine-formula/facade";
import { EngineRuns } from "./engine-runs";

/** Milliseconds in which Univer begins to calculate after a change of cells, with much to spare. */
const UNIVER_BEGINS_WITHIN = 400;

export class Calculation {
  readonly runs: EngineRuns;
  /** Cells changed since the last calculation began. */
  private pending = false;
  /** Univer was asked to stop and to begin again; whether cells changed since. */
  private beginsAgain = false;
  private changedSince = false;
  private waiting: (() => void)[] = [];
  private reminder: ReturnType<typeof setTimeout> | null = null;
  private readonly calculateAll: () => void;

  constructor(
    univerAPI: FUniver,
    private readonly hasFormulas: () => boolean,
    /** Tells the engine what it has not been told yet. */
    private readonly tell: () => void,
  ) {
    const formula = univerAPI.getFormula();
    this.calculateAll = () => {
      formula.executeCalculation();
    };
    this.runs = new EngineRuns(univerAPI, {
      began: () => {
        this.pending = this.beginsAgain && this.changedSince;
        this.beginsAgain = false;
      },
      stopAsked: () => {
        this.beginsAgain = true;
        this.changedSince = false;
      },
      brokenOff: () => {
        this.pending = true;
      },
      over: () => {
        this.finish();
      },
    });
  }

  private get running(): boolean {
    return this.runs.underWay.length > 0;
  }

  private finish(): void {
    if (this.running) return;
    // Asked to stop too late, Univer forgets that it was to begin again.
    this.beginsAgain = false;
    if (this.pending) {
      this.remind();
      return;
    }
    this.quieten();
    const waiting = this.waiting;
    this.waiting = [];
    for (const resume of waiting) resume();
  }

  /** A change was made that Univer may calculate after; it begins a moment later. */
  expect(): void {
    this.pending = true;
    this.changedSince = true;
  }

  /**
   * Univer leaves some changes without a calculation, such as a sheet renamed or a cell changed just before a run ends: then all formulas
   * are calculated at our bidding.
   */
  private remind(): void {
    if (this.reminder !== null) return;
    this.reminder = setTimeout(() => {
      this.reminder = null;
      if (!this.pending || this.running) return;
      this.calculateAll();
      if (this.waiting.length > 0) this.remind();
    }, UNIVER_BEGINS_WITHIN);
  }

  private quieten(): void {
    if (this.reminder !== null) clearTimeout(this.reminder);
    this.reminder = null;
  }

  get settled(): boolean {
    return !this.hasFormulas() || (!this.pending && !this.running);
  }

  /** Resolves once every formula has its value. */
  settle(): Promise<void> {
    this.tell();
    if (this.settled) return Promise.resolve();
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      if (!this.running) this.remind();
    });
  }

  /** Whether every formula has its value within so many milliseconds, which only a calculation that hangs has not. */
  settlesWithin(milliseconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      const patience = setTimeout(() => {
        resolve(false);
      }, milliseconds);
      void this.settle().then(() => {
        clearTimeout(patience);
        resolve(true);
      });
    });
  }
}
