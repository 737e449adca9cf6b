import type { Band, Scoring } from "../../policy/rule-set";
import { compareDoubles, nearness, rounding, standingOn } from "../exact";
import type { PointsNode } from "../rows/score-nodes";
import { bandLines } from "./band-lines";
import { bandCodes, ratioBandCodes, type BandLines } from "./band-loops";
import type { Block } from "./block";
import { CodedColumn } from "./coded-column";
import { bindColumn, openRatio, ratioOf, type QuantityColumn, type RatioColumns } from "./quantity-columns";
import type { BlockContext } from "./test-columns";

type Bands = Extract<Scoring, { kind: "bands" }>;

/** Bands of a number: the code is how many lines it has reached. */
export class BandsColumn extends CodedColumn {
  private readonly ratio: RatioColumns | null;
  private readonly value: QuantityColumn;
  private readonly lines: BandLines;
  private readonly bands: readonly Band[];
  private readonly rounding: number;
  private readonly ends = new Float64Array(2);

  constructor({ value, bands, otherwise }: Bands, node: PointsNode, { row, quantities }: BlockContext) {
    const passedFirst = [...bands].reverse();
    super([otherwise, ...passedFirst.map(({ points }) => points)], node, row);
    this.bands = bands;
    this.rounding = rounding(value);
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
      if (compareDoubles(standingOn(value, cut, this.rounding), relation, cut)) break;
      code -= 1;
    }
    return code;
  }
}
