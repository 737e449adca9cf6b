/**
 * The row path for points. An item's points are an interval too: [5, 15] means that the blank cells, or an expert's mark still to
 * come, decide between 5 and 15. The ends are the exact least and most that any filling of the blanks can give, because every item
 * rises or falls in one direction with each of its cells.
 */
import type { Band, PointRange, Scoring, ScoreItem } from "../../policy/rule-set";
import { slot } from "../../language/vocabulary";
import { compareDoubles, compareExactly, isNear, nearness, rounding, standingOn } from "../exact";
import type { Openings } from "./openings";
import { sums, type PossiblePoints } from "./pivotal";
import type { QuantityNode } from "./quantity-node";
import { bindQuantity } from "./quantity-nodes";
import type { RowContext } from "./row-context";
import { bindTest, MET, UNKNOWN, type ComparisonNode, type TestNode } from "./test-nodes";
import type { Comparison } from "../../language/tree";

export interface PointsNode {
  lo: number;
  hi: number;
  evaluate(row: number): void;
  missing(into: Openings): void;
  anyKnown(): boolean;
  /** The points the row last evaluated can still come to; one where they are settled. Expert marks are whole numbers. */
  levels(): PossiblePoints;
  /** The number that was banded, for the explanation; null where the item has none. */
  readonly value: QuantityNode | null;
}

export function bindScoring(scoring: Scoring, item: ScoreItem, context: RowContext): PointsNode {
  switch (scoring.kind) {
    case "bands":
      return new Bands(scoring, context);
    case "first-of":
      return new FirstOf(scoring, context);
    case "better-of":
      return new BetterOf(scoring.options.map((option) => bindScoring(option, item, context)));
    case "parts":
      return new Parts(
        scoring.items.map((part) => bindScoring(part.scoring, part, context)),
        scoring.max,
      );
    case "mark":
      return new Mark(
        context,
        scoring.field,
        scoring.max,
        scoring.fallback === null ? null : bindScoring(scoring.fallback, item, context),
      );
  }
}

class Bands implements PointsNode {
  lo = 0;
  hi = 0;
  readonly value: QuantityNode;
  private readonly bands: readonly (Band & { readonly comparison: Comparison })[];
  private readonly otherwise: PointRange;
  private readonly margin: number;
  private readonly rounding: number;
  /** The bands of the value's two ends. */
  private first = 0;
  private last = 0;

  constructor(
    scoring: Extract<Scoring, { kind: "bands" }>,
    private readonly context: RowContext,
  ) {
    this.value = bindQuantity(scoring.value, context);
    this.otherwise = scoring.otherwise;
    this.margin = nearness(scoring.value);
    this.rounding = rounding(scoring.value);
    this.bands = scoring.bands.map((band) => ({
      ...band,
      comparison: {
        kind: "compare",
        left: scoring.value,
        relation: band.relation,
        right: { kind: "constant", value: band.cut },
        dimension: "plain",
      },
    }));
  }

  evaluate(row: number): void {
    const { value } = this;
    value.evaluate(row);
    this.first = this.bandOf(value.lo);
    this.last = value.lo < value.hi ? this.bandOf(value.hi) : this.first;
    const atLow = this.pointsOf(this.first);
    const atHigh = this.pointsOf(this.last);
    this.lo = Math.min(atLow.low, atHigh.low);
    this.hi = Math.max(atLow.high, atHigh.high);
  }

  levels(): PossiblePoints {
    const levels: number[] = [];
    const end = Math.max(this.first, this.last);
    for (let band = Math.min(this.first, this.last); band <= end; band += 1)
      levels.push(...marksIn(this.pointsOf(band)));
    return levels;
  }

  private pointsOf(band: number): PointRange {
    return this.bands[band]?.points ?? this.otherwise;
  }

  /** The index of the first band that holds; the number of bands where none does. */
  private bandOf(value: number): number {
    const known = this.value.lo === this.value.hi;
    let index = 0;
    for (const band of this.bands) {
      const { relation, cut } = band;
      const holds = !known
        ? compareDoubles(standingOn(value, cut, this.rounding), relation, cut)
        : value === value && value !== cut && isNear(value, cut, this.margin)
          ? compareExactly(band.comparison, this.context)
          : compareDoubles(value, relation, cut);
      if (holds) return index;
      index += 1;
    }
    return index;
  }

  missing(into: Openings): void {
    this.value.missing(into);
  }

  anyKnown(): boolean {
    return this.value.anyKnown();
  }
}

/** The first case that holds counts; a case that is not known yet leaves its points possible and the search goes on. */
class FirstOf implements PointsNode {
  lo = 0;
  hi = 0;
  readonly value = null;
  private readonly cases: readonly { when: TestNode; points: PointRange }[];
  private readonly comparisons: ComparisonNode[] = [];
  private readonly otherwise: PointRange;
  private reached = 0;

