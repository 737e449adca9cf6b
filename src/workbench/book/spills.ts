/**
 * The blocks that spilled formulas fill. Univer keeps them beside the cells, so they are picked up from its own announcements:
 * a cell inside such a block holds nothing itself.
 */
import type { FUniver } from "@univerjs/core/facade";
import { z } from "zod";
import type { CellRange } from "../../words/grid";
import { BlockIndex } from "./block-index";

const box = z.object({ startRow: z.number(), startColumn: z.number(), endRow: z.number(), endColumn: z.number() });
const announced = z.object({
  arrayFormulaRange: z.record(
    z.string(),
    z.record(z.string(), z.record(z.string(), z.record(z.string(), box))).nullish(),
  ),
});

const NONE = new BlockIndex([]);

export class Spills {
  private bySheet = new Map<string, BlockIndex>();

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
    const parsed = announced.safeParse(params);
    if (!parsed.success) return;
    const told: (readonly [string, readonly CellRange[]])[] = [];
    this.bySheet = new Map();
    for (const [sheet, rows] of Object.entries(parsed.data.arrayFormulaRange[this.unitId] ?? {})) {
      const boxes = Object.values(rows).flatMap((columns) => Object.values(columns));
      const all = boxes.map((at) => ({
        top: at.startRow,
        left: at.startColumn,
        bottom: at.endRow,
        right: at.endColumn,
      }));
      const spilling = all.filter(({ top, left, bottom, right }) => bottom > top || right > left);
      this.bySheet.set(sheet, new BlockIndex(spilling));
      told.push([sheet, all]);
    }
    for (const [sheet, blocks] of told) for (const block of blocks) this.onBlock(sheet, block);
  }

  /** Blocks of more than one cell, on one sheet; the first cell of each holds the formula. */
  of(sheet: string): readonly CellRange[] {
    return (this.bySheet.get(sheet) ?? NONE).blocks;
  }

  /** The block a cell lies in. */
  at(sheet: string, row: number, column: number): CellRange | null {
    return (this.bySheet.get(sheet) ?? NONE).at(row, column);
  }
}
