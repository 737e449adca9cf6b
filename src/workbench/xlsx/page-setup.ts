/** How a sheet is printed, as elements of its part (ECMA-376, 18.3.1.62 to 18.3.1.74). */
import { parseA1, splitReference } from "../book/a1";
import type { BookPage } from "../book-file";
import type { Printed } from "../../sheet/results/fixed-cells";
import { escapeText } from "../../xlsx/xml/markup";
import { cut } from "../../sheet/results/sheet-names";
import { childOf, childrenOf, flag, type XmlNode } from "../../xlsx/xml/tree";

const INCH = 72;
/** ST_PaperSize. */
const PAPERS = { letter: 1, A3: 8, A4: 9 } as const;
const SIDES = ["left", "right", "top", "bottom", "header", "footer"] as const;
const USUAL = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 } as const;
/** Excel keeps no more of a sheet's breaks, and no longer footer. */
const MOST_BREAKS = 1026;
const LONGEST_FOOTER = 255;
/** The last column of a break across the whole sheet. */
const WHOLE_ROW = 16_383;

/** What goes before the margins, the margins themselves and what follows, in the order of the format. */
export function pageXml(page: BookPage | undefined): string {
  const margins = SIDES.map((side) => ` ${side}="${page ? round(page.margins[side] / INCH) : USUAL[side]}"`).join("");
  if (page === undefined) return `<pageMargins${margins}/>`;
  const { fit } = page;
  const fitted = fit === null ? "" : ` fitToWidth="${fit.across}" fitToHeight="${fit.down}"`;
  const way = page.landscape ? "landscape" : "portrait";
  const kept = page.breaks.slice(0, MOST_BREAKS);
  const { length } = kept;
  const breaks = kept.map((row) => `<brk id="${row}" max="${WHOLE_ROW}" man="1"/>`).join("");
  return (
    (page.centred ? `<printOptions horizontalCentered="1"/>` : "") +
    `<pageMargins${margins}/>` +
    `<pageSetup paperSize="${PAPERS[page.paper]}"${fitted} orientation="${way}"/>` +
    (page.footer === ""
      ? ""
      : `<headerFooter><oddFooter>${escapeText(cut(`&C${page.footer}`, LONGEST_FOOTER))}</oddFooter></headerFooter>`) +
    (length === 0 ? "" : `<rowBreaks count="${length}" manualBreakCount="${length}">${breaks}</rowBreaks>`)
  );
}

function round(length: number): number {
  return Math.round(length * 10_000) / 10_000;
}

/** @param printed what names say @param rest called where the sheet has more of a printed page's look than is kept */
export function readPage(root: XmlNode, printed: Printed, rest: () => void): BookPage | null {
  const setup = childOf(root, "pageSetup");
  const headerFooter = childOf(root, "headerFooter");
  const footer = childOf(headerFooter, "oddFooter")?.text ?? "";
  const breaks = childrenOf(childOf(root, "rowBreaks"), "brk").map(({ attributes }) => Number(attributes.id));
  const centred = flag(childOf(root, "printOptions"), "horizontalCentered");
  const kept = /^(&C[^&]*(&P[^&]*)?)?$/.test(footer);
  if (!kept || (headerFooter?.children ?? []).some(({ name }) => name !== "oddFooter")) rest();
  if (childOf(root, "colBreaks")) rest();
  if (setup === undefined && footer === "" && breaks.length === 0 && !centred && printed === NOTHING_NAMED) return null;
  const { paperSize, orientation, fitToWidth = "1", fitToHeight = "1" } = setup?.attributes ?? {};
  const paper = Object.entries(PAPERS).find(([, code]) => String(code) === paperSize)?.[0];
  const margins = childOf(root, "pageMargins")?.attributes ?? {};
  const points = (side: (typeof SIDES)[number]): number => round(Number(margins[side] ?? USUAL[side]) * INCH);
  return {
    paper: paper === "letter" || paper === "A3" ? paper : "A4",
    landscape: orientation === "landscape",
    margins: {
      left: points("left"),
      right: points("right"),
      top: points("top"),
      bottom: points("bottom"),
      header: points("header"),
      footer: points("footer"),
    },
    fit: flag(childOf(childOf(root, "sheetPr"), "pageSetUpPr"), "fitToPage")
      ? { across: Number(fitToWidth), down: Number(fitToHeight) }
      : null,
    centred,
    footer: kept ? footer.replace(/^&C/, "") : "",
    breaks,
    ...printed,
  };
}

export const NOTHING_NAMED: Printed = { area: null, titleRows: null };

/**
 * What Excel's own names of a sheet say of its printing.
 * @param names its `_xlnm.Print_` names @param rest called where they say more than is kept: several areas, columns at the left
 */
export function readPrinted(names: readonly XmlNode[], rest: () => void): Printed {
  let found = NOTHING_NAMED;
  for (const { attributes, text } of names) {
    const { address } = splitReference(text.trim());
    const range = text.includes(",") ? null : parseA1(address);
    if (range === null) rest();
    else if (attributes.name === "_xlnm.Print_Area") found = { ...found, area: range };
    else if (/^\$?\d/.test(address)) found = { ...found, titleRows: [range.top, range.bottom] };
    else rest();
  }
  return found;
}
