/** The cells of a sheet's part. Written for sheets of a million cells: no tree is built, and the reader stops to breathe. */
import { unescapeMarkup } from "../../cli/markup";
import { columnIndex, type Cell } from "../../sheet/reading/grid";
import type { BookCell } from "../book-file";
import { rangeOf } from "./cell-range";
import { typedFormula } from "./formula-names";
import type { LostContents } from "./lost-content";
import { FileTooLarge } from "./package-reader";
import { movedFormula } from "./shared-formula";
import { childOf, parseXml, stringItemText, unescapeCharacters, type XmlNode } from "./xml";

export interface CellSources {
  readonly strings: readonly string[];
  /** Number of a cell format in the file -> index into the book's styles. */
  readonly style: (format: number) => number | undefined;
  /** Whether a number under this format is a day to be moved, in workbooks that count from 1904. */
  readonly movedDay: (format: number) => boolean;
  readonly lost: LostContents;
  /** Lets the page do its other work; called every few hundred cells. */
  readonly breathe: () => Promise<void> | undefined;
}

export interface ReadCells {
  readonly cells: (BookCell | undefined)[][];
  readonly hiddenRows: number[];
  /** In points, as the file has them. */
  readonly rowHeights: Map<number, number>;
  readonly width: number;
}

const MOST_CELLS = 5_000_000;
const DAYS_1900_TO_1904 = 1462;
const ROWS_A_BREATH = 50;

/**
 * @param xml what stands between `<sheetData>` and `</sheetData>`
 * @param prefix of the part's element names, with its colon
 * @throws FileTooLarge
 */
export async function readCells(xml: string, prefix: string, sources: CellSources): Promise<ReadCells> {
  const cells: (BookCell | undefined)[][] = [];
  const hiddenRows: number[] = [];
  const rowHeights = new Map<number, number>();
  const reader = new CellReader(sources, prefix);
  const closing = `</${prefix}row>`;
  let row = -1;
  let count = 0;
  let width = 0;
  for (let at = xml.indexOf(`<${prefix}row`); at >= 0; at = xml.indexOf(`<${prefix}row`, at)) {
    const tagEnd = xml.indexOf(">", at);
    if (tagEnd < 0) break;
    const tag = xml.slice(at, tagEnd);
    const number = attribute(tag, "r");
    row = number === undefined ? row + 1 : Number(number) - 1;
    if (isTrue(attribute(tag, "hidden"))) hiddenRows.push(row);
    const height = attribute(tag, "ht");
    if (height !== undefined) rowHeights.set(row, Number(height));
    if (attribute(tag, "outlineLevel") !== undefined) sources.lost.add("grouping");
    at = tagEnd + 1;
    if (tag.endsWith("/")) continue;
    const end = xml.indexOf(closing, at);
    const line = reader.row(xml, at, end < 0 ? xml.length : end, row);
    at = end < 0 ? xml.length : end;
    if (line.length > 0) cells[row] = line;
    width = Math.max(width, line.length);
    count += line.length;
    if (count > MOST_CELLS) throw new FileTooLarge(`spans ${row + 1} rows x ${width} columns`);
    if (row % ROWS_A_BREATH === 0) await sources.breathe();
  }
  return { cells, hiddenRows, rowHeights, width };
}

class CellReader {
  private readonly shared = new Map<
    string,
    { readonly row: number; readonly column: number; readonly formula: string }
  >();
  private readonly open: string;
  private readonly close: string;

  constructor(
    private readonly sources: CellSources,
    prefix: string,
  ) {
    this.open = `<${prefix}c`;
    this.close = `</${prefix}c>`;
  }

  row(xml: string, start: number, end: number, row: number): (BookCell | undefined)[] {
    const line: (BookCell | undefined)[] = [];
    let column = -1;
    let at = xml.indexOf(this.open, start);
    while (at >= 0 && at < end) {
      const tagEnd = xml.indexOf(">", at);
      const tag = xml.slice(at, tagEnd);
      const reference = attribute(tag, "r");
      column = reference === undefined ? column + 1 : columnIndex(reference.replace(/\d+$/, ""));
      let body = "";
      at = tagEnd + 1;
      if (!tag.endsWith("/")) {
        const bodyEnd = xml.indexOf(this.close, at);
        body = xml.slice(at, bodyEnd);
        at = bodyEnd + this.close.length;
      }
      const cell = this.cell(tag, body, row, column);
      if (cell) line[column] = cell;
      at = xml.indexOf(this.open, at);
    }
    return line;
  }

  private cell(tag: string, body: string, row: number, column: number): BookCell | undefined {
    const format = Number(attribute(tag, "s") ?? 0);
    const type = attribute(tag, "t") ?? "n";
    const style = this.sources.style(format);
    const plain = PLAIN_VALUE.exec(body);
    if (plain) return withStyle(this.value(type, plain[1] ?? "", format), style);
    const inline = type === "inlineStr" ? PLAIN_INLINE.exec(body) : null;
    if (inline) return withStyle(unescapeCharacters(unescapeMarkup(inline[1] ?? "")), style);
    if (body === "") return style === undefined ? undefined : { value: null, style };
    return this.fullCell(parseXml(`<c>${body}</c>`), type, format, row, column);
  }

