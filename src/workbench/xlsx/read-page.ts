/** How a sheet of a file is printed, as far as it is kept. */
import { parseA1, splitReference } from "../book/a1";
import type { BookPage } from "../../xlsx/book-file";
import type { Printed } from "../../xlsx/fixed-cells";
import { fourDecimals, PAGE_SIDES, PAPERS, POINTS_AN_INCH, USUAL_MARGINS } from "../../xlsx/write/page-markup";
import { childOf, childrenOf, flag, type XmlNode } from "../../xlsx/xml/tree";

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
  const points = (side: (typeof PAGE_SIDES)[number]): number =>
    fourDecimals(Number(margins[side] ?? USUAL_MARGINS[side]) * POINTS_AN_INCH);
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
