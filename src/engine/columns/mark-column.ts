import type { Block } from "./block";
import type { PointsColumn } from "./points-column";
import { rowPoints, SumColumn } from "./sum-columns";

/** A mark given by somebody, held between 0 and the most; where there is none, what the fallback earns. */
export class MarkColumn implements PointsColumn {
  readonly decimals = true;
  readonly low = rowPoints();
  readonly high = rowPoints();
  private readonly fallback: SumColumn | null;

  constructor(
    private readonly source: Float64Array | undefined,
    private readonly max: number,
    fallback: PointsColumn | null,
  ) {
    this.fallback = fallback === null ? null : new SumColumn([fallback], Infinity, null);
  }

  evaluate(block: Block): void {
    const { source, max, fallback } = this;
    fallback?.evaluate(block);
    const low = this.low.points;
    const high = this.high.points;
    for (let i = 0; i < block.count; i += 1) {
      const mark = source?.[block.row(i)] ?? NaN;
      const known = mark === mark;
      low[i] = known ? Math.min(Math.max(mark, 0), max) : (fallback?.low.points[i] ?? 0);
      high[i] = known ? Math.min(Math.max(mark, 0), max) : (fallback?.high.points[i] ?? max);
    }
  }
}
