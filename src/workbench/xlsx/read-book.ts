/** An opened package -> the workbook as plain data. */
import type { BookChart, BookFile, BookName, BookSheet, BookTable, CellStyle } from "../../xlsx/book-file";
import { rangeOf } from "./cell-range";
import { colourOf, themeOf, type Theme } from "./colours";
import { typedFormula } from "./formula-names";
import { readSettings } from "./kept-settings";
import type { LostContents } from "./lost-content";
import { charactersToPoints, DEFAULT_COLUMN_POINTS, DEFAULT_ROW_POINTS } from "./measures";
import { showsDay } from "../../xlsx/number-formats";
import type { PackageParts } from "../../xlsx/container/package-parts";
import { BrokenWorkbook } from "../../xlsx/faults";
import { relationshipsOf, type Relationship, type SheetEntry, type WorkbookOutline } from "../../xlsx/workbook-outline";
import { attributeOf } from "../../xlsx/xml/markup";
import { XmlScanner } from "../../xlsx/xml/scan";
import { readCells, readSharedStrings, type CellSources, type ReadCells } from "./read-cells";
import { readConditions } from "./read-conditions";
import { readCharts, type SheetPlaces } from "./read-drawing";
import { readStyles, type ReadStyles } from "./read-styles";
import { readNotes } from "./read-notes";
import { readPage, readPrinted } from "./read-page";
import { readFilter, readTable } from "./read-table";
import { childOf, childrenOf, findIn, flag, type XmlNode } from "../../xlsx/xml/tree";

/** Widths and hidden columns that a file gives "to the last column" are kept up to here, or as far as there are cells. */
const COLUMNS_KEPT = 256;

interface Workbook {
  readonly parts: PackageParts;
  readonly theme: Theme;
  readonly styles: ReadStyles;
  readonly sources: CellSources;
  readonly lost: LostContents;
}

/**
 * @param lost is filled with what the file holds and plain data can't
 * @param breathe lets the page do its other work
 * @throws BrokenWorkbook @throws WorkbookTooLarge
 */
export async function readBook(
  parts: PackageParts,
  outline: WorkbookOutline,
  lost: LostContents,
  breathe: () => Promise<void> | undefined,
): Promise<BookFile> {
  const root = parts.xml(outline.part);
  const links = outline.relationships;
  const linked = (type: string): string | undefined =>
    links.find((link) => link.type === type && parts.has(link.target))?.target;
  const themePart = linked("theme");
  const stylesPart = linked("styles");
  const stringsPart = linked("sharedStrings");
  const theme = themeOf(themePart === undefined ? undefined : parts.xml(themePart));
  const styles = readStyles(stylesPart === undefined ? undefined : parts.xml(stylesPart), theme);
  const strings = stringsPart === undefined ? null : await readSharedStrings(parts, stringsPart, { lost, breathe });
  const used = new UsedStyles(styles.cells);
  const book: Workbook = {
    parts,
    theme,
    styles,
    lost,
    sources: {
      strings,
      styles: styles.cells.length,
      fileSize: parts.packedSize,
      style: (format) => used.place(format),
      movedDay: outline.date1904 ? (format) => showsDay(styles.cells[format]?.numberFormat) : () => false,
      lost,
      breathe,
    },
  };
  noteParts(parts, links, root, lost);
  const entries = outline.sheets;
  const kept = entries.filter(
    // Entries that lead to one part are one sheet under several names.
    ({ kind, part }, index) => kind === "worksheet" && entries.findIndex((other) => other.part === part) === index,
  );
  const sheets: BookSheet[] = [];
  const names = childrenOf(childOf(root, "definedNames"), "definedName");
  for (const entry of kept) {
    const own = names.filter(({ attributes }) => attributes.localSheetId === String(entries.indexOf(entry)));
    sheets.push(await readSheet(book, entry, own));
  }
  if (sheets.length === 0)
    throw new BrokenWorkbook("", { zh: "里面没有带单元格的工作表", en: "the workbook has no sheet with cells" });
  const places = new Map(entries.map((entry, index) => [index, kept.indexOf(entry)]));
  const active = places.get(Number(findIn(root, "workbookView")?.attributes.activeTab ?? 0)) ?? 0;
  const firstSeen = sheets.findIndex(({ visibility }) => visibility === "visible");
  return {
    sheets,
    active: sheets[active]?.visibility === "visible" ? active : Math.max(firstSeen, 0),
    names: names.flatMap((node) => nameOf(node, places)),
    styles: used.styles,
    settings: readSettings(parts, lost),
  };
}

