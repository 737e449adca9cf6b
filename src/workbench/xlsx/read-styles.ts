/** The formats part of a workbook -> plain styles. */
import type { BookConditionalFormat, CellBorder, CellStyle } from "../../xlsx/book-file";
import { colourOf, type Theme } from "./colours";
import { builtInFormat } from "../../xlsx/number-formats";
import { childOf, childrenOf, flag, type XmlNode } from "../../xlsx/xml/tree";

/** The font of a cell without a style of its own, in books as plain data and in the files we write. */
export const DEFAULT_FONT = { name: "等线", size: 11 };

/** How a conditional format dresses a cell. */
export type Dress = Pick<BookConditionalFormat, "fill" | "fontColor" | "bold">;

export interface ReadStyles {
  /** One a cell format of the file (`s` of a cell); undefined where it is the plain default. */
  readonly cells: readonly (CellStyle | undefined)[];
  readonly dresses: readonly Dress[];
}

export function readStyles(root: XmlNode | undefined, theme: Theme): ReadStyles {
  const formats = new Map(
    childOf(root, "numFmts")?.children.map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? "",
    ]),
  );
  const fonts = childOf(root, "fonts")?.children.map((node) => fontOf(node, theme)) ?? [];
  const fills = childOf(root, "fills")?.children.map((node) => fillOf(node, theme)) ?? [];
  const borders = childOf(root, "borders")?.children.map((node) => bordersOf(node, theme)) ?? [];
  const cells = childrenOf(childOf(root, "cellXfs"), "xf").map((xf) => {
    const number = Number(xf.attributes.numFmtId ?? 0);
    const format = formats.get(number) ?? builtInFormat(number);
    const font = fonts[Number(xf.attributes.fontId ?? 0)];
    const fill = fills[Number(xf.attributes.fillId ?? 0)];
    const border = borders[Number(xf.attributes.borderId ?? 0)];
    const style: CellStyle = {
      ...(format !== undefined && format !== "General" ? { numberFormat: format } : {}),
      ...(fill === undefined ? {} : { fill }),
      ...(font ? { font } : {}),
      ...alignmentOf(childOf(xf, "alignment")),
      ...(border ? { borders: border } : {}),
    };
    return Object.keys(style).length === 0 ? undefined : style;
  });
  return { cells, dresses: childrenOf(childOf(root, "dxfs"), "dxf").map((dxf) => dressOf(dxf, theme)) };
}

function fontOf(node: XmlNode, theme: Theme): CellStyle["font"] {
  const name = childOf(node, "name")?.attributes.val;
  const size = Number(childOf(node, "sz")?.attributes.val ?? Number.NaN);
  const color = colourOf(childOf(node, "color"), theme);
  const underline = childOf(node, "u");
  const font = {
    ...(name !== undefined && name !== DEFAULT_FONT.name ? { name } : {}),
    ...(Number.isFinite(size) && size !== DEFAULT_FONT.size ? { size } : {}),
    ...(color === undefined ? {} : { color }),
    ...(isOn(node, "b") ? { bold: true } : {}),
    ...(isOn(node, "i") ? { italic: true } : {}),
    ...(underline && underline.attributes.val !== "none" ? { underline: true } : {}),
    ...(isOn(node, "strike") ? { strikethrough: true } : {}),
  };
  return Object.keys(font).length === 0 ? undefined : font;
}

function isOn(node: XmlNode | undefined, name: string): boolean {
  return flag(childOf(node, name), "val", childOf(node, name) !== undefined);
}

/** A pattern is shown as the plain colour that comes nearest: a light pattern as its background. */
function fillOf(node: XmlNode, theme: Theme): string | undefined {
  const pattern = childOf(node, "patternFill");
  const kind = pattern?.attributes.patternType ?? "none";
  if (kind === "none") {
    const [stop] = childOf(node, "gradientFill")?.children ?? [];
    return stop ? colourOf(childOf(stop, "color"), theme) : undefined;
  }
  const fore = childOf(pattern, "fgColor");
  if (kind === "solid") return colourOf(fore, theme) ?? (fore?.attributes.theme === "1" ? "#000000" : undefined);
  const light = /^(gray125|gray0625|light)/.test(kind);
  return colourOf(light ? childOf(pattern, "bgColor") : fore, theme);
}

const BORDER_STYLES: Readonly<Record<string, CellBorder["style"]>> = {
  thin: "thin",
  medium: "medium",
  thick: "thick",
  dashed: "dashed",
  mediumDashed: "dashed",
  dashDot: "dashed",
  mediumDashDot: "dashed",
  slantDashDot: "dashed",
  dotted: "dotted",
  dashDotDot: "dotted",
  mediumDashDotDot: "dotted",
  double: "double",
  hair: "hair",
};

function bordersOf(node: XmlNode, theme: Theme): CellStyle["borders"] {
  const borders: Partial<Record<"top" | "bottom" | "left" | "right", CellBorder>> = {};
  for (const [side, name] of [
    ["top", "top"],
    ["bottom", "bottom"],
    ["left", "left"],
    ["right", "right"],
    ["left", "start"],
    ["right", "end"],
  ] as const) {
    const edge = childOf(node, name);
    const style = BORDER_STYLES[edge?.attributes.style ?? ""];
    if (style) borders[side] = { style, color: colourOf(childOf(edge, "color"), theme) ?? "#000000" };
  }
  return Object.keys(borders).length === 0 ? undefined : borders;
}

const HORIZONTAL: Readonly<Record<string, "left" | "center" | "right">> = {
  left: "left",
  center: "center",
  centerContinuous: "center",
  right: "right",
};
const VERTICAL: Readonly<Record<string, "top" | "center" | "bottom">> = {
  top: "top",
  center: "center",
  bottom: "bottom",
};

function alignmentOf(node: XmlNode | undefined): Pick<CellStyle, "horizontal" | "vertical" | "wrap" | "indent"> {
  const horizontal = HORIZONTAL[node?.attributes.horizontal ?? ""];
  const vertical = VERTICAL[node?.attributes.vertical ?? ""];
  const indent = Number(node?.attributes.indent ?? 0);
  return {
    ...(horizontal ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(flag(node, "wrapText") ? { wrap: true } : {}),
    ...(indent > 0 ? { indent } : {}),
  };
}

function dressOf(dxf: XmlNode, theme: Theme): Dress {
  const font = childOf(dxf, "font");
  const pattern = childOf(childOf(dxf, "fill"), "patternFill");
  const fontColor = colourOf(childOf(font, "color"), theme);
  // Here a plain fill is the background colour, the other way round than in cells.
  const fill = colourOf(childOf(pattern, "bgColor"), theme) ?? colourOf(childOf(pattern, "fgColor"), theme);
  return {
    ...(fill === undefined ? {} : { fill }),
    ...(fontColor === undefined ? {} : { fontColor }),
    ...(isOn(font, "b") ? { bold: true } : {}),
  };
}
