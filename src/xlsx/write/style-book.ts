/**
 * The formats part of a workbook, to which new formats are added at the end of each list. Formats that are there keep their numbers,
 * so the original sheets look as before; a format that is there already in the same words is used again, so a rerun adds nothing.
 */
import type { BookConditionalFormat, CellStyle } from "../book-file";
import { builtInNumber } from "../number-formats";
import {
  applySplices,
  attributeOf,
  childrenOf,
  escapeAttribute,
  rootOf,
  withAttribute,
  type Element,
  type Splice,
} from "../xml/markup";

export interface CellLooks extends CellStyle {
  /** Text that looks like a formula: Excel then keeps it as text also after someone edits the cell. */
  readonly keptAsText?: boolean;
  /** False: may be changed on a locked sheet. */
  readonly locked?: boolean;
}

const ORDER = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];

/** What Excel expects to find at the start of a list that the file does not have. */
const DEFAULTS: ReadonlyMap<string, readonly string[]> = new Map([
  ["fonts", [plainFont("等线")]],
  ["fills", [`<fill><patternFill patternType="none"/></fill>`, `<fill><patternFill patternType="gray125"/></fill>`]],
  ["borders", [`<border><left/><right/><top/><bottom/><diagonal/></border>`]],
  ["cellStyleXfs", [`<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`]],
  ["cellXfs", [`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`]],
  ["cellStyles", [`<cellStyle name="Normal" xfId="0" builtinId="0"/>`]],
]);

const FIRST_OWN_FORMAT = 164;

const SIDES = ["left", "right", "top", "bottom"] as const;

/** The formats part of a workbook whose cells are written in a font of eleven points. */
export function plainStyles(font: string): string {
  const lists = [...DEFAULTS].map(([name, items]) => {
    const entries = name === "fonts" ? [plainFont(font)] : items;
    return `<${name} count="${entries.length}">${entries.join("")}</${name}>`;
  });
  return (
    `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${lists.join("")}` +
    `<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`
  );
}

function plainFont(name: string): string {
  return `<font><sz val="11"/><name val="${escapeAttribute(name)}"/><family val="2"/><charset val="134"/></font>`;
}

export function colourXml(name: string, colour: string): string {
  return `<${name} rgb="FF${colour.slice(1).toUpperCase()}"/>`;
}

/** Texts that Excel would read as a formula or a number if a person typed them. */
const LIKE_FORMULA = /^[=+\-@\t\r]/;

export class StyleBook {
  private readonly sections = new Map<string, Section>();
  private readonly prefix: string;

  /** @param xml the formats part; an empty text stands for a workbook without one */
  constructor(
    private readonly xml: string,
    private readonly mainNamespace: string,
  ) {
    this.prefix = rootOf(xml)?.prefix ?? "";
    for (const element of childrenOf(xml)) this.sections.set(element.tag.name, new Section(element, xml));
  }

  /** The number of a cell format, for a cell's `s`. What of a font is left out is as in the workbook's first. */
  cell({ numberFormat = "General", font, fill, borders, keptAsText, locked, ...places }: CellLooks): number {
    // A format refers to entries 0 of the other lists, so they have to be there.
    for (const name of DEFAULTS.keys()) this.section(name);
    const numbers = {
      numFmtId: this.numberFormat(numberFormat),
      fontId: font === undefined ? 0 : this.add("fonts", this.font(font)),
      fillId: fill === undefined ? 0 : this.add("fills", fillXml(fill)),
      borderId: borders === undefined ? 0 : this.add("borders", bordersXml(borders)),
    };
    const alignment = alignmentXml(places);
    const inside = alignment + (locked === false ? `<protection locked="0"/>` : "");
    const applied = [
      numbers.numFmtId > 0 ? ` applyNumberFormat="1"` : "",
      numbers.fontId > 0 ? ` applyFont="1"` : "",
      numbers.fillId > 0 ? ` applyFill="1"` : "",
      numbers.borderId > 0 ? ` applyBorder="1"` : "",
      alignment === "" ? "" : ` applyAlignment="1"`,
      locked === false ? ` applyProtection="1"` : "",
    ].join("");
    const attributes = Object.entries(numbers).map(([name, number]) => ` ${name}="${number}"`);
    const opening = `<xf${attributes.join("")} xfId="0"${keptAsText ? ` quotePrefix="1"` : ""}${applied}`;
    return this.add("cellXfs", inside === "" ? `${opening}/>` : `${opening}>${inside}</xf>`);
  }

  /** The number of a cell format by what the cell holds: what looks like a formula is kept as text. Looked up once. */
  cells(looks: CellLooks): (value: unknown) => number {
    const usual = this.cell(looks);
    let kept: number | undefined;
    return (value) =>
      typeof value === "string" && LIKE_FORMULA.test(value)
        ? (kept ??= this.cell({ ...looks, keptAsText: true }))
        : usual;
  }

  /** The number of a conditional format, for a rule's `dxfId`. */
  condition({ fill, fontColor, bold }: Pick<BookConditionalFormat, "fill" | "fontColor" | "bold">): number {
    const inside = (bold === true ? "<b/>" : "") + (fontColor === undefined ? "" : colourXml("color", fontColor));
    const font = inside === "" ? "" : `<font>${inside}</font>`;
    // A conditional format's background is the background colour of a fill; a cell's is the foreground of a solid pattern.
    const back = fill === undefined ? "" : `<fill><patternFill>${colourXml("bgColor", fill)}</patternFill></fill>`;
    return this.add("dxfs", `<dxf>${font}${back}</dxf>`);
  }

