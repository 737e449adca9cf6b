/**
 * The columnar path for points. An item's block holds codes, such as the number of lines a value has passed, and what each code earns;
 * sums look the points up. A row whose number is not plain, or lies within rounding of a line, is asked of the row path's own node.
 */
import type { Scoring, ScoreItem } from "../policy/rule-set";
import { bandLines } from "./band-lines";
import { BLOCK } from "./block";
import { nearness } from "./exact";
import {
  bandCodes,
  caseCodes,
  MOST_CASES,
  mostOf,
  ratioBandCodes,
  sumOf,
  type BandLines,
  type PointsBlock,
} from "./points-loops";
import { bindColumn, lacksColumns, ratioOf, type QuantityColumn, type RatioColumns } from "./quantity-columns";
import type { RowContext } from "./quantity-nodes";
import { bindScoring, type PointsNode } from "./score-nodes";
import { bindTestColumn, type BlockContext, type TestColumn } from "./test-columns";
import { MAYBE } from "./verdict-loops";

export interface PointsColumn {
  /** Least and most points; the very same block where they can't differ in any row. */
  readonly low: PointsBlock;
  readonly high: PointsBlock;
  evaluate(start: number, count: number): void;
}

/** @param item the item the scoring is of, or of which it is an option or part */
export function bindPointsColumn(scoring: Scoring, item: ScoreItem, context: BlockContext): PointsColumn {
  const { row } = context;
  switch (scoring.kind) {
    case "bands": {
      const node = bindScoring(scoring, item, row);
      return lacksColumns(scoring.value, row) ? new SamePoints(node, row) : new BandsColumn(scoring, node, context);
    }
    case "first-of": {
      const node = bindScoring(scoring, item, row);
      return scoring.cases.length > MOST_CASES
        ? new PointsRowByRow(node, row)
        : new FirstOfColumn(scoring, node, context);
    }
    case "better-of": {
      const options = scoring.options.map((option) => bindPointsColumn(option, item, context));
      return new CombinedColumn(options, mostOf);
    }
    case "parts": {
      const parts = scoring.items.map((part) => bindPointsColumn(part.scoring, part, context));
      return sumColumn(parts, scoring.max);
    }
    case "mark":
      return new MarkColumn(
        row.column(scoring.field, 0),
        scoring.max,
        scoring.fallback === null ? null : bindPointsColumn(scoring.fallback, item, context),
      );
  }
}

/** The sum of items, cut to the most they can count: a group, a province's own items, or the whole score. */
export function sumColumn(parts: readonly PointsColumn[], most: number): CombinedColumn {
  return new CombinedColumn(parts, (blocks, into, count) => {
    sumOf(blocks, most, into, count);
  });
}

/** Several columns made one, least points with least and most with most. */
export class CombinedColumn implements PointsColumn {
  readonly low: PointsBlock = { codes: null, points: new Float64Array(BLOCK) };
  high = this.low;
  private readonly open: PointsBlock = { codes: null, points: new Float64Array(BLOCK) };

  constructor(
    private readonly parts: readonly PointsColumn[],
    private readonly combine: (blocks: readonly PointsBlock[], into: Float64Array, count: number) => void,
  ) {}

  evaluate(start: number, count: number): void {
    const { parts, low, open, combine } = this;
    for (const part of parts) part.evaluate(start, count);
    combine(parts.map(lowOf), low.points, count);
    this.high = parts.some(isOpen) ? open : low;
    if (this.high === open) combine(parts.map(highOf), open.points, count);
  }
}

const lowOf = ({ low }: PointsColumn): PointsBlock => low;
const highOf = ({ high }: PointsColumn): PointsBlock => high;
const isOpen = ({ low, high }: PointsColumn): boolean => low !== high;

/** Points of a number that the sheet has no column for are asked once. */
class SamePoints implements PointsColumn {
  low: PointsBlock = { codes: null, points: new Float64Array(BLOCK) };
  high = this.low;
  private asked = false;

  constructor(
    private readonly node: PointsNode,
    private readonly row: RowContext,
  ) {}

  evaluate(start: number): void {
    if (this.asked) return;
    this.asked = true;
    const { node, low } = this;
    this.row.row = start;
    node.evaluate(start);
    low.points.fill(node.lo);
    if (node.lo !== node.hi) this.high = { codes: null, points: new Float64Array(BLOCK).fill(node.hi) };
  }
}

/** An item without a columnar form. */
class PointsRowByRow implements PointsColumn {
  readonly low: PointsBlock = { codes: null, points: new Float64Array(BLOCK) };
  readonly high: PointsBlock = { codes: null, points: new Float64Array(BLOCK) };

  constructor(
    private readonly node: PointsNode,
    private readonly row: RowContext,
  ) {}

  evaluate(start: number, count: number): void {
    const { node, row, low, high } = this;
    for (let i = 0; i < count; i += 1) {
      row.row = start + i;
      node.evaluate(start + i);
      low.points[i] = node.lo;
      high.points[i] = node.hi;
    }
  }
}

/** What items with codes share. */
abstract class CodedColumn implements PointsColumn {
  readonly low: PointsBlock;
  high: PointsBlock;
  protected readonly codes = new Uint8Array(BLOCK);
  protected readonly highCodes = new Uint8Array(BLOCK);
  protected readonly odd = new Uint8Array(BLOCK);
  /** `high` where nothing is open but the marks an expert gives, and where codes differ. */
  private readonly settled: PointsBlock;
  private readonly open: PointsBlock;

