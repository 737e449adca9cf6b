/**
 * The columnar path for points. An item's block holds codes, such as the number of lines a value has passed, and what each code earns;
 * sums look the points up. A row whose number is not plain, or lies within rounding of a line, is asked of the row path's own node.
 */
import type { Band, PointRange, Scoring, ScoreItem } from "../../policy/rule-set";
import { bandLines } from "./band-lines";
import { BLOCK, type Block } from "./block";
import { compareDoubles, nearness } from "../exact";
import {
  bandCodes,
  caseCodes,
  lineCaseCodes,
  MOST_CASES,
  ratioBandCodes,
  type BandLines,
  type Places,
  type PointsBlock,
} from "./points-loops";
import {
  bindColumn,
  isSameInEveryRow,
  openRatio,
  ratioOf,
  type QuantityColumn,
  type RatioColumns,
} from "./quantity-columns";
import type { RowContext } from "../rows/quantity-nodes";
import { bindScoring, type PointsNode } from "../rows/score-nodes";
import { BetterColumn, rowPoints, SumColumn } from "./sum-columns";
import { bindTestColumn, cellLine, type BlockContext, type CellLine, type TestColumn } from "./test-columns";
import { MAYBE } from "./verdict-loops";

type Bands = Extract<Scoring, { kind: "bands" }>;
type FirstOf = Extract<Scoring, { kind: "first-of" }>;

export interface PointsColumn {
  /** Least and most points; the very same block where they can't differ in any row. */
  readonly low: PointsBlock;
  readonly high: PointsBlock;
  /** Whether points may have decimals: marks may, bands and cases do not. */
  readonly decimals: boolean;
  evaluate(block: Block): void;
}

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

/** What items with codes share. */
abstract class CodedColumn implements PointsColumn {
  readonly decimals = false;
  readonly low: PointsBlock;
  high: PointsBlock;
  protected readonly codes = new Uint8Array(BLOCK);
  protected readonly highCodes = new Uint8Array(BLOCK);
  /** `high` where nothing is open but the marks an expert gives, and where codes differ. */
  private readonly settled: PointsBlock;
  protected readonly open: PointsBlock;

  /** @param points by code */
  constructor(
    points: readonly PointRange[],
    private readonly node: PointsNode,
    private readonly row: RowContext,
  ) {
    const highs = Float64Array.from(points, ({ high }) => high);
    this.low = { codes: this.codes, points: Float64Array.from(points, ({ low }) => low) };
    const ranged = points.some(({ low, high }) => low < high);
    this.settled = ranged ? { codes: this.codes, points: highs } : this.low;
    this.open = { codes: this.highCodes, points: highs };
    this.high = this.settled;
  }

  abstract evaluate(block: Block): void;

  protected setOpen(open: boolean): void {
    this.high = open ? this.open : this.settled;
  }

  /** Asks the node about some places: `count` of `places`. */
  protected ask(block: Block, { places, count }: Places): void {
    this.setOpen(false);
    for (let i = 0; i < count; i += 1) this.askAt(places[i] ?? 0, block);
  }

  protected askAt(place: number, block: Block): void {
    const { node, row } = this;
    row.row = block.row(place);
    node.evaluate(row.row);
    this.put(place, node.lo, node.hi);
  }

  protected put(place: number, low: number, high: number): void {
    const { codes, highCodes, open } = this;
    const code = this.low.points.indexOf(low);
    const highCode = open.points.indexOf(high);
    if (code !== highCode && this.high !== open) {
      highCodes.set(codes);
      this.setOpen(true);
    }
    codes[place] = code;
    highCodes[place] = highCode;
  }
}

class BandsColumn extends CodedColumn {
  private readonly ratio: RatioColumns | null;
  private readonly value: QuantityColumn;
  private readonly lines: BandLines;
  private readonly bands: readonly Band[];
  private readonly ends = new Float64Array(2);

  constructor({ value, bands, otherwise }: Bands, node: PointsNode, { row, quantities }: BlockContext) {
    const passedFirst = [...bands].reverse();
    super([otherwise, ...passedFirst.map(({ points }) => points)], node, row);
    this.bands = bands;
    this.ratio = ratioOf(value, row, quantities);
    this.value = bindColumn(value, row, quantities);
    this.lines = bandLines(passedFirst, nearness(value), this.ratio?.growth === true ? 1 : 0);
  }

