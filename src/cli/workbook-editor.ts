/**
 * Adds sheets to a workbook package and takes sheets out of it. Touched are only the lists that name sheets (the workbook part, its
 * relationships, the content types), the formats part, which grows at its ends, and the parts of the sheets concerned.
 */
import { chartXml, drawingXml, type SheetChart } from "./chart-markup";
import {
  applySplices,
  attributeOf,
  childrenOf,
  escapeAttribute,
  escapeText,
  rootOf,
  withAttribute,
  type Splice,
} from "../xlsx/xml/markup";
import type { PackageParts } from "../xlsx/container/package-parts";
import { DECLARATION, tablePart, type SheetPart } from "./sheet-markup";
import { printNames } from "../sheet/results/fixed-cells";
import { uniqueTableName } from "../sheet/results/sheet-names";
import { StyleBook } from "./style-book";
import {
  CONTENT_TYPES,
  outlineOf,
  relationshipsOf,
  relationshipsPartOf,
  samePart,
  type SheetEntry,
  type WorkbookOutline,
} from "../xlsx/workbook-outline";

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A sheet of the workbook to be: one that stays as it is, or a new one. */
type Tab = { readonly kept: SheetEntry } | { readonly name: string; readonly part: SheetPart };

export class WorkbookEditor {
  readonly styles: StyleBook;
  readonly outline: WorkbookOutline;
  private readonly stylesPart: string;
  private readonly tabs: Tab[];
  private readonly removed: SheetEntry[] = [];

  /** @throws BrokenWorkbook where the package holds no workbook */
  constructor(private readonly parts: PackageParts) {
    this.outline = outlineOf(parts);
    this.tabs = this.outline.sheets.map((kept) => ({ kept }));
    this.stylesPart =
      this.outline.relationships.find(({ type }) => type === "styles")?.target ?? this.inFolder("styles.xml");
    this.styles = new StyleBook(
      parts.has(this.stylesPart) ? parts.text(this.stylesPart) : "",
      this.outline.mainNamespace,
    );
  }

  /** The tab the workbook opens on; undefined in a workbook without sheets. */
  get activeSheet(): SheetEntry | undefined {
    const view = this.bookView();
    return this.outline.sheets[view ? Number(attributeOf(view, "activeTab") ?? 0) : 0];
  }

  /** Puts a sheet in the place of another one, or at the end. */
  place(name: string, part: SheetPart, instead: SheetEntry | undefined): void {
    const index = this.tabs.findIndex((tab) => "kept" in tab && tab.kept === instead);
    if (instead === undefined || index < 0) {
      this.tabs.push({ name, part });
    } else {
      this.tabs[index] = { name, part };
      this.removed.push(instead);
    }
  }

  remove(sheet: SheetEntry): void {
    const index = this.tabs.findIndex((tab) => "kept" in tab && tab.kept === sheet);
    if (index < 0) return;
    this.tabs.splice(index, 1);
    this.removed.push(sheet);
  }

  /** Carries everything out. The package is then complete; the editor is used up. */
  finish(): void {
    const droppedLinks = new Set(this.removed.map((sheet) => sheet.relationship));
    const droppedParts = this.removed.flatMap((sheet) => this.removePart(sheet.part, this.outline.part));
    // The order in which cells are computed names sheets by number; Excel builds it anew where it is missing.
    const chain =
      this.removed.length > 0 ? this.outline.relationships.find(({ type }) => type === "calcChain") : undefined;
    if (chain) {
      droppedLinks.add(chain.id);
      droppedParts.push(...this.removePart(chain.target, this.outline.part));
    }
    const declared: Declared[] = [];
    const links: Link[] = [];
    const sheets = this.addSheets(declared, links);
    this.writeStyles(declared, links);
    this.writeWorkbook(sheets);
    this.writeRelationships(droppedLinks, links);
    this.writeContentTypes(droppedParts, declared);
  }

