/** Queues how sheets are printed: lists of results across, pages of plans upright, both A4 and as wide as a page. */
import { pageBreaks } from "../sheet/results/page-breaks";
import { PAGE_FOOTER, PAGE_MARGINS, pageRowHeight } from "../sheet/results/page-look";
import type { PageSheet } from "../sheet/results/page-sheet";
import { PRINT_FOOTER, PRINT_MARGINS, printedCells } from "../words/printed-cells";
import type { ResultSheet } from "../words/result-sheet";
import { rangeAt } from "./places";

interface Paper {
  readonly orientation: "Landscape" | "Portrait";
  /** In points. */
  readonly margins: Readonly<Record<"left" | "right" | "top" | "bottom", number>>;
  /** In Excel's codes. */
  readonly footer: string;
}

function queuePaper({ pageLayout }: Excel.Worksheet, { orientation, margins, footer }: Paper): void {
  pageLayout.paperSize = "A4";
  pageLayout.orientation = orientation;
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.leftMargin = margins.left;
  pageLayout.rightMargin = margins.right;
  pageLayout.topMargin = margins.top;
  pageLayout.bottomMargin = margins.bottom;
  pageLayout.headersFooters.defaultForAllPages.centerFooter = footer;
}

const INCH = 72;
const LIST_MARGINS = {
  left: PRINT_MARGINS.left * INCH,
  right: PRINT_MARGINS.right * INCH,
  top: PRINT_MARGINS.top * INCH,
  bottom: PRINT_MARGINS.bottom * INCH,
};

/** The heading on every page; of a wide list only the columns that are read on paper. */
export function queueListPrinting(sheet: Excel.Worksheet, result: ResultSheet): void {
  queuePaper(sheet, { orientation: "Landscape", margins: LIST_MARGINS, footer: PRINT_FOOTER });
  const { area, titleRows } = printedCells(result);
  sheet.pageLayout.setPrintTitleRows(`$${titleRows[0] + 1}:$${titleRows[1] + 1}`);
  if (area !== null) sheet.pageLayout.setPrintArea(rangeAt(sheet, area));
}

/** Each plan on a page of its own, its number at the foot. */
export function queuePagePrinting(sheet: Excel.Worksheet, page: PageSheet): void {
  queuePaper(sheet, { orientation: "Portrait", margins: PAGE_MARGINS, footer: PAGE_FOOTER });
  sheet.pageLayout.centerHorizontally = true;
  const heights = page.rows.map((row) => pageRowHeight(row, page.columns));
  for (const row of pageBreaks(page, heights)) sheet.horizontalPageBreaks.add(`A${row + 1}`);
}
