/** A workbook as plain data -> the bytes of an xlsx file. The same book gives the same bytes. */
import { zipSync, type Zippable } from "fflate";
import { fixedCells, printNames } from "../../sheet/results/fixed-cells";
import { escapeAttribute, escapeText } from "../../xlsx/xml/markup";
import { uniqueTableName } from "../../sheet/results/sheet-names";
import { commentsPart, drawingPart } from "../../share/copy/copy-notes";
import type { BookFile, BookNote, BookSheet } from "../book-file";
import { breather } from "./breathe";
import { filedFormula } from "./formula-names";
import { settingsParts } from "./kept-settings";
import { NOTHING_NAMED } from "./page-setup";
import { withoutMissingSheets } from "./missing-sheets";
import { themeXml } from "./office-theme";
import { afterCells, beforeCells } from "./write-sheet";
import { cellsXml, SharedStrings, type CellParts } from "./write-cells";
import { chartXml, drawingXml } from "./write-charts";
import { StylesPart } from "./write-styles";
import { columnNames, tableXml } from "./write-tables";

const DECLARATION = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const BOOK = "xl/workbook.xml";

/** Content type of each part by the beginning of its name. */
const TYPES: readonly (readonly [string, string])[] = [
  [BOOK, `${SPREADSHEET}.sheet.main+xml`],
  ["xl/worksheets/", `${SPREADSHEET}.worksheet+xml`],
  ["xl/tables/", `${SPREADSHEET}.table+xml`],
  ["xl/styles.xml", `${SPREADSHEET}.styles+xml`],
  ["xl/sharedStrings.xml", `${SPREADSHEET}.sharedStrings+xml`],
  ["xl/theme/", "application/vnd.openxmlformats-officedocument.theme+xml"],
  ["xl/metadata.xml", `${SPREADSHEET}.sheetMetadata+xml`],
  ["xl/comments", `${SPREADSHEET}.comments+xml`],
  ["xl/drawings/", "application/vnd.openxmlformats-officedocument.drawing+xml"],
  ["xl/charts/", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"],
  ["xl/webextensions/taskpanes.xml", "application/vnd.ms-office.webextensiontaskpanes+xml"],
  ["xl/webextensions/", "application/vnd.ms-office.webextension+xml"],
];

interface Link {
  readonly type: string;
  readonly target: string;
}

export async function saveXlsx(book: BookFile): Promise<Uint8Array> {
  const output = new Output(withoutMissingSheets(book));
  await output.addSheets();
  return output.toBytes();
}

class Output {
  private readonly parts = new Map<string, Uint8Array>();
  private readonly encoder = new TextEncoder();
  private readonly styles: StylesPart;
  private readonly strings = new SharedStrings();
  private readonly tableNames = new Set<string>();
  private readonly breathe = breather();
  private readonly lambdas: ReadonlySet<string>;
  private dynamicArrays = false;
  private tables = 0;
  private charts = 0;
  private drawings = 0;
  private noted = 0;

  constructor(private readonly book: BookFile) {
    this.styles = new StylesPart(book.styles);
    const lambdas = book.names.filter(({ formula }) => /^=LAMBDA\(/i.test(formula));
    this.lambdas = new Set(lambdas.map(({ name }) => name.toUpperCase()));
    // Tables and names of the whole workbook are called from one place.
    for (const { name, sheet } of book.names) if (sheet === null) this.tableNames.add(name.toLowerCase());
  }

  /** Excel opens no workbook on a hidden sheet. */
  private get active(): number {
    const { sheets, active } = this.book;
    const visible = sheets.findIndex(({ visibility }) => visibility === "visible");
    return sheets[active]?.visibility === "visible" ? active : Math.max(visible, 0);
  }

  async addSheets(): Promise<void> {
    for (const [index, sheet] of this.book.sheets.entries()) await this.addSheet(sheet, index);
  }

  toBytes(): Uint8Array {
    const links: Link[] = this.book.sheets.map((_, index) => ({
      type: "worksheet",
      target: `worksheets/sheet${index + 1}.xml`,
    }));
    this.set("xl/styles.xml", this.styles.toXml());
    links.push({ type: "styles", target: "styles.xml" });
    this.set("xl/theme/theme1.xml", themeXml());
    links.push({ type: "theme", target: "theme/theme1.xml" });
    if (this.strings.size > 0) {
      this.setChunks("xl/sharedStrings.xml", this.strings.xml());
      links.push({ type: "sharedStrings", target: "sharedStrings.xml" });
    }
    if (this.dynamicArrays) {
      this.set("xl/metadata.xml", METADATA);
      links.push({ type: "sheetMetadata", target: "metadata.xml" });
    }
    this.set(BOOK, this.bookXml());
    this.set("xl/_rels/workbook.xml.rels", linksXml(links));
    const packageLinks = [{ type: "officeDocument", target: BOOK }];
    const settings = Object.entries(settingsParts(this.book.settings));
    for (const [name, xml] of settings) this.set(name, xml);
    const panes = settings.length > 0 ? taskPanesLink(packageLinks.length + 1) : "";
    this.set("_rels/.rels", linksXml(packageLinks, panes));
    const types = this.contentTypes();
    this.set("[Content_Types].xml", types);
    // Programs look for the list of types first.
    const ordered = [...this.parts].sort(
      ([left], [right]) => Number(right === "[Content_Types].xml") - Number(left === "[Content_Types].xml"),
    );
    const files: Zippable = {};
    // 1 January 1980: no clock goes into the file. (Zip knows no earlier day, and local time decides which day it is.)
    for (const [name, part] of ordered) files[name] = [part, { level: 6, mtime: new Date(1980, 0, 1) }];
    return zipSync(files);
  }

  private async addSheet(sheet: BookSheet, index: number): Promise<void> {
    const part = `xl/worksheets/sheet${index + 1}.xml`;
    const links: Link[] = [];
    const headings = new Map<string, string>();
    const tables = sheet.tables.map((table) => {
      if (table.headers) {
        for (const [place, name] of columnNames(sheet, table).entries())
          headings.set(`${table.range.top},${table.range.left + place}`, name);
      }
      this.tables += 1;
      this.set(
        `xl/tables/table${this.tables}.xml`,
        tableXml(sheet, table, this.tables, uniqueTableName(table.name, this.tableNames)),
      );
      return addLink(links, "table", `../tables/table${this.tables}.xml`);
    });
    const drawing = sheet.charts.length > 0 ? addLink(links, "drawing", `../drawings/${this.addDrawing(sheet)}`) : null;
    const notes = this.addNotes(sheet.notes ?? [], links);
    const cells: CellParts = {
      strings: this.strings,
      styles: this.styles,
      headings,
      lambdas: this.lambdas,
      dynamicArrays: false,
    };
    const chunks = [this.encoder.encode(DECLARATION + beforeCells(sheet, index === this.active))];
    for (const chunk of cellsXml(withHeadingCells(sheet, headings), cells)) {
      chunks.push(this.encoder.encode(chunk));
      await this.breathe();
    }
    chunks.push(this.encoder.encode(afterCells(sheet, this.styles, { drawing, notes, tables })));
    this.dynamicArrays ||= cells.dynamicArrays;
    this.parts.set(part, joined(chunks));
    if (links.length > 0) this.set(`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, linksXml(links));
  }

  private addDrawing(sheet: BookSheet): string {
    this.drawings += 1;
    const name = `drawing${this.drawings}.xml`;
    const links: Link[] = [];
    for (const chart of sheet.charts) {
      this.charts += 1;
      this.set(`xl/charts/chart${this.charts}.xml`, chartXml(chart));
      addLink(links, "chart", `../charts/chart${this.charts}.xml`);
    }
    this.set(`xl/drawings/${name}`, drawingXml(sheet.charts));
    this.set(`xl/drawings/_rels/${name}.rels`, linksXml(links));
    return name;
  }

  /** Gives the id of the old drawing that Excel still wants for notes; null where there are none. */
  private addNotes(notes: readonly BookNote[], links: Link[]): string | null {
    if (notes.length === 0) return null;
    this.noted += 1;
    this.set(`xl/comments${this.noted}.xml`, commentsPart(notes));
    addLink(links, "comments", `../comments${this.noted}.xml`);
    this.parts.set(`xl/drawings/vmlDrawing${this.noted}.vml`, this.encoder.encode(drawingPart(notes)));
    return addLink(links, "vmlDrawing", `../drawings/vmlDrawing${this.noted}.vml`);
  }

  private bookXml(): string {
    const states = { visible: "", hidden: ` state="hidden"`, "very-hidden": ` state="veryHidden"` };
    const sheets = this.book.sheets.map(
      ({ name, visibility }, index) =>
        `<sheet name="${escapeAttribute(name)}" sheetId="${index + 1}"${states[visibility]} r:id="rId${index + 1}"/>`,
    );
    const names = this.book.names.map((entry) => {
      const attributes =
        (entry.comment === "" ? "" : ` comment="${escapeAttribute(entry.comment)}"`) +
        (entry.sheet === null ? "" : ` localSheetId="${entry.sheet}"`) +
        (entry.visible ? "" : ` hidden="1"`);
      return `<definedName name="${escapeAttribute(entry.name)}"${attributes}>${escapeText(filedFormula(entry.formula))}</definedName>`;
    });
    // Excel keeps what is printed of a sheet, and its filter, under names of its own.
    for (const [index, { name, filter, page }] of this.book.sheets.entries()) {
      for (const [own, cells] of printNames(name, page ?? NOTHING_NAMED))
        names.push(`<definedName name="${own}" localSheetId="${index}">${escapeText(cells)}</definedName>`);
      if (!filter) continue;
      const cells = fixedCells(name, filter.range);
      names.push(
        `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${escapeText(cells)}</definedName>`,
      );
    }
    return (
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="${this.active}"/></bookViews>` +
      `<sheets>${sheets.join("")}</sheets>` +
      (names.length > 0 ? `<definedNames>${names.join("")}</definedNames>` : "") +
      `<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`
    );
  }

  private contentTypes(): string {
    const overrides = [...this.parts.keys()].flatMap((name) => {
      const type = /\.(rels|vml)$/.test(name) ? undefined : TYPES.find(([start]) => name.startsWith(start))?.[1];
      return type === undefined ? [] : [`<Override PartName="/${name}" ContentType="${type}"/>`];
    });
    return (
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>` +
      (this.noted > 0
        ? `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`
        : "") +
      `${overrides.join("")}</Types>`
    );
  }

  private set(name: string, xml: string): void {
    this.parts.set(name, this.encoder.encode(DECLARATION + xml));
  }

  private setChunks(name: string, chunks: Iterable<string>): void {
    const bytes = [this.encoder.encode(DECLARATION)];
    for (const chunk of chunks) bytes.push(this.encoder.encode(chunk));
    this.parts.set(name, joined(bytes));
  }
}

/** A heading that a table needs has to have a cell to stand in. */
function withHeadingCells(sheet: BookSheet, headings: ReadonlyMap<string, string>): BookSheet {
  const missing = [...headings].filter(([key]) => {
    const [row = 0, column = 0] = key.split(",").map(Number);
    return !sheet.cells[row]?.[column];
  });
  if (missing.length === 0) return sheet;
  const cells = [...sheet.cells];
  for (const [key, value] of missing) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    const line = [...(cells[row] ?? [])];
    line[column] = { value };
    cells[row] = line;
  }
  return { ...sheet, cells };
}

function addLink(links: Link[], type: string, target: string): string {
  return `rId${links.push({ type, target })}`;
}

function linksXml(links: readonly Link[], more = ""): string {
  const entries = links.map(
    ({ type, target }, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries.join("")}${more}</Relationships>`;
}

function taskPanesLink(number: number): string {
  const type = "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes";
  return `<Relationship Id="rId${number}" Type="${type}" Target="xl/webextensions/taskpanes.xml"/>`;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Says that cells marked `cm="1"` are dynamic arrays; without it Excel shows `{=…}` ([MS-XLSX] 2.4.62, XLDAPR). */
const METADATA =
  `<metadata xmlns="${MAIN}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">` +
  `<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" ` +
  `splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes>` +
  `<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">` +
  `<xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>` +
  `<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`;
