/** Small files that stand for enormous ones, or lead whoever follows them round in circles. Each is under 5 MB. */
import { craftPackage, type CraftedWorkbook } from "../commands/craft-package";

const HEADING = `<row r="1"><c r="A1" t="inlineStr"><is><t>企业名称</t></is></c><c r="B1" t="inlineStr"><is><t>营业收入（万元）</t></is></c></row>`;
const FIRM = `<row r="2"><c r="A2" t="inlineStr"><is><t>甲厂</t></is></c><c r="B2"><v>5000</v></c></row>`;
const BODY = `<sheetData>${HEADING}${FIRM}</sheetData>`;
const LIST = [{ name: "名单", body: BODY }];

const book = (more: Partial<CraftedWorkbook>): Uint8Array => craftPackage({ sheets: LIST, ...more });
const sheet = (body: string): Uint8Array => book({ sheets: [{ name: "名单", body }] });

/** A list and many rows below it. */
const rows = (row: (number: number) => string, count: number): string =>
  `<sheetData>${HEADING}${Array.from({ length: count }, (_, at) => row(at + 2)).join("")}</sheetData>`;

/** Name of the file -> its bytes, made when asked for. */
export const HOSTILE: ReadonlyMap<string, () => Uint8Array> = new Map<string, () => Uint8Array>([
  ["bomb-zeros.xlsx", () => sheet(`<sheetData>${HEADING}${FIRM}</sheetData>${" ".repeat(100_000_000)}`)],
  [
    "columns-16385.xlsx",
    () => sheet(`<sheetData>${HEADING}<row r="2">${"<c><v>1</v></c>".repeat(16_385)}</row></sheetData>`),
  ],
  [
    "last-cell.xlsx",
    () => sheet(`<sheetData>${HEADING}${FIRM}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>`),
  ],
  ["deep-sheet.xlsx", () => sheet(`${BODY}${"<a>".repeat(300_000)}${"</a>".repeat(300_000)}`)],
  ["deep-styles.xlsx", () => book({ styles: `${"<a>".repeat(300_000)}${"</a>".repeat(300_000)}` })],
  ["deep-workbook.xlsx", () => book({ before: `${"<a>".repeat(200_000)}${"</a>".repeat(200_000)}` })],
  [
    "attributes-100000.xlsx",
    () => sheet(`${BODY}<x ${Array.from({ length: 100_000 }, (_, n) => `a${n}="1"`).join(" ")}/>`),
  ],
  [
    "links-in-a-circle.xlsx",
    () =>
      book({
        parts: {
          "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="/xl/workbook.xml"/></Relationships>`,
        },
      }),
  ],
  ["rows-of-one-cell.xlsx", () => sheet(rows(() => "<row><c><v>1</v></c></row>", 1_000_000))],
  [
    "numbered-rows-of-one-cell.xlsx",
    () => sheet(rows((row) => `<row r="${row}"><c r="A${row}"><v>1</v></c></row>`, 300_000)),
  ],
  ["lines-of-one-value.csv", () => new TextEncoder().encode(`企业名称,营业收入（万元）\n${"甲\n".repeat(900_000)}`)],
  ["comment-of-300mb.xlsx", () => sheet(`<!--${"-x".repeat(60_000_000)}-->${BODY}`)],
  [
    "cell-text-of-6mb.xlsx",
    () =>
      sheet(
        `<sheetData>${HEADING}<row r="2"><c r="A2" t="inlineStr"><is><t>${"x".repeat(6_000_000)}</t></is></c></row></sheetData>`,
      ),
  ],
]);
