/**
 * Adds sheets to a workbook package and takes sheets out of it. Touched are only the lists that name sheets (the workbook part, its
 * relationships, the content types), the formats and the shared texts, which grow at their ends, and the parts of the sheets concerned.
 */
import { uniqueTableName } from "../accepted-names";
import type { BookSheet } from "../book-file";
import type { PackageParts } from "../container/package-parts";
import {
  applySplices,
  attributeOf,
  childrenOf,
  escapeAttribute,
  rootOf,
  withAttribute,
  type Splice,
} from "../xml/markup";
import {
  CONTENT_TYPES,
  outlineOf,
  relationshipsPartOf,
  samePart,
  type SheetEntry,
  type WorkbookOutline,
} from "../workbook-outline";
import { chartXml, drawingXml, type WrittenChart } from "./chart-markup";
import { nameSplices, ownNames, type WrittenName } from "./defined-names";
import { commentsXml, noteDrawingXml } from "./note-markup";
import { removePart } from "./remove-part";
import { afterRows, beforeRows, type SheetLinks } from "./sheet-markup";
import { SharedTexts } from "./shared-texts";
import { StyleBook } from "./style-book";
import { tableXml } from "./table-markup";
import type { WrittenSheet } from "./written-sheet";

export const DECLARATION = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A sheet of the workbook to be: one that stays as it is, or a new one. */
type Tab = { readonly kept: SheetEntry } | { readonly sheet: WrittenSheet };

/** A part of the workbook that is no sheet. */
export interface BesidePart {
  readonly part: string;
  /** Its content type; null where that of its ending will do. */
  readonly type: string | null;
  readonly xml: string | Iterable<string>;
  /** Of what kind the workbook's relationship to it is; null where another part leads to it. */
  readonly link: string | null;
}

const STATES: Readonly<Record<BookSheet["visibility"], string>> = {
  visible: "",
  hidden: ` state="hidden"`,
  "very-hidden": ` state="veryHidden"`,
};

export class WorkbookEditor {
  readonly styles: StyleBook;
  readonly texts: SharedTexts;
  readonly outline: WorkbookOutline;
  private readonly stylesPart: string;
  private readonly tabs: Tab[];
  private readonly removed: SheetEntry[] = [];
  private readonly declared: { readonly part: string; readonly type: string }[] = [];
  private readonly links: { readonly id: string; readonly type: string; readonly part: string }[] = [];
  private readonly linkIds: Set<string>;
  private noted = false;

  /**
   * @param names of the whole workbook or of a sheet, by its place, to be added
   * @throws BrokenWorkbook where the package holds no workbook
   */
  constructor(
    private readonly parts: PackageParts,
    private readonly names: readonly WrittenName[] = [],
  ) {
    this.outline = outlineOf(parts);
    this.tabs = this.outline.sheets.map((kept) => ({ kept }));
    this.linkIds = new Set(this.outline.relationships.map(({ id }) => id));
    this.stylesPart =
      this.outline.relationships.find(({ type }) => type === "styles")?.target ?? this.inFolder("styles.xml");
    this.styles = new StyleBook(
      parts.has(this.stylesPart) ? parts.text(this.stylesPart) : "",
      this.outline.mainNamespace,
    );
    this.texts = new SharedTexts(
      parts,
      this.outline.relationships.find(({ type }) => type === "sharedStrings")?.target ?? null,
    );
  }

  /** The tab the workbook opens on; undefined in a workbook without sheets. */
  get activeSheet(): SheetEntry | undefined {
    const view = this.bookView();
    return this.outline.sheets[view ? Number(attributeOf(view, "activeTab") ?? 0) : 0];
  }

  /** Puts a sheet in the place of another one, or at the end. */
  place(sheet: WrittenSheet, instead?: SheetEntry): void {
    const index = this.tabs.findIndex((tab) => "kept" in tab && tab.kept === instead);
    if (instead === undefined || index < 0) {
      this.tabs.push({ sheet });
    } else {
      this.tabs[index] = { sheet };
      this.removed.push(instead);
    }
  }

  remove(sheet: SheetEntry): void {
    const index = this.tabs.findIndex((tab) => "kept" in tab && tab.kept === sheet);
    if (index < 0) return;
    this.tabs.splice(index, 1);
    this.removed.push(sheet);
  }

