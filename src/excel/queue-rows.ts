/**
 * Queues the look of rows of pages: type, borders, merged cells, heights. A sheet of hundreds of pages has tens of thousands of rows and few
 * looks, so rows are grouped by look, and each look is a few actions for all of them.
 */
import { PAGE_TYPES, pageRowHeight } from "../sheet/results/page-look";
import type { PageRole, PageRow } from "../sheet/results/page-sheet";
import type { CellRange } from "../words/grid";
import { areasAt } from "./areas";
import { rangeAt } from "./places";

/** Rows that follow one another and look alike. */
interface PageRun {
  readonly top: number;
  readonly bottom: number;
  readonly first: PageRow;
}

function sameSpans(one: PageRow, other: PageRow): boolean {
  return one.spans.length === other.spans.length && one.spans.every((span, at) => other.spans[at] === span);
}

/** Runs of rows that follow one another and are `alike`. Rows without cells are room for a chart: they have no look. */
function runsOf(
  rows: readonly PageRow[],
  from: number,
  alike: (one: PageRow, other: PageRow) => boolean,
): readonly PageRun[] {
  const runs: PageRun[] = [];
  for (const [index, row] of rows.entries()) {
    const at = from + index;
    const last = runs.at(-1);
    if (row.cells.length === 0) continue;
    if (last?.bottom === at - 1 && alike(last.first, row)) runs[runs.length - 1] = { ...last, bottom: at };
    else runs.push({ top: at, bottom: at, first: row });
  }
  return runs;
}

/** Where rows `from` to without `most` more end that may be formatted apart from those below: never inside a table. */
export function endOfPiece(rows: readonly PageRow[], from: number, most: number): number {
  let end = Math.min(from + most, rows.length);
  while (end < rows.length && rows[end]?.role === "table-row") end += 1;
  return end;
}

/** @param rows that follow one another @param from the first one's row on the sheet @param columns of the page's grid */
export function queueRows(sheet: Excel.Worksheet, rows: readonly PageRow[], from: number, columns: number): void {
  const runs = runsOf(rows, from, (one, other) => one.role === other.role && sameSpans(one, other));
  const byRole = new Map<PageRole, CellRange[]>();
  const numbers: CellRange[] = [];
  for (const { top, bottom, first } of runs) {
    grouped(byRole, first.role).push({ top, bottom, left: 0, right: columns - 1 });
    for (const [at, { left, right }] of placesOf(first).entries())
      if (typeof first.cells[at] === "number") numbers.push({ top, bottom, left, right });
  }
  for (const [role, ranges] of byRole) queueType(sheet, role, ranges);
  for (const { format } of areasAt(sheet, numbers)) format.horizontalAlignment = "Center";
  queueMerges(sheet, rows, from);
  queueHeights(sheet, rows, from, columns);
}

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical"] as const;

function queueType(sheet: Excel.Worksheet, role: PageRole, ranges: readonly CellRange[]): void {
  const { font, size, centred, wrap, border } = PAGE_TYPES[role];
  for (const { format } of areasAt(sheet, ranges)) {
    format.font.name = font;
    format.font.size = size;
    format.verticalAlignment = "Center";
    if (wrap) format.wrapText = true;
    if (centred) format.horizontalAlignment = "Center";
    if (border) for (const edge of EDGES) format.borders.getItem(edge).style = "Continuous";
  }
  if (!border) return;
  // A block of one row has no line between its rows.
  const several = ranges.filter(({ top, bottom }) => bottom > top);
  for (const { format } of areasAt(sheet, several)) format.borders.getItem("InsideHorizontal").style = "Continuous";
}

/** The columns that each cell of a row covers. */
function placesOf({ spans }: PageRow): { readonly left: number; readonly right: number }[] {
  let left = 0;
  return spans.map((span) => {
    const place = { left, right: left + span - 1 };
    left += span;
    return place;
  });
}

function isMerged({ role }: PageRow): boolean {
  const { wrap, centred } = PAGE_TYPES[role];
  return wrap || centred;
}

/** Merging is no member of RangeAreas. Of rows with the same cells, a table's head and body, each column is one action. */
function queueMerges(sheet: Excel.Worksheet, rows: readonly PageRow[], from: number): void {
  const runs = runsOf(rows, from, (one, other) => isMerged(one) === isMerged(other) && sameSpans(one, other));
  for (const { top, bottom, first } of runs) {
    if (!isMerged(first)) continue;
    for (const place of placesOf(first))
      if (place.right > place.left) rangeAt(sheet, { top, bottom, ...place }).merge(true);
  }
}

function queueHeights(sheet: Excel.Worksheet, rows: readonly PageRow[], from: number, columns: number): void {
  const byHeight = new Map<number, CellRange[]>();
  for (const [index, row] of rows.entries()) {
    const ranges = grouped(byHeight, pageRowHeight(row, columns));
    const last = ranges.at(-1);
    const at = from + index;
    if (last?.bottom === at - 1) ranges[ranges.length - 1] = { ...last, bottom: at };
    else ranges.push({ top: at, bottom: at, left: 0, right: 0 });
  }
  for (const [height, ranges] of byHeight) for (const { format } of areasAt(sheet, ranges)) format.rowHeight = height;
}

function grouped<K>(groups: Map<K, CellRange[]>, key: K): CellRange[] {
  const ranges = groups.get(key) ?? [];
  groups.set(key, ranges);
  return ranges;
}
