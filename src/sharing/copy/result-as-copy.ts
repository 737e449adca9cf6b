/** Result sheets and plain grids as sheets of a shared workbook. */
import type { Grid } from "../../words/grid";
import { distinctHeadings } from "../../xlsx/accepted-names";
import type { ResultColumn, ResultSheet } from "../../words/result-sheet";
import { safeSheetName } from "../../xlsx/accepted-names";
import type { CopyCell, CopyLook, CopySheet } from "./copy-book";

/** A result sheet with its titles, remarks and table. */
export function resultAsCopy(sheet: ResultSheet): CopySheet {
  const { columns, rows } = sheet;
  const above = [...(sheet.titleLines ?? []), ...(sheet.notes ?? [])];
  const headings = distinctHeadings(columns.map(({ heading }) => heading));
  const head: CopyCell[][] = [
    ...above.map((value, index): CopyCell[] => [{ value, look: index === 0 ? "title" : "remark" }]),
    ...(above.length > 0 ? [[]] : []),
    headings.map((value): CopyCell => ({ value, look: "heading" })),
  ];
  return {
    name: safeSheetName(sheet.name),
    widths: columns.map(({ width }) => width),
    frozen: { rows: head.length, columns: sheet.frozenColumns ?? 0 },
    locked: false,
    rows: head,
    body: {
      count: rows.length,
      columns: columns.map((column, index) => ({
        look: lookOf(column),
        content: { kind: "values", value: (row) => rows[row]?.[index] ?? null },
      })),
    },
    notes: [],
    filter: sheet.asTable && rows.length > 0,
  };
}

function lookOf({ wrap, format }: ResultColumn): CopyLook {
  if (wrap === true) return "wrapped";
  return format?.includes("%") === true ? "percent" : "plain";
}

/**
 * A sheet of a workbook as its values alone: no formulas, comments, pictures or names come along.
 * @param days columns (0-based) whose numbers are days
 */
export function gridAsCopy(grid: Grid, days: ReadonlySet<number>): CopySheet {
  return {
    name: safeSheetName(grid.sheet),
    widths: [],
    frozen: { rows: 0, columns: 0 },
    locked: false,
    rows: grid.rows.map((row, at) =>
      row.map((value, column): CopyCell => {
        const percent = grid.numberFormats?.[at]?.[column]?.includes("%") === true;
        if (days.has(column) && typeof value === "number") return { value, look: "date" };
        return percent ? { value, look: "percent" } : { value };
      }),
    ),
    notes: [],
  };
}
