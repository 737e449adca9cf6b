/** A sheet's drawing -> the charts that plain data can hold. */
import type { BookChart } from "../../xlsx/book-file";
import { colourOf, type Theme } from "./colours";
import type { LostContents } from "./lost-content";
import { emuToPoints } from "./measures";
import type { PackageParts } from "../../xlsx/container/package-parts";
import { relationshipsOf } from "../../xlsx/workbook-outline";
import { childOf, childrenOf, findIn, flag, type XmlNode } from "../../xlsx/xml/tree";

/** Where columns and rows of the sheet begin, in points. */
export interface SheetPlaces {
  readonly columnLeft: (column: number) => number;
  readonly rowTop: (row: number) => number;
}

type Box = Pick<BookChart, "left" | "top" | "width" | "height">;

export function readCharts(
  parts: PackageParts,
  drawingPart: string,
  places: SheetPlaces,
  theme: Theme,
  lost: LostContents,
): BookChart[] {
  const links = relationshipsOf(parts, drawingPart);
  return parts.xml(drawingPart).children.flatMap((anchor): BookChart[] => {
    if (findIn(anchor, "pic")) lost.add("pictures");
    if (findIn(anchor, "sp") ?? findIn(anchor, "cxnSp")) lost.add("shapes");
    const frame = findIn(anchor, "graphicFrame");
    if (!frame) return [];
    const id = findIn(frame, "chart")?.attributes.id;
    const link = links.find((candidate) => candidate.id === id && candidate.type === "chart");
    const box = boxOf(anchor, places);
    const chart = link && box && parts.has(link.target) ? chartOf(parts.xml(link.target), theme) : null;
    if (!chart || !box) {
      lost.add(findIn(frame, "slicer") ? "slicers" : "charts");
      return [];
    }
    return [{ name: findIn(frame, "cNvPr")?.attributes.name ?? "", ...chart, ...box }];
  });
}

function boxOf(anchor: XmlNode, places: SheetPlaces): Box | null {
  const size = childOf(anchor, "ext");
  const extent = { width: emu(size, "cx"), height: emu(size, "cy") };
  if (anchor.name === "absoluteAnchor") {
    const position = childOf(anchor, "pos");
    return { left: emu(position, "x"), top: emu(position, "y"), ...extent };
  }
  const from = corner(childOf(anchor, "from"), places);
  if (!from) return null;
  if (anchor.name === "oneCellAnchor") return { ...from, ...extent };
  const to = corner(childOf(anchor, "to"), places);
  return to && { ...from, width: to.left - from.left, height: to.top - from.top };
}

function emu(node: XmlNode | undefined, name: string): number {
  return emuToPoints(Number(node?.attributes[name] ?? 0));
}

function corner(node: XmlNode | undefined, places: SheetPlaces): { left: number; top: number } | null {
  if (!node) return null;
  const number = (name: string): number => Number(childOf(node, name)?.text ?? 0);
  return {
    left: places.columnLeft(number("col")) + emuToPoints(number("colOff")),
    top: places.rowTop(number("row")) + emuToPoints(number("rowOff")),
  };
}

const KINDS: Readonly<Record<string, BookChart["kind"]>> = {
  barChart: "column",
  lineChart: "line",
  radarChart: "radar",
  pieChart: "pie",
  doughnutChart: "doughnut",
  scatterChart: "scatter",
};

type ChartBody = Omit<BookChart, keyof Box | "name">;

/** Null for charts of other kinds, of several kinds at once, and stacked ones. */
function chartOf(root: XmlNode, theme: Theme): ChartBody | null {
  const chart = childOf(root, "chart");
  const plots = childOf(chart, "plotArea")?.children.filter(({ name }) => name.endsWith("Chart")) ?? [];
  const [plot] = plots;
  const kind = KINDS[plot?.name ?? ""];
  if (!plot || !kind || plots.length > 1) return null;
  if (/stacked/i.test(childOf(plot, "grouping")?.attributes.val ?? "")) return null;
  const across = childOf(plot, "barDir")?.attributes.val === "bar";
  return {
    kind: kind === "column" && across ? "bar" : kind,
    title: flag(childOf(chart, "autoTitleDeleted"), "val") ? "" : titleOf(childOf(chart, "title")),
    legend: childOf(chart, "legend") !== undefined,
    series: childrenOf(plot, "ser").map((series) => seriesOf(series, kind === "scatter", theme)),
  };
}

function titleOf(title: XmlNode | undefined): string {
  const rich = findIn(title, "rich");
  if (!rich) return findIn(findIn(title, "strCache"), "v")?.text ?? "";
  const lines = childrenOf(rich, "p").map((line) =>
    childrenOf(line, "r")
      .map((run) => childOf(run, "t")?.text ?? "")
      .join(""),
  );
  return lines.join("\n");
}

function seriesOf(node: XmlNode, scatter: boolean, theme: Theme): BookChart["series"][number] {
  const name = childOf(node, "tx");
  const fill = childOf(childOf(node, "spPr"), "solidFill") ?? findIn(childOf(childOf(node, "spPr"), "ln"), "solidFill");
  const color = drawnColour(fill, theme);
  return {
    name: findIn(name, "v")?.text ?? "",
    categories: findIn(childOf(node, scatter ? "xVal" : "cat"), "f")?.text ?? "",
    values: findIn(childOf(node, scatter ? "yVal" : "val"), "f")?.text ?? "",
    ...(color === undefined ? {} : { color }),
  };
}

const THEME_NAMES = ["bg1", "tx1", "bg2", "tx2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"];

function drawnColour(fill: XmlNode | undefined, theme: Theme): string | undefined {
  const [colour] = fill?.children ?? [];
  if (colour?.name === "srgbClr") return `#${(colour.attributes.val ?? "").toUpperCase()}`;
  const place = THEME_NAMES.indexOf(colour?.attributes.val ?? "");
  return place < 0
    ? undefined
    : colourOf({ name: "", attributes: { theme: String(place), tint: "0" }, children: [], text: "" }, theme);
}