  toXml(): string {
    if (this.xml === "") {
      const sections = ORDER.map((name) => this.sections.get(name)?.written("") ?? "");
      return `<styleSheet xmlns="${this.mainNamespace}">${sections.join("")}</styleSheet>`;
    }
    const splices: Splice[] = [];
    // Lists that go to one place are put together in their order, before anything is inserted.
    const inserted = new Map<number, string>();
    for (const name of ORDER) {
      const section = this.sections.get(name);
      if (!section?.changed) continue;
      const text = section.written(this.prefix);
      if (section.element) {
        splices.push({ start: section.element.start, end: section.element.end, text });
      } else {
        const place = this.placeOf(name);
        inserted.set(place, (inserted.get(place) ?? "") + text);
      }
    }
    for (const [place, text] of inserted) splices.push({ start: place, end: place, text });
    return applySplices(this.xml, splices);
  }

  /** Where a list that the file does not have belongs: before the first list that comes later in the order of the format. */
  private placeOf(name: string): number {
    const later = ORDER.slice(ORDER.indexOf(name) + 1);
    const [next] = later.flatMap((other) => this.sections.get(other)?.element ?? []);
    return next?.start ?? this.xml.lastIndexOf("</");
  }

  /** Sheets of ours then read in the same hand as the rest of the workbook. */
  private font({ name, size, color, bold, italic, underline, strikethrough }: NonNullable<CellStyle["font"]>): string {
    const first = this.section("fonts").items[0] ?? "";
    const keep = (own: string): string =>
      new RegExp(`<(?:\\w+:)?${own}\\s[^>]*/>`).exec(first)?.[0].replace(/<\w+:/, "<") ?? "";
    return (
      `<font>${bold ? "<b/>" : ""}${italic ? "<i/>" : ""}${strikethrough ? "<strike/>" : ""}${underline ? "<u/>" : ""}` +
      (size === undefined ? keep("sz") : `<sz val="${size}"/>`) +
      (color === undefined ? "" : colourXml("color", color)) +
      (name === undefined
        ? ["name", "family", "charset", "scheme"].map(keep).join("")
        : `<name val="${escapeAttribute(name)}"/>`) +
      "</font>"
    );
  }

  private numberFormat(code: string): number {
    const builtIn = builtInNumber(code);
    if (builtIn !== undefined) return builtIn;
    const section = this.section("numFmts");
    let next = FIRST_OWN_FORMAT;
    for (const item of section.items) {
      const tag = rootOf(item);
      if (!tag) continue;
      const id = Number(attributeOf(tag, "numFmtId"));
      if (attributeOf(tag, "formatCode") === code) return id;
      next = Math.max(next, id + 1);
    }
    section.add(`<numFmt numFmtId="${next}" formatCode="${escapeAttribute(code)}"/>`, this.prefix);
    return next;
  }

  private add(section: string, item: string): number {
    return this.section(section).add(item, this.prefix);
  }

  private section(name: string): Section {
    const found = this.sections.get(name) ?? new Section(null, "", name);
    this.sections.set(name, found);
    if (found.items.length === 0) for (const item of DEFAULTS.get(name) ?? []) found.add(item, this.prefix);
    return found;
  }
}

/** One list of the formats part. */
class Section {
  readonly items: string[] = [];
  changed = false;
  private readonly places = new Map<string, number>();

  constructor(
    readonly element: Element | null,
    xml: string,
    private readonly name = element?.tag.name ?? "",
  ) {
    if (element) for (const child of childrenOf(xml, element)) this.keep(child.text);
  }

  add(item: string, prefix: string): number {
    const text = prefix === "" ? item : item.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
    const present = this.places.get(text);
    if (present !== undefined) return present;
    this.changed = true;
    return this.keep(text);
  }

  private keep(item: string): number {
    const place = this.items.push(item) - 1;
    if (!this.places.has(item)) this.places.set(item, place);
    return place;
  }

  written(prefix: string): string {
    const count = String(this.items.length);
    const tag = this.element?.tag;
    const opening = tag
      ? withAttribute(tag, "count", count).replace(/\s*\/>$/, ">")
      : `<${prefix}${this.name} count="${count}">`;
    return `${opening}${this.items.join("")}</${prefix}${this.name}>`;
  }
}

function fillXml(colour: string): string {
  return `<fill><patternFill patternType="solid">${colourXml("fgColor", colour)}<bgColor indexed="64"/></patternFill></fill>`;
}

function bordersXml(borders: NonNullable<CellStyle["borders"]>): string {
  const edges = SIDES.map((side) => {
    const border = borders[side];
    return border ? `<${side} style="${border.style}">${colourXml("color", border.color)}</${side}>` : `<${side}/>`;
  });
  return `<border>${edges.join("")}<diagonal/></border>`;
}

function alignmentXml({ horizontal, vertical, wrap, indent }: CellStyle): string {
  const attributes =
    (horizontal === undefined ? "" : ` horizontal="${horizontal}"`) +
    (vertical === undefined ? "" : ` vertical="${vertical}"`) +
    (wrap === true ? ` wrapText="1"` : "") +
    (indent === undefined || indent <= 0 ? "" : ` indent="${indent}"`);
  return attributes === "" ? "" : `<alignment${attributes}/>`;
}
