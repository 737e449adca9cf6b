/** The sheet 说明 that stands before every sample list and says what it is. */
import type { WriteSheet } from "hucre/xlsx";

export function notesSheet(title: string, lines: readonly string[]): WriteSheet {
  return {
    name: "说明",
    rows: [[title], ...lines.map((line) => [line])],
    columns: [{ width: 100, style: { alignment: { wrapText: true, vertical: "top" } } }],
    cells: new Map([["0,0", { style: { font: { bold: true, size: 16 } } }]]),
  };
}