  evaluate(block: Block): void {
    const { ratio, value, lines, codes } = this;
    if (ratio === null) {
      value.evaluate(block);
      this.ask(block, bandCodes(value.values, lines, codes, block.count));
    } else {
      ratio.over.evaluate(block);
      ratio.under.evaluate(block);
      const { places, count } = ratioBandCodes(ratio.over.values, ratio.under.values, lines, codes, block.count);
      this.setOpen(false);
      for (let i = 0; i < count; i += 1) this.askRatio(ratio, places[i] ?? 0, block);
    }
  }

  /** Blank cells are many more than numbers on a line: what they leave open is worked out here, as the node would. */
  private askRatio(ratio: RatioColumns, place: number, block: Block): void {
    const { ends, low, open } = this;
    const over = ratio.over.values[place] ?? NaN;
    const under = ratio.under.values[place] ?? NaN;
    if (openRatio(ratio, over, under, block.row(place), ends)) {
      const least = this.bandOf(ends[0] ?? NaN);
      const most = this.bandOf(ends[1] ?? NaN);
      this.put(
        place,
        Math.min(low.points[least] ?? NaN, low.points[most] ?? NaN),
        Math.max(open.points[least] ?? NaN, open.points[most] ?? NaN),
      );
    } else this.askAt(place, block);
  }

  /** The code of the best band that holds. */
  private bandOf(value: number): number {
    const { bands } = this;
    let code = bands.length;
    for (const { relation, cut } of bands) {
      if (compareDoubles(value, relation, cut)) break;
      code -= 1;
    }
    return code;
  }
}

/** Points of a code by the case that its highest bit stands for. */
function pointsByCase({ cases, otherwise }: FirstOf): readonly PointRange[] {
  const byRank = [otherwise, ...cases.map(({ points }) => points).reverse()];
  return Array.from({ length: 2 ** cases.length }, (_, code) => byRank[32 - Math.clz32(code)] ?? otherwise);
}

/** True where later cases pay less: the least is then what the first met gives, the most what the first that may be met gives. */
function isFalling({ cases, otherwise }: FirstOf): boolean {
  const points = [...cases.map((one) => one.points), otherwise];
  return points.every(({ low, high }, index) => {
    const before = points[index - 1];
    return before === undefined || (low <= before.low && high <= before.high);
  });
}

/** The first case that holds counts. */
class FirstOfColumn extends CodedColumn {
  private readonly cases: readonly TestColumn[];
  private readonly verdicts: readonly Uint8Array[];
  private readonly falling: boolean;

  constructor(scoring: FirstOf, node: PointsNode, context: BlockContext) {
    super(pointsByCase(scoring), node, context.row);
    this.cases = scoring.cases.map(({ when }) => bindTestColumn(when, context));
    this.verdicts = this.cases.map(({ verdict }) => verdict);
    this.falling = isFalling(scoring);
  }

  evaluate(block: Block): void {
    const { cases, verdicts, codes, highCodes } = this;
    for (const one of cases) one.evaluate(block);
    caseCodes(verdicts, false, codes, block.count);
    const open = cases.some((one) => one.open);
    this.setOpen(open);
    if (!open) return;
    if (this.falling) {
      caseCodes(verdicts, true, highCodes, block.count);
      return;
    }
    this.ask(
      block,
      placesWhere(block.count, (i) => verdicts.some((verdict) => verdict[i] === MAYBE)),
    );
  }
}

/** The same where every case asks no more than whether a cell reaches a line. */
class CellCasesColumn extends CodedColumn {
  private readonly bounded: boolean;

  constructor(
    scoring: FirstOf,
    private readonly cells: readonly CellLine[],
    node: PointsNode,
    row: RowContext,
  ) {
    super(pointsByCase(scoring), node, row);
    this.bounded = cells.some(({ bounded }) => bounded);
  }

  evaluate(block: Block): void {
    const { cells, codes, highCodes } = this;
    for (const { column } of cells) column.evaluate(block);
    const cases = cells.map(({ column, line }) => ({ values: column.values, line }));
    const open = lineCaseCodes(cases, false, codes, block.count);
    this.setOpen(open);
    if (!open) return;
    lineCaseCodes(cases, true, highCodes, block.count);
    if (this.bounded)
      this.ask(
        block,
        placesWhere(block.count, (i) => codes[i] !== highCodes[i]),
      );
  }
}

/** The places of a block that something is true of. */
function placesWhere(rows: number, holds: (place: number) => boolean): Places {
  const places = new Int32Array(rows);
  let count = 0;
  for (let i = 0; i < rows; i += 1) if (holds(i)) places[count++] = i;
  return { places, count };
}

class MarkColumn implements PointsColumn {
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
