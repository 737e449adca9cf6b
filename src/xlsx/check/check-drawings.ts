/** Drawings and charts. */
import { LAST_COLUMN, LAST_ROW } from "./cell-range";
import { checkFormula } from "./check-formulas";
import { says, type Findings, type PartFindings } from "./finding";
import type { PackageUnderCheck } from "./package-under-check";
import type { BookFacts } from "./sheet-facts";
import { allOf, childOf, childrenOf, type XmlElement } from "./xml-tree";

export function checkDrawings(opened: PackageUnderCheck, book: BookFacts, findings: Findings): void {
  for (const sheet of book.sheets)
    for (const { target } of opened.links(sheet.part, "drawing")) {
      const drawing = opened.tree(target);
      if (!drawing) continue;
      checkAnchors(drawing, findings.of(target));
      for (const link of opened.links(target, "chart")) {
        const chart = opened.tree(link.target);
        if (chart) checkChart(chart, book, findings.of(link.target));
      }
    }
}

function checkAnchors(drawing: XmlElement, report: PartFindings): void {
  const ids = new Set<string>();
  for (const [index, anchor] of drawing.children.entries()) {
    const place = `${anchor.name}[${index + 1}]`;
    const [from, to] = [cornerOf(childOf(anchor, "xdr:from")), cornerOf(childOf(anchor, "xdr:to"))];
    const outside = [from, to].some(
      (corner) =>
        corner !== null &&
        !(corner.column >= 0 && corner.column < LAST_COLUMN && corner.row >= 0 && corner.row < LAST_ROW),
    );
    if (outside || (from && to && (to.column < from.column || to.row < from.row)))
      report.add(
        "anchor",
        place,
        says(
          "图形的位置超出工作表，或右下角在左上角之前",
          "it lies outside the sheet, or its lower corner before the upper",
        ),
        says("from、to 写表内的行列，从 0 起", "write rows and columns of the sheet, counted from 0"),
      );
    const size = childOf(anchor, "xdr:ext")?.attributes;
    if (size && !(Number(size.cx) >= 0 && Number(size.cy) >= 0))
      report.add(
        "anchor",
        place,
        says("图形的宽或高是负数", "its width or height is below 0"),
        says("写 0 以上", "write 0 or more"),
      );
    for (const { attributes } of allOf(anchor, "xdr:cNvPr")) {
      const { id = "" } = attributes;
      if (ids.has(id))
        report.add(
          "shape-id",
          `${place} id ${id}`,
          says("图形编号在这张图里重复", "its id stands twice in the drawing"),
          says("每个图形用自己的编号", "give every shape an id of its own"),
        );
      ids.add(id);
    }
  }
}

function cornerOf(corner: XmlElement | undefined): { readonly column: number; readonly row: number } | null {
  if (!corner) return null;
  const at = (name: string): number => Number(childOf(corner, name)?.text ?? Number.NaN);
  return { column: at("xdr:col"), row: at("xdr:row") };
}

const MOST_SERIES = 255;

function checkChart(chart: XmlElement, book: BookFacts, report: PartFindings): void {
  for (const { text } of allOf(chart, "c:f")) checkFormula(text, text, book, report);
  const plot = childOf(childOf(chart, "c:chart"), "c:plotArea");
  const series = [...allOf(plot, "c:ser")];
  if (series.length > MOST_SERIES)
    report.add(
      "many-series",
      "c:plotArea",
      says(`有 ${series.length} 个系列，最多 ${MOST_SERIES} 个`, `${series.length} series; ${MOST_SERIES} is the most`),
      says("分成几张图", "make several charts"),
    );
  for (const name of ["c:idx", "c:order"]) {
    const seen = new Set<string>();
    for (const one of series) {
      const value = childOf(one, name)?.attributes.val ?? "";
      if (seen.has(value))
        report.add(
          "series-number",
          `c:ser ${name} ${value}`,
          says("系列编号重复", "the series' number stands twice"),
          says("每个系列的 idx、order 各不相同", "let idx and order of all series differ"),
        );
      seen.add(value);
    }
  }
  checkAxes(plot, report);
  checkPoints(plot, report);
}

function checkAxes(plot: XmlElement | undefined, report: PartFindings): void {
  const axes = (plot?.children ?? []).filter(({ name }) => /^c:(cat|val|ser|date)Ax$/.test(name));
  const idOf = (element: XmlElement, name: string): string => childOf(element, name)?.attributes.val ?? "";
  const ids = new Set(axes.map((axis) => idOf(axis, "c:axId")));
  const missing = (place: string, id: string): void => {
    report.add(
      "chart-axis",
      place,
      says(`坐标轴 ${id} 不在图里`, `axis ${id} is not in the chart`),
      says("写出这个坐标轴，或改正编号", "write that axis or correct the id"),
    );
  };
  if (ids.size < axes.length)
    report.add(
      "chart-axis",
      "c:axId",
      says("坐标轴编号重复", "two axes have one id"),
      says("每个坐标轴用自己的编号", "give every axis an id of its own"),
    );
  for (const axis of axes)
    if (!ids.has(idOf(axis, "c:crossAx"))) missing(`${axis.name} c:crossAx`, idOf(axis, "c:crossAx"));
  for (const group of (plot?.children ?? []).filter(({ name }) => name.endsWith("Chart")))
    for (const { attributes } of childrenOf(group, "c:axId"))
      if (!ids.has(attributes.val ?? "")) missing(`${group.name} c:axId`, attributes.val ?? "");
}

function checkPoints(plot: XmlElement | undefined, report: PartFindings): void {
  for (const name of ["c:strCache", "c:numCache"])
    for (const cache of allOf(plot, name)) {
      const count = Number(childOf(cache, "c:ptCount")?.attributes.val ?? Number.NaN);
      const seen = new Set<number>();
      for (const { attributes } of childrenOf(cache, "c:pt")) {
        const index = Number(attributes.idx);
        if (!(index < count) || seen.has(index))
          report.add(
            "chart-point",
            `${name} idx ${index}`,
            says(
              `点的编号超出 ptCount ${count} 或重复`,
              `a point's number is not below ptCount ${count}, or stands twice`,
            ),
            says("编号从 0 起，各写一次", "number points from 0, each once"),
          );
        seen.add(index);
      }
    }
}
