/**
 * How pages to be printed look wherever they are written: portrait A4, type and spacing after the usual form of official documents
 * (title 方正小标宋 22, headings 黑体 16, text 仿宋 14; GB/T 9704-2012 gives the margins). Sizes are points.
 */
import type { PageRole, PageRow } from "./page-sheet";

export interface PageType {
  readonly font: string;
  readonly size: number;
  readonly centred: boolean;
  readonly wrap: boolean;
  readonly border: boolean;
}

const SONG = "方正小标宋简体";
const FANG = "仿宋_GB2312";
const HEI = "黑体";

export const PAGE_TYPES: Readonly<Record<PageRole, PageType>> = {
  title: { font: SONG, size: 22, centred: true, wrap: true, border: false },
  subtitle: { font: FANG, size: 12, centred: true, wrap: true, border: false },
  heading: { font: HEI, size: 16, centred: false, wrap: false, border: false },
  text: { font: FANG, size: 14, centred: false, wrap: true, border: false },
  "table-head": { font: HEI, size: 10.5, centred: true, wrap: true, border: true },
  "table-row": { font: FANG, size: 10.5, centred: false, wrap: true, border: true },
  note: { font: FANG, size: 9, centred: false, wrap: true, border: false },
};

/** The width of the text area between the margins, 156 mm. */
export const PAGE_POINTS = 442;
/** Page margins in points. */
export const PAGE_MARGINS = { left: 79.4, right: 73.7, top: 104.9, bottom: 99.2 };
/** The number of the page, in Excel's codes. */
export const PAGE_FOOTER = "— &P —";
/** Line height as a multiple of the type size. */
const LEADING = 1.5;
const HIGHEST_ROW = 409;

/** As high as the cell with the most lines needs, in whole points: merged cells never grow by themselves. */
export function pageRowHeight(row: PageRow, columns: number): number {
  return Math.round(exactRowHeight(row, columns));
}

/** The same before rounding. */
export function exactRowHeight({ role, cells, spans }: PageRow, columns: number): number {
  const { size, wrap } = PAGE_TYPES[role];
  let lines = 1;
  for (const [at, cell] of cells.entries()) {
    if (!wrap || typeof cell === "number") continue;
    // Half a character stays free on either side of a cell.
    const room = Math.max(1, ((spans[at] ?? 1) * (PAGE_POINTS / columns)) / size - 1);
    lines = Math.max(lines, Math.ceil(charactersOf(cell) / room));
  }
  const space = role === "title" ? 16 : role === "heading" ? 8 : 4;
  return Math.min(HIGHEST_ROW, lines * size * LEADING + space);
}

/** Full-width characters; a half-width one is a little more than half of one. */
function charactersOf(text: string): number {
  let characters = 0;
  for (const character of text) characters += character.charCodeAt(0) > 0xff ? 1 : 0.55;
  return characters;
}
