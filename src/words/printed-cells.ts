/**
 * What of a result sheet goes onto paper, wherever it is written: A4 across, as wide as a page, the heading on every page. Only a list too wide
 * to be read so has a print area; one would cut off the charts beside a table.
 */
import type { CellRange } from "./grid";
import type { LongSheet } from "./result-sheet";

/** Margins in inches. */
export const PRINT_MARGINS = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };
/** Page and number of pages at the foot, in Excel's codes. */
export const PRINT_FOOTER = "&P / &N";

export interface PrintedCells {
  /** Null: everything. */
  readonly area: CellRange | null;
  /** First and last row repeated on every page, 0-based: the heading. */
  readonly titleRows: readonly [number, number];
}

/** Of a sheet of its own, which begins in A1. */
export function printedCells({ titleLines = [], rows, columns, notes = [], printedColumns }: LongSheet): PrintedCells {
  const headingRow = titleLines.length;
  const titleRows = [headingRow, headingRow] as const;
  if (printedColumns === undefined || printedColumns >= columns.length) return { area: null, titleRows };
  const last = headingRow + Math.max(rows.length, 1) + (notes.length > 0 ? notes.length + 1 : 0);
  return { area: { top: 0, left: 0, bottom: last, right: printedColumns - 1 }, titleRows };
}
