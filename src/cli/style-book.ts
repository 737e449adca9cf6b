/**
 * The formats part of a workbook, to which new formats are added at the end of each list. Formats that are there keep their numbers,
 * so the original sheets look as before; a format that is there already in the same words is used again, so a rerun adds nothing.
 */
import {
  applySplices,
  attributeOf,
  childrenOf,
  escapeAttribute,
  rootOf,
  withAttribute,
  type Element,
  type Splice,
} from "../xlsx/xml/markup";
import { HEADING_BACK, REMARK_TEXT, TITLE_SIZE, TONE_COLOURS } from "../sheet/results/result-look";
import type { Tone } from "../words/result-sheet";

export interface CellFormat {
  readonly look: "plain" | "title" | "remark" | "heading";
  /** An Excel number format; General where left out. */
  readonly format?: string;
  readonly wrap?: boolean;
  /** Text that looks like a formula: Excel then keeps it as text also after someone edits the cell. */
  readonly keptAsText?: boolean;
}

/** The look of a cell on a page to be printed. */
export interface PageFormat {
  readonly font: string;
  /** In points. */
  readonly size: number;
  readonly horizontal?: "center";
  readonly wrap?: boolean;
  /** Thin lines on all sides. */
  readonly border?: boolean;
  readonly format?: string;
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
  ["fonts", [`<font><sz val="11"/><name val="等线"/><family val="2"/></font>`]],
  ["fills", [`<fill><patternFill patternType="none"/></fill>`, `<fill><patternFill patternType="gray125"/></fill>`]],
  ["borders", [`<border><left/><right/><top/><bottom/><diagonal/></border>`]],
  ["cellStyleXfs", [`<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`]],
  ["cellXfs", [`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`]],
  ["cellStyles", [`<cellStyle name="Normal" xfId="0" builtinId="0"/>`]],
]);

const BUILT_IN_FORMATS: ReadonlyMap<string, number> = new Map([
  ["General", 0],
  ["0", 1],
  ["0.00", 2],
  ["#,##0", 3],
  ["#,##0.00", 4],
  ["0%", 9],
  ["0.00%", 10],
  ["@", 49],
]);
const FIRST_OWN_FORMAT = 164;

/** The file's way of writing an opaque colour. */
const argb = (colour: string): string => `FF${colour.slice(1)}`;

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

  /** The number of a cell format, for a cell's `s`. */
  cell(wanted: CellFormat): number {
    // A format refers to entries 0 of the other lists, so they have to be there.
    for (const name of DEFAULTS.keys()) this.section(name);
    const heading = wanted.look === "heading";
    const font = wanted.look === "plain" ? 0 : this.add("fonts", this.font(wanted.look));
    const fill = heading ? this.add("fills", solid(argb(HEADING_BACK), "fgColor")) : 0;
    const numberFormat = this.numberFormat(wanted.format ?? "General");
    const attributes = [
      `numFmtId="${numberFormat}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0"`,
      wanted.keptAsText ? `quotePrefix="1"` : "",
      `applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"`,
    ];
    const alignment = heading
      ? `<alignment horizontal="center" vertical="center" wrapText="1"/>`
      : `<alignment vertical="top"${wanted.wrap ? ` wrapText="1"` : ""}/>`;
    return this.add("cellXfs", `<xf ${attributes.filter(Boolean).join(" ")}>${alignment}</xf>`);
  }

  /** The number of a cell format of a page to be printed. */
  page({ font, size, horizontal, wrap, border, format = "General" }: PageFormat): number {
    for (const name of DEFAULTS.keys()) this.section(name);
    const type = this.add("fonts", `<font><sz val="${size}"/><name val="${escapeAttribute(font)}"/></font>`);
    const sides = ["left", "right", "top", "bottom"].map((side) => `<${side} style="thin"><color auto="1"/></${side}>`);
    const lines = border === true ? this.add("borders", `<border>${sides.join("")}<diagonal/></border>`) : 0;
    const alignment = `<alignment${horizontal ? ` horizontal="${horizontal}"` : ""} vertical="center"${wrap === true ? ` wrapText="1"` : ""}/>`;
    return this.add(
      "cellXfs",
      `<xf numFmtId="${this.numberFormat(format)}" fontId="${type}" fillId="0" borderId="${lines}" xfId="0" ` +
        `applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`,
    );
  }

  /** The number of a conditional format, for a rule's `dxfId`. */
  tone(tone: Tone): number {
    const { text, back } = TONE_COLOURS[tone];
    return this.add("dxfs", `<dxf><font><color rgb="${argb(text)}"/></font>${solid(argb(back), "bgColor")}</dxf>`);
  }

  toXml(): string {
    if (this.xml === "") {
      const sections = ORDER.map((name) => this.sections.get(name)?.written("") ?? "");
      return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${this.mainNamespace}">${sections.join("")}</styleSheet>`;
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

  /** The workbook's own first font, bold or grey: result sheets then read in the same hand as the rest. */
  private font(look: "title" | "remark" | "heading"): string {
    const first = this.section("fonts").items[0] ?? "";
    const keep = (name: string): string =>
      new RegExp(`<(?:\\w+:)?${name}\\s[^>]*/>`).exec(first)?.[0].replace(/<\w+:/, "<") ?? "";
    const size = look === "title" ? `<sz val="${TITLE_SIZE}"/>` : keep("sz");
    const colour =
      look === "heading" ? `<color rgb="FFFFFFFF"/>` : look === "remark" ? `<color rgb="${argb(REMARK_TEXT)}"/>` : "";
    const face = ["name", "family", "charset", "scheme"].map(keep).join("");
    return `<font>${look === "remark" ? "" : "<b/>"}${size}${colour}${face}</font>`;
  }

  private numberFormat(code: string): number {
    const builtIn = BUILT_IN_FORMATS.get(code);
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

  constructor(
    readonly element: Element | null,
    xml: string,
    private readonly name = element?.tag.name ?? "",
  ) {
    if (element) for (const child of childrenOf(xml, element)) this.items.push(child.text);
  }

  add(item: string, prefix: string): number {
    const text = prefix === "" ? item : item.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
    const present = this.items.indexOf(text);
    if (present >= 0) return present;
    this.changed = true;
    return this.items.push(text) - 1;
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

function solid(rgb: string, colour: "fgColor" | "bgColor"): string {
  // A conditional format's background is the background colour of a fill; a cell's is the foreground of a solid pattern.
  return colour === "fgColor"
    ? `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`
    : `<fill><patternFill><bgColor rgb="${rgb}"/></patternFill></fill>`;
}
