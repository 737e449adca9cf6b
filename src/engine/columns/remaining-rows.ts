/**
 * The rows of a block that a chain of requirements has not ruled out yet. As a loop by hand leaves a row at the first `if` that
 * fails, most rows are ruled out by few requirements; the others are asked about those rows alone that are left.
 */
import { BLOCK, Block } from "./block";
import type { TestColumn } from "./test-columns";
import { lower, placesLeft, verdictsOf } from "./verdict-loops";

/** How small a part of the rows must be left for fetching their cells one by one to be the lesser work. */
const NARROW = 4;

/** A required column, and what was seen of it: the order of requirements changes no verdict, but how soon rows are ruled out. */
export class Required {
  private asked = 1;
  private ruledOut = 0;

  /** @param cost any measure of the work, such as the number of cells it reads in a row */
  constructor(
    readonly column: TestColumn,
    private readonly cost: number,
  ) {}

  /** Rows ruled out for the work done: what rules out most is asked first. */
  get worth(): number {
    return (0.01 + this.ruledOut / this.asked) / this.cost;
  }

  note(asked: number, left: number): void {
    this.asked += asked;
    this.ruledOut += asked - left;
  }
}

export class RemainingRows {
  /** A verdict for each row of the block; rows that are not in it any more are NO. */
  readonly verdict = new Uint8Array(BLOCK);

  private readonly rows = new Int32Array(BLOCK);
  /** The rows left. */
  block = new Block(0, 0);

  /** Takes up a block whose verdicts are these so far. */
  begin(block: Block, verdict: Uint8Array): void {
    this.block = block;
    this.verdict.set(verdict);
  }

  /** Lowers the verdicts to the requirements', which are put into the order found best. */
  require(required: Required[]): void {
    required.sort((a, b) => b.worth - a.worth);
    for (const one of required) {
      const { block, verdict } = this;
      if (block.count === 0) return;
      one.column.evaluate(block);
      const left = lower(verdict, one.column.verdict, block.count);
      one.note(block.count, left);
      if (NARROW * left < block.count) this.narrow();
    }
  }

  /** Drops the rows whose verdict is NO. Blocks had before mean nothing any more. */
  private narrow(): void {
    const { block, rows, verdict } = this;
    const { places, count: left } = placesLeft(verdict, block.count);
    for (let i = 0; i < left; i += 1) {
      const place = places[i] ?? 0;
      verdict[i] = verdict[place] ?? 0;
      rows[i] = block.row(place);
    }
    this.block = new Block(block.start, left, rows);
  }

  /** Writes the verdicts as 0, 1, 2 into a column of the sheet's, in which rows that were dropped hold 0 already. */
  write(into: Uint8Array): void {
    const { block, verdict } = this;
    if (block.follows) {
      verdictsOf(verdict, into.subarray(block.start, block.start + block.count), block.count);
      return;
    }
    for (let i = 0; i < block.count; i += 1) {
      const bits = verdict[i] ?? 0;
      into[block.row(i)] = bits - (bits >> 1);
    }
  }
}
