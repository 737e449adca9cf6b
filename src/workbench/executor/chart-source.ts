/** What Excel makes of the cells a new chart is drawn from: series, their names and categories. */
import { cellText, type CellRange } from "../../words/grid";
import { formatA1, quoteSheet } from "../book/a1";
import type { BookChart } from "../../xlsx/book-file";
import type { RangeTarget } from "./range-target";

export type Series = BookChart["series"][number];

/** `'评分 汇总'!$B$4:$B$9` */
export function seriesAddress({ sheet }: RangeTarget, range: CellRange): string {
  return `${quoteSheet(sheet.name)}!${formatA1(range, true)}`;
}

/** A first row of texts over the others names the series; a first column of texts or blanks holds the categories. */
function hasHeadings({ sheet, range }: RangeTarget, along: "row" | "column"): boolean {
  const row = along === "row";
  if (row ? range.top === range.bottom : range.left === range.right) return false;
  const [first, last] = row ? [range.left, range.right] : [range.top, range.bottom];
  let texts = 0;
  for (let index = first; index <= last; index++) {
    const cell = sheet.cell(row ? range.top : index, row ? index : range.left);
    if (typeof cell === "number") return false;
    if (typeof cell === "string") texts += 1;
  }
  return texts > 0;
}

export function seriesFrom(target: RangeTarget, seriesBy: "Auto" | "Columns" | "Rows"): Series[] {
  const { sheet, range } = target;
  const top = range.top + (hasHeadings(target, "row") ? 1 : 0);
  const left = range.left + (hasHeadings(target, "column") ? 1 : 0);
  const byColumns = seriesBy === "Columns" || (seriesBy === "Auto" && range.bottom - top >= range.right - left);
  const series: Series[] = [];
  const [first, last] = byColumns ? [left, range.right] : [top, range.bottom];
  for (let index = first; index <= last; index++) {
    const values = byColumns
      ? { top, left: index, bottom: range.bottom, right: index }
      : { top: index, left, bottom: index, right: range.right };
    const categories = byColumns
      ? left > range.left && { top, left: range.left, bottom: range.bottom, right: range.left }
      : top > range.top && { top: range.top, left, bottom: range.top, right: range.right };
    const named = byColumns ? top > range.top : left > range.left;
    const name = named ? cellText(sheet.cell(byColumns ? range.top : index, byColumns ? index : range.left)) : "";
    series.push({
      name: name === "" ? `Series${series.length + 1}` : name,
      categories: categories === false ? "" : seriesAddress(target, categories),
      values: seriesAddress(target, values),
    });
  }
  return series;
}
