/** The runs that the worker can be asked about. The page says which are still wanted. */
import { Refused } from "../refused";
import type { KeptRun } from "./kept-run";

export class KeptRuns {
  private runs: readonly KeptRun[] = [];

  add(run: KeptRun): void {
    this.runs = [...this.runs, run];
  }

  find(id: number): KeptRun | null {
    return this.runs.find((run) => run.id === id) ?? null;
  }

  /** @throws Refused where it is no longer there */
  of(id: number): KeptRun {
    const kept = this.find(id);
    if (kept === null)
      throw new Refused(
        {
          zh: "评分结果已经不在手边了（窗格重新打开过）。请重新评分。",
          en: "The scoring is no longer at hand: the pane was opened anew. Please score again.",
        },
        "gone",
      );
    return kept;
  }

  keepOnly(ids: readonly number[]): void {
    this.runs = this.runs.filter(({ id }) => ids.includes(id));
  }
}
