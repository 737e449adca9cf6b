/** What a form says once for all its amounts: the unit, and the year it is of. */
import type { Grid } from "../../../../words/grid";
import { headingParts } from "../../heading-parts";
import { titleNotes } from "../../title-notes";

function alone(text: string): Grid {
  return { sheet: "", rows: [[text]], merges: [], hiddenRows: new Set() };
}

/** The unit of money a text gives for what stands below it, as written: 单位：千元 -> 千元; null where it gives none. */
export function unitNote(text: string): string | null {
  return titleNotes(alone(text), 1).unit?.text ?? null;
}

/** The year a text names and nothing else, as 2025年度 or 截至2025年12月31日; null for any other. */
export function wholeYear(text: string): number | null {
  const { stem, year } = headingParts(text);
  return stem === "" && year?.kind === "year" && !year.opening ? year.year : null;
}

/** A day or month before the end of a year: what stands in the form is not of a whole year. */
export function isWithinYear(text: string): boolean {
  return headingParts(text).year?.kind === "part";
}
