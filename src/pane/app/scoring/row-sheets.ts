/** Which of the sheets written have a row an enterprise, told by their role: selecting such a row means the enterprise. */
import type { WrittenSheet } from "../../../excel/host";
import type { WrittenPart } from "../../worker/messages";

/** Ids of those sheets; `written` are the sheets that became of `parts`, in the same order. */
export function rowSheetsOf(parts: readonly WrittenPart[], written: readonly WrittenSheet[]): string[] {
  return written.flatMap(({ sheet }, at) => {
    const part = parts[at];
    if (part === undefined || "breaks" in part) return [];
    return part.role === undefined ? [] : [sheet];
  });
}