  private fullCell(node: XmlNode, type: string, format: number, row: number, column: number): BookCell | undefined {
    const inline = childOf(node, "is");
    const stored = childOf(node, "v");
    const value = inline ? stringItemText(inline) : stored ? this.value(type, stored.text, format, true) : null;
    const cell = withStyle(value, this.sources.style(format));
    const formula = childOf(node, "f");
    if (!formula) return value === null && cell.style === undefined ? undefined : cell;
    return { ...cell, ...this.formula(formula, row, column) };
  }

  private formula(node: XmlNode, row: number, column: number): Pick<BookCell, "formula" | "spill"> {
    const { t: type, si, ref } = node.attributes;
    if (type === "dataTable") {
      this.sources.lost.add("dataTables");
      return {};
    }
    if (type === "shared" && si !== undefined) {
      if (node.text !== "") this.shared.set(si, { row, column, formula: node.text });
      const first = this.shared.get(si);
      return first
        ? { formula: typedFormula(movedFormula(first.formula, row - first.row, column - first.column)) }
        : {};
    }
    if (node.text === "") return {};
    const spill = type === "array" && ref !== undefined ? rangeOf(ref) : null;
    const several = spill && (spill.bottom > spill.top || spill.right > spill.left);
    return { formula: typedFormula(unescapeCharacters(node.text)), ...(several ? { spill } : {}) };
  }

  private value(type: string, text: string, format: number, decoded = false): Cell {
    switch (type) {
      case "s":
        return this.sources.strings[Number(text)] ?? null;
      case "b":
        return text.trim() === "1" || text.trim() === "true";
      case "e":
        return { error: decoded ? text : unescapeMarkup(text) };
      case "n": {
        const number = text.trim() === "" ? Number.NaN : Number(text);
        if (Number.isNaN(number)) return text.trim() === "" ? null : text;
        return this.sources.movedDay(format) ? number + DAYS_1900_TO_1904 : number;
      }
      case "d":
        return serialOf(text) ?? text;
      default:
        return unescapeCharacters(decoded ? text : unescapeMarkup(text));
    }
  }
}

const PLAIN_VALUE = /^<v>([^<]*)<\/v>$/;
const PLAIN_INLINE = /^<is><t(?: xml:space="preserve")?>([^<]*)<\/t><\/is>$/;

function withStyle(value: Cell, style: number | undefined): BookCell {
  return style === undefined ? { value } : { value, style };
}

/** A date in words of ISO 8601, which some programs write -> Excel's count of days. */
function serialOf(text: string): number | null {
  const time = Date.parse(
    /[zZ]|[+-]\d\d:\d\d$/.test(text) ? text : `${text.includes("T") ? text : `${text}T00:00:00`}Z`,
  );
  return Number.isNaN(time) ? null : (time - Date.UTC(1899, 11, 30)) / 86_400_000;
}

function attribute(tag: string, name: string): string | undefined {
  const start = tag.indexOf(` ${name}="`);
  if (start < 0) return tag.includes("'") ? new RegExp(`\\s${name}\\s*=\\s*'([^']*)'`).exec(tag)?.[1] : undefined;
  const from = start + name.length + 3;
  return tag.slice(from, tag.indexOf('"', from));
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

/** All texts that cells share, in the order they are numbered. */
export async function readSharedStrings(
  xml: string,
  sources: Pick<CellSources, "lost" | "breathe">,
): Promise<string[]> {
  const prefix = /<(\w+:)?sst[\s>]/.exec(xml)?.[1] ?? "";
  const open = `<${prefix}si`;
  const close = `</${prefix}si>`;
  const strings: string[] = [];
  for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, at)) {
    const tagEnd = xml.indexOf(">", at);
    at = tagEnd + 1;
    if (xml.charAt(tagEnd - 1) === "/") strings.push("");
    else {
      const end = xml.indexOf(close, at);
      if (end < 0) break;
      const body = xml.slice(at, end);
      const plain = PLAIN_STRING.exec(body);
      if (plain) strings.push(unescapeCharacters(unescapeMarkup(plain[1] ?? "")));
      else {
        const item = parseXml(`<si>${body}</si>`);
        if (item.children.filter(({ name }) => name === "r").length > 1) sources.lost.add("richText");
        strings.push(stringItemText(item));
      }
      at = end + close.length;
    }
    if (strings.length % 2000 === 0) await sources.breathe();
  }
  return strings;
}

const PLAIN_STRING = /^\s*<t(?: xml:space="preserve")?>([^<]*)<\/t>\s*$/;
