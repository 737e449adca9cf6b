/** The XML parts of a workbook, read without a DOM, so that it goes the same way in a page, in a worker and in Node. */
import { unescapeMarkup } from "../../cli/markup";

/** An element. Names come without their namespace prefix: programs choose prefixes as they like. */
export interface XmlNode {
  readonly name: string;
  /** By name without prefix. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** The text directly inside, as written: leading and trailing blanks count. */
  readonly text: string;
}

interface OpenNode {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: OpenNode[];
  text: string;
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!(?:[^>]*)>|<(\/?)(?:[^\s/>:]+:)?([^\s/>]+)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>|[^<]+/g;
const ATTRIBUTE = /([^\s=:]+:)?([^\s=:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The part's root with everything in it. For parts up to some megabytes; sheets have a reader of their own. */
export function parseXml(xml: string): XmlNode {
  const top: OpenNode = { name: "", attributes: {}, children: [], text: "" };
  const open: OpenNode[] = [top];
  for (const [token, cdata, slash, name, attributes = "", empty] of xml.matchAll(TOKEN)) {
    const current = open.at(-1) ?? top;
    if (cdata !== undefined) current.text += cdata;
    else if (!token.startsWith("<")) current.text += unescapeMarkup(token);
    else if (name === undefined) continue;
    else if (slash) {
      if (open.length > 1) open.pop();
    } else {
      const node: OpenNode = { name, attributes: attributesOf(attributes), children: [], text: "" };
      current.children.push(node);
      if (!empty) open.push(node);
    }
  }
  return top.children[0] ?? top;
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, prefix = "", name = "", double, single] of text.matchAll(ATTRIBUTE)) {
    if (prefix === "xmlns:") continue;
    // A plain name goes before a prefixed one of the same name.
    if (prefix !== "" && found[name] !== undefined) continue;
    found[name] = unescapeMarkup(double ?? single ?? "");
  }
  return found;
}

export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name);
}

export function childrenOf(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter((child) => child.name === name) ?? [];
}

/** The first element of that name anywhere inside, in the order of the text. */
export function findIn(node: XmlNode | undefined, name: string): XmlNode | undefined {
  for (const child of node?.children ?? []) {
    const found = child.name === name ? child : findIn(child, name);
    if (found) return found;
  }
  return undefined;
}

/** A yes/no attribute; `fallback` where it is not there. */
export function flag(node: XmlNode | undefined, name: string, fallback = false): boolean {
  const value = node?.attributes[name];
  return value === undefined ? fallback : value === "1" || value === "true";
}

/** The text of a string item: plain, or the runs of rich text put together. Readings above Chinese characters are left out. */
export function stringItemText(item: XmlNode): string {
  let text = "";
  for (const child of item.children) {
    if (child.name === "t") text += child.text;
    else if (child.name === "r") text += childOf(child, "t")?.text ?? "";
  }
  return unescapeCharacters(text);
}

/** Characters that XML can't hold stand as `_x0007_`. */
export function unescapeCharacters(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
