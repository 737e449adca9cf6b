/** How a sheet is printed: breaks, scale, headers and footers, margins. */
import { LAST_COLUMN, LAST_ROW } from "./cell-range";
import { says, type PartFindings } from "./finding";
import { childOf, childrenOf, numberOf, type XmlElement } from "./xml-tree";

const MOST_BREAKS = 1026;
const LONGEST_LINE = 255;
const MOST_PAGES = 32_767;
/** In inches. */
const WIDEST_MARGIN = 49;

export function checkPage(root: XmlElement, report: PartFindings): void {
  checkBreaks(root, "rowBreaks", LAST_ROW - 1, report);
  checkBreaks(root, "colBreaks", LAST_COLUMN - 1, report);
  const margins = childOf(root, "pageMargins")?.attributes ?? {};
  for (const [side, width] of Object.entries(margins))
    if (!(Number(width) >= 0 && Number(width) < WIDEST_MARGIN))
      report.add(
        "margin",
        `pageMargins ${side}`,
        says(`页边距 ${width} 英寸`, `a margin of ${width} inches`),
        says(`写 0–${WIDEST_MARGIN} 英寸`, `write 0 to ${WIDEST_MARGIN} inches`),
      );
  const setup = childOf(root, "pageSetup");
  for (const [name, least, most] of [
    ["scale", 10, 400],
    ["fitToWidth", 0, MOST_PAGES],
    ["fitToHeight", 0, MOST_PAGES],
    ["copies", 1, MOST_PAGES],
  ] as const) {
    const value = numberOf(setup, name);
    if (value !== undefined && !(value >= least && value <= most))
      report.add(
        "page-setup",
        `pageSetup ${name}`,
        says(`${name} 是 ${value}，应在 ${least}–${most} 之间`, `${name} is ${value}; ${least} to ${most} is possible`),
        says("改到范围以内", "write one in between"),
      );
  }
  for (const { name, text } of childOf(root, "headerFooter")?.children ?? [])
    if (text.length > LONGEST_LINE)
      report.add(
        "long-header",
        name,
        says(
          `页眉或页脚有 ${text.length} 个字符，最多 ${LONGEST_LINE} 个`,
          `${text.length} characters in a header or footer; ${LONGEST_LINE} is the most`,
        ),
        says("缩短它", "shorten it"),
      );
}

function checkBreaks(root: XmlElement, list: "rowBreaks" | "colBreaks", last: number, report: PartFindings): void {
  const element = childOf(root, list);
  if (!element) return;
  const breaks = childrenOf(element, "brk");
  if (breaks.length > MOST_BREAKS)
    report.add(
      "many-breaks",
      list,
      says(
        `有 ${breaks.length} 个分页，最多 ${MOST_BREAKS} 个`,
        `${breaks.length} page breaks; ${MOST_BREAKS} is the most`,
      ),
      says("少写几个，或分成几张表", "write fewer, or several sheets"),
    );
  for (const name of ["count", "manualBreakCount"]) {
    const said = numberOf(element, name);
    if (said !== undefined && said > breaks.length)
      report.add(
        "break-count",
        list,
        says(`${name} 写 ${said}，实有 ${breaks.length} 个`, `${name} says ${said} of ${breaks.length}`),
        says("按实有的写", "write how many there are"),
      );
  }
  let before = 0;
  for (const one of breaks) {
    const id = numberOf(one, "id") ?? 0;
    if (!(id >= 1 && id <= last) || id === before)
      report.add(
        "break-place",
        `${list} ${id}`,
        says("分页的位置超出范围或重复", "a break outside the sheet, or twice"),
        says(`写 1–${last}，各写一次`, `write 1 to ${last}, each once`),
      );
    before = id;
  }
}
