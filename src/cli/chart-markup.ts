/** Native charts of a sheet -> the XML of their parts and of the drawing that places them. Excel fills in the values when it opens the file. */
import { fixedCells } from "../sheet/results/fixed-cells";
import { escapeAttribute, escapeText } from "../xlsx/xml/markup";

const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PLACED = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DECLARATION = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;

/** A column of cells: first and last row, all 0-based. */
export interface ColumnCells {
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

export interface SheetChart {
  /** `bar` lies, `column` stands. */
  readonly kind: "bar" | "column" | "line" | "radar";
  readonly title: string;
  readonly categories: ColumnCells;
  readonly series: readonly { readonly name: string; readonly values: ColumnCells }[];
  /** The cells it covers, 0-based; the first is its upper left corner, the last lies just outside. */
  readonly from: { readonly column: number; readonly row: number };
  readonly to: { readonly column: number; readonly row: number };
}

/** One anchor a chart; chart n is relationship `rId<n>`. */
export function drawingXml(charts: readonly SheetChart[]): string {
  const corner = (tag: string, { column, row }: SheetChart["from"]): string =>
    `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  const anchors = charts.map(
    ({ title, from, to }, index) =>
      `<xdr:twoCellAnchor>${corner("from", from)}${corner("to", to)}` +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="${escapeAttribute(`图${index + 1}`)}" descr="${escapeAttribute(title)}"/>` +
      `<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>` +
      `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${OFFICE}" r:id="rId${index + 1}"/>` +
      `</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`,
  );
  return `${DECLARATION}<xdr:wsDr xmlns:xdr="${PLACED}" xmlns:a="${MAIN}">${anchors.join("")}</xdr:wsDr>`;
}

/** @param sheet the name of the sheet whose cells it draws */
export function chartXml(chart: SheetChart, sheet: string): string {
  const text = `<a:p><a:pPr><a:defRPr sz="1200" b="0"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1200" b="0"/><a:t>${escapeText(chart.title)}</a:t></a:r></a:p>`;
  const title = `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${text}</c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>`;
  const legend = chart.series.length > 1 ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>` : "";
  return (
    `${DECLARATION}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${MAIN}" xmlns:r="${OFFICE}"><c:roundedCorners val="0"/><c:chart>${title}` +
    `<c:plotArea><c:layout/>${plotXml(chart, sheet)}${axesXml(chart)}</c:plotArea>${legend}<c:plotVisOnly val="1"/>` +
    // What is not known is no 0.
    `<c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
  );
}

/** Office's first six accents, in turn. Named here because not every program has colours of its own for lines. */
const COLOURS = ["4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47"] as const;

const CATEGORY_AXIS = "111111111";
const VALUE_AXIS = "222222222";
const AXES = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;

function plotXml(chart: SheetChart, sheet: string): string {
  const reference = ({ column, first, last }: ColumnCells): string =>
    escapeText(fixedCells(sheet, { top: first, left: column, bottom: last, right: column }));
  const lined = chart.kind === "line" || chart.kind === "radar";
  const series = chart.series.map(
    ({ name, values }, index) =>
      `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeText(name)}</c:v></c:tx>` +
      coloured(COLOURS[index % COLOURS.length] ?? COLOURS[0], lined) +
      (lined ? `<c:marker><c:symbol val="circle"/><c:size val="5"/></c:marker>` : `<c:invertIfNegative val="0"/>`) +
      `<c:cat><c:strRef><c:f>${reference(chart.categories)}</c:f></c:strRef></c:cat>` +
      `<c:val><c:numRef><c:f>${reference(values)}</c:f></c:numRef></c:val>` +
      `${chart.kind === "line" ? `<c:smooth val="0"/>` : ""}</c:ser>`,
  );
  const all = `<c:varyColors val="0"/>${series.join("")}`;
  switch (chart.kind) {
    case "bar":
    case "column":
      return `<c:barChart><c:barDir val="${chart.kind === "bar" ? "bar" : "col"}"/><c:grouping val="clustered"/>${all}<c:gapWidth val="80"/>${AXES}</c:barChart>`;
    case "line":
      return `<c:lineChart><c:grouping val="standard"/>${all}<c:marker val="1"/>${AXES}</c:lineChart>`;
    case "radar":
      return `<c:radarChart><c:radarStyle val="marker"/>${all}${AXES}</c:radarChart>`;
  }
}

function coloured(colour: string, lined: boolean): string {
  const fill = `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
  return `<c:spPr>${lined ? `<a:ln w="28575" cap="rnd">${fill}<a:round/></a:ln>` : fill}</c:spPr>`;
}

function axesXml({ kind }: SheetChart): string {
  const lying = kind === "bar";
  const axis = (own: string, other: string, place: string, values: boolean): string =>
    // The first row of a table is read first: at the top of lying bars.
    `<c:axId val="${own}"/><c:scaling><c:orientation val="${lying && !values ? "maxMin" : "minMax"}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${place}"/>${values ? "<c:majorGridlines/>" : ""}<c:numFmt formatCode="General" sourceLinked="1"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="${other}"/>` +
    `<c:crosses val="${lying && values ? "max" : "autoZero"}"/>`;
  return (
    `<c:catAx>${axis(CATEGORY_AXIS, VALUE_AXIS, lying ? "l" : "b", false)}<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>` +
    `<c:valAx>${axis(VALUE_AXIS, CATEGORY_AXIS, lying ? "b" : "l", true)}<c:crossBetween val="between"/></c:valAx>`
  );
}