  /**
   * Carries everything out. The package is then complete; the editor is used up.
   * @param beside asked for when the sheets' rows are written
   */
  finish(beside: () => readonly BesidePart[] = () => []): void {
    const droppedLinks = new Set(this.removed.map((sheet) => sheet.relationship));
    const droppedParts = this.removed.flatMap((sheet) =>
      removePart(this.parts, sheet.part, this.outline.part, this.outline.part),
    );
    // The order in which cells are computed names sheets by number; Excel builds it anew where it is missing.
    const chain =
      this.removed.length > 0 ? this.outline.relationships.find(({ type }) => type === "calcChain") : undefined;
    if (chain) {
      droppedLinks.add(chain.id);
      droppedParts.push(...removePart(this.parts, chain.target, this.outline.part, this.outline.part));
    }
    const sheets = this.addSheets();
    this.writeStyles();
    this.writeTexts();
    for (const { part, type, xml, link } of beside()) {
      this.add(part, type, xml);
      if (link !== null) this.links.push({ id: freeId(this.linkIds), type: link, part });
    }
    this.writeWorkbook(sheets);
    this.writeRelationships(droppedLinks);
    this.writeContentTypes(droppedParts);
  }

  /** Adds a part and says of what type it is. */
  private add(part: string, type: string | null, content: string | Iterable<string>): void {
    this.parts.set(part, typeof content === "string" ? DECLARATION + content : declared(content));
    if (type !== null) this.declared.push({ part, type });
  }

  /** Writes the new sheets' parts and gives the `<sheet>` elements of all tabs in order. */
  private addSheets(): string[] {
    const tables = this.tableNumbers();
    let sheetId = Math.max(0, ...this.outline.sheets.map((sheet) => sheet.sheetId));
    const prefix = rootOf(this.parts.text(this.outline.part))?.prefix ?? "";
    return this.tabs.map((tab) => {
      if ("kept" in tab) return tab.kept.element.text;
      const { sheet } = tab;
      const part = this.freePart("worksheets/sheet", ".xml");
      // The name is taken before other parts look for a free one.
      this.parts.set(part, "");
      const links = this.addBeside(sheet, part, tables);
      this.add(part, `${SPREADSHEET}.worksheet+xml`, this.sheetPieces(sheet, links));
      const id = freeId(this.linkIds);
      this.links.push({ id, type: "worksheet", part });
      sheetId += 1;
      const state = STATES[sheet.visibility ?? "visible"];
      return `<${prefix}sheet xmlns:r="${this.outline.relationshipNamespace}" name="${escapeAttribute(sheet.name)}" sheetId="${sheetId}"${state} r:id="${id}"/>`;
    });
  }

  private *sheetPieces(sheet: WrittenSheet, links: SheetLinks): Generator<string, void> {
    yield beforeRows(sheet, this.outline);
    yield* sheet.rows(this.styles, this.texts);
    yield afterRows(sheet, this.styles, links);
  }

  /** Writes what a sheet leads to: its charts, notes and tables. */
  private addBeside(sheet: WrittenSheet, part: string, tables: { last: number; names: Set<string> }): SheetLinks {
    const { charts = [], notes = [] } = sheet;
    const beside: string[] = [];
    const link = (type: string, target: string): string =>
      `rId${beside.push(this.link(`rId${beside.length + 1}`, type, `../${target.slice(this.inFolder("").length)}`))}`;
    const tableLinks = (sheet.tables ?? []).map((table) => {
      const target = this.freePart("tables/table", ".xml");
      tables.last += 1;
      const name = uniqueTableName(table.name, tables.names);
      this.add(target, `${SPREADSHEET}.table+xml`, tableXml(table, tables.last, name, this.outline.mainNamespace));
      return link("table", target);
    });
    const links: SheetLinks = {
      tables: tableLinks,
      ...(charts.length > 0 && { drawing: link("drawing", this.addDrawing(charts)) }),
      ...(notes.length > 0 && { notes: this.addNotes(notes, link) }),
    };
    if (beside.length > 0) this.parts.set(relationshipsPartOf(part), relationshipsXml(beside));
    return links;
  }

