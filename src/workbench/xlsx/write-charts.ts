/** Charts -> their parts and the drawing that places them. */
import { escapeAttribute, escapeText } from "../../xlsx/xml/markup";
import type { BookChart } from "../book-file";
import { pointsToEmu } from "./measures";

const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Office's six accents, used in turn where a series has no colour of its own. */
export const SERIES_COLOURS = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"] as const;

export function seriesColour(series: BookChart["series"][number], index: number): string {
  return series.color ?? SERIES_COLOURS[index % SERIES_COLOURS.length] ?? SERIES_COLOURS[0];
}

/** One anchor a chart; chart n is relationship `rId<n>`. */
export function drawingXml(charts: readonly BookChart[]): string {
  const anchors = charts.map(
    (chart, index) =>
      `<xdr:absoluteAnchor><xdr:pos x="${pointsToEmu(chart.left)}" y="${pointsToEmu(chart.top)}"/>` +
      `<xdr:ext cx="${pointsToEmu(chart.width)}" cy="${pointsToEmu(chart.height)}"/>` +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="${escapeAttribute(chart.name)}"/>` +
      `<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>` +
      `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${OFFICE}" r:id="rId${index + 1}"/>` +
      `</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:absoluteAnchor>`,
  );
  return `<xdr:wsDr xmlns:xdr="${DRAWING}" xmlns:a="${MAIN}">${anchors.join("")}</xdr:wsDr>`;
}

export function chartXml(chart: BookChart): string {
  const title =
    chart.title === ""
      ? `<c:autoTitleDeleted val="1"/>`
      : `<c:title><c:tx>${richXml(chart.title)}</c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>`;
  const legend = chart.legend ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>` : "";
  return (
    `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${MAIN}" xmlns:r="${OFFICE}"><c:roundedCorners val="0"/><c:chart>${title}` +
    `<c:plotArea><c:layout/>${plotXml(chart)}${axesXml(chart)}</c:plotArea>${legend}<c:plotVisOnly val="1"/>` +
    `<c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
  );
}

function richXml(text: string): string {
  const lines = text
    .split("\n")
    .map(
      (line) =>
        `<a:p><a:pPr><a:defRPr sz="1200" b="0"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1200" b="0"/><a:t>${escapeText(line)}</a:t></a:r></a:p>`,
    );
  return `<c:rich><a:bodyPr/><a:lstStyle/>${lines.join("")}</c:rich>`;
}

const AXES = `<c:axId val="111111111"/><c:axId val="222222222"/>`;

function plotXml(chart: BookChart): string {
  const round = chart.kind === "pie" || chart.kind === "doughnut";
  const series = chart.series.map((each, index) => seriesXml(chart, each, index)).join("");
  switch (chart.kind) {
    case "bar":
    case "column":
      return (
        `<c:barChart><c:barDir val="${chart.kind === "bar" ? "bar" : "col"}"/><c:grouping val="clustered"/>` +
        `<c:varyColors val="0"/>${series}<c:gapWidth val="80"/>${AXES}</c:barChart>`
      );
    case "line":
      return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${AXES}</c:lineChart>`;
    case "radar":
      return `<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>${series}${AXES}</c:radarChart>`;
    case "scatter":
      return `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${series}${AXES}</c:scatterChart>`;
    case "pie":
    case "doughnut":
      return (
        `<c:${chart.kind}Chart><c:varyColors val="${round ? 1 : 0}"/>${series}<c:firstSliceAng val="0"/>` +
        `${chart.kind === "doughnut" ? `<c:holeSize val="60"/>` : ""}</c:${chart.kind}Chart>`
      );
  }
}

function seriesXml(chart: BookChart, series: BookChart["series"][number], index: number): string {
  const scatter = chart.kind === "scatter";
  const line = chart.kind === "line" || chart.kind === "radar";
  const names =
    series.categories === ""
      ? ""
      : scatter
        ? `<c:xVal><c:numRef><c:f>${escapeText(series.categories)}</c:f></c:numRef></c:xVal>`
        : `<c:cat><c:strRef><c:f>${escapeText(series.categories)}</c:f></c:strRef></c:cat>`;
  const numbers = `<c:numRef><c:f>${escapeText(series.values)}</c:f></c:numRef>`;
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>` +
    (series.name === "" ? "" : `<c:tx><c:v>${escapeText(series.name)}</c:v></c:tx>`) +
    looksXml(chart, series) +
    (line || scatter ? `<c:marker><c:symbol val="circle"/><c:size val="5"/></c:marker>` : "") +
    names +
    (scatter ? `<c:yVal>${numbers}</c:yVal>` : `<c:val>${numbers}</c:val>`) +
    (line && chart.kind === "line" ? `<c:smooth val="0"/>` : "") +
    "</c:ser>"
  );
}

/** Without a colour of its own a series takes the workbook's, the slices of a pie a different one each, in Excel and here alike. */
function looksXml(chart: BookChart, series: BookChart["series"][number]): string {
  const points = chart.kind === "scatter";
  if (series.color === undefined) return points ? `<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>` : "";
  const fill = `<a:solidFill><a:srgbClr val="${series.color.replace("#", "").toUpperCase()}"/></a:solidFill>`;
  if (points) return `<c:spPr>${fill}<a:ln w="19050"><a:noFill/></a:ln></c:spPr>`;
  const lined = chart.kind === "line" || chart.kind === "radar";
  return `<c:spPr>${lined ? `<a:ln w="28575">${fill}</a:ln>` : fill}</c:spPr>`;
}

function axesXml(chart: BookChart): string {
  if (chart.kind === "pie" || chart.kind === "doughnut") return "";
  const across = chart.kind === "bar";
  const shared = (own: string, other: string, place: string, extra: string): string =>
    `<c:axId val="${own}"/><c:scaling><c:orientation val="${extra === "reversed" ? "maxMin" : "minMax"}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${place}"/>${extra === "lines" ? "<c:majorGridlines/>" : ""}` +
    `<c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="nextTo"/><c:crossAx val="${other}"/><c:crosses val="${across && extra === "lines" ? "max" : "autoZero"}"/>`;
  const first = shared("111111111", "222222222", across ? "l" : "b", across ? "reversed" : "");
  const second = shared("222222222", "111111111", across ? "b" : "l", "lines");
  const values = `<c:valAx>${second}<c:crossBetween val="${chart.kind === "scatter" ? "midCat" : "between"}"/></c:valAx>`;
  if (chart.kind === "scatter") return `<c:valAx>${first}<c:crossBetween val="midCat"/></c:valAx>${values}`;
  return `<c:catAx>${first}<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>${values}`;
}