  /** @param lows least points by code */
  constructor(
    lows: Float64Array,
    highs: Float64Array,
    private readonly node: PointsNode,
    private readonly row: RowContext,
  ) {
    this.low = { codes: this.codes, points: lows };
    const ranged = lows.some((low, code) => low !== highs[code]);
    this.settled = ranged ? { codes: this.codes, points: highs } : this.low;
    this.open = { codes: this.highCodes, points: highs };
    this.high = this.settled;
  }

  abstract evaluate(start: number, count: number): void;

  protected setOpen(open: boolean): void {
    this.high = open ? this.open : this.settled;
  }

  /** Puts the node's points into every row marked in `odd`. */
  protected ask(start: number, count: number): void {
    const { odd, node, row, low, open, codes, highCodes } = this;
    this.setOpen(false);
    for (let i = odd.indexOf(1); i >= 0 && i < count; i = odd.indexOf(1, i + 1)) {
      row.row = start + i;
      node.evaluate(start + i);
      const code = low.points.indexOf(node.lo);
      const highCode = open.points.indexOf(node.hi);
      if (code !== highCode && this.high !== open) {
        highCodes.set(codes);
        this.setOpen(true);
      }
      codes[i] = code;
      highCodes[i] = highCode;
    }
  }
}

class BandsColumn extends CodedColumn {
  private readonly ratio: RatioColumns | null;
  private readonly value: QuantityColumn;
  private readonly lines: BandLines;

  constructor(
    { value, bands, otherwise }: Extract<Scoring, { kind: "bands" }>,
    node: PointsNode,
    { row, quantities }: BlockContext,
  ) {
    const passedFirst = [...bands].reverse();
    const points = [otherwise, ...passedFirst.map((band) => band.points)];
    super(
      Float64Array.from(points, ({ low }) => low),
      Float64Array.from(points, ({ high }) => high),
      node,
      row,
    );
    this.ratio = ratioOf(value, row, quantities);
    this.value = bindColumn(value, row, quantities);
    this.lines = bandLines(passedFirst, nearness(value), this.ratio?.growth === true ? 1 : 0);
  }

  evaluate(start: number, count: number): void {
    const { ratio, value, lines, codes, odd } = this;
    if (ratio === null) {
      value.evaluate(start, count);
      bandCodes(value.values, lines, codes, odd, count);
    } else {
      ratio.over.evaluate(start, count);
      ratio.under.evaluate(start, count);
      ratioBandCodes(ratio.over.values, ratio.under.values, ratio.growth, lines, codes, odd, count);
    }
    this.ask(start, count);
  }
}

/** The first case that holds counts. Where later cases pay less, an unknown one only adds what it could give. */
class FirstOfColumn extends CodedColumn {
  private readonly cases: readonly TestColumn[];
  private readonly verdicts: readonly Uint8Array[];
  private readonly falling: boolean;

  constructor({ cases, otherwise }: Extract<Scoring, { kind: "first-of" }>, node: PointsNode, context: BlockContext) {
    const points = [otherwise, ...cases.map((one) => one.points).reverse()];
    // The code's highest bit is the first case met.
    const byCode = Array.from({ length: 2 ** cases.length }, (_, code) => points[32 - Math.clz32(code)] ?? otherwise);
    super(
      Float64Array.from(byCode, ({ low }) => low),
      Float64Array.from(byCode, ({ high }) => high),
      node,
      context.row,
    );
    this.cases = cases.map(({ when }) => bindTestColumn(when, context));
    this.verdicts = this.cases.map(({ verdict }) => verdict);
    this.falling = points.every(({ low, high }, rank) => {
      const before = points[rank - 1];
      return before === undefined || (low >= before.low && high >= before.high);
    });
  }

  evaluate(start: number, count: number): void {
    const { cases, verdicts, codes, highCodes, odd } = this;
    for (const one of cases) one.evaluate(start, count);
    caseCodes(verdicts, false, codes, count);
    const open = cases.some((one) => one.open);
    this.setOpen(open);
    if (!open) return;
    if (this.falling) {
      caseCodes(verdicts, true, highCodes, count);
      return;
    }
    for (let i = 0; i < count; i += 1) odd[i] = Number(verdicts.some((verdict) => verdict[i] === MAYBE));
    this.ask(start, count);
  }
}

class MarkColumn implements PointsColumn {
  readonly low: PointsBlock = { codes: null, points: new Float64Array(BLOCK) };
  readonly high: PointsBlock = { codes: null, points: new Float64Array(BLOCK) };
  private readonly fallback: CombinedColumn | null;

  constructor(
    private readonly source: Float64Array | undefined,
    private readonly max: number,
    fallback: PointsColumn | null,
  ) {
    this.fallback = fallback === null ? null : sumColumn([fallback], Infinity);
  }

  evaluate(start: number, count: number): void {
    const { source, max, fallback } = this;
    fallback?.evaluate(start, count);
    const low = this.low.points;
    const high = this.high.points;
    for (let i = 0; i < count; i += 1) {
      const mark = source?.[start + i] ?? NaN;
      const known = mark === mark;
      low[i] = known ? Math.min(Math.max(mark, 0), max) : (fallback?.low.points[i] ?? 0);
      high[i] = known ? Math.min(Math.max(mark, 0), max) : (fallback?.high.points[i] ?? max);
    }
  }
}
