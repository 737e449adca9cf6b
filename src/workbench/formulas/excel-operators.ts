/** Excel's operators that Univer's engine does not know, as functions: `A1#`, the block that a formula fills, and `@`, one cell of many. */
import type { BaseReferenceObject, BaseValueObject, FunctionVariantType } from "@univerjs/engine-formula";
import type { FUniver } from "@univerjs/core/facade";
import { z } from "zod";
import { mayGiveArray } from "../xlsx/formula-names";
import { ONE_CELL, SPILLED } from "./engine-formula";
import { functionService } from "./function-service";
import type { UniverEngine } from "./univer-engine";

const box = z.object({ startRow: z.number(), startColumn: z.number(), endRow: z.number(), endColumn: z.number() });

function isReference(variant: FunctionVariantType): variant is BaseReferenceObject {
  return variant.isReferenceObject();
}

/** The block that the formula of a cell fills: in this calculation, else as it was before. */
function blockFrom(cell: BaseReferenceObject): z.infer<typeof box> | null {
  const { startRow, startColumn } = cell.getRangePosition();
  for (const key of ["_runtimeArrayFormulaRange", "_arrayFormulaRange"]) {
    let found: unknown = Reflect.get(cell, key);
    for (const step of [cell.getUnitId(), cell.getSheetId(), startRow, startColumn])
      found = typeof found === "object" && found !== null ? Reflect.get(found, step) : undefined;
    const block = box.safeParse(found);
    if (block.success) return block.data;
  }
  return null;
}

/** @param formulaAt the formula of a cell by the id of its sheet, null where there is none */
export function registerOperators(
  univerAPI: FUniver,
  engine: UniverEngine,
  formulaAt: (unit: string, sheet: string, row: number, column: number) => string | null,
): void {
  const { BaseFunction, ErrorType, ErrorValueObject, RangeReferenceObject } = engine;
  const error = (type: "REF" | "VALUE"): BaseValueObject => ErrorValueObject.create(ErrorType[type]);

  /** Univer looks its sheet up by name where it has one, and falls back on these. */
  const cellsOf = (range: z.infer<typeof box>, beside: BaseReferenceObject): BaseReferenceObject => {
    const cells = new RangeReferenceObject(range);
    cells.setDefaultUnitId(beside.getUnitId());
    cells.setDefaultSheetId(beside.getSheetId());
    return cells;
  };

  class Spilled extends BaseFunction {
    override needsReferenceObject = true;
    override minParams = 1;
    override maxParams = 1;

    override calculate(variant: FunctionVariantType): FunctionVariantType {
      if (!isReference(variant)) return variant.isError() ? variant : error("REF");
      const { startRow, startColumn, endRow, endColumn } = variant.getRangePosition();
      if (startRow !== endRow || startColumn !== endColumn) return error("REF");
      const block = blockFrom(variant);
      if (block !== null) return cellsOf(block, variant);
      const formula = formulaAt(variant.getUnitId(), variant.getSheetId(), startRow, startColumn);
      return formula !== null && mayGiveArray(formula) ? variant : error("REF");
    }
  }

  class OneCell extends BaseFunction {
    override needsReferenceObject = true;
    override minParams = 1;
    override maxParams = 1;

    override isArgumentsIgnoreNumberPattern(): boolean {
      return true;
    }

    override calculate(variant: FunctionVariantType): FunctionVariantType {
      if (!isReference(variant)) {
        const values = "getArrayValue" in variant && variant.isArray() ? variant.getArrayValue() : null;
        return values === null ? variant : (values[0]?.[0] ?? error("VALUE"));
      }
      const { startRow, startColumn, endRow, endColumn } = variant.getRangePosition();
      const row = startRow === endRow ? startRow : this.row;
      const column = startColumn === endColumn ? startColumn : this.column;
      if (row < startRow || row > endRow || column < startColumn || column > endColumn) return error("VALUE");
      return cellsOf({ startRow: row, endRow: row, startColumn: column, endColumn: column }, variant);
    }
  }

  functionService(univerAPI).registerExecutors(new Spilled(SPILLED), new OneCell(ONE_CELL));
}