  /** Writes the new sheets' parts and gives the `<sheet>` elements of all tabs in order. */
  private addSheets(declared: Declared[], links: Link[]): string[] {
    const linkIds = new Set(this.outline.relationships.map((relationship) => relationship.id));
    const tables = this.tableNumbers();
    let sheetId = Math.max(0, ...this.outline.sheets.map((sheet) => sheet.sheetId));
    return this.tabs.map((tab) => {
      if ("kept" in tab) return tab.kept.element.text;
      const part = this.freePart("worksheets/sheet", ".xml");
      this.parts.set(part, tab.part.xml);
      declared.push({ part, type: `${SPREADSHEET}.worksheet+xml` });
      const beside: string[] = [];
      if (tab.part.charts.length > 0) {
        const drawing = this.addDrawing(tab.part.charts, tab.name, declared);
        beside.push(this.link(`rId${beside.length + 1}`, "drawing", `/${drawing}`));
      }
      if (tab.part.table) {
        const table = this.freePart("tables/table", ".xml");
        tables.last += 1;
        const name = uniqueTableName(tab.name, tables.names);
        this.parts.set(table, tablePart(tables.last, name, tab.part.table, this.outline.mainNamespace));
        beside.push(this.link(`rId${beside.length + 1}`, "table", `/${table}`));
        declared.push({ part: table, type: `${SPREADSHEET}.table+xml` });
      }
      if (beside.length > 0) this.parts.set(relationshipsPartOf(part), relationshipsXml(beside));
      const id = freeId(linkIds);
      links.push({ id, type: "worksheet", part });
      sheetId += 1;
      const prefix = rootOf(this.parts.text(this.outline.part))?.prefix ?? "";
      return `<${prefix}sheet xmlns:r="${this.outline.relationshipNamespace}" name="${escapeAttribute(tab.name)}" sheetId="${sheetId}" r:id="${id}"/>`;
    });
  }

