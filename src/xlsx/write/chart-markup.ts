/** Native charts of a sheet -> their parts and the drawing that places them. Excel fills in the values when it opens the file. */
import type { BookChart } from "../book-file";
import { escapeAttribute, escapeText } from "../xml/markup";

const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/** Drawings measure in EMU. */
const EMU_A_POINT = 12_700;

/** Office's six accents, in turn. */
export const SERIES_COLOURS = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"] as const;

export function seriesColour(series: Pick<Series, "color">, index: number): string {
  return series.color ?? SERIES_COLOURS[index % SERIES_COLOURS.length] ?? SERIES_COLOURS[0];
}

type Series = BookChart["series"][number];

interface Corner {
  readonly column: number;
  readonly row: number;
}

export interface WrittenChart extends Pick<BookChart, "name" | "kind" | "title" | "legend" | "series"> {
  /** The cells it covers, 0-based: `from` is its upper left corner, `to` lies just outside. Or a place in points from the sheet's corner. */
  readonly place:
    { readonly from: Corner; readonly to: Corner } | Readonly<Record<"left" | "top" | "width" | "height", number>>;
}

/** One anchor a chart; chart n is relationship `rId<n>`. */
export function drawingXml(charts: readonly WrittenChart[]): string {
  const anchors = charts.map(({ name, title, place }, index) => {
    const description = title === "" ? "" : ` descr="${escapeAttribute(title)}"`;
    const frame =
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="${escapeAttribute(name)}"${description}/>` +
      `<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>` +
      `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${OFFICE}" r:id="rId${index + 1}"/>` +
      `</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/>`;
    if ("from" in place)
      return `<xdr:twoCellAnchor>${cornerXml("from", place.from)}${cornerXml("to", place.to)}${frame}</xdr:twoCellAnchor>`;
    const [x, y, cx, cy] = [place.left, place.top, place.width, place.height].map((points) =>
      Math.round(points * EMU_A_POINT),
    );
    return `<xdr:absoluteAnchor><xdr:pos x="${x}" y="${y}"/><xdr:ext cx="${cx}" cy="${cy}"/>${frame}</xdr:absoluteAnchor>`;
  });
  return `<xdr:wsDr xmlns:xdr="${DRAWING}" xmlns:a="${MAIN}">${anchors.join("")}</xdr:wsDr>`;
}

function cornerXml(tag: string, { column, row }: Corner): string {
  return `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
}

export function chartXml(chart: WrittenChart): string {
  const title =
    chart.title === ""
      ? `<c:autoTitleDeleted val="1"/>`
      : `<c:title><c:tx>${richXml(chart.title)}</c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>`;
  const legend = chart.legend ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>` : "";
  return (
    `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${MAIN}" xmlns:r="${OFFICE}"><c:roundedCorners val="0"/><c:chart>${title}` +
    `<c:plotArea><c:layout/>${plotXml(chart)}${axesXml(chart)}</c:plotArea>${legend}<c:plotVisOnly val="1"/>` +
    // What is not known is no 0.
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

const CATEGORY_AXIS = "111111111";
const VALUE_AXIS = "222222222";
const AXES = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;

function plotXml(chart: WrittenChart): string {
  const { kind } = chart;
  const round = kind === "pie" || kind === "doughnut";
  const all = `<c:varyColors val="${round ? 1 : 0}"/>${chart.series.map((each, index) => seriesXml(kind, each, index)).join("")}`;
  switch (kind) {
    case "bar":
    case "column":
      return `<c:barChart><c:barDir val="${kind === "bar" ? "bar" : "col"}"/><c:grouping val="clustered"/>${all}<c:gapWidth val="80"/>${AXES}</c:barChart>`;
    case "line":
      return `<c:lineChart><c:grouping val="standard"/>${all}<c:marker val="1"/>${AXES}</c:lineChart>`;
    case "radar":
      return `<c:radarChart><c:radarStyle val="marker"/>${all}${AXES}</c:radarChart>`;
    case "scatter":
      return `<c:scatterChart><c:scatterStyle val="lineMarker"/>${all}${AXES}</c:scatterChart>`;
    case "pie":
      return `<c:pieChart>${all}<c:firstSliceAng val="0"/></c:pieChart>`;
    case "doughnut":
      return `<c:doughnutChart>${all}<c:firstSliceAng val="0"/><c:holeSize val="60"/></c:doughnutChart>`;
  }
}

function seriesXml(kind: BookChart["kind"], series: Series, index: number): string {
  const points = kind === "scatter";
  const lined = kind === "line" || kind === "radar";
  const names = escapeText(series.categories);
  const categories = points
    ? `<c:xVal><c:numRef><c:f>${names}</c:f></c:numRef></c:xVal>`
    : `<c:cat><c:strRef><c:f>${names}</c:f></c:strRef></c:cat>`;
  const numbers = `<c:numRef><c:f>${escapeText(series.values)}</c:f></c:numRef>`;
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>` +
    (series.name === "" ? "" : `<c:tx><c:v>${escapeText(series.name)}</c:v></c:tx>`) +
    looksXml(series.color, points, lined) +
    (lined || points ? `<c:marker><c:symbol val="circle"/><c:size val="5"/></c:marker>` : "") +
    (kind === "bar" || kind === "column" ? `<c:invertIfNegative val="0"/>` : "") +
    (series.categories === "" ? "" : categories) +
    (points ? `<c:yVal>${numbers}</c:yVal>` : `<c:val>${numbers}</c:val>`) +
    (kind === "line" ? `<c:smooth val="0"/>` : "") +
    "</c:ser>"
  );
}

/** Without a colour of its own a series takes the workbook's, the slices of a pie a different one each, in Excel and here alike. */
function looksXml(colour: string | undefined, points: boolean, lined: boolean): string {
  const unlined = `<a:ln w="19050"><a:noFill/></a:ln>`;
  if (colour === undefined) return points ? `<c:spPr>${unlined}</c:spPr>` : "";
  const fill = `<a:solidFill><a:srgbClr val="${colour.slice(1).toUpperCase()}"/></a:solidFill>`;
  if (points) return `<c:spPr>${fill}${unlined}</c:spPr>`;
  return `<c:spPr>${lined ? `<a:ln w="28575" cap="rnd">${fill}<a:round/></a:ln>` : fill}</c:spPr>`;
}

function axesXml({ kind }: WrittenChart): string {
  if (kind === "pie" || kind === "doughnut") return "";
  const lying = kind === "bar";
  const axis = (own: string, other: string, place: string, values: boolean): string =>
    // The first row of a table is read first: at the top of lying bars.
    `<c:axId val="${own}"/><c:scaling><c:orientation val="${lying && !values ? "maxMin" : "minMax"}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${place}"/>${values ? "<c:majorGridlines/>" : ""}<c:numFmt formatCode="General" sourceLinked="1"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="${other}"/>` +
    `<c:crosses val="${lying && values ? "max" : "autoZero"}"/>`;
  const first = axis(CATEGORY_AXIS, VALUE_AXIS, lying ? "l" : "b", false);
  const second = axis(VALUE_AXIS, CATEGORY_AXIS, lying ? "b" : "l", true);
  const between = (how: string): string => `<c:crossBetween val="${how}"/>`;
  if (kind === "scatter")
    return `<c:valAx>${first}${between("midCat")}</c:valAx><c:valAx>${second}${between("midCat")}</c:valAx>`;
  return (
    `<c:catAx>${first}<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>` +
    `<c:valAx>${second}${between("between")}</c:valAx>`
  );
}
