/** A shared workbook as xlsx bytes. Same data, same bytes: no clock in it. Runs in a browser's worker as well as in Node. */
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { fixedCells } from "../../sheet/results/fixed-cells";
import type { CopyBook, CopySheet } from "./copy-book";
import { commentsPart, drawingPart } from "./copy-notes";
import { escaped, MAIN, RELATIONS, sheetPieces } from "./copy-sheet-markup";
import { stylesPart } from "./copy-styles";

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
/** 1 January 1980, the first day a zip file knows. */
const NO_DATE = new Date(1980, 0, 1);
/** The fastest levels make files a third larger; the slowest take thrice the time for a few percent. */
const LEVEL = 6;

/** Packs one piece after another; the results, put together, are one raw deflate stream, ended by the `last`. */
export type Deflate = (piece: Uint8Array, last: boolean) => Uint8Array;

/** A part packed by a program of the host's own, which is thrice as fast as one in JavaScript. */
class DeflatedPart extends ZipPassThrough {
  override compression = 8;

  constructor(
    name: string,
    private readonly deflate: Deflate,
  ) {
    super(name);
  }

  protected override process(piece: Uint8Array, last: boolean): void {
    this.ondata(null, new Uint8Array(this.deflate(piece, last)), last);
  }
}

class PackageWriter {
  private readonly chunks: Uint8Array[] = [];
  private readonly zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.chunks.push(chunk);
  });

  constructor(private readonly deflate: Deflate | undefined) {}

  part(name: string, pieces: Iterable<string>): void {
    const { deflate } = this;
    const file = deflate ? new DeflatedPart(name, deflate) : new ZipDeflate(name, { level: LEVEL });
    file.mtime = NO_DATE;
    this.zip.add(file);
    file.push(strToU8(name.endsWith(".vml") ? "" : XML));
    for (const piece of pieces) if (piece !== "") file.push(strToU8(piece));
    file.push(new Uint8Array(0), true);
  }

  toBytes(): Uint8Array {
    this.zip.end();
    const bytes = new Uint8Array(this.chunks.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const chunk of this.chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  }
}

/**
 * Writes the workbook; its formulas are computed by whoever opens it.
 * @param deflate packs the parts; left out, it is done here
 */
export function writeCopy(book: CopyBook, deflate?: Deflate): Uint8Array {
  const writer = new PackageWriter(deflate);
  const { sheets } = book;
  writer.part("[Content_Types].xml", [contentTypes(sheets)]);
  writer.part("_rels/.rels", [relationships([link("rId1", "officeDocument", "xl/workbook.xml")])]);
  writer.part("xl/workbook.xml", [workbookPart(sheets)]);
  writer.part("xl/_rels/workbook.xml.rels", [
    relationships([
      ...sheets.map((_, index) => link(`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`)),
      link(`rId${sheets.length + 1}`, "styles", "styles.xml"),
    ]),
  ]);
  writer.part("xl/styles.xml", [stylesPart()]);
  sheets.forEach((sheet, index) => {
    const number = index + 1;
    writer.part(`xl/worksheets/sheet${number}.xml`, sheetPieces(sheet));
    if (sheet.notes.length === 0) return;
    writer.part(`xl/worksheets/_rels/sheet${number}.xml.rels`, [
      relationships([
        link("rId1", "comments", `../comments${number}.xml`),
        link("rId2", "vmlDrawing", `../drawings/vmlDrawing${number}.vml`),
      ]),
    ]);
    writer.part(`xl/comments${number}.xml`, [commentsPart(sheet.notes)]);
    writer.part(`xl/drawings/vmlDrawing${number}.vml`, [drawingPart(sheet.notes)]);
  });
  return writer.toBytes();
}

function link(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
}

function relationships(links: readonly string[]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${links.join("")}</Relationships>`;
}

function contentTypes(sheets: readonly CopySheet[]): string {
  const override = (part: string, type: string): string =>
    `<Override PartName="/${part}" ContentType="${TYPE}.${type}+xml"/>`;
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>` +
    override("xl/workbook.xml", "sheet.main") +
    override("xl/styles.xml", "styles") +
    sheets
      .map(
        ({ notes }, index) =>
          override(`xl/worksheets/sheet${index + 1}.xml`, "worksheet") +
          (notes.length > 0 ? override(`xl/comments${index + 1}.xml`, "comments") : ""),
      )
      .join("") +
    `</Types>`
  );
}

function workbookPart(sheets: readonly CopySheet[]): string {
  const tabs = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const filters = sheets.flatMap(({ name, filter, rows, body, widths }, index) =>
    filter && body ? [filterName(name, index, rows.length, rows.length + body.count, widths.length)] : [],
  );
  const names = filters.length > 0 ? `<definedNames>${filters.join("")}</definedNames>` : "";
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${tabs.join("")}</sheets>${names}<calcPr fullCalcOnLoad="1"/></workbook>`;
}

/** Excel keeps a filter's range under a hidden name too, and mends files that lack it. */
function filterName(name: string, index: number, top: number, bottom: number, width: number): string {
  const range = fixedCells(name, { top: top - 1, left: 0, bottom: bottom - 1, right: width - 1 });
  return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${escaped(range)}</definedName>`;
}