  /** A drawing with its charts, which draw cells of the sheet named; gives the drawing's part. */
  private addDrawing(charts: readonly SheetChart[], sheet: string, declared: Declared[]): string {
    const drawing = this.freePart("drawings/drawing", ".xml");
    this.parts.set(drawing, drawingXml(charts));
    declared.push({ part: drawing, type: "application/vnd.openxmlformats-officedocument.drawing+xml" });
    const links = charts.map((chart, index) => {
      const part = this.freePart("charts/chart", ".xml");
      this.parts.set(part, chartXml(chart, sheet));
      declared.push({ part, type: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml" });
      return this.link(`rId${index + 1}`, "chart", `/${part}`);
    });
    this.parts.set(relationshipsPartOf(drawing), relationshipsXml(links));
    return drawing;
  }

  private writeStyles(declared: Declared[], links: Link[]): void {
    const missing = !this.parts.has(this.stylesPart);
    this.parts.set(this.stylesPart, this.styles.toXml());
    if (!missing) return;
    declared.push({ part: this.stylesPart, type: `${SPREADSHEET}.styles+xml` });
    const taken = new Set([...this.outline.relationships, ...links].map(({ id }) => id));
    links.push({ id: freeId(taken), type: "styles", part: this.stylesPart });
  }

  private writeWorkbook(sheets: readonly string[]): void {
    const xml = this.parts.text(this.outline.part);
    const splices: Splice[] = [];
    const list = childrenOf(xml).find((child) => child.tag.name === "sheets");
    if (list) {
      const { prefix } = list.tag;
      const opening = list.tag.text.replace(/\s*\/>$/, ">");
      splices.push({ start: list.start, end: list.end, text: `${opening}${sheets.join("")}</${prefix}sheets>` });
    }
    const view = this.bookView();
    if (view && this.removed.length > 0) {
      const moved = (name: string): number => this.newIndex(Number(attributeOf(view, name) ?? 0)) ?? 0;
      const text = withAttribute(view, "activeTab", String(moved("activeTab")));
      const first = attributeOf(view, "firstSheet");
      const tag = { ...view, text };
      const whole = first === undefined ? text : withAttribute(tag, "firstSheet", String(moved("firstSheet")));
      splices.push({ start: view.start, end: view.end, text: whole });
    }
    splices.push(...this.definedNameSplices(xml));
    this.parts.set(this.outline.part, applySplices(xml, splices));
  }

  /**
   * Names that belong to a sheet by its place follow it; those of a sheet taken out go with it, as in Excel. What is printed of a new sheet is
   * a name of its own.
   */
  private definedNameSplices(xml: string): Splice[] {
    const printing = this.tabs.flatMap((tab, index) => ("kept" in tab ? [] : ownNames(tab.name, index, tab.part)));
    const list = childrenOf(xml).find((child) => child.tag.name === "definedNames");
    if (!list) return this.newNames(xml, printing);
    if (printing.length === 0 && this.removed.length === 0) return [];
    const gone = this.removed.filter((sheet) => !this.tabs.some((tab) => "name" in tab && tab.name === sheet.name));
    const names = childrenOf(xml, list);
    const kept = names.flatMap(({ tag, text }) => {
      const local = attributeOf(tag, "localSheetId");
      const index = local === undefined ? undefined : this.newIndex(Number(local));
      if (local !== undefined && (index === undefined || !this.staysAt(index))) return [];
      const opening = index === undefined ? tag.text : withAttribute(tag, "localSheetId", String(index));
      const body = text.slice(tag.text.length, text.lastIndexOf("</"));
      const lost = gone.some(
        (sheet) =>
          body.includes(`${escapeAttribute(sheet.name)}!`) || body.includes(`${escapeAttribute(sheet.name)}'!`),
      );
      return [`${opening}${lost ? "#REF!" : body}</${tag.prefix}definedName>`];
    });
    for (const { attributes, cells } of printing) kept.push(definedName(list.tag.prefix, attributes, cells));
    const opening = list.tag.text.replace(/\s*\/>$/, ">");
    const text = kept.length > 0 ? `${opening}${kept.join("")}</${list.tag.prefix}definedNames>` : "";
    return [{ start: list.start, end: list.end, text }];
  }

  /** The list of names follows the sheets, the groups of functions and the other workbooks (CT_Workbook). */
  private newNames(xml: string, printing: readonly PrintName[]): Splice[] {
    const before = childrenOf(xml).findLast(({ tag }) =>
      ["sheets", "functionGroups", "externalReferences"].includes(tag.name),
    );
    if (before === undefined || printing.length === 0) return [];
    const { prefix } = before.tag;
    const names = printing.map(({ attributes, cells }) => definedName(prefix, attributes, cells)).join("");
    const text = `<${prefix}definedNames>${names}</${prefix}definedNames>`;
    return [{ start: before.end, end: before.end, text }];
  }

  private staysAt(index: number): boolean {
    const tab = this.tabs[index];
    return tab !== undefined && "kept" in tab;
  }

  /** Where the sheet that was at `index` is now, or the new sheet that took its place. */
  private newIndex(index: number): number | undefined {
    const sheet = this.outline.sheets[index];
    if (!sheet) return undefined;
    const found = this.tabs.findIndex((tab) => ("kept" in tab ? tab.kept === sheet : tab.name === sheet.name));
    return found < 0 ? undefined : found;
  }

  private writeRelationships(dropped: ReadonlySet<string>, links: readonly Link[]): void {
    const name = this.outline.relationshipsPart;
    const xml = this.parts.text(name);
    const splices: Splice[] = this.outline.relationships
      .filter((relationship) => dropped.has(relationship.id))
      .map(({ element }) => ({ start: element.start, end: element.end, text: "" }));
    const added = links.map((link) => this.link(link.id, link.type, `/${link.part}`)).join("");
    this.parts.set(name, applySplices(xml, [...splices, beforeEnd(xml, added)]));
  }

  private writeContentTypes(dropped: readonly string[], declared: readonly Declared[]): void {
    const xml = this.parts.text(CONTENT_TYPES);
    const splices: Splice[] = childrenOf(xml)
      .filter((child) => dropped.some((part) => samePart(attributeOf(child.tag, "PartName"), part)))
      .map(({ start, end }) => ({ start, end, text: "" }));
    const added = declared
      .map(({ part, type }) => `<Override PartName="/${escapeAttribute(part)}" ContentType="${type}"/>`)
      .join("");
    this.parts.set(CONTENT_TYPES, applySplices(xml, [...splices, beforeEnd(xml, added)]));
  }

  /** Takes out a part and what only it led to (its table, its comments, its printer settings); gives the names taken out. */
  private removePart(part: string, from: string): string[] {
    if (!this.parts.has(part)) return [];
    const others = this.parts
      .names()
      .filter(
        (name) =>
          name.endsWith(".rels") &&
          !samePart(name, relationshipsPartOf(part)) &&
          !samePart(name, relationshipsPartOf(from)),
      );
    const targets = relationshipsOf(this.parts, part).filter((relationship) => !relationship.external);
    const shared = new Set(
      others.flatMap((name) => relationshipsOf(this.parts, ownerOf(name)).map(({ target }) => target.toLowerCase())),
    );
    this.parts.remove(relationshipsPartOf(part));
    this.parts.remove(part);
    const exclusive = targets.filter(
      ({ target }) => !shared.has(target.toLowerCase()) && !samePart(target, this.outline.part),
    );
    return [part, ...exclusive.flatMap(({ target }) => this.removePart(target, part))];
  }

  /** Names and numbers of the tables that stay, which new ones have to differ from. */
  private tableNumbers(): { last: number; names: Set<string> } {
    const names = new Set<string>();
    let last = 0;
    for (const part of this.parts.names().filter((name) => /\/tables\/[^/]+\.xml$/i.test(name))) {
      const table = rootOf(this.parts.text(part));
      if (!table) continue;
      last = Math.max(last, Number(attributeOf(table, "id") ?? 0));
      for (const attribute of ["name", "displayName"]) names.add((attributeOf(table, attribute) ?? "").toLowerCase());
    }
    const xml = this.parts.text(this.outline.part);
    const list = childrenOf(xml).find((child) => child.tag.name === "definedNames");
    for (const { tag } of list ? childrenOf(xml, list) : []) names.add((attributeOf(tag, "name") ?? "").toLowerCase());
    return { last, names };
  }

  private bookView() {
    const xml = this.parts.text(this.outline.part);
    const views = childrenOf(xml).find((child) => child.tag.name === "bookViews");
    const first = views ? childrenOf(xml, views)[0] : undefined;
    return first ? { ...first.tag, start: first.start, end: first.start + first.tag.text.length } : undefined;
  }

  private inFolder(name: string): string {
    return this.outline.part.slice(0, this.outline.part.lastIndexOf("/") + 1) + name;
  }

  private freePart(start: string, end: string): string {
    for (let n = 1; ; n++) {
      const name = this.inFolder(`${start}${n}${end}`);
      if (!this.parts.has(name)) return name;
    }
  }

  private link(id: string, type: string, target: string): string {
    return `<Relationship Id="${id}" Type="${this.outline.relationshipNamespace}/${type}" Target="${escapeAttribute(target)}"/>`;
  }
}

interface Declared {
  readonly part: string;
  readonly type: string;
}

interface Link {
  readonly id: string;
  readonly type: string;
  readonly part: string;
}

interface PrintName {
  readonly attributes: string;
  readonly cells: string;
}

/** Excel's own names for what is printed of the sheet at a place. */
function ownNames(sheet: string, index: number, { printed }: SheetPart): readonly PrintName[] {
  if (printed === undefined) return [];
  return printNames(sheet, printed).map(([name, cells]) => ({
    attributes: `name="${name}" localSheetId="${index}"`,
    cells,
  }));
}

function definedName(prefix: string, attributes: string, cells: string): string {
  return `<${prefix}definedName ${attributes}>${escapeText(cells)}</${prefix}definedName>`;
}

function freeId(taken: Set<string>): string {
  let n = taken.size + 1;
  while (taken.has(`rId${n}`)) n += 1;
  taken.add(`rId${n}`);
  return `rId${n}`;
}

function relationshipsXml(links: readonly string[]): string {
  return `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join("")}</Relationships>`;
}

/** Inserts elements before the root's end, in the root's own prefix, also where the root is empty. */
function beforeEnd(xml: string, elements: string): Splice {
  const root = rootOf(xml);
  const text = root ? elements.replace(/<(?=\w)/g, `<${root.prefix}`) : elements;
  if (root?.kind === "empty") {
    return {
      start: root.start,
      end: root.end,
      text: `${root.text.replace(/\s*\/>$/, ">")}${text}</${root.prefix}${root.name}>`,
    };
  }
  const end = xml.lastIndexOf("</");
  return { start: end, end, text };
}

/** `xl/worksheets/_rels/sheet1.xml.rels` belongs to `xl/worksheets/sheet1.xml`. */
function ownerOf(relationshipsPart: string): string {
  return relationshipsPart.replace(/_rels\/([^/]*)\.rels$/, "$1");
}
