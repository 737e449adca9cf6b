import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import type { BookCell, BookFile, CellBorder, CellStyle } from "../../../src/xlsx/book-file";
import { emptySheet, openFile, openXlsx } from "../../../src/workbench/xlsx/open-file";
import { saveXlsx } from "../../../src/workbench/xlsx/save-xlsx";
import { checkPackage } from "../../../src/xlsx/check/check-package";
import { comparable, EVERYTHING } from "./books";

const partOf = (book: BookFile, name: string): string => {
  const part = unzipSync(saveXlsx(book))[name];
  return part ? strFromU8(part) : "";
};

test("a workbook with everything that plain data holds comes back as it was saved, and nothing is lost", async () => {
  const { book, lost } = await openFile("x.xlsx", saveXlsx(EVERYTHING));
  expect(comparable(book)).toEqual(comparable(EVERYTHING));
  expect(lost).toEqual([]);
});

test("the same book gives the same bytes", () => {
  expect(saveXlsx(EVERYTHING)).toEqual(saveXlsx(EVERYTHING));
});

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, "0").toUpperCase()}`);
const border: fc.Arbitrary<CellBorder> = fc.record({
  style: fc.constantFrom("thin", "medium", "thick", "dashed", "dotted", "double", "hair"),
  color: colour,
});
const requiredKeys = { requiredKeys: [] };
const style: fc.Arbitrary<CellStyle> = fc.record(
  {
    numberFormat: fc.constantFrom("0.00", "#,##0", "0%", "@", "yyyy-mm-dd", '0.0"万元"', "[Red]0;-0"),
    fill: colour,
    font: fc
      .record(
        {
          name: fc.constantFrom("Arial", "微软雅黑"),
          size: fc.constantFrom(9, 10.5, 20),
          color: colour,
          bold: fc.constant(true),
          italic: fc.constant(true),
          underline: fc.constant(true),
          strikethrough: fc.constant(true),
        },
        requiredKeys,
      )
      .filter((font) => Object.keys(font).length > 0),
    horizontal: fc.constantFrom("left", "center", "right"),
    vertical: fc.constantFrom("top", "center", "bottom"),
    wrap: fc.constant(true),
    indent: fc.integer({ min: 1, max: 5 }),
    borders: fc
      .record({ top: border, bottom: border, left: border, right: border }, requiredKeys)
      .filter((borders) => Object.keys(borders).length > 0),
  },
  requiredKeys,
);
// An empty text and a blank are the same to a file without formulas; a lone surrogate is no text that UTF-8 knows.
const text = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1 }),
  fc.string({ unit: "binary-ascii", minLength: 1 }).filter((value) => !value.includes("\r")),
  fc.constantFrom("=1+1", "@SUM(A1)", "-", "+86", "_x0041_", "<a>&amp;", " ", "\n", "甲\u0000乙", "'1", "TRUE", "1e5"),
);
const value = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.boolean(),
  fc.constantFrom("#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!").map((error) => ({ error })),
);
const books: fc.Arbitrary<BookFile> = fc
  .array(fc.tuple(fc.nat(30), fc.nat(30), value, fc.option(style, { nil: undefined })), { maxLength: 30 })
  .map((entries) => {
    const cells: (BookCell | undefined)[][] = [];
    const styles: CellStyle[] = [];
    for (const [row, column, cell, looks] of entries) {
      const plain = looks === undefined || Object.keys(looks).length === 0;
      (cells[row] ??= [])[column] = plain ? { value: cell } : { value: cell, style: styles.push(looks) - 1 };
    }
    return { sheets: [{ ...emptySheet("表"), cells }], active: 0, names: [], styles, settings: {} };
  });

test("any cells and formats come back as they were saved, from a file that Excel opens without a repair", async () => {
  await fc.assert(
    fc.asyncProperty(books, async (book) => {
      const bytes = saveXlsx(book);
      expect(comparable(await openXlsx(bytes))).toEqual(comparable(book));
      expect(checkPackage(bytes, "xlsx").findings).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test("another reader finds the same values, and text that begins like a formula is text", async () => {
  const { sheets } = await readXlsx(saveXlsx(EVERYTHING));
  const sheet = sheets.find(({ name }) => name === "评分_结果");
  expect(sheet?.rows.slice(0, 3)).toEqual([
    ["评分结果", null, null],
    ["企业名称", "得分", "是否达到"],
    ["示例甲公司", 86.5, "达到"],
  ]);
  expect(sheet?.rows[3]?.[0]).toBe("=2+3");
  expect(sheet?.cells?.get("3,0")?.formula).toBeUndefined();
  expect(sheets.find(({ name }) => name.startsWith("公式"))?.cells?.get("4,0")?.formula).toBe(
    "_xldudf_ZJTX_CREDIT_CODE_VALID(A1)",
  );
});

test("a spilled formula is kept as the dynamic array that Excel shows without braces", () => {
  const sheet = partOf(EVERYTHING, "xl/worksheets/sheet1.xml");
  expect(sheet).toMatch(
    /<c r="B3" s="\d+" cm="1" t="str"><f t="array" ref="B3:C4">_xldudf_ZJTX_TIER\(A1:C1,A2:C9\)<\/f>/,
  );
  expect(partOf(EVERYTHING, "xl/metadata.xml")).toContain(`fDynamic="1"`);
  const plain = { ...EVERYTHING, sheets: [emptySheet("表")], active: 0, names: [] };
  expect(partOf(plain, "xl/metadata.xml")).toBe("");
});

test("text that begins like a formula carries the mark that keeps it text when someone edits the cell", () => {
  const styles = partOf(EVERYTHING, "xl/styles.xml");
  expect(styles.match(/quotePrefix="1"/g)?.length).toBe(1);
});

test("headings that a table can't have are put right, in the cell and in the table alike", async () => {
  const sheet = {
    ...emptySheet("表"),
    cells: [[{ value: "名称" }, { value: "名称" }, undefined, { value: 2025 }], [{ value: 1 }]],
    tables: [
      {
        name: "A1",
        range: { top: 0, left: 0, bottom: 1, right: 3 },
        style: "",
        headers: true,
        totals: false,
        filterButton: false,
        bandedRows: false,
      },
    ],
  };
  const book = await openXlsx(saveXlsx({ ...EVERYTHING, sheets: [sheet], active: 0, names: [] }));
  expect(book.sheets[0]?.cells[0]?.map((cell) => cell?.value)).toEqual(["名称", "名称_2", "列3", "2025"]);
  expect(book.sheets[0]?.tables).toEqual([{ ...sheet.tables[0], name: "_A1" }]);
});
