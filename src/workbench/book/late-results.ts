/**
 * Results that come too late. Univer calculates beside the page's other work, and what it then writes was worked out from the cells as they
 * were when it began: a cell that was cleared or typed into meanwhile would get back what it no longer holds. Whatever such a cell holds now
 * is calculated next, so its late result is left out.
 */
import type { FUniver } from "@univerjs/core/facade";
import type {} from "@univerjs/engine-formula/facade";
import { z } from "zod";
import { RESULTS_FOLLOW } from "./calculation";
import { codeOf } from "./enum-codes";

/** Univer's cells by row, then column: looked at where they are, since what is left out must be missing from what Univer goes on with. */
interface Written {
  readonly sheet: string;
  readonly cells: Readonly<Record<string, unknown>>;
}

/** `cellValue` is handed on as it is: a copy could not be shortened for Univer. */
const target = z.object({
  unitId: z.string(),
  subUnitId: z.string(),
  cellValue: z.custom<Readonly<Record<string, unknown>>>((cells) => typeof cells === "object" && cells !== null),
});

/** How Univer marks that cells are written by a calculation. */
const ofCalculation = z.object({ applyFormulaCalculationResult: z.literal(true) });

export function leaveOutLateResults(api: FUniver, unitId: string): void {
  /** The cells written since each calculation under way began, the oldest first: one may begin before the results of another are there. */
  const under: Written[][] = [];
  const formula = api.getFormula();
  formula.calculationStart(() => {
    under.push([]);
  });
  formula.calculationEnd((state) => {
    if (codeOf(state) !== RESULTS_FOLLOW) under.shift();
  });
  formula.calculationResultApplied(() => {
    under.shift();
  });
  api.addEvent(api.Event.BeforeCommandExecute, ({ id, params, options }) => {
    if (id !== "sheet.mutation.set-range-values" || under.length === 0) return;
    const written = writtenBy(params, unitId);
    if (written === null) return;
    if (!ofCalculation.safeParse(options).success) for (const since of under) since.push(written);
    else for (const { sheet, cells } of under[0] ?? []) if (sheet === written.sheet) leaveOut(written.cells, cells);
  });
}

function writtenBy(params: unknown, unitId: string): Written | null {
  const { success, data } = target.safeParse(params);
  return success && data.unitId === unitId ? { sheet: data.subUnitId, cells: data.cellValue } : null;
}

function leaveOut(results: Written["cells"], changed: Written["cells"]): void {
  for (const [row, columns] of Object.entries(changed)) {
    const late: unknown = Reflect.get(results, row);
    if (typeof late !== "object" || late === null || typeof columns !== "object" || columns === null) continue;
    for (const column of Object.keys(columns)) Reflect.deleteProperty(late, column);
  }
}
