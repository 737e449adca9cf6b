/** How a sheet is printed, as elements of its part (ECMA-376, 18.3.1.62 to 18.3.1.74). */
import { cut } from "../accepted-names";
import type { BookPage } from "../book-file";
import { escapeText } from "../xml/markup";

export const POINTS_AN_INCH = 72;
/** ST_PaperSize. */
export const PAPERS = { letter: 1, A3: 8, A4: 9 } as const;
export const PAGE_SIDES = ["left", "right", "top", "bottom", "header", "footer"] as const;
/** Excel's own margins, in inches. */
export const USUAL_MARGINS = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 } as const;
/** Excel keeps no more of a sheet's breaks, and no longer footer. */
const MOST_BREAKS = 1026;
const LONGEST_FOOTER = 255;
/** The last column of a break across the whole sheet. */
const WHOLE_ROW = 16_383;

/** What goes before the margins, the margins themselves and what follows, in the order of the format. */
export function pageXml(page: BookPage | undefined): string {
  const inches = (side: (typeof PAGE_SIDES)[number]): number =>
    page ? fourDecimals(page.margins[side] / POINTS_AN_INCH) : USUAL_MARGINS[side];
  const margins = `<pageMargins${PAGE_SIDES.map((side) => ` ${side}="${inches(side)}"`).join("")}/>`;
  if (page === undefined) return margins;
  const { fit } = page;
  const fitted = fit === null ? "" : ` fitToWidth="${fit.across}" fitToHeight="${fit.down}"`;
  const way = page.landscape ? "landscape" : "portrait";
  const kept = page.breaks.slice(0, MOST_BREAKS);
  const { length } = kept;
  const breaks = kept.map((row) => `<brk id="${row}" max="${WHOLE_ROW}" man="1"/>`).join("");
  return (
    (page.centred ? `<printOptions horizontalCentered="1"/>` : "") +
    `${margins}<pageSetup paperSize="${PAPERS[page.paper]}"${fitted} orientation="${way}"/>` +
    (page.footer === ""
      ? ""
      : `<headerFooter><oddFooter>${escapeText(cut(`&C${page.footer}`, LONGEST_FOOTER))}</oddFooter></headerFooter>`) +
    (length === 0 ? "" : `<rowBreaks count="${length}" manualBreakCount="${length}">${breaks}</rowBreaks>`)
  );
}

/** Lengths keep four decimals, so that they survive the way through a file unchanged. */
export function fourDecimals(length: number): number {
  return Math.round(length * 10_000) / 10_000;
}
