/** What happens in Univer, by a person's hand or by ours, as events of the book. */
import { z } from "zod";
import type { CellRange } from "../../sheet/grid";
import { bounding } from "./a1";
import type { BookEvent } from "./book";
import type { UniverLink } from "./univer-link";

const onSheet = z.object({ unitId: z.string(), subUnitId: z.string() });
const named = z.object({ name: z.string() });
const inserted = z.object({ sheet: z.object({ id: z.string() }) });
const cells = z.object({ cellValue: z.record(z.string(), z.unknown()).nullish() });
const box = z.object({ startRow: z.number(), startColumn: z.number(), endRow: z.number(), endColumn: z.number() });
const selected = z.object({ selections: z.array(z.object({ range: box })) });

/** Univer's commands that move cells about. */
const SHIFTS = /^sheet\.mutation\.(insert-row|insert-col|remove-rows|remove-col|move-range|move-rows|move-columns|reorder-range)$/;
const LAYOUT = /^sheet\.mutation\.(set-worksheet-(?!name|order)|set-(row|col)-|set-frozen|set-tab-color|toggle-gridlines|add-worksheet-merge|remove-worksheet-merge)/;

function blockOf(cellValue: Readonly<Record<string, unknown>>): CellRange | null {
  let block: CellRange | null = null;
  for (const [row, columns] of Object.entries(cellValue)) {
    if (typeof columns !== "object" || columns === null) continue;
    for (const column of Object.keys(columns)) {
      const cell = { top: Number(row), left: Number(column), bottom: Number(row), right: Number(column) };
      block = block === null ? cell : bounding(block, cell);
    }
  }
  return block;
}

/** Tells `emit` of changes to one workbook. Cells written by the book's own code are told by that code, not here. */
export function listenToUniver(link: UniverLink, emit: (event: BookEvent) => void): void {
  const names = new Map<string, string>();
  const learnNames = (): void => {
    for (const sheet of link.workbook.getSheets()) names.set(sheet.getSheetId(), sheet.getName());
  };
  learnNames();

  const told = (id: string, params: unknown, fromFormula: boolean): void => {
    const by = link.own ? "script" : "user";
    const target = onSheet.safeParse(params);
    const unit = z.object({ unitId: z.string() }).safeParse(params);
    if (!unit.success || unit.data.unitId !== link.unitId) return;
    const sheet = target.success ? target.data.subUnitId : "";
    if (id === "sheet.mutation.set-range-values") {
      if (fromFormula) emit({ kind: "calculated", sheet });
      else if (!link.own) {
        const range = blockOf(cells.safeParse(params).data?.cellValue ?? {});
        link.formulasSeen = true;
        link.calculation.expect();
        if (range !== null) emit({ kind: "cells", sheet, range, by });
      }
    } else if (id === "sheet.mutation.insert-sheet") {
      const added = inserted.safeParse(params);
      learnNames();
      if (added.success) emit({ kind: "sheet-added", sheet: added.data.sheet.id, by });
    } else if (id === "sheet.mutation.remove-sheet") {
      names.delete(sheet);
      emit({ kind: "sheet-deleted", sheet, by });
    } else if (id === "sheet.mutation.set-worksheet-name") {
      const after = named.safeParse(params).data?.name ?? "";
      emit({ kind: "sheet-renamed", sheet, before: names.get(sheet) ?? "", after, by });
      names.set(sheet, after);
    } else if (id === "sheet.operation.set-worksheet-active") {
      emit({ kind: "sheet-activated", sheet });
    } else if (id === "sheet.operation.set-selections") {
      const range = selected.safeParse(params).data?.selections[0]?.range;
      if (range === undefined) return;
      const { startRow, startColumn, endRow, endColumn } = range;
      emit({ kind: "selection", sheet, range: { top: startRow, left: startColumn, bottom: endRow, right: endColumn } });
    } else if (SHIFTS.test(id)) {
      if (!link.own) link.calculation.expect();
      const core = link.sheet(sheet);
      if (core === null) return;
      emit({ kind: "cells", sheet, range: { top: 0, left: 0, bottom: core.getRowCount() - 1, right: core.getColumnCount() - 1 }, by });
    } else if (LAYOUT.test(id)) {
      emit({ kind: "sheet", sheet });
    }
  };

  link.api.onCommandExecuted((command, options) => {
    told(command.id, command.params, options?.fromFormula === true);
  });
}
