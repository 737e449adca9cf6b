/**
 * The blocks that spilled formulas fill. Univer keeps them beside the cells, so they are picked up from its own announcements:
 * a cell inside such a block holds nothing itself.
 */
import type { ICellData } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { z } from "zod";
import type { CellRange } from "../../sheet/grid";

const box = z.object({ startRow: z.number(), startColumn: z.number(), endRow: z.number(), endColumn: z.number() });
const announced = z.object({
  arrayFormulaRange: z.record(
    z.string(),
    z.record(z.string(), z.record(z.string(), z.record(z.string(), box))).nullish(),
  ),
});

export class Spills {
  private bySheet = new Map<string, readonly CellRange[]>();

  constructor(
    api: FUniver,
    private readonly unitId: string,
    /** Told of each block a formula fills, or would fill if it had the room. */
    private readonly onBlock: (sheet: string, block: CellRange) => void,
  ) {
    api.onCommandExecuted((command) => {
      if (command.id === "formula.mutation.set-array-formula-data") this.learn(command.params);
    });
  }

  private learn(params: unknown): void {
    const told = announced.safeParse(params);
    if (!told.success) return;
    this.bySheet = new Map();
    for (const [sheet, rows] of Object.entries(told.data.arrayFormulaRange[this.unitId] ?? {})) {
      const boxes = Object.values(rows).flatMap((columns) => Object.values(columns));
      this.bySheet.set(
        sheet,
        boxes.map((at) => ({ top: at.startRow, left: at.startColumn, bottom: at.endRow, right: at.endColumn })),
      );
    }
    for (const [sheet, blocks] of this.bySheet) for (const block of blocks) this.onBlock(sheet, block);
  }

  /** Blocks of more than one cell, on one sheet; the first cell of each holds the formula. */
  of(sheet: string): readonly CellRange[] {
    return (this.bySheet.get(sheet) ?? []).filter(({ top, left, bottom, right }) => bottom > top || right > left);
  }

  /** The block a cell lies in. */
  at(sheet: string, row: number, column: number): CellRange | null {
    for (const block of this.of(sheet)) {
      if (row >= block.top && row <= block.bottom && column >= block.left && column <= block.right) return block;
    }
    return null;
  }
}

/** Univer's cell with what spills into it, for cells without a value of their own. */
export type CellReader = (row: number, column: number) => ICellData | null | undefined;
