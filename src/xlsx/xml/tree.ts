/** The XML parts of a workbook as trees, without a DOM, so that it goes the same way in a page, in a worker and in Node. */
import { XmlScanner } from "./scan";

/** An element. Names come without their namespace prefix: programs choose prefixes as they like. */
export interface XmlNode {
  readonly name: string;
  /** By name without prefix. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** The text directly inside, as written: leading and trailing blanks count. */
  readonly text: string;
}

/**
 * The part's root with everything in it. For parts up to some megabytes; sheets have a reader of their own.
 * @param part its name, for whoever is told that it is damaged
 * @throws BrokenWorkbook where the text is no whole XML document
 */
export function parseXml(xml: string, part = ""): XmlNode {
  const scanner = new XmlScanner([xml], part);
  scanner.next();
  const root = elementAt(scanner);
  scanner.next();
  return root;
}

/** The element whose tag is at hand, with everything in it; the scanner then stands at its end. */
export function elementAt(scanner: XmlScanner): XmlNode {
  const { name } = scanner;
  const attributes = scanner.allAttributes();
  const children: XmlNode[] = [];
  let text = "";
  if (scanner.kind === "open")
    for (let kind = scanner.next(); kind !== "close"; kind = scanner.next())
      if (kind === "text") text += scanner.value();
      else children.push(elementAt(scanner));
  return { name, attributes, children, text };
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
