/** Knows when Univer's formula engine has caught up with the cells. */
import type { FUniver } from "@univerjs/core/facade";
import type {} from "@univerjs/engine-formula/facade";

/** Univer's FormulaExecutedStateType.SUCCESS: results follow and have yet to be put into the cells. */
const RESULTS_FOLLOW = 3;

export class Calculation {
  /** Cells changed since the last calculation began. */
  private pending = false;
  private running = false;
  private waiting: (() => void)[] = [];

  constructor(univerAPI: FUniver) {
    const formula = univerAPI.getFormula();
    formula.calculationStart(() => {
      this.pending = false;
      this.running = true;
    });
    formula.calculationEnd((state) => {
      if (Number(state) !== RESULTS_FOLLOW) this.finish();
    });
    formula.calculationResultApplied(() => {
      this.finish();
    });
  }

  private finish(): void {
    this.running = false;
    if (this.pending) return;
    const waiting = this.waiting;
    this.waiting = [];
    for (const resume of waiting) resume();
  }

  /** A change was made that Univer will calculate after; it begins a moment later. */
  expect(): void {
    this.pending = true;
  }

  get settled(): boolean {
    return !this.pending && !this.running;
  }

  /** Resolves once every formula has its value. */
  settle(): Promise<void> {
    if (this.settled) return Promise.resolve();
    return new Promise((resolve) => {
      this.waiting.push(resolve);
    });
  }
}
