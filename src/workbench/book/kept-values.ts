/** Formulas of a file that the engine can't calculate: they keep the value they were saved with, and say so. */
import type { ICellData } from "@univerjs/core";
import { z } from "zod";
import type { Text } from "../../words/text";
import type { CellRange } from "../../words/grid";
import type { BookFile } from "../../xlsx/book-file";
import { lackingFor, type Known } from "../formulas/calculable";
import { functionService } from "../formulas/function-service";
import type { Book } from "./book";
import { constantPatch, type CellPatch } from "./cell-data";
import { formulaTables } from "./formula-tables";
import type { Sheet } from "./sheet";
import { KEPT, shapeOf } from "./univer-link";

const keptSchema = z.object({
  lacking: z.object({ zh: z.string(), en: z.string() }),
  spill: z.object({ top: z.number(), left: z.number(), bottom: z.number(), right: z.number() }).optional(),
});

export interface KeptValue {
  /** What the engine lacks. */
  readonly lacking: Text;
  /** The block that the formula filled when it was saved, relative to its cell. */
  readonly spill?: CellRange | undefined;
}

/** Null for a cell that is calculated, or holds no formula. */
export function keptValue(sheet: Sheet, row: number, column: number): KeptValue | null {
  if (!sheet.link.keepsValue(sheet.id, row, column)) return null;
  return keptSchema.safeParse(sheet.told.getCellRaw(row, column)?.custom?.[KEPT]).data ?? null;
}

/** What formulas of a workbook may name. `names`: those that the workbook has, or is about to get. */
export function knownTo(book: Book, names: readonly { readonly name: string }[] = book.names.all): Known {
  const service = functionService(book.link.api);
  const named = new Set(names.map(({ name }) => name.toUpperCase()));
  return {
    hasFunction: (name) => service.getExecutor(name) !== undefined || named.has(name) || name.startsWith("ZJTX."),
    tables: new Set(formulaTables(book.sheets).map(({ name }) => name.toLowerCase())),
  };
}

/** Sets aside what can't be calculated of a workbook just opened, before anything is. */
export function keepValues(book: Book, file: BookFile): void {
  const known = knownTo(book, file.names);
  for (const [index, { cells }] of file.sheets.entries()) {
    const sheet = book.sheets[index];
    if (sheet === undefined) continue;
    const matrix = sheet.told.getCellMatrix();
    const put = (row: number, column: number, more: Partial<CellPatch> & Pick<ICellData, "custom">): void => {
      matrix.setValue(row, column, { ...matrix.getValue(row, column), ...more });
    };
    cells.forEach((line, row) => {
      line?.forEach((cell, column) => {
        if (cell?.formula === undefined || cell.value === null) return;
        const lacking = lackingFor(cell.formula, known);
        if (lacking === null) return;
        book.link.valuesKept = true;
        const { spill } = cell;
        for (let down = row; down <= (spill?.bottom ?? row); down++)
          for (let across = column; across <= (spill?.right ?? column); across++) {
            const { f, si, p, ...value } = constantPatch(cells[down]?.[across]?.value ?? null);
            put(down, across, value);
          }
        const moved = spill && { top: 0, left: 0, bottom: spill.bottom - row, right: spill.right - column };
        put(row, column, {
          custom: { [KEPT]: { lacking, shape: shapeOf(cell.formula), ...(moved && { spill: moved }) } },
        });
      });
    });
  }
}
