/** Finds the block that a cell lies in, among many blocks that do not overlap. */
import type { CellRange } from "../../words/grid";

export class BlockIndex {
  private readonly byRow = new Map<number, CellRange[]>();

  constructor(readonly blocks: readonly CellRange[]) {
    for (const block of blocks)
      for (let row = block.top; row <= block.bottom; row++) {
        const list = this.byRow.get(row);
        if (list) list.push(block);
        else this.byRow.set(row, [block]);
      }
  }

  at(row: number, column: number): CellRange | null {
    return this.byRow.get(row)?.find(({ left, right }) => column >= left && column <= right) ?? null;
  }
}