/** Only styles that cells have are kept, and equal ones once. */
class UsedStyles {
  readonly styles: CellStyle[] = [];
  private readonly byFormat = new Map<number, number | undefined>();
  private readonly byContent = new Map<string, number>();

  constructor(private readonly formats: readonly (CellStyle | undefined)[]) {}

  place(format: number): number | undefined {
    if (this.byFormat.has(format)) return this.byFormat.get(format);
    const style = this.formats[format];
    const key = JSON.stringify(style);
    let place = style && this.byContent.get(key);
    if (style && place === undefined) {
      place = this.styles.push(style) - 1;
      this.byContent.set(key, place);
    }
    this.byFormat.set(format, place);
    return place;
  }
}

function noteParts(parts: PackageParts, links: readonly Relationship[], root: XmlNode, lost: LostContents): void {
  for (const path of parts.names()) {
    const name = path.toLowerCase();
    if (name.endsWith("vbaproject.bin")) lost.add("macros");
    if (name.includes("/pivottables/")) lost.add("pivots");
    if (name.includes("/slicers/")) lost.add("slicers");
    if (name.includes("/threadedcomments/")) lost.add("comments");
  }
  for (const { type } of links) {
    if (type === "chartsheet" || type === "dialogsheet") lost.add("chartSheets");
    if (type === "externalLink") lost.add("externalBooks");
  }
  const protection = childOf(root, "workbookProtection")?.attributes ?? {};
  // Excel leaves the element behind, with passwords even, where nothing is locked any more.
  const locks = [protection.lockStructure, protection.lockWindows, protection.lockRevision];
  if (locks.some((lock) => lock === "1" || lock === "true")) lost.add("bookProtection");
}

function nameOf(node: XmlNode, places: ReadonlyMap<number, number>): BookName[] {
  const { name = "", comment = "", localSheetId } = node.attributes;
  if (name.startsWith("_xlnm.")) {
    return [];
  }
  const sheet = localSheetId === undefined ? null : places.get(Number(localSheetId));
  if (name === "" || sheet === undefined || (sheet !== null && sheet < 0) || flag(node, "function")) return [];
  return [{ name, formula: typedFormula(node.text), comment, visible: !flag(node, "hidden"), sheet }];
}

async function readSheet(
  book: Workbook,
  { name, part, element }: SheetEntry,
  names: readonly XmlNode[],
): Promise<BookSheet> {
  const { parts, lost } = book;
  const read = await readCells(new XmlScanner(parts.pieces(part), part), book.sources);
  const root = read.rest;
  const links = relationshipsOf(parts, part);
  const state = attributeOf(element.tag, "state");
  const view = childOf(childOf(root, "sheetViews"), "sheetView");
  const columns = columnsOf(root, read, lost);
  const rowHeights = heightsOf(root, read);
  const lostPrinting = (): void => {
    lost.add("printing");
  };
  const printNames = names.filter(({ attributes }) => attributes.name?.startsWith("_xlnm.Print") === true);
  const page = readPage(root, readPrinted(printNames, lostPrinting), lostPrinting);
  const filter = readFilter(childOf(root, "autoFilter"), lost);
  noteContents(root, lost);
  const notes = readNotes(parts, links);
  return {
    name,
    visibility: state === "veryHidden" ? "very-hidden" : state === "hidden" ? "hidden" : "visible",
    ...tabColour(root, book.theme),
    cells: read.cells,
    columnWidths: columns.widths,
    rowHeights,
    hiddenRows: read.hiddenRows,
    hiddenColumns: columns.hidden,
    merges: childrenOf(childOf(root, "mergeCells"), "mergeCell").flatMap(
      ({ attributes }) => rangeOf(attributes.ref ?? "") ?? [],
    ),
    frozen: frozenOf(childOf(view, "pane")),
    showGridlines: flag(view, "showGridLines", true),
    protected: flag(childOf(root, "sheetProtection"), "sheet"),
    tables: tablesOf(parts, root, links, lost),
    ...(filter ? { filter } : {}),
    ...(page ? { page } : {}),
    conditionalFormats: readConditions(root, book.styles.dresses, book.theme, lost),
    charts: chartsOf(book, root, links, placesOf(columns.widths, rowHeights)),
    ...(notes.length > 0 && { notes }),
  };
}

