/** Knows when Univer's formula engine has caught up with the cells. */
import type { FUniver } from "@univerjs/core/facade";
import type {} from "@univerjs/engine-formula/facade";
import { codeOf } from "./enum-codes";

/** Univer's FormulaExecutedStateType.SUCCESS: results follow and have yet to be put into the cells. */
export const RESULTS_FOLLOW = 3;
/** FormulaExecutedStateType.STOP_EXECUTION: another calculation took its place, and the cells still have to wait. */
const STOPPED = 1;
/** Milliseconds in which Univer begins to calculate after a change of cells, with much to spare. */
const UNIVER_BEGINS_WITHIN = 400;

export class Calculation {
  /** Cells changed since the last calculation began. */
  private pending = false;
  private running = false;
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
    formula.calculationStart(() => {
      this.pending = false;
      this.running = true;
    });
    formula.calculationEnd((state) => {
      const code = codeOf(state);
      if (code === STOPPED) this.pending = true;
      if (code !== RESULTS_FOLLOW) this.finish();
    });
    formula.calculationResultApplied(() => {
      this.finish();
    });
  }

  private finish(): void {
    this.running = false;
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
  }

  /** Univer leaves some changes without a calculation, such as a sheet renamed: then all formulas are calculated at our bidding. */
  private remind(): void {
    if (this.reminder !== null || this.waiting.length === 0) return;
    this.reminder = setTimeout(() => {
      this.reminder = null;
      if (!this.pending || this.running) return;
      this.calculateAll();
      this.remind();
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
}
