/** A workbook package laid open for the checks: every XML part as a tree, its content type, its relationships. */
import type { SaxesTagNS } from "saxes";
import { says, type Findings, type PartFindings } from "./finding";
import { Ignorable } from "./ignorable";
import { prefixOf } from "./namespaces";
import { contentTypesOf, linksOf, relationshipsOf, type Link } from "./package-links";
import { BrokenXml, readXml, type XmlElement } from "./xml-tree";

/** An attribute such as `r:id`, and the element it stands on. */
export interface LinkUse {
  readonly element: string;
  readonly id: string;
}

export interface Part {
  readonly name: string;
  /** Null for a part that is no XML, or no readable one. */
  readonly text: string | null;
  readonly uses: readonly LinkUse[];
  /** Its relationships; empty where it has none. */
  readonly links: readonly Link[];
  /** Rows of a sheet, or texts of the list of texts: they are not kept in the tree. */
  readonly many: number;
}

export interface PackageUnderCheck {
  /** By name in lower case: part names are compared without case. */
  readonly parts: ReadonlyMap<string, Part>;
  /** The part as a tree; the rows of sheets and the texts of the list of texts are left out (they are read apart). Undefined where there is none. */
  readonly tree: (name: string) => XmlElement | undefined;
  readonly contentType: (name: string) => string | undefined;
  /** The link of a part with that id. */
  readonly linked: (part: string, id: string | undefined) => Link | undefined;
  /** Links of one type, in order. */
  readonly links: (part: string, type: string) => readonly Link[];
}

const CONTENT_TYPES = "[Content_Types].xml";

/** @param parts the unpacked parts by name */
export function openPackage(parts: ReadonlyMap<string, Uint8Array>, findings: Findings): PackageUnderCheck {
  const names = new Map([...parts.keys()].map((name) => [name.toLowerCase(), name]));
  const trees = new Map<string, XmlElement>();
  const opened = new Map<string, Part>();
  const read = (name: string, bytes: Uint8Array, type: string | undefined): void => {
    const report = findings.of(name);
    const isXml = /\.(xml|rels|vml)$/i.test(name) || /[+/]xml$/.test(type ?? "");
    const text = isXml ? textOf(bytes, report) : null;
    const uses: LinkUse[] = [];
    let many = 0;
    const taken = (element: XmlElement, parent: string): boolean => {
      const one = isMany(element, parent);
      if (one) many += 1;
      return one;
    };
    const tree = text === null ? undefined : treeOf(name, text, uses, taken, report);
    if (tree) trees.set(name.toLowerCase(), tree);
    opened.set(name.toLowerCase(), { name, text: tree ? text : null, uses, links: [], many });
  };
  const types = parts.get(CONTENT_TYPES);
  if (types) read(CONTENT_TYPES, types, undefined);
  const contentType = contentTypesOf(trees.get(CONTENT_TYPES.toLowerCase()));
  for (const [name, bytes] of parts) if (name !== CONTENT_TYPES) read(name, bytes, contentType(name));
  // The package itself is the part without a name.
  opened.set("", { name: "", text: null, uses: [], links: [], many: 0 });
  for (const [key, part] of opened) {
    const rels = trees.get(relationshipsOf(part.name).toLowerCase());
    if (rels) opened.set(key, { ...part, links: linksOf(part.name, rels, names) });
  }
  const links = (name: string): readonly Link[] => opened.get(name.toLowerCase())?.links ?? [];
  return {
    parts: opened,
    tree: (name) => trees.get(name.toLowerCase()),
    contentType,
    linked: (part, id) => links(part).find((link) => link.id === id),
    links: (part, type) => links(part).filter((link) => link.type === type),
  };
}

/** Rows and texts are many; they are not kept. */
const isMany = (element: XmlElement, parent: string): boolean =>
  (element.name === "row" && parent === "sheetData") || (element.name === "si" && parent === "sst");

function textOf(bytes: Uint8Array, report: PartFindings): string | null {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = utf16 ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    report.add(
      "encoding",
      "",
      says("部件不是 UTF-8 编码", "the part is not UTF-8"),
      says("按 UTF-8 写，落单的代理字符先换掉", "write UTF-8, and no half of a surrogate pair"),
    );
    return null;
  }
}

function treeOf(
  name: string,
  text: string,
  uses: LinkUse[],
  taken: (element: XmlElement, parent: string) => boolean,
  report: PartFindings,
): XmlElement | undefined {
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
  if (declared !== undefined && !/^utf-?(8|16)$/i.test(declared))
    report.add(
      "encoding",
      "",
      says(`声明的编码是 ${declared}`, `the part declares the encoding ${declared}`),
      says("按 UTF-8 写并这样声明", "write UTF-8 and declare it"),
    );
  const markup = new Ignorable(report);
  // Excel's own drawings of notes break lines with an unclosed <br>, which it reads again.
  const readable = name.toLowerCase().endsWith(".vml") ? text.replaceAll(/<br\s*>/gi, "<br/>") : text;
  try {
    return readXml(readable, {
      taken,
      opened: (tag) => {
        collectUses(tag, uses);
        markup.see(tag);
      },
      doctype: () => {
        report.add(
          "doctype",
          "",
          says("部件里有 DOCTYPE 声明，Excel 不打开这样的文件", "it declares a DOCTYPE, and Excel opens no such file"),
          says("删去 DOCTYPE", "leave the DOCTYPE out"),
        );
      },
    });
  } catch (error) {
    if (!(error instanceof BrokenXml)) throw error;
    report.add(
      "not-well-formed",
      "",
      says(`不是合格的 XML：${error.message}`, `it is no well-formed XML: ${error.message}`),
      says("特殊字符要转义，标签要配对", "escape special characters and close every tag"),
    );
    return undefined;
  }
}

function collectUses(tag: SaxesTagNS, uses: LinkUse[]): void {
  for (const { uri, value } of Object.values(tag.attributes))
    if (prefixOf(uri) === "r:") uses.push({ element: `${prefixOf(tag.uri) ?? ""}${tag.local}`, id: value });
}