  constructor(scoring: Extract<Scoring, { kind: "first-of" }>, context: RowContext) {
    this.cases = scoring.cases.map(({ when, points }) => ({
      when: bindTest(when, context, this.comparisons),
      points,
    }));
    this.otherwise = scoring.otherwise;
  }

  evaluate(row: number): void {
    let lo = Infinity;
    let hi = -Infinity;
    this.reached = 0;
    for (const { when, points } of this.cases) {
      when.evaluate(row);
      this.reached += 1;
      if (when.verdict >= UNKNOWN) {
        lo = Math.min(lo, points.low);
        hi = Math.max(hi, points.high);
      }
      if (when.verdict === MET) {
        this.lo = lo;
        this.hi = hi;
        return;
      }
    }
    this.lo = Math.min(lo, this.otherwise.low);
    this.hi = Math.max(hi, this.otherwise.high);
  }

  levels(): PossiblePoints {
    const reached = this.cases.slice(0, this.reached).filter(({ when }) => when.verdict >= UNKNOWN);
    const ended = reached.at(-1)?.when.verdict === MET;
    return [...new Set([...reached.map(({ points }) => points), ...(ended ? [] : [this.otherwise])].flatMap(marksIn))];
  }

  missing(into: Openings): void {
    for (const { when } of this.cases.slice(0, this.reached)) if (when.verdict === UNKNOWN) when.missing(into);
  }

  anyKnown(): boolean {
    return this.comparisons.some(({ left }) => left.anyKnown());
  }
}

class BetterOf implements PointsNode {
  lo = 0;
  hi = 0;
  readonly value = null;

  constructor(private readonly options: readonly PointsNode[]) {}

  evaluate(row: number): void {
    this.lo = -Infinity;
    this.hi = -Infinity;
    for (const option of this.options) {
      option.evaluate(row);
      this.lo = Math.max(this.lo, option.lo);
      this.hi = Math.max(this.hi, option.hi);
    }
  }

  levels(): PossiblePoints {
    const every = this.options.flatMap((option) => option.levels());
    return [...new Set(every.filter((points) => points >= this.lo))];
  }

  missing(into: Openings): void {
    for (const option of this.options) if (option.lo < option.hi && option.hi > this.lo) option.missing(into);
  }

  anyKnown(): boolean {
    return this.options.some((option) => option.anyKnown());
  }
}

class Parts implements PointsNode {
  lo = 0;
  hi = 0;
  readonly value = null;

  constructor(
    private readonly parts: readonly PointsNode[],
    private readonly max: number,
  ) {}

  evaluate(row: number): void {
    let lo = 0;
    let hi = 0;
    for (const part of this.parts) {
      part.evaluate(row);
      lo += part.lo;
      hi += part.hi;
    }
    this.lo = Math.min(lo, this.max);
    this.hi = Math.min(hi, this.max);
  }

  levels(): PossiblePoints {
    const every = this.parts.map((part) => part.levels()).reduce(sums, [0]);
    return [...new Set(every.map((points) => Math.min(points, this.max)))];
  }

  missing(into: Openings): void {
    for (const part of this.parts) if (part.lo < part.hi) part.missing(into);
  }

  anyKnown(): boolean {
    return this.parts.some((part) => part.anyKnown());
  }
}

class Mark implements PointsNode {
  lo = 0;
  hi = 0;
  readonly value = null;
  private readonly column: Float64Array | undefined;

  constructor(
    private readonly context: RowContext,
    private readonly field: string,
    private readonly max: number,
    private readonly fallback: PointsNode | null,
  ) {
    this.column = context.column(field, 0);
  }

  evaluate(row: number): void {
    const mark = this.column?.[row] ?? NaN;
    this.fallback?.evaluate(row);
    if (Number.isNaN(mark)) {
      this.lo = this.fallback?.lo ?? 0;
      this.hi = this.fallback?.hi ?? this.max;
    } else {
      this.lo = this.hi = Math.min(Math.max(mark, 0), this.max);
    }
  }

  levels(): PossiblePoints {
    if (this.lo === this.hi) return [this.lo];
    return this.fallback?.levels() ?? marksIn({ low: 0, high: this.max });
  }

  /** The cells the fallback lacks where the sheet has begun to fill them in, else the mark itself. */
  missing(into: Openings): void {
    const before = into.missing.size;
    if (this.fallback?.anyKnown()) this.fallback.missing(into);
    if (into.missing.size === before) into.ask(slot(this.field));
  }

  anyKnown(): boolean {
    return !Number.isNaN(this.column?.[this.context.row] ?? NaN) || (this.fallback?.anyKnown() ?? false);
  }
}

/** The whole marks of a range. */
function marksIn({ low, high }: PointRange): PossiblePoints {
  return low === high ? [low] : Array.from({ length: Math.floor(high - low) + 1 }, (_, step) => low + step);
}
