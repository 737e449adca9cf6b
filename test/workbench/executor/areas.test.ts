/** Several blocks at once (RangeAreas): named together, looked at and changed as one. */
import { openHeadless, type Headless } from "../../../src/workbench/headless/open";
import { emptySheet } from "../../../src/workbench/xlsx/open-file";
import { fileFromBook } from "../../../src/workbench/book/save-book";
import type { CellStyle } from "../../../src/xlsx/book-file";

let headless: Headless | null = null;
afterEach(() => {
  headless?.close();
  headless = null;
});

async function request<T>(queue: (sheet: Excel.Worksheet) => T): Promise<T> {
  headless ??= await openHeadless({
    sheets: [emptySheet("名单"), emptySheet("甲,乙")],
    active: 0,
    names: [{ name: "合计", formula: "=名单!$C$3", comment: "", visible: true, sheet: null }],
    styles: [],
    settings: {},
  });
  const { Excel, session } = headless;
  return Excel.run({ session }, async (context) => {
    const asked = queue(context.workbook.worksheets.getItem("名单"));
    await context.sync();
    return asked;
  });
}

function styleAt(row: number, column: number): CellStyle | undefined {
  if (headless === null) return undefined;
  const { sheets, styles } = fileFromBook(headless.book);
  return styles[sheets[0]?.cells[row]?.[column]?.style ?? -1];
}

test.each([
  ["commas", "A1:B2,D4", "A1:B2,D4"],
  ["semicolons and blanks", "A1:B2; D4", "A1:B2,D4"],
  ["names and the sheet's own name", "名单!A1,合计", "A1,C3"],
])("blocks are named with %s", async (_, address, expected) => {
  const areas = await request((sheet) => sheet.getRanges(address).load("address,areaCount,cellCount"));
  expect(areas.address.replaceAll("名单!", "")).toBe(expected);
  expect(areas.areaCount).toBe(2);
});

test("without an address it is the whole sheet", async () => {
  const areas = await request((sheet) => sheet.getRanges().load("areaCount,isEntireRow,isEntireColumn"));
  expect(areas).toMatchObject({ areaCount: 1, isEntireRow: true, isEntireColumn: true });
});

const many = Array.from({ length: 1200 }, (_, index) => `A${index + 1000}:A${index + 1000}`).join(",");
test.each([
  ["of another sheet, whose name holds a comma", "A1,'甲,乙'!A1"],
  ["that is no address", "A1,,A2:"],
  ["in an address longer than Excel takes", many],
])("a block %s is refused", async (_, address) => {
  const asked = request((sheet) => {
    sheet.getRanges(address).format.font.bold = true;
  });
  await expect(asked).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("a look is given to every block and to nothing between them", async () => {
  await request((sheet) => {
    const { format } = sheet.getRanges("A1:B2,D4");
    format.font.name = "黑体";
    format.font.size = 22;
    format.font.bold = true;
    format.fill.color = "#FFF3CD";
    format.horizontalAlignment = "Center";
    format.wrapText = true;
  });
  const look = { font: { name: "黑体", size: 22, bold: true }, fill: "#FFF3CD", horizontal: "center", wrap: true };
  for (const [row, column] of [
    [0, 0],
    [1, 1],
    [3, 3],
  ] as const)
    expect(styleAt(row, column)).toEqual(look);
  expect(styleAt(2, 2)).toBeUndefined();
});

test("each block has edges of its own, and lines between its own cells", async () => {
  await request((sheet) => {
    const { borders } = sheet.getRanges("A1:B2,A4:B4").format;
    for (const edge of ["EdgeTop", "EdgeBottom", "InsideHorizontal"] as const)
      borders.getItem(edge).style = "Continuous";
  });
  const line = { style: "thin", color: "#000000" };
  expect(styleAt(0, 1)?.borders).toEqual({ top: line });
  expect(styleAt(1, 1)?.borders).toEqual({ top: line, bottom: line });
  expect(styleAt(3, 0)?.borders).toEqual({ top: line, bottom: line });
});

test("heights and widths are set in every block, and a larger font makes its rows higher", async () => {
  await request((sheet) => {
    sheet.getRanges("A1,A3:A4").format.rowHeight = 33;
    sheet.getRanges("B1,D1").format.columnWidth = 99;
    sheet.getRanges("A6:C6,A9").format.font.size = 30;
  });
  const [sheet] = headless === null ? [] : fileFromBook(headless.book).sheets;
  expect(sheet?.rowHeights).toMatchObject({ 0: 33, 2: 33, 3: 33 });
  expect(sheet?.rowHeights[1]).toBeUndefined();
  expect(sheet?.rowHeights[5]).toBeGreaterThan(30);
  expect(sheet?.rowHeights[8]).toBe(sheet?.rowHeights[5]);
  expect(sheet?.columnWidths).toMatchObject({ 1: 99, 3: 99 });
});

test("a property is read where all blocks share it, and is null where they differ", async () => {
  const { shared, apart } = await request((sheet) => {
    sheet.getRange("A1:A2").format.font.bold = true;
    sheet.getRange("A1:A3").format.rowHeight = 40;
    const load = "font/bold,rowHeight";
    return { shared: sheet.getRanges("A1,A2").format.load(load), apart: sheet.getRanges("A1,A3:A4").format.load(load) };
  });
  expect([shared.font.bold, shared.rowHeight]).toEqual([true, 40]);
  expect([apart.font.bold, apart.rowHeight]).toEqual([null, null]);
});

test("a protected sheet refuses", async () => {
  const asked = request((sheet) => {
    sheet.protection.protect();
    sheet.getRanges("A1,A3").format.font.bold = true;
  });
  await expect(asked).rejects.toMatchObject({ code: "AccessDenied" });
});
