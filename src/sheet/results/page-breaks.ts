/** Where the pages of a sheet to be printed begin, wherever it is written. */
import type { PageSheet } from "./page-sheet";

/** Points of the text area between the margins, 225 mm. */
const PAGE_HEIGHT = 637;
/** Programs without our fonts draw columns wider, shrink the page to its width and get more rows onto it. */
const ALSO_HELD = Array.from({ length: 10 }, (_, step) => PAGE_HEIGHT / (0.98 - step * 0.02));
/** Excel keeps no more (Excel specifications and limits, page breaks). */
const MOST_BREAKS = 1026;
/** A heading stays with so many rows below it. */
const ROWS_KEPT = 2;

/**
 * Rows, counted from 0, that begin a page: where a plan does, and before a heading or a chart that the end of a page would cut off from what
 * belongs to it.
 * Where these would be more than Excel keeps, only plans begin a page.
 * @param heights of the rows, in points
 */
export function pageBreaks(sheet: PageSheet, heights: readonly number[]): readonly number[] {
  const all = breaksOf(sheet, heights);
  if (all.length <= MOST_BREAKS) return all;
  return sheet.breaks.filter((row) => row > 0).slice(0, MOST_BREAKS);
}

function breaksOf({ rows, breaks, charts }: PageSheet, heights: readonly number[]): readonly number[] {
  const wanted = new Set(breaks);
  const charted = new Map(charts.map(({ place }) => [place[0], place[1]]));
  const pages = [PAGE_HEIGHT, ...ALSO_HELD].map((height) => ({ height, used: 0 }));
  const found: number[] = [];
  for (const [row, height] of heights.entries()) {
    const chart = charted.get(row);
    const last = chart ?? (rows[row]?.role === "heading" ? row + ROWS_KEPT : row);
    const together = heights.slice(row, last + 1).reduce((sum, one) => sum + one, 0);
    // A heading at the end of a page is a blemish where it happens; half a chart is worse, so it must fit wherever it is printed.
    const asked = chart === undefined ? pages.slice(0, 1) : pages;
    if (wanted.has(row) || (last > row && asked.some((page) => page.used + together > page.height))) {
      if (row > 0) found.push(row);
      for (const page of pages) page.used = 0;
    }
    // A page begins by itself with a row that no longer fits.
    for (const page of pages) page.used = page.used + height > page.height ? height : page.used + height;
  }
  return found;
}
