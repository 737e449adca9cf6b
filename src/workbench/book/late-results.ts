/**
 * Results that come too late. Univer calculates beside the page's other work, and what it then writes was worked out from the cells as they
 * were when it began: a cell that was cleared, moved away or typed into meanwhile would get back what it no longer holds, and where it held
 * a formula that spills, the cells around it too. Whatever such a cell holds now is calculated next, so its late result is left out.
 */
import type { FUniver } from "@univerjs/core/facade";
import type {} from "@univerjs/engine-formula/facade";
import { z } from "zod";
import type { EngineRuns, WrittenCells } from "./engine-runs";

/** `cellValue` is handed on as it is: a copy could not be shortened for Univer. */
const target = z.object({
  unitId: z.string(),
  subUnitId: z.string(),
  cellValue: z.custom<Readonly<Record<string, unknown>>>((cells) => typeof cells === "object" && cells !== null),
});

/** How Univer marks that cells are written by a calculation. */
const ofCalculation = z.object({ applyFormulaCalculationResult: z.literal(true) });

type Cells = WrittenCells["cells"];

const box = z.object({ startRow: z.number(), startColumn: z.number(), endRow: z.number(), endColumn: z.number() });
type Box = z.infer<typeof box>;

/** By workbook and sheet; handed on as they are. */
const bySheet = z.custom<Readonly<Record<string, Readonly<Record<string, Cells>>>>>(
  (units) => typeof units === "object" && units !== null,
);
const spilled = z.object({ arrayFormulaRange: bySheet, arrayFormulaCellData: bySheet });

export function leaveOutLateResults(api: FUniver, unitId: string, runs: EngineRuns): void {
  api.addEvent(api.Event.BeforeCommandExecute, ({ id, params, options }) => {
    const { underWay } = runs;
    if (underWay.length === 0) return;
    if (id === "formula.mutation.set-array-formula-data") {
      const { success, data } = spilled.safeParse(params);
      if (!success) return;
      for (const { sheet, cells } of underWay[0]?.written ?? [])
        leaveOutBlocks(data.arrayFormulaRange[unitId]?.[sheet], data.arrayFormulaCellData[unitId]?.[sheet], cells);
      return;
    }
    if (id !== "sheet.mutation.set-range-values") return;
    const written = writtenBy(params, unitId);
    if (written === null) return;
    if (!ofCalculation.safeParse(options).success) for (const run of underWay) run.written.push(written);
    else
      for (const { sheet, cells } of underWay[0]?.written ?? [])
        if (sheet === written.sheet) leaveOut(written.cells, cells);
  });
}

function writtenBy(params: unknown, unitId: string): WrittenCells | null {
  const { success, data } = target.safeParse(params);
  return success && data.unitId === unitId ? { sheet: data.subUnitId, cells: data.cellValue } : null;
}

function leaveOut(results: Cells, changed: Cells): void {
  for (const [row, columns] of Object.entries(changed)) {
    const late: unknown = Reflect.get(results, row);
    if (!isRecord(late) || !isRecord(columns)) continue;
    for (const column of Object.keys(columns)) Reflect.deleteProperty(late, column);
  }
}

/** Blocks that spill from changed cells, with the values in them; Univer names a block by the cell it spills from. */
function leaveOutBlocks(blocks: Cells | undefined, values: Cells | undefined, changed: Cells): void {
  if (blocks === undefined || values === undefined) return;
  const late = boxesIn(blocks).filter(({ startRow, startColumn }) => holds(changed, startRow, startColumn));
  for (const { startRow, startColumn } of late) leaveOut(blocks, { [startRow]: { [startColumn]: null } });
  const stay = boxesIn(blocks);
  for (const { startRow, endRow, startColumn, endColumn } of late) {
    for (let row = startRow; row <= endRow; row++) {
      for (let column = startColumn; column <= endColumn; column++) {
        if (!stay.some((one) => isInside(one, row, column))) leaveOut(values, { [row]: { [column]: null } });
      }
    }
  }
}

function boxesIn(blocks: Cells): Box[] {
  return Object.values(blocks)
    .flatMap((columns) => (isRecord(columns) ? Object.values(columns) : []))
    .flatMap((block) => box.safeParse(block).data ?? []);
}

const isInside = ({ startRow, endRow, startColumn, endColumn }: Box, row: number, column: number): boolean =>
  row >= startRow && row <= endRow && column >= startColumn && column <= endColumn;

function holds(cells: Cells, row: number, column: number): boolean {
  const columns = cells[row];
  return isRecord(columns) && column in columns;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
