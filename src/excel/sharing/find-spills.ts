/**
 * Which of the cells with formulas spill, and where to. Excel versions differ in what they give as the formula of a cell that is spilled
 * into: its value, or the formula of the cell that spills. Either way only the latter is a formula of its own.
 */
import type { CellRange } from "../../words/grid";
import { supportsSet, type Steps } from "../connection";
import { intersect, RANGE_NUMBERS, rangeAt, rangeFrom } from "../places";
import { throwIfCancelled } from "../trouble";
import { blocksOf, cellKey, columnsAround, type SheetCell, type SheetRange } from "./sheet-ranges";
import { uniformParts, type Property } from "./uniform-parts";

export interface FormulaAt extends SheetCell {
  readonly formula: string;
}

export interface SpillingFormula extends FormulaAt {
  readonly spill?: CellRange;
}

/** Questions of one request. */
const QUESTIONS = 1000;
/** After so many rounds all that is left is asked at once. */
const ROUNDS = 3;

const HAS_SPILL: Property = {
  ask: (range) => {
    range.load("hasSpill");
    return () => range.hasSpill;
  },
  otherwise: false,
};

/** The cells with a formula of their own, in the order given. */
export async function findSpills(
  steps: Steps,
  cells: readonly FormulaAt[],
  signal?: AbortSignal,
): Promise<readonly SpillingFormula[]> {
  // Before, Excel knew no formula that spills.
  if (!supportsSet("ExcelApi", "1.12")) return cells;
  const parts = await uniformParts(steps, await nearSpills(steps, blocksOf(cells)), HAS_SPILL, signal);
  const waiting = new Map<string, FormulaAt>();
  const byKey = new Map(cells.map((cell) => [keyOf(cell), cell]));
  for (const { sheet, range, value } of parts)
    if (value)
      for (let row = range.top; row <= range.bottom; row += 1)
        for (let column = range.left; column <= range.right; column += 1) {
          const key = cellKey(sheet, row, column);
          const cell = byKey.get(key);
          if (cell) waiting.set(key, cell);
        }
  const dropped = new Set(waiting.keys());
  const spills = new Map<string, CellRange>();
  for (let round = 0; waiting.size > 0; round += 1) {
    const asked = [...waiting.values()].filter((cell) => round >= ROUNDS || !repeats(cell, waiting));
    for (let at = 0; at < asked.length; at += QUESTIONS) {
      throwIfCancelled(signal);
      const some = asked.slice(at, at + QUESTIONS).filter((cell) => waiting.has(keyOf(cell)));
      for (const { cell, spill } of await spillsOf(steps, some)) {
        waiting.delete(keyOf(cell));
        if (spill === null) continue;
        spills.set(keyOf(cell), spill);
        dropped.delete(keyOf(cell));
        for (let row = spill.top; row <= spill.bottom; row += 1)
          for (let column = spill.left; column <= spill.right; column += 1)
            waiting.delete(cellKey(cell.sheet, row, column));
      }
    }
  }
  return cells.flatMap((cell) => {
    const spill = spills.get(keyOf(cell));
    return dropped.has(keyOf(cell)) ? [] : [{ ...cell, ...(spill !== undefined && { spill }) }];
  });
}

/** The blocks in columns where anything spills at all, which is most often none. */
async function nearSpills({ step }: Steps, blocks: readonly SheetRange[]): Promise<readonly SheetRange[]> {
  const columns = columnsAround(blocks);
  if (columns.length === 0) return [];
  const asked = await step(({ workbook }) =>
    columns.map(({ sheet, range }) => HAS_SPILL.ask(rangeAt(workbook.worksheets.getItem(sheet), range))),
  );
  const spilling = columns.filter((_, index) => asked[index]?.() !== false);
  return blocks.filter((block) =>
    spilling.some(({ sheet, range }) => sheet === block.sheet && intersect(range, block.range) !== null),
  );
}

function keyOf({ sheet, row, column }: SheetCell): string {
  return cellKey(sheet, row, column);
}

/** Whether the cell shows the same formula as the one above or left of it, as a cell does that is spilled into. */
function repeats({ sheet, row, column, formula }: FormulaAt, waiting: ReadonlyMap<string, FormulaAt>): boolean {
  return (
    waiting.get(cellKey(sheet, row - 1, column))?.formula === formula ||
    waiting.get(cellKey(sheet, row, column - 1))?.formula === formula
  );
}

async function spillsOf(
  { step }: Steps,
  cells: readonly FormulaAt[],
): Promise<readonly { readonly cell: FormulaAt; readonly spill: CellRange | null }[]> {
  if (cells.length === 0) return [];
  const asked = await step(({ workbook }) =>
    cells.map((cell) => {
      const { sheet, row, column } = cell;
      const place = { top: row, left: column, bottom: row, right: column };
      const spill = rangeAt(workbook.worksheets.getItem(sheet), place).getSpillingToRangeOrNullObject();
      spill.untrack();
      spill.load(RANGE_NUMBERS);
      return { cell, spill };
    }),
  );
  return asked.map(({ cell, spill }) => ({ cell, spill: spill.isNullObject ? null : rangeFrom(spill) }));
}
