import type { PointRange } from "../../policy/rule-set";
import type { PointsNode } from "../rows/score-nodes";
import type { RowContext } from "../rows/row-context";
import type { Places } from "./band-loops";
import { BLOCK, type Block } from "./block";
import type { PointsColumn } from "./points-column";
import type { PointsBlock } from "./sum-loops";

/** An item whose rows carry codes, and whose codes earn points: what bands and cases share. */
export abstract class CodedColumn implements PointsColumn {
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

/** The places of a block that something is true of. */
export function placesWhere(rows: number, holds: (place: number) => boolean): Places {
  const places = new Int32Array(rows);
  let count = 0;
  for (let i = 0; i < rows; i += 1) if (holds(i)) places[count++] = i;
  return { places, count };
}
