import type { Block } from "./block";
import type { PointsBlock } from "./sum-loops";

/** The points of an item, or of a part or option of it, block by block. */
export interface PointsColumn {
  /** Least and most points; the very same block where they can't differ in any row. */
  readonly low: PointsBlock;
  readonly high: PointsBlock;
  /** Whether points may have decimals: marks may, bands and cases do not. */
  readonly decimals: boolean;
  evaluate(block: Block): void;
}
