/**
 * A part as the schemas of ECMA-376 know it: without attributes and elements of other namespaces, with the fallback in place of
 * alternatives, in "transitional" names. Every element begins a line, so that a validator's line leads back to a place in the part;
 * long sheets and lists of texts become several documents, each valid by itself.
 */
import { SaxesParser, type SaxesTagNS } from "saxes";
import { declarationsFor, isInSchemas, prefixOf } from "./namespaces";

export interface SchemaDocument {
  readonly part: string;
  readonly xml: string;
  /** Where the element of each line stands in the part. The first is that of line 2: a start tag's line is counted at its end. */
  readonly places: readonly string[];
}

/** Elements in one document. A validator counts lines in 16 bits. */
const MOST_LINES = 50_000;
/** Elements of which there are many, and what they stand in. */
const MANY: ReadonlyMap<string, string> = new Map([
  ["row", "sheetData"],
  ["si", "sst"],
]);
const PIECE = 65_536;

/** None for a part whose root the schemas don't hold. @param xml well-formed */
export function schemaDocuments(part: string, xml: string): readonly SchemaDocument[] {
  const writer = new DocumentWriter(part);
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", (tag) => {
    writer.open(tag);
  });
  parser.on("closetag", () => {
    writer.close();
  });
  parser.on("text", (text) => {
    writer.text(text);
  });
  parser.on("cdata", (text) => {
    writer.text(text);
  });
  for (let at = 0; at < xml.length; at += PIECE) parser.write(xml.slice(at, at + PIECE));
  parser.close();
  return writer.documents;
}

interface Open {
  /** As written; empty where the element itself is passed over and its children are not. */
  readonly name: string;
  readonly opening: string;
  readonly place: string;
  readonly children: Map<string, number>;
  /** True inside an extension: what stands there is of no schema. */
  readonly extension: boolean;
}

class DocumentWriter {
  readonly documents: SchemaDocument[] = [];
  private readonly path: Open[] = [];
  private pieces: string[] = [];
  private places: string[] = [];
  /** Depth of what is left out. */
  private skipped = 0;

  constructor(private readonly part: string) {}

  open(tag: SaxesTagNS): void {
    const parent = this.path.at(-1);
    const prefix = prefixOf(tag.uri);
    const name = `${prefix ?? ""}${tag.local}`;
    if (this.skipped > 0 || !this.keeps(name, prefix, parent)) {
      // An extension without any content would break its schema.
      if (this.skipped === 0 && parent?.extension === true) this.pieces.push(`<any xmlns="urn:extension"/>`);
      this.skipped += 1;
      return;
    }
    if (name === "mc:AlternateContent" || name === "mc:Fallback") {
      this.path.push({
        name: "",
        opening: "",
        place: parent?.place ?? "",
        children: parent?.children ?? new Map<string, number>(),
        extension: false,
      });
      return;
    }
    if (MANY.get(name) === parent?.name && this.places.length >= MOST_LINES) this.cut();
    const place = placeOf(tag, name, parent);
    const opening = openingOf(tag, parent === undefined);
    this.places.push(place);
    this.pieces.push(`<${name}\n${opening}>`);
    this.path.push({
      name,
      opening,
      place,
      children: new Map(),
      extension: tag.local === "ext" && "uri" in tag.attributes,
    });
  }

  close(): void {
    if (this.skipped > 0) {
      this.skipped -= 1;
      return;
    }
    const element = this.path.pop();
    if (element && element.name !== "") this.pieces.push(`</${element.name}>`);
    if (this.path.length === 0) this.finish();
  }

  text(text: string): void {
    if (this.skipped > 0 || this.path.length === 0) return;
    // Lines are counted by elements; a line break of the part becomes a blank, which no schema tells apart.
    this.pieces.push(escaped(text));
  }

  private keeps(name: string, prefix: string | undefined, parent: Open | undefined): boolean {
    if (parent === undefined) return isInSchemas(prefix);
    if (parent.extension || prefix === undefined) return false;
    if (name === "mc:AlternateContent") return true;
    return prefix !== "mc:" || name === "mc:Fallback";
  }

  /** Ends the document in the middle of a long list and begins the next with the same surroundings. */
  private cut(): void {
    const open = this.path.filter(({ name }) => name !== "");
    this.pieces.push(...[...open].reverse().map(({ name }) => `</${name}>`));
    this.finish();
    for (const { name, opening, place } of open) {
      this.places.push(place);
      this.pieces.push(`<${name}\n${opening}>`);
    }
  }

  private finish(): void {
    if (this.places.length > 0)
      this.documents.push({ part: this.part, xml: this.pieces.join(""), places: this.places });
    this.pieces = [];
    this.places = [];
  }
}

/** `B3` for cells and what is in them, otherwise the names from below the root on, numbered where there are several. */
function placeOf(tag: SaxesTagNS, name: string, parent: Open | undefined): string {
  if (parent === undefined) return "";
  const number = (parent.children.get(name) ?? 0) + 1;
  parent.children.set(name, number);
  const own = tag.attributes.r?.value;
  if ((name === "c" || name === "row") && own !== undefined) return name === "c" ? own : `row ${own}`;
  return `${parent.place === "" ? "" : `${parent.place}/`}${name}${number > 1 ? `[${number}]` : ""}`;
}

function openingOf(tag: SaxesTagNS, root: boolean): string {
  let text = root ? declarationsFor(tag.uri) : "";
  for (const { uri, local, value } of Object.values(tag.attributes)) {
    const prefix = uri === "" ? "" : prefixOf(uri);
    if (prefix === undefined || LEFT_OUT.has(prefix) || (prefix === "xml:" && local === "space")) continue;
    // The only types named so are those of dates in the core properties.
    const own = prefix === "xsi:" ? value.replace(/^.*:/, "dcterms:") : value;
    text += ` ${prefix}${local}="${escaped(own)}"`;
  }
  return text;
}

const LEFT_OUT = new Set(["xmlns:", "mc:"]);

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[\n\r\t]/g, " ");
}
