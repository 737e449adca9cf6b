/**
 * Reading and editing the small XML parts of a workbook (its sheet list, relationships, content types, formats) in place:
 * only the tags that have to change are touched, everything else stays as the program that wrote it left it.
 */
import { XmlScanner } from "./scan";

export interface Tag {
  /** The name without its namespace prefix. */
  readonly name: string;
  /** The prefix with its colon, such as `x:`, or nothing. */
  readonly prefix: string;
  readonly kind: "open" | "close" | "empty";
  /** Where the tag stands in the text, `end` after its `>`. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A piece of text to be replaced; `start === end` inserts. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Every tag of a text in order, none of an empty one; comments, CDATA and declarations are passed over. @throws BrokenWorkbook */
export function* tagsOf(xml: string): Generator<Tag> {
  if (xml === "") return;
  const scanner = new XmlScanner([xml], "");
  for (let kind = scanner.next(); kind !== "end"; kind = scanner.next()) {
    const { name, prefix, start, end } = scanner;
    if (kind !== "text") yield { name, prefix, kind, start, end, text: scanner.raw() };
  }
}

/** One element with everything in it. */
export interface Element {
  readonly tag: Tag;
  readonly start: number;
  readonly end: number;
  /** The text from its first to its last character. */
  readonly text: string;
}

/** The elements directly inside the root, or inside the `parent` given, in order. */
export function childrenOf(xml: string, parent?: Element): Element[] {
  const base = parent?.start ?? 0;
  const found: Element[] = [];
  let depth = 0;
  let open: Tag | null = null;
  for (const tag of tagsOf(parent ? parent.text : xml)) {
    if (tag.kind === "close") {
      depth -= 1;
      if (depth === 1 && open) found.push(element(xml, open, base, tag.end));
    } else {
      if (depth === 1 && tag.kind === "empty") found.push(element(xml, tag, base, tag.end));
      if (tag.kind === "open") {
        if (depth === 1) open = tag;
        depth += 1;
      }
    }
  }
  return found;
}

function element(xml: string, tag: Tag, base: number, end: number): Element {
  return { tag, start: base + tag.start, end: base + end, text: xml.slice(base + tag.start, base + end) };
}

/** The root's own tag. */
export function rootOf(xml: string): Tag | undefined {
  for (const tag of tagsOf(xml)) return tag;
  return undefined;
}

/** An attribute's value; `name` is compared without its prefix, so `id` finds `r:id`. */
export function attributeOf(tag: Tag, name: string): string | undefined {
  const match = new RegExp(`\\s(?:[^\\s=:]+:)?${name}\\s*=\\s*("([^"]*)"|'([^']*)')`).exec(tag.text);
  return match ? unescapeMarkup(match[2] ?? match[3] ?? "") : undefined;
}

/** The tag's text with one attribute set; added where it was missing. */
export function withAttribute(tag: Tag, name: string, value: string): string {
  const written = ` ${name}="${escapeAttribute(value)}"`;
  const present = new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`);
  // A replacement function, because a plain string would have its `$` read as a pattern.
  if (present.test(tag.text)) return tag.text.replace(present, () => written);
  return tag.text.replace(/\/?>$/, (close) => written + close);
}

/** Replaces and inserts; what is inserted where a replaced piece begins goes before it. */
export function applySplices(xml: string, splices: readonly Splice[]): string {
  let result = xml;
  for (const { start, end, text } of [...splices].sort((a, b) => b.start - a.start || b.end - a.end)) {
    result = result.slice(0, start) + text + result.slice(end);
  }
  return result;
}

/**
 * Text as the content of an element of a sheet. Characters that XML can't hold, and the escapes Excel reads as such, are written
 * the way Excel writes them (`_x0007_`).
 */
export function escapeText(text: string): string {
  if (!/[&<>_\p{Cc}\ufffe\uffff]/u.test(text)) return text;
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (c) =>
      c === "\t" || c === "\n" || (c >= "\x7f" && c < "\xa0") ? c : `_x${hex(c)}_`,
    )
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** Text as the value of an attribute, line breaks as Excel writes them there. */
export function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', "&quot;")
    .replace(/[\t\n]/g, (c) => `_x${hex(c)}_`);
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
}

const ENTITIES = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

export function unescapeMarkup(text: string): string {
  return text.replace(/&(#x[0-9A-Fa-f]+|#\d+|\w+);/g, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES.get(name) ?? whole;
    const code = name.startsWith("#x") ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
