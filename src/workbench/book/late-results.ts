/**
 * Results that come too late. Univer calculates beside the page's other work, and what it then writes was worked out from the cells as they
 * were when it began: a cell that was cleared or typed into meanwhile would get back what it no longer holds. Whatever such a cell holds now
 * is calculated next, so its late result is left out.
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

export function leaveOutLateResults(api: FUniver, unitId: string, runs: EngineRuns): void {
  api.addEvent(api.Event.BeforeCommandExecute, ({ id, params, options }) => {
    const { underWay } = runs;
    if (id !== "sheet.mutation.set-range-values" || underWay.length === 0) return;
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

function leaveOut(results: WrittenCells["cells"], changed: WrittenCells["cells"]): void {
  for (const [row, columns] of Object.entries(changed)) {
    const late: unknown = Reflect.get(results, row);
    if (typeof late !== "object" || late === null || typeof columns !== "object" || columns === null) continue;
    for (const column of Object.keys(columns)) Reflect.deleteProperty(late, column);
  }
}
