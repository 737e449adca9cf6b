/** A table pasted into one column: every cell holds a whole row, its cells apart by blanks, bars or semicolons. */
import { addressIn, cellText, isBlank, type Grid } from "../../words/grid";
import type { HeadingIndex } from "./heading-index";

const looked = 30;
const separators = [
  /\t+/,
  /\s*[|｜]\s*/,
  /\s*[;；]\s*/,
  /\s*[,，]\s*/,
  /\s*、\s*/,
  /\s*\/+\s*/,
  /\s*\*+\s*/,
  /[\s\u3000]+/,
];

/** The cell of the headings, where the first rows are such a table; null for any other sheet. */
export function crowdedHeadings(grid: Grid, index: HeadingIndex): string | null {
  const lines: { readonly row: number; readonly column: number; readonly text: string }[] = [];
  for (let row = 0; row < Math.min(looked, grid.rows.length); row++) {
    const cells = grid.rows[row] ?? [];
    const column = cells.findIndex((cell) => !isBlank(cell));
    if (column < 0) continue;
    // A second filled cell makes it a table of its own.
    if (cells.some((cell, at) => at !== column && !isBlank(cell))) return null;
    lines.push({ row, column, text: cellText(cells[column]) });
  }
  for (const [at, { row, column, text }] of lines.entries()) {
    const below = lines.slice(at + 1);
    if (below.length === 0) return null;
    // A title has blanks in it too; headings come below.
    for (const separator of separators) {
      const parts = text.split(separator).filter((part) => part !== "");
      // 企业名称：甲公司 says its answer too: the labels are what comes before the colons.
      const labels = parts.map((part) => part.replace(/[:：].*$/, ""));
      const fields = new Set(labels.flatMap((label) => index.match([label]).field?.id ?? []));
      if (fields.size < 2) continue;
      const alike = below.filter((line) => line.text.split(separator).filter((part) => part !== "").length > 1);
      if (alike.length * 2 > below.length) return addressIn(grid, row, column);
    }
  }
  return null;
}
