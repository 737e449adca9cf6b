/** The cells whose formula is wanted, over all sheets, with the values shown now. */
import type { Control } from "../../excel/host";
import type { SheetFormulas } from "../../excel/sharing-host";
import type { Doing } from "../../excel/trouble";
import type { FormulaCell } from "../../sharing/formulas/own-formulas";
import type { CellRange } from "../../words/grid";
import { pieces, readCells, rowsFrom } from "./cells";
import { idOf, type WpsConnection } from "./connection";
import type { WpsSheet } from "./objects";
import { filledRange, isCell, rangeAt, rangeFrom } from "./ranges";

const READING: Doing = { zh: "查找公式", en: "looking for formulas" };

export function readFormulas(
  connection: WpsConnection,
  wanted: (formula: string) => boolean,
  { signal, progress, sheets: only }: Control & { readonly sheets?: readonly string[] },
): Promise<readonly SheetFormulas[]> {
  return connection.run(READING, async () => {
    await connection.breathe(signal);
    const found: SheetFormulas[] = [];
    const sheets = connection.sheets.filter((sheet) => only?.includes(idOf(sheet)) ?? true);
    for (const [index, sheet] of sheets.entries()) {
      const cells: FormulaCell[] = [];
      const used = filledRange(sheet);
      for (const piece of used === null ? [] : pieces(used)) {
        cells.push(...formulasIn(sheet, piece, wanted));
        await connection.breathe(signal);
      }
      found.push({ id: idOf(sheet), name: sheet.Name, protected: sheet.ProtectContents, cells: ownFormulas(cells) });
      progress?.(index + 1, sheets.length);
    }
    return found;
  });
}

function formulasIn(sheet: WpsSheet, piece: CellRange, wanted: (formula: string) => boolean): readonly FormulaCell[] {
  const candidates = rowsFrom(rangeAt(sheet, piece).Formula).flatMap((line, down) =>
    line.flatMap((formula, across) =>
      typeof formula === "string" && formula.startsWith("=") && wanted(formula)
        ? [{ row: piece.top + down, column: piece.left + across, formula }]
        : [],
    ),
  );
  if (candidates.length === 0) return [];
  const values = readCells(sheet, piece);
  return candidates.flatMap(({ row, column, formula }) => {
    const cell = rangeAt(sheet, { top: row, left: column, bottom: row, right: column });
    // A text may begin with = too.
    if (cell.HasFormula !== true) return [];
    const over = cell.HasSpill === true ? cell.SpillingToRange : undefined;
    const spill = over === undefined ? null : rangeFrom(over);
    return [
      {
        sheet: sheet.Name,
        row,
        column,
        formula,
        value: values[row - piece.top]?.[column - piece.left] ?? null,
        ...(spill === null || isCell(spill) ? {} : { spill }),
        ...(sheet.ProtectContents && cell.Locked !== false ? { locked: true } : {}),
      },
    ];
  });
}

/** Without the cells that others spill into: some builds repeat the formula there. */
function ownFormulas(cells: readonly FormulaCell[]): readonly FormulaCell[] {
  const spills = cells.flatMap(({ row, column, spill }) => (spill === undefined ? [] : [{ row, column, spill }]));
  if (spills.length === 0) return cells;
  return cells.filter(
    ({ row, column }) =>
      !spills.some(
        ({ row: top, column: left, spill }) =>
          (row !== top || column !== left) &&
          row >= spill.top &&
          row <= spill.bottom &&
          column >= spill.left &&
          column <= spill.right,
      ),
  );
}
