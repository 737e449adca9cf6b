/** Plain styles -> the formats part of a workbook. */
import { escapeAttribute } from "../../xlsx/xml/markup";
import type { CellBorder, CellStyle } from "../book-file";
import { builtInNumber } from "../../xlsx/number-formats";
import { DEFAULT_FONT, type Dress } from "./read-styles";

const FIRST_OWN_FORMAT = 164;
const SIDES = ["left", "right", "top", "bottom"] as const;

/** A list of the part in which equal entries are one. */
class Entries {
  private readonly places = new Map<string, number>();

  constructor(
    private readonly name: string,
    first: readonly string[],
  ) {
    for (const entry of first) this.add(entry);
  }

  add(entry: string): number {
    const found = this.places.get(entry);
    if (found !== undefined) return found;
    this.places.set(entry, this.places.size);
    return this.places.size - 1;
  }

  get xml(): string {
    if (this.places.size === 0) return "";
    return `<${this.name} count="${this.places.size}">${[...this.places.keys()].join("")}</${this.name}>`;
  }
}

export class StylesPart {
  private readonly formats = new Map<string, number>();
  private readonly fonts = new Entries("fonts", [fontXml({})]);
  private readonly fills = new Entries("fills", [
    `<fill><patternFill patternType="none"/></fill>`,
    `<fill><patternFill patternType="gray125"/></fill>`,
  ]);
  private readonly borders = new Entries("borders", [bordersXml({})]);
  private readonly cells = new Entries("cellXfs", [`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`]);
  private readonly dresses = new Entries("dxfs", []);
  private readonly known = new Map<string, number>();

  /** @param styles the book's, by index */
  constructor(private readonly styles: readonly CellStyle[]) {}

  /**
   * The number of a cell format, for a cell's `s`.
   * @param asText text that looks like a formula: Excel then keeps it as text also after someone edits the cell
   */
  cell(style: number | undefined, asText = false): number {
    const key = `${style ?? ""}${asText ? "'" : ""}`;
    let place = this.known.get(key);
    if (place === undefined) {
      place = this.cells.add(this.cellXml(style === undefined ? {} : (this.styles[style] ?? {}), asText));
      this.known.set(key, place);
    }
    return place;
  }

  /** The number of a conditional format's looks, for a rule's `dxfId`. */
  dress({ fill, fontColor, bold }: Dress): number {
    const inside = (bold === true ? "<b/>" : "") + (fontColor === undefined ? "" : colourXml("color", fontColor));
    const font = inside === "" ? "" : `<font>${inside}</font>`;
    const back = fill === undefined ? "" : `<fill><patternFill>${colourXml("bgColor", fill)}</patternFill></fill>`;
    return this.dresses.add(`<dxf>${font}${back}</dxf>`);
  }

  toXml(): string {
    const formats = [...this.formats].map(
      ([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`,
    );
    return (
      `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
      (formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join("")}</numFmts>` : "") +
      this.fonts.xml +
      this.fills.xml +
      this.borders.xml +
      `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
      this.cells.xml +
      `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>` +
      this.dresses.xml +
      `<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`
    );
  }

  private cellXml(style: CellStyle, asText: boolean): string {
    const format = this.format(style.numberFormat ?? "General");
    const font = this.fonts.add(fontXml(style.font ?? {}));
    const fill = style.fill === undefined ? 0 : this.fills.add(fillXml(style.fill));
    const border = this.borders.add(bordersXml(style.borders ?? {}));
    const alignment = alignmentXml(style);
    const applied = [
      format > 0 ? ` applyNumberFormat="1"` : "",
      font > 0 ? ` applyFont="1"` : "",
      fill > 0 ? ` applyFill="1"` : "",
      border > 0 ? ` applyBorder="1"` : "",
      alignment === "" ? "" : ` applyAlignment="1"`,
    ].join("");
    const opening = `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"`;
    const rest = `${asText ? ` quotePrefix="1"` : ""}${applied}`;
    return alignment === "" ? `${opening}${rest}/>` : `${opening}${rest}>${alignment}</xf>`;
  }

  private format(code: string): number {
    const known = builtInNumber(code) ?? this.formats.get(code);
    if (known !== undefined) return known;
    const id = FIRST_OWN_FORMAT + this.formats.size;
    this.formats.set(code, id);
    return id;
  }
}

function fontXml(font: NonNullable<CellStyle["font"]>): string {
  return (
    "<font>" +
    (font.bold === true ? "<b/>" : "") +
    (font.italic === true ? "<i/>" : "") +
    (font.strikethrough === true ? "<strike/>" : "") +
    (font.underline === true ? "<u/>" : "") +
    `<sz val="${font.size ?? DEFAULT_FONT.size}"/>` +
    (font.color === undefined ? "" : colourXml("color", font.color)) +
    `<name val="${escapeAttribute(font.name ?? DEFAULT_FONT.name)}"/><family val="2"/></font>`
  );
}

function fillXml(colour: string): string {
  return `<fill><patternFill patternType="solid">${colourXml("fgColor", colour)}<bgColor indexed="64"/></patternFill></fill>`;
}

function bordersXml(borders: NonNullable<CellStyle["borders"]>): string {
  const edge = (side: (typeof SIDES)[number]): string => {
    const border: CellBorder | undefined = borders[side];
    return border ? `<${side} style="${border.style}">${colourXml("color", border.color)}</${side}>` : `<${side}/>`;
  };
  return `<border>${SIDES.map(edge).join("")}<diagonal/></border>`;
}

function alignmentXml({ horizontal, vertical, wrap, indent }: CellStyle): string {
  const attributes =
    (horizontal === undefined ? "" : ` horizontal="${horizontal}"`) +
    (vertical === undefined ? "" : ` vertical="${vertical}"`) +
    (wrap === true ? ` wrapText="1"` : "") +
    (indent === undefined || indent <= 0 ? "" : ` indent="${indent}"`);
  return attributes === "" ? "" : `<alignment${attributes}/>`;
}

export function colourXml(name: string, colour: string): string {
  return `<${name} rgb="FF${colour.replace("#", "").toUpperCase()}"/>`;
}
