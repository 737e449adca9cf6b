/** How the looks of a shared workbook are written. */
import type { CellLooks } from "../../xlsx/write/style-book";
import { HEADING_LOOKS, REMARK_LOOKS, TITLE_LOOKS } from "../../xlsx/write/result-sheet";
import type { CopyLook } from "./copy-book";

// Endless growth (a blank cell) is shown as a sign instead of a number of 250 digits.
const ENDLESS = `[>=1000000000000000]"∞";[<=-1000000000000000]"-∞";`;
const NUMBER: CellLooks = { numberFormat: `${ENDLESS}General` };
const PERCENT: CellLooks = { numberFormat: `${ENDLESS}0.00##%` };
const DATE: CellLooks = { numberFormat: "yyyy-mm-dd" };
const FREE: CellLooks = { fill: "#FFF8DC", locked: false };
const LINE: CellLooks = REMARK_LOOKS;

export const COPY_LOOKS: Readonly<Record<CopyLook, CellLooks>> = {
  // The plain format is the one that needs no mark on the cell, in millions of cells.
  plain: {},
  points: {},
  status: {},
  wrapped: { wrap: true, vertical: "top" },
  title: TITLE_LOOKS,
  remark: REMARK_LOOKS,
  heading: HEADING_LOOKS,
  band: { ...HEADING_LOOKS, horizontal: "left", wrap: false },
  number: NUMBER,
  percent: PERCENT,
  date: DATE,
  "free-number": { ...FREE, ...NUMBER },
  "free-percent": { ...FREE, ...PERCENT },
  "free-text": FREE,
  "free-points": FREE,
  "free-date": { ...FREE, ...DATE },
  "line-number": { ...LINE, ...NUMBER },
  "line-percent": { ...LINE, ...PERCENT },
  "line-text": LINE,
  "line-points": LINE,
};
