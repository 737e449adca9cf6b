/** The formulas of a workbook that somebody looks for, on every sheet, with the values they show. */
import type { Cell } from "../../words/grid";
import { toCell } from "../cell-values";
import type { Connection, Steps } from "../connection";
import type { Control } from "../host";
import type { SheetFormulas } from "../sharing-host";
import { throwIfCancelled, type Doing } from "../trouble";
import { findSpills, type FormulaAt, type SpillingFormula } from "./find-spills";
import { formulaAreas, type FormulaSheet } from "./formula-areas";
import { lockedParts } from "./locked-parts";
import { readPieces } from "./read-pieces";
import { blocksOf, cellKey, cellsOf, fewerBlocks } from "./sheet-ranges";

const SEEKING: Doing = { zh: "查找公式", en: "looking for formulas" };

export async function readFormulas(
  connection: Connection,
  wanted: (formula: string) => boolean,
  control: Control & { readonly sheets?: readonly string[] } = {},
): Promise<readonly SheetFormulas[]> {
  const { signal } = control;
  throwIfCancelled(signal);
  return connection.run(SEEKING, async (steps) => {
    const sheets = await formulaAreas(steps, control.sheets);
    const blocks = sheets.flatMap(({ areas }) => areas);
    const total = blocks.reduce((sum, { range }) => sum + cellsOf(range), 0);
    let done = 0;
    const reading = { steps, pace: connection.pace, doing: SEEKING, signal };
    const onRead = (cells: number): void => {
      done += cells;
      control.progress?.(done, total);
    };
    const found: FormulaAt[] = [];
    await readPieces({ ...reading, onRead }, "formulas", blocks, (sheet, row, left, cells) => {
      for (const [index, formula] of cells.entries())
        if (typeof formula === "string" && formula.startsWith("=") && wanted(formula))
          found.push({ sheet, row, column: left + index, formula });
    });
    const own = await findSpills(steps, found, signal);
    const values = new Map(own.map(({ sheet, row, column }): [string, Cell] => [cellKey(sheet, row, column), null]));
    await readPieces(reading, "values", fewerBlocks(blocksOf(own)), (sheet, row, left, cells) => {
      for (const [index, value] of cells.entries()) {
        const key = cellKey(sheet, row, left + index);
        if (values.has(key)) values.set(key, toCell(value));
      }
    });
    const locked = await lockedCells(steps, sheets, own, signal);
    return sheets.map(({ id, name, protected: isProtected }) => ({
      id,
      name,
      protected: isProtected,
      cells: own
        .filter(({ sheet }) => sheet === id)
        .sort((one, other) => one.row - other.row || one.column - other.column)
        .map(({ row, column, formula, spill }) => ({
          sheet: name,
          row,
          column,
          formula,
          value: values.get(cellKey(id, row, column)) ?? null,
          ...(spill !== undefined && { spill }),
          ...(locked.has(cellKey(id, row, column)) && { locked: true }),
        })),
    }));
  });
}

/** Keys of the cells that can't be changed before their sheet is unprotected. */
async function lockedCells(
  steps: Steps,
  sheets: readonly FormulaSheet[],
  cells: readonly SpillingFormula[],
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<string>> {
  const guarded = new Set(sheets.filter((sheet) => sheet.protected).map(({ id }) => id));
  const parts = await lockedParts(steps, blocksOf(cells.filter(({ sheet }) => guarded.has(sheet))), signal);
  const keys = new Set<string>();
  for (const { sheet, range } of parts)
    for (let row = range.top; row <= range.bottom; row += 1)
      for (let column = range.left; column <= range.right; column += 1) keys.add(cellKey(sheet, row, column));
  return keys;
}
