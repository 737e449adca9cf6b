/** The gate before every time: an engine that is fast and wrong is no engine. */

/** What every contender gives for a row: verdicts as 0 unmet, 1 unknown, 2 met; least and most points, NaN where there is no score. */
export interface Answers {
  readonly status: ArrayLike<number>;
  readonly eligible?: ArrayLike<number>;
  readonly low?: ArrayLike<number>;
  readonly high?: ArrayLike<number>;
}

export class Disagreement extends Error {
  override name = "Disagreement";
}

/** @throws Disagreement naming the engine, the row (counted from 0), its cells and the two answers */
export function mustAgree(engine: string, rows: readonly object[], expected: Answers, actual: Answers): void {
  for (const part of ["status", "eligible", "low", "high"] as const) {
    const wanted = expected[part];
    const given = actual[part];
    if (wanted === undefined || given === undefined) continue;
    rows.forEach((cells, row) => {
      if (Object.is(wanted[row], given[row])) return;
      throw new Disagreement(
        `${engine} disagrees with the hand-written loop on row ${row}: ${part} is ${given[row] ?? "missing"}, ` +
          `by hand ${wanted[row] ?? "missing"}\n${JSON.stringify(cells)}`,
      );
    });
  }
}
