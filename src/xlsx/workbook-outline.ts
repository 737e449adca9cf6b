/**
 * What a workbook package says about itself: which part is the workbook, which sheets it lists and where they lie.
 * Shared by reading and writing, so both mean the same sheet by the same name.
 */
import { attributeOf, childrenOf, rootOf, type Element } from "./xml/markup";
import type { PackageParts } from "./container/package-parts";
import { BrokenWorkbook } from "./faults";

export interface Relationship {
  readonly id: string;
  /** The last word of the type, such as `worksheet`. */
  readonly type: string;
  /** The part's name in the package, or the address where it lies outside. */
  readonly target: string;
  readonly external: boolean;
  readonly element: Element;
}

export interface SheetEntry {
  readonly name: string;
  readonly sheetId: number;
  readonly relationship: string;
  /** Where the sheet's part lies. */
  readonly part: string;
  /** `chartsheet` and the like hold no cells. */
  readonly kind: string;
  readonly hidden: boolean;
  readonly element: Element;
}

export interface WorkbookOutline {
  readonly part: string;
  readonly relationshipsPart: string;
  readonly relationships: readonly Relationship[];
  readonly sheets: readonly SheetEntry[];
  /** True where the days are counted from 1904, as old Excel for Mac did. */
  readonly date1904: boolean;
  /** The namespaces that the file's own parts use ("strict" files have others). */
  readonly mainNamespace: string;
  readonly relationshipNamespace: string;
}

const TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const MAIN_TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const MAIN_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";

/** The content type of the main document, such as `…spreadsheetml.sheet.main+xml`; null where the package names none. */
export function mainContentType(parts: PackageParts): string | null {
  const part = mainPart(parts);
  if (part === null || !parts.has(CONTENT_TYPES)) return null;
  const declared = childrenOf(parts.text(CONTENT_TYPES));
  const override = declared.find(
    (child) => child.tag.name === "Override" && samePart(attributeOf(child.tag, "PartName"), part),
  );
  const extension = declared.find(
    (child) => child.tag.name === "Default" && part.endsWith(`.${attributeOf(child.tag, "Extension")}`),
  );
  const found = override ?? extension;
  return found ? (attributeOf(found.tag, "ContentType") ?? null) : null;
}

export const CONTENT_TYPES = "[Content_Types].xml";

/** @throws BrokenWorkbook where the package names no workbook, or the workbook names sheets that are not there */
export function outlineOf(parts: PackageParts): WorkbookOutline {
  const part = mainPart(parts);
  if (part === null)
    throw new BrokenWorkbook("", { zh: "找不到工作簿的主体", en: "the package names no main document" });
  const xml = parts.text(part);
  const strict = rootOf(xml)?.text.includes(MAIN_STRICT) ?? false;
  const relationships = relationshipsOf(parts, part);
  for (const { type, target, external } of relationships)
    if (READ.has(type) && (external || !parts.has(target)))
      throw new BrokenWorkbook(target, {
        zh: "工作簿里提到了它，文件里却没有",
        en: "the workbook refers to it and it is not there",
      });
  const children = childrenOf(xml);
  const list = children.find((child) => child.tag.name === "sheets");
  const properties = children.find((child) => child.tag.name === "workbookPr");
  return {
    part,
    relationshipsPart: relationshipsPartOf(part),
    relationships,
    sheets: list ? childrenOf(xml, list).map((element) => sheetEntry(element, relationships, parts)) : [],
    date1904: properties ? ["1", "true"].includes(attributeOf(properties.tag, "date1904") ?? "") : false,
    mainNamespace: strict ? MAIN_STRICT : MAIN_TRANSITIONAL,
    relationshipNamespace: strict ? STRICT : TRANSITIONAL,
  };
}

/** Without these a sheet reads otherwise than it was saved. */
const READ: ReadonlySet<string> = new Set(["worksheet", "sharedStrings", "styles"]);

function sheetEntry(element: Element, relationships: readonly Relationship[], parts: PackageParts): SheetEntry {
  const id = relationshipIdOf(element);
  const name = attributeOf(element.tag, "name") ?? "";
  const relationship = relationships.find((candidate) => candidate.id === id);
  // A sheet that is named and not there is a sheet lost, not an empty one.
  if (!relationship || !parts.has(relationship.target))
    throw new BrokenWorkbook(name, {
      zh: "工作簿里列了这张表，却没有它的内容",
      en: "the sheet is listed and not there",
    });
  return {
    name,
    sheetId: Number(attributeOf(element.tag, "sheetId") ?? 0),
    relationship: id,
    part: relationship.target,
    kind: relationship.type,
    hidden: (attributeOf(element.tag, "state") ?? "visible") !== "visible",
    element,
  };
}

/** `r:id`, whatever the prefix is called; a plain `id` would be another attribute. */
function relationshipIdOf(element: Element): string {
  const match = /\s[^\s=:]+:id\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(element.tag.text);
  return match?.[1] ?? match?.[2] ?? "";
}

function mainPart(parts: PackageParts): string | null {
  const main = relationshipsOf(parts, "").find((relationship) => relationship.type === "officeDocument");
  return main && parts.has(main.target) ? main.target : null;
}

/** The relationships of a part ("" for the package), with targets as part names. */
export function relationshipsOf(parts: PackageParts, part: string): Relationship[] {
  const name = relationshipsPartOf(part);
  if (!parts.has(name)) return [];
  return childrenOf(parts.text(name)).map((element) => {
    const external = attributeOf(element.tag, "TargetMode") === "External";
    const target = attributeOf(element.tag, "Target") ?? "";
    return {
      id: attributeOf(element.tag, "Id") ?? "",
      type: (attributeOf(element.tag, "Type") ?? "").split("/").at(-1) ?? "",
      target: external ? target : resolveTarget(part, target),
      external,
      element,
    };
  });
}

export function relationshipsPartOf(part: string): string {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

function resolveTarget(part: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = part.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  return path.join("/");
}

export function samePart(left: string | undefined, right: string): boolean {
  return left?.replace(/^\//, "").toLowerCase() === right.toLowerCase();
}