function tabColour(root: XmlNode, theme: Theme): Pick<BookSheet, "tabColor"> {
  const tabColor = colourOf(childOf(childOf(root, "sheetPr"), "tabColor"), theme);
  return tabColor === undefined ? {} : { tabColor };
}

function tablesOf(parts: PackageParts, root: XmlNode, links: readonly Relationship[], lost: LostContents): BookTable[] {
  return childrenOf(childOf(root, "tableParts"), "tablePart").flatMap((node) => {
    const link = links.find(({ id }) => id === node.attributes.id);
    return link && parts.has(link.target) ? (readTable(parts.xml(link.target), lost) ?? []) : [];
  });
}

function chartsOf(book: Workbook, root: XmlNode, links: readonly Relationship[], places: SheetPlaces): BookChart[] {
  const id = childOf(root, "drawing")?.attributes.id;
  const link = links.find((candidate) => candidate.id === id);
  if (!link || !book.parts.has(link.target)) return [];
  return readCharts(book.parts, link.target, places, book.theme, book.lost);
}

function columnsOf(
  root: XmlNode,
  read: ReadCells,
  lost: LostContents,
): { widths: Record<number, number>; hidden: number[] } {
  const widths: Record<number, number> = {};
  const hidden: number[] = [];
  const last = Math.max(read.width, COLUMNS_KEPT);
  const usual = Number(childOf(root, "sheetFormatPr")?.attributes.defaultColWidth ?? Number.NaN);
  if (Number.isFinite(usual))
    for (let column = 0; column < read.width; column++) widths[column] = charactersToPoints(usual);
  for (const node of childrenOf(childOf(root, "cols"), "col")) {
    const { min = "1", max = min, width, outlineLevel } = node.attributes;
    if (outlineLevel !== undefined) lost.add("grouping");
    for (let column = Number(min) - 1; column < Math.min(Number(max), last); column++) {
      const points = charactersToPoints(Number(width ?? 0));
      // A hidden column has to say its width even where it is the usual one.
      if (points > 0 && (points !== DEFAULT_COLUMN_POINTS || flag(node, "customWidth"))) widths[column] = points;
      if (flag(node, "hidden") || width === "0") hidden.push(column);
    }
  }
  return { widths, hidden };
}

function heightsOf(root: XmlNode, read: ReadCells): Record<number, number> {
  const heights: Record<number, number> = {};
  const format = childOf(root, "sheetFormatPr");
  const usual = Number(format?.attributes.defaultRowHeight ?? DEFAULT_ROW_POINTS);
  if (flag(format, "customHeight")) read.cells.forEach((_, row) => (heights[row] = usual));
  for (const [row, height] of read.rowHeights) if (height > 0 && height !== usual) heights[row] = height;
  return heights;
}

function frozenOf(pane: XmlNode | undefined): BookSheet["frozen"] {
  if (!pane?.attributes.state?.startsWith("frozen")) return { rows: 0, columns: 0 };
  return { rows: Number(pane.attributes.ySplit ?? 0), columns: Number(pane.attributes.xSplit ?? 0) };
}

function placesOf(widths: Readonly<Record<number, number>>, heights: Readonly<Record<number, number>>): SheetPlaces {
  const sum = (sizes: Readonly<Record<number, number>>, usual: number, before: number): number => {
    let total = before * usual;
    for (const [place, size] of Object.entries(sizes)) if (Number(place) < before) total += size - usual;
    return total;
  };
  return {
    columnLeft: (column) => sum(widths, DEFAULT_COLUMN_POINTS, column),
    rowTop: (row) => sum(heights, DEFAULT_ROW_POINTS, row),
  };
}

function noteContents(root: XmlNode, lost: LostContents): void {
  if (childOf(root, "dataValidations")) lost.add("validation");
  if (childOf(root, "hyperlinks")) lost.add("links");
  if (childOf(root, "picture")) lost.add("pictures");
  const protection = childOf(root, "sheetProtection")?.attributes ?? {};
  if (protection.password !== undefined || protection.hashValue !== undefined) lost.add("password");
  const extensions = childOf(root, "extLst");
  if (findIn(extensions, "sparklineGroups")) lost.add("sparklines");
  if (findIn(extensions, "dataValidations")) lost.add("validation");
  // A data bar's finer points stand in an extension of their own; the bar itself is read above.
  const finer = findIn(extensions, "conditionalFormattings");
  if (
    finer?.children.some((block) => childrenOf(block, "cfRule").some(({ attributes }) => attributes.type !== "dataBar"))
  ) {
    lost.add("otherConditions");
  }
}
