/** Cells as names and charts of a file refer to them: the sheet always in quotes, rows and columns fixed. */
import { columnLetters, sheetMark, type CellRange } from "../words/grid";

/** `'企业名单'!$A$1:$B$2`, also of a single cell. */
export function fixedCells(sheet: string, { top, left, bottom, right }: CellRange): string {
  return `${sheetMark(sheet)}$${columnLetters(left)}$${top + 1}:$${columnLetters(right)}$${bottom + 1}`;
}

/** What of a sheet is printed. */
export interface Printed {
  /** The cells; null: all. */
  readonly area: CellRange | null;
  /** First and last of the rows at the head of every page, 0-based; null: none. */
  readonly titleRows: readonly [number, number] | null;
}

/** The names under which a workbook keeps what is printed of a sheet, each with its cells. */
export function printNames(
  sheet: string,
  { area, titleRows }: Printed,
): readonly (readonly [name: string, cells: string])[] {
  return [
    ...(area ? [["_xlnm.Print_Area", fixedCells(sheet, area)] as const] : []),
    ...(titleRows
      ? [["_xlnm.Print_Titles", `${sheetMark(sheet)}$${titleRows[0] + 1}:$${titleRows[1] + 1}`] as const]
      : []),
  ];
}