  /** A drawing with its charts; gives the drawing's part. */
  private addDrawing(charts: readonly WrittenChart[]): string {
    const drawing = this.freePart("drawings/drawing", ".xml");
    this.add(drawing, "application/vnd.openxmlformats-officedocument.drawing+xml", drawingXml(charts));
    const links = charts.map((chart, index) => {
      const part = this.freePart("charts/chart", ".xml");
      this.add(part, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", chartXml(chart));
      return this.link(`rId${index + 1}`, "chart", `/${part}`);
    });
    this.parts.set(relationshipsPartOf(drawing), relationshipsXml(links));
    return drawing;
  }

  /** Gives the relationship of the old drawing that Excel still wants for notes. */
  private addNotes(notes: NonNullable<WrittenSheet["notes"]>, link: (type: string, part: string) => string): string {
    const comments = this.freePart("comments", ".xml");
    this.add(comments, `${SPREADSHEET}.comments+xml`, commentsXml(notes, this.outline.mainNamespace));
    link("comments", comments);
    const drawing = this.freePart("drawings/vmlDrawing", ".vml");
    this.parts.set(drawing, noteDrawingXml(notes));
    this.noted = true;
    return link("vmlDrawing", drawing);
  }

  private writeStyles(): void {
    const part = this.stylesPart;
    const xml = this.styles.toXml();
    if (this.parts.has(part)) {
      this.parts.set(part, xml);
      return;
    }
    this.add(part, `${SPREADSHEET}.styles+xml`, xml);
    this.links.push({ id: freeId(this.linkIds), type: "styles", part });
  }

  private writeTexts(): void {
    const { texts } = this;
    if (texts.part !== null || texts.size === 0) {
      texts.write();
      return;
    }
    const usual = this.inFolder("sharedStrings.xml");
    const part = this.parts.has(usual) ? this.freePart("sharedStrings", ".xml") : usual;
    this.add(part, `${SPREADSHEET}.sharedStrings+xml`, texts.xml(this.outline.mainNamespace));
    this.links.push({ id: freeId(this.linkIds), type: "sharedStrings", part });
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
    const added = this.tabs.flatMap((tab, index) => ("kept" in tab ? [] : ownNames(tab.sheet, index)));
    const changes = {
      added: [...this.names, ...added],
      gone: this.removed.filter(({ name }) => !this.tabs.some((tab) => "sheet" in tab && tab.sheet.name === name)),
      moved: (index: number): number | null => {
        const place = this.newIndex(index);
        const tab = place === undefined ? undefined : this.tabs[place];
        return place === undefined || tab === undefined || !("kept" in tab) ? null : place;
      },
    };
    if (changes.added.length > 0 || this.removed.length > 0) splices.push(...nameSplices(xml, changes));
    this.parts.set(this.outline.part, applySplices(xml, splices));
  }

  /** Where the sheet that was at `index` is now, or the new sheet that took its place. */
  private newIndex(index: number): number | undefined {
    const sheet = this.outline.sheets[index];
    if (!sheet) return undefined;
    const found = this.tabs.findIndex((tab) => ("kept" in tab ? tab.kept === sheet : tab.sheet.name === sheet.name));
    return found < 0 ? undefined : found;
  }

  private writeRelationships(dropped: ReadonlySet<string>): void {
    const name = this.outline.relationshipsPart;
    const xml = this.parts.text(name);
    const splices: Splice[] = this.outline.relationships
      .filter((relationship) => dropped.has(relationship.id))
      .map(({ element }) => ({ start: element.start, end: element.end, text: "" }));
    const added = this.links.map((link) => this.link(link.id, link.type, `/${link.part}`)).join("");
    this.parts.set(name, applySplices(xml, [...splices, beforeEnd(xml, added)]));
  }

  private writeContentTypes(dropped: readonly string[]): void {
    const xml = this.parts.text(CONTENT_TYPES);
    const known = childrenOf(xml);
    const splices: Splice[] = known
      .filter((child) => dropped.some((part) => samePart(attributeOf(child.tag, "PartName"), part)))
      .map(({ start, end }) => ({ start, end, text: "" }));
    const added = this.declared.map(
      ({ part, type }) => `<Override PartName="/${escapeAttribute(part)}" ContentType="${type}"/>`,
    );
    // Excel looks for the type of the old drawings by their ending.
    if (this.noted && !known.some(({ tag }) => attributeOf(tag, "Extension")?.toLowerCase() === "vml"))
      added.push(`<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`);
    this.parts.set(CONTENT_TYPES, applySplices(xml, [...splices, beforeEnd(xml, added.join(""))]));
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
    for (const { name, sheet } of this.names) if (sheet === null) names.add(name.toLowerCase());
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

function* declared(pieces: Iterable<string>): Generator<string, void> {
  yield DECLARATION;
  yield* pieces;
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
