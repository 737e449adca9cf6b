/**
 * The columnar path for points. An item's block holds codes, such as the number of lines a value has passed, and what each code earns;
 * sums look the points up. A row whose number is not plain, or lies within rounding of a line, is asked of the row path's own node.
 */
import type { Scoring, ScoreItem } from "../../policy/rule-set";
import type { RowContext } from "../rows/row-context";
import { bindScoring, type PointsNode } from "../rows/score-nodes";
import { BandsColumn } from "./bands-column";
import { BLOCK, type Block } from "./block";
import { MOST_CASES } from "./case-loops";
import { CellCasesColumn, FirstOfColumn, isFalling } from "./cases-columns";
import { MarkColumn } from "./mark-column";
import type { PointsColumn } from "./points-column";
import { isSameInEveryRow } from "./quantity-columns";
import { BetterColumn, rowPoints, SumColumn } from "./sum-columns";
import { cellLine, type BlockContext } from "./test-columns";

/** @param item the item the scoring is of, or of which it is an option or part */
export function bindPointsColumn(scoring: Scoring, item: ScoreItem, context: BlockContext): PointsColumn {
  const { row } = context;
  switch (scoring.kind) {
    case "bands": {
      const node = bindScoring(scoring, item, row);
      return isSameInEveryRow(scoring.value, row) ? new SamePoints(node, row) : new BandsColumn(scoring, node, context);
    }
    case "first-of": {
      const node = bindScoring(scoring, item, row);
      if (scoring.cases.length > MOST_CASES) return new PointsRowByRow(node, row);
      const lines = scoring.cases.map(({ when }) => cellLine(when, context));
      return isFalling(scoring) && lines.every((line) => line !== null)
        ? new CellCasesColumn(scoring, lines, node, row)
        : new FirstOfColumn(scoring, node, context);
    }
    case "better-of":
      return new BetterColumn(scoring.options.map((option) => bindPointsColumn(option, item, context)));
    case "parts": {
      const parts = scoring.items.map((part) => bindPointsColumn(part.scoring, part, context));
      return new SumColumn(parts, scoring.max, null);
    }
    case "mark":
      return new MarkColumn(
        row.column(scoring.field, 0),
        scoring.max,
        scoring.fallback === null ? null : bindPointsColumn(scoring.fallback, item, context),
      );
  }
}

/** Points of a number that the sheet has no column for are asked once. */
class SamePoints implements PointsColumn {
  readonly decimals = true;
  low = rowPoints();
  high = this.low;
  private asked = false;

  constructor(
    private readonly node: PointsNode,
    private readonly row: RowContext,
  ) {}

  evaluate(block: Block): void {
    if (this.asked) return;
    this.asked = true;
    const { node, low } = this;
    this.row.row = block.row(0);
    node.evaluate(this.row.row);
    low.points.fill(node.lo);
    if (node.lo !== node.hi) this.high = { codes: null, points: new Float64Array(BLOCK).fill(node.hi) };
  }
}

/** An item without a columnar form. */
class PointsRowByRow implements PointsColumn {
  readonly decimals = true;
  readonly low = rowPoints();
  readonly high = rowPoints();

  constructor(
    private readonly node: PointsNode,
    private readonly row: RowContext,
  ) {}

  evaluate(block: Block): void {
    const { node, row, low, high } = this;
    for (let i = 0; i < block.count; i += 1) {
      row.row = block.row(i);
      node.evaluate(row.row);
      low.points[i] = node.lo;
      high.points[i] = node.hi;
    }
  }
}
