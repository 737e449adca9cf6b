/** Parts of a result sheet's look that are the same in every spreadsheet: which columns look alike, and where charts stand. */
import type { ResultColumn } from "../words/result-sheet";
import type { Layout } from "./result-layout";

/** Characters of the default font -> points: 7 pixels a character and 5 around them, at 96 pixels to 72 points. */
export function columnPoints(characters: number): number {
  return (Math.min(Math.max(characters, 1), 255) * 7 + 5) * 0.75;
}

/** Neighbouring columns with the same format, as first and last. */
export function alikeColumns(columns: readonly ResultColumn[]): [number, number, ResultColumn][] {
  const found: [number, number, ResultColumn][] = [];
  for (const [index, column] of columns.entries()) {
    const last = found.at(-1);
    if (last && last[2].format === column.format && last[2].wrap === column.wrap) last[1] = index;
    else found.push([index, index, column]);
  }
  return found;
}

/** Neighbouring columns of status words, as first and last. */
export function statusRuns(columns: readonly ResultColumn[]): [number, number][] {
  const found: [number, number][] = [];
  for (const [index, { status }] of columns.entries()) {
    const last = found.at(-1);
    if (status !== true) continue;
    if (last?.[1] === index - 1) last[1] = index;
    else found.push([index, index]);
  }
  return found;
}

/** In points. */
export interface ChartPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const CHART_SIZE = { width: 420, height: 260 };
const CHART_GAP = 18;
/** The default height of a row. */
const ROW_POINTS = 15;

/** What a chart is found again by. */
export function chartName(table: string, index: number): string {
  return `${table}_${index + 1}`;
}

/** Where a chart stands that was never moved: to the right of the table, below those before it. */
export function chartPlace(columns: readonly ResultColumn[], layout: Layout, index: number): ChartPlace {
  const right = columns.reduce((sum, { width }) => sum + columnPoints(width), 0);
  return {
    left: right + CHART_GAP,
    top: layout.row * ROW_POINTS + index * (CHART_SIZE.height + CHART_GAP),
    ...CHART_SIZE,
  };
}
