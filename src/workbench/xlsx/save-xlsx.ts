/** A workbook as plain data -> the bytes of an xlsx file. The same book gives the same bytes. */
import type { BookFile, BookName } from "../../xlsx/book-file";
import { blankWorkbook } from "../../xlsx/write/blank-workbook";
import type { WrittenName } from "../../xlsx/write/defined-names";
import { WorkbookEditor, type BesidePart } from "../../xlsx/write/workbook-editor";
import { filedFormula } from "./formula-names";
import { settingsLink, settingsParts } from "./kept-settings";
import { withoutMissingSheets } from "./missing-sheets";
import { themeXml } from "./office-theme";
import { DEFAULT_FONT } from "./read-styles";
import type { CellParts } from "./write-cells";
import { writtenSheet } from "./written-sheet";

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export function saveXlsx(given: BookFile): Uint8Array {
  const book = withoutMissingSheets(given);
  const active = openedOn(book);
  const parts = blankWorkbook({
    font: DEFAULT_FONT.name,
    active,
    calculated: true,
    links: settingsLink(book.settings),
  });
  const editor = new WorkbookEditor(parts, book.names.map(writtenName));
  const lambdas = book.names.filter(({ formula }) => /^=LAMBDA\(/i.test(formula));
  const cells: CellParts = {
    styles: book.styles,
    lambdas: new Set(lambdas.map(({ name }) => name.toUpperCase())),
    dynamicArrays: false,
  };
  for (const [index, sheet] of book.sheets.entries()) editor.place(writtenSheet(sheet, index === active, cells));
  editor.finish(() => [...besideSheets(cells), ...settingsParts(book.settings)]);
  return parts.toBytes();
}

/** Excel opens no workbook on a hidden sheet. */
function openedOn({ sheets, active }: BookFile): number {
  const visible = sheets.findIndex(({ visibility }) => visibility === "visible");
  return sheets[active]?.visibility === "visible" ? active : Math.max(visible, 0);
}

function writtenName({ name, formula, comment, visible, sheet }: BookName): WrittenName {
  return { name, formula: filedFormula(formula), sheet, comment, hidden: !visible };
}

/** What the cells need besides, known once they are written. */
function besideSheets({ dynamicArrays }: CellParts): readonly BesidePart[] {
  const theme = "application/vnd.openxmlformats-officedocument.theme+xml";
  return [
    { part: "xl/theme/theme1.xml", type: theme, xml: themeXml(), link: "theme" },
    ...(dynamicArrays
      ? [{ part: "xl/metadata.xml", type: `${SPREADSHEET}.sheetMetadata+xml`, xml: METADATA, link: "sheetMetadata" }]
      : []),
  ];
}

/** Says that cells marked `cm="1"` are dynamic arrays; without it Excel shows `{=…}` ([MS-XLSX] 2.4.62, XLDAPR). */
const METADATA =
  `<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">` +
  `<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" ` +
  `splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes>` +
  `<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">` +
  `<xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>` +
  `<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`;
