/** Cell styles between plain data and Univer's style records. Colours are `#RRGGBB`, sizes points. */
import type { IBorderStyleData, IStyleData, Nullable } from "@univerjs/core";
import type { CellBorder, CellStyle } from "../../xlsx/book-file";
import { codeOf } from "./enum-codes";

type Side = "top" | "bottom" | "left" | "right";
const SIDES: readonly (readonly [Side, "t" | "b" | "l" | "r"])[] = [
  ["top", "t"],
  ["bottom", "b"],
  ["left", "l"],
  ["right", "r"],
];

/** Univer's BorderStyleTypes by our words. */
const LINES: Readonly<Record<CellBorder["style"], number>> = {
  thin: 1,
  hair: 2,
  dotted: 3,
  dashed: 4,
  double: 7,
  medium: 8,
  thick: 13,
};
const HORIZONTAL = { left: 1, center: 2, right: 3 } as const;
const VERTICAL = { top: 1, center: 2, bottom: 3 } as const;
/** Univer has no indent: it is left padding, this many pixels a step (about three spaces, as in Excel). */
const INDENT = 9;

export function normalColor(color: string): string {
  const short = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color.trim());
  if (short)
    return `#${short[1] ?? ""}${short[1] ?? ""}${short[2] ?? ""}${short[2] ?? ""}${short[3] ?? ""}${short[3] ?? ""}`.toUpperCase();
  const rgb = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/i.exec(color);
  if (rgb)
    return `#${rgb
      .slice(1, 4)
      .map((part) => Number(part).toString(16).padStart(2, "0"))
      .join("")}`.toUpperCase();
  const plain = /^#?([0-9a-f]{6})$/i.exec(color.trim());
  return plain ? `#${plain[1] ?? ""}`.toUpperCase() : color;
}

/** Univer's record of a border line. */
export function lineOf(border: CellBorder): object {
  return { s: LINES[border.style], cl: { rgb: border.color } };
}

function borderOf(line: Nullable<IBorderStyleData>): CellBorder | undefined {
  if (line === null || line === undefined) return undefined;
  const number = codeOf(line.s);
  let style: CellBorder["style"] = "thin";
  for (const [name, value] of entriesOf(LINES)) if (value === number) style = name;
  return { style, color: normalColor(line.cl.rgb ?? "#000000") };
}

function entriesOf<K extends string, V>(record: Readonly<Record<K, V>>): readonly (readonly [K, V])[] {
  const list: (readonly [K, V])[] = [];
  for (const key in record) list.push([key, record[key]]);
  return list;
}

/** A whole style as Univer's record; written over another style it leaves what it does not name. */
export function styleRecord(style: CellStyle): Record<string, unknown> {
  const { font, borders } = style;
  const record: Record<string, unknown> = {};
  if (style.numberFormat !== undefined && style.numberFormat !== "General") record.n = { pattern: style.numberFormat };
  if (style.fill !== undefined) record.bg = { rgb: style.fill };
  if (font?.name !== undefined) record.ff = font.name;
  if (font?.size !== undefined) record.fs = font.size;
  if (font?.color !== undefined) record.cl = { rgb: font.color };
  if (font?.bold !== undefined) record.bl = font.bold ? 1 : 0;
  if (font?.italic !== undefined) record.it = font.italic ? 1 : 0;
  if (font?.underline !== undefined) record.ul = { s: font.underline ? 1 : 0 };
  if (font?.strikethrough !== undefined) record.st = { s: font.strikethrough ? 1 : 0 };
  if (style.horizontal !== undefined) record.ht = HORIZONTAL[style.horizontal];
  if (style.vertical !== undefined) record.vt = VERTICAL[style.vertical];
  if (style.wrap !== undefined) record.tb = style.wrap ? 3 : 1;
  if (style.indent !== undefined) record.pd = { l: style.indent * INDENT };
  if (borders !== undefined) {
    const lines: Record<string, unknown> = {};
    for (const [side, key] of SIDES) {
      const border = borders[side];
      if (border !== undefined) lines[key] = lineOf(border);
    }
    record.bd = lines;
  }
  return record;
}

function fontOf(style: IStyleData): CellStyle["font"] | undefined {
  const font = {
    ...(style.ff !== undefined && style.ff !== null && { name: style.ff }),
    ...(style.fs !== undefined && { size: style.fs }),
    ...(typeof style.cl?.rgb === "string" && { color: normalColor(style.cl.rgb) }),
    ...(codeOf(style.bl) === 1 && { bold: true }),
    ...(codeOf(style.it) === 1 && { italic: true }),
    ...(codeOf(style.ul?.s) === 1 && { underline: true }),
    ...(codeOf(style.st?.s) === 1 && { strikethrough: true }),
  };
  return Object.keys(font).length > 0 ? font : undefined;
}

/** Univer's style of a cell as plain data; {} for a cell without one. */
export function plainStyle(style: IStyleData | null | undefined): CellStyle {
  if (style === null || style === undefined) return {};
  const font = fontOf(style);
  const horizontal = entriesOf(HORIZONTAL).find(([, value]) => value === codeOf(style.ht))?.[0];
  const vertical = entriesOf(VERTICAL).find(([, value]) => value === codeOf(style.vt))?.[0];
  const indent = Math.round((style.pd?.l ?? 0) / INDENT);
  const borders: Partial<Record<Side, CellBorder>> = {};
  for (const [side, key] of SIDES) {
    const border = borderOf(style.bd?.[key]);
    if (border !== undefined) borders[side] = border;
  }
  const pattern = style.n?.pattern;
  return {
    ...(pattern !== undefined && pattern !== "" && pattern !== "General" && { numberFormat: pattern }),
    ...(typeof style.bg?.rgb === "string" && { fill: normalColor(style.bg.rgb) }),
    ...(font !== undefined && { font }),
    ...(horizontal !== undefined && { horizontal }),
    ...(vertical !== undefined && { vertical }),
    ...(codeOf(style.tb) === 3 && { wrap: true }),
    ...(indent > 0 && { indent }),
    ...(Object.keys(borders).length > 0 && { borders }),
  };
}
