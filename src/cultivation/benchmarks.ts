/**
 * Where a sheet's enterprises lie, beside figures that documents print. Of each measure: how many are known, mean, median and quartiles; of
 * each printed figure: the same statistic over the sheet. Blanks are left out, never counted as 0.
 */
import { dayOfJudgement } from "../words/calendar";
import { bindQuantity } from "../engine/rows/quantity-nodes";
import { RowContext } from "../engine/rows/row-context";
import { bindTest, MET, type TestNode } from "../engine/rows/test-nodes";
import type { CultivationContext } from "./context";
import type { BenchmarkMeasure, PrintedFigure } from "./cultivation";
import { quantileOfSorted } from "./quantiles";

export interface MeasuredSheet {
  readonly measure: BenchmarkMeasure;
  /** Enterprises whose value is known. */
  readonly known: number;
  readonly unknown: number;
  /** Null where none is known, and for choices, which have an order and no mean. */
  readonly mean: number | null;
  readonly lowerQuartile: number | null;
  readonly median: number | null;
  readonly upperQuartile: number | null;
  readonly printed: readonly PrintedComparison[];
}

export interface PrintedComparison {
  readonly figure: PrintedFigure;
  /** The sheet's own value of the same statistic; null where nothing is known. */
  readonly sheet: number | null;
}

/** Every measure over the rows given, all of the sheet where left out. */
export function measureSheet(context: CultivationContext, rows?: readonly number[]): readonly MeasuredSheet[] {
  const { cultivation, reading, vocabulary, judgement } = context;
  const asOf = dayOfJudgement(judgement.asOf);
  const facts = new RowContext(reading.facts, vocabulary, asOf, reading.t);
  const chosen = rows ?? Array.from({ length: reading.facts.count }, (_, row) => row);
  return cultivation.benchmarks.map((measure) => {
    const node = bindQuantity(measure.value, facts);
    const figures = cultivation.printed.filter((figure) => figure.measure === measure.id);
    // Lines are judged by the engine, exactly: 10 % of 30 persons is 3.
    const lines = figures.map((figure) => ({ test: lineTest(figure, measure, facts), above: 0 }));
    const values = new Float64Array(chosen.length);
    let known = 0;
    for (const row of chosen) {
      facts.row = row;
      node.evaluate(row);
      // Open where a blank leaves an interval, undefined where there is nothing to divide by.
      if (node.lo !== node.hi || !Number.isFinite(node.lo)) continue;
      values[known] = node.lo;
      known += 1;
      for (const one of lines) {
        one.test?.evaluate(row);
        if (one.test?.verdict === MET) one.above += 1;
      }
    }
    const sorted = values.subarray(0, known).sort();
    const mean =
      known === 0 || measure.unit === "choice" ? null : sorted.reduce((sum, value) => sum + value, 0) / known;
    const quartile = (q: number): number | null => {
      const value = quantileOfSorted(sorted, q);
      // A level lies on a step, not between two.
      return value !== null && measure.unit === "choice" ? Math.floor(value) : value;
    };
    return {
      measure,
      known,
      unknown: chosen.length - known,
      mean,
      lowerQuartile: quartile(0.25),
      median: quartile(0.5),
      upperQuartile: quartile(0.75),
      printed: figures.map((figure, at) => ({
        figure,
        sheet: figure.line === null ? mean : known === 0 ? null : (lines[at]?.above ?? 0) / known,
      })),
    };
  });
}

function lineTest({ statistic, line }: PrintedFigure, { value }: BenchmarkMeasure, facts: RowContext): TestNode | null {
  if (line === null) return null;
  const relation = statistic === "share-above" ? ">" : ">=";
  const right = { kind: "constant", value: line } as const;
  return bindTest({ kind: "compare", left: value, relation, right, dimension: "plain" }, facts, []);
}
