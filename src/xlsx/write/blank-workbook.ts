/** A workbook without sheets, to which an editor adds them. The same sheets give the same bytes: no clock goes into it. */
import type { ZipCodec } from "../container/codec";
import { PackageParts } from "../container/package-parts";
import { CONTENT_TYPES } from "../workbook-outline";
import { plainStyles } from "./style-book";
import { DECLARATION } from "./workbook-editor";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export interface BlankOptions {
  /** Of cells that say nothing else. */
  readonly font: string;
  /** Place of the sheet it opens on. */
  readonly active?: number;
  /** Whoever opens it calculates all formulas. */
  readonly calculated?: boolean;
  /** More of the package's relationships, as elements. */
  readonly links?: string;
}

export function blankWorkbook(
  { font, active = 0, calculated = false, links = "" }: BlankOptions,
  codec?: ZipCodec,
): PackageParts {
  const parts = PackageParts.empty(codec);
  const set = (name: string, xml: string): void => {
    parts.set(name, DECLARATION + xml);
  };
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relationships = (inside: string): string =>
    `<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${SPREADSHEET}.${type}+xml"/>`;
  // Programs look for the list of types first.
  set(
    CONTENT_TYPES,
    `<Types xmlns="${PACKAGE}/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>` +
      `${override("workbook", "sheet.main")}${override("styles", "styles")}</Types>`,
  );
  set("_rels/.rels", relationships(link("rId1", "officeDocument", "xl/workbook.xml") + links));
  const calculation = calculated ? `<calcPr calcId="191029" fullCalcOnLoad="1"/>` : "";
  set(
    "xl/workbook.xml",
    `<workbook xmlns="${MAIN}"><bookViews><workbookView activeTab="${active}"/></bookViews><sheets></sheets>${calculation}</workbook>`,
  );
  set("xl/_rels/workbook.xml.rels", relationships(link("rId1", "styles", "styles.xml")));
  set("xl/styles.xml", plainStyles(font));
  return parts;
}
