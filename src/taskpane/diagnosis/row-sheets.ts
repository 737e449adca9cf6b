/** Which of the sheets written have a row an enterprise, told by their first column: selecting such a row means the enterprise. */
import type { WrittenSheet } from "../../excel/host";
import type { WrittenPart } from "./run-messages";

const ROW_HEADINGS = new Set(["行号", "Row"]);

/** Ids of those sheets; `written` are the sheets that became of `parts`, in the same order. */
export function rowSheetsOf(parts: readonly WrittenPart[], written: readonly WrittenSheet[]): string[] {
  return written.flatMap(({ sheet }, at) => {
    const part = parts[at];
    if (part === undefined || "breaks" in part) return [];
    return ROW_HEADINGS.has(part.columns[0]?.heading ?? "") ? [sheet] : [];
  });
}
