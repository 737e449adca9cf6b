/** An XML part as a tree. Names carry the prefixes of `namespaces.ts`, whatever the file's own are. */
import { SaxesParser, type SaxesTagNS } from "saxes";
import { prefixOf } from "./namespaces";

export interface XmlElement {
  readonly name: string;
  readonly uri: string;
  /** By name, such as `ref`, `r:id`; those of namespaces without a prefix are left out. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly inside. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** The text is no well-formed XML. The message is the parser's, with line and column. */
export class BrokenXml extends Error {
  override name = "BrokenXml";
}

export interface XmlHandlers {
  /** Called for every element that is complete; true takes it out of the tree, so that long sheets fit into memory. */
  readonly taken?: (element: XmlElement, parent: string) => boolean;
  /** Called for the opening of every element as it stands in the file. */
  readonly opened?: (tag: SaxesTagNS) => void;
  readonly doctype?: () => void;
}

const PIECE = 65_536;

/** @throws BrokenXml */
export function readXml(xml: string, { taken, opened, doctype }: XmlHandlers = {}): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const top: Open = { name: "", uri: "", attributes: {}, children: [], text: "" };
  const path: Open[] = [top];
  parser.on("error", (error) => {
    throw new BrokenXml(error.message.replace(/\.$/, ""));
  });
  if (doctype) parser.on("doctype", doctype);
  const text = (part: string): void => {
    const current = path.at(-1);
    if (current) current.text += part;
  };
  parser.on("text", text);
  parser.on("cdata", text);
  parser.on("opentag", (tag) => {
    opened?.(tag);
    path.push({
      name: nameOf(tag.uri, tag.local),
      uri: tag.uri,
      attributes: attributesOf(tag),
      children: [],
      text: "",
    });
  });
  parser.on("closetag", () => {
    const element = path.pop();
    const parent = path.at(-1);
    if (!element || !parent) return;
    // What a program that knows no more than the standard would read.
    if (element.name === "mc:AlternateContent")
      parent.children.push(...(element.children.find(({ name }) => name === "mc:Fallback")?.children ?? []));
    else if (taken?.(element, parent.name) !== true) parent.children.push(element);
  });
  for (let at = 0; at < xml.length; at += PIECE) parser.write(xml.slice(at, at + PIECE));
  parser.close();
  const [root] = top.children;
  if (root === undefined) throw new BrokenXml("there is no root element");
  return root;
}

function nameOf(uri: string, local: string): string {
  return `${prefixOf(uri) ?? `{${uri}}`}${local}`;
}

function attributesOf({ attributes }: SaxesTagNS): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { uri, local, value } of Object.values(attributes)) {
    const prefix = uri === "" ? "" : prefixOf(uri);
    if (prefix !== undefined && prefix !== "xmlns:") found[`${prefix}${local}`] = value;
  }
  return found;
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** Every element of that name inside, at any depth. */
export function* allOf(element: XmlElement | undefined, name: string): Generator<XmlElement> {
  for (const child of element?.children ?? []) {
    if (child.name === name) yield child;
    yield* allOf(child, name);
  }
}

/** A whole number; undefined where the attribute is missing, NaN where it is none. */
export function numberOf(element: XmlElement | undefined, name: string): number | undefined {
  const value = element?.attributes[name];
  return value === undefined ? undefined : /^[+-]?\d+$/.test(value.trim()) ? Number(value) : Number.NaN;
}

/** Characters that XML can't hold stand as `_x0007_` in a workbook. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** The text of a string item: plain, or the runs of rich text put together. Readings above characters are left out. */
export function itemText(item: XmlElement | undefined): string {
  let text = "";
  for (const child of item?.children ?? []) {
    if (child.name === "t") text += child.text;
    else if (child.name === "r") text += childOf(child, "t")?.text ?? "";
  }
  return unescaped(text);
}
