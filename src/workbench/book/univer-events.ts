/** What happens in Univer, by a person's hand or by ours, as events of the book. */
import { z } from "zod";
import type { CellRange } from "../../words/grid";
import { bounding, MAX_COLUMNS, MAX_ROWS } from "./a1";
import type { BookEvent } from "./book";
import type { Shift } from "./shift";
import type { UniverLink } from "./univer-link";

const onSheet = z.object({ unitId: z.string(), subUnitId: z.string() });
const named = z.object({ name: z.string() });
const inserted = z.object({ sheet: z.object({ id: z.string() }) });
const cells = z.object({ cellValue: z.record(z.string(), z.unknown()).nullish() });
const box = z.object({ startRow: z.number(), startColumn: z.number(), endRow: z.number(), endColumn: z.number() });
const ranged = z.object({ range: box });
const selected = z.object({
  selections: z.array(z.object({ range: box.extend({ rangeType: z.number().nullish() }) })),
});

/** Univer's RANGE_TYPE of whole rows, whole columns and the whole sheet. */
const WHOLE = { rows: 1, columns: 2, all: 3 } as const;

function selectedBlock({
  startRow,
  startColumn,
  endRow,
  endColumn,
  rangeType,
}: z.infer<typeof selected>["selections"][number]["range"]): CellRange {
  const rows = rangeType === WHOLE.rows || rangeType === WHOLE.all;
  const columns = rangeType === WHOLE.columns || rangeType === WHOLE.all;
  return {
    top: columns ? 0 : startRow,
    left: rows ? 0 : startColumn,
    bottom: columns ? MAX_ROWS - 1 : endRow,
    right: rows ? MAX_COLUMNS - 1 : endColumn,
  };
}

/** Univer's commands that insert or delete whole rows or columns. */
const SHIFTS: ReadonlyMap<string, Pick<Shift, "axis" | "kind">> = new Map([
  ["sheet.mutation.insert-row", { axis: "rows", kind: "insert" }],
  ["sheet.mutation.insert-col", { axis: "columns", kind: "insert" }],
  ["sheet.mutation.remove-rows", { axis: "rows", kind: "delete" }],
  ["sheet.mutation.remove-col", { axis: "columns", kind: "delete" }],
]);
/** Those that move cells about in other ways. */
const MOVES = /^sheet\.mutation\.(move-range|move-rows|move-columns|reorder-range)$/;
const LAYOUT =
  /^sheet\.mutation\.(set-worksheet-(?!name|order)|set-(row|col)-|set-frozen|set-tab-color|toggle-gridlines|add-worksheet-merge|remove-worksheet-merge)/;

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
      const range = fromFormula || !link.own ? blockOf(cells.safeParse(params).data?.cellValue ?? {}) : null;
      if (fromFormula) {
        if (range !== null) emit({ kind: "calculated", sheet, range });
      } else if (!link.own) {
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
      const ranges = selected.safeParse(params).data?.selections.map(({ range }) => selectedBlock(range)) ?? [];
      if (ranges.length > 0) emit({ kind: "selection", sheet, ranges });
    } else if (SHIFTS.has(id)) {
      if (!link.own) link.calculation.expect();
      const change = SHIFTS.get(id);
      const at = ranged.safeParse(params).data?.range;
      if (change === undefined || at === undefined) return;
      const [first, last] = change.axis === "rows" ? [at.startRow, at.endRow] : [at.startColumn, at.endColumn];
      emit({ kind: "shifted", sheet, shift: { ...change, at: first, count: last - first + 1 }, by });
    } else if (MOVES.test(id)) {
      if (!link.own) link.calculation.expect();
      const core = link.sheet(sheet);
      if (core === null) return;
      emit({
        kind: "cells",
        sheet,
        range: { top: 0, left: 0, bottom: core.getRowCount() - 1, right: core.getColumnCount() - 1 },
        by,
      });
    } else if (LAYOUT.test(id)) {
      emit({ kind: "sheet", sheet });
    }
  };

  link.api.onCommandExecuted((command, options) => {
    told(command.id, command.params, options?.fromFormula === true);
  });
}
