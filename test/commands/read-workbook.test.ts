import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { NOT_CALCULATED } from "../../src/commands/read-grids";
import { readWorkbook } from "../../src/commands/read-workbook";
import { UnreadableFile } from "../../src/commands/unreadable-file";
import type { Cell, Grid } from "../../src/words/grid";
import { craftPackage, sheetData, type CraftedWorkbook } from "./craft-package";
import { failureOf } from "./failure";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "read-workbook-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let files = 0;
function saved(bytes: Uint8Array, ending = ".xlsx"): string {
  files += 1;
  const path = join(folder, `${files}${ending}`);
  writeFileSync(path, bytes);
  return path;
}

async function firstGrid(workbook: CraftedWorkbook): Promise<Grid> {
  const [grid] = (await readWorkbook(saved(craftPackage(workbook)))).grids;
  if (!grid) throw new Error("no grid");
  return grid;
}

/** cellXfs 1 is a date, 2 a percent of our own, 3 the built-in 0%, 4 a text in which % is only a word. */
const STYLES =
  `<numFmts count="2"><numFmt numFmtId="170" formatCode="0.0%;[Red]-0.0%"/><numFmt numFmtId="171" formatCode="0.0&quot;%&quot;"/></numFmts>` +
  `<cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="9"/><xf numFmtId="171"/></cellXfs>`;

describe("a cell reads as", () => {
  const shared = `<si><t>企业名称</t></si><si><r><t>山东</t></r><r><rPr><b/></rPr><t>示例</t></r></si>`;
  const cases: readonly { readonly what: string; readonly cell: string; readonly reads: Cell }[] = [
    { what: "a number", cell: `<c r="A1"><v>1234.5</v></c>`, reads: 1234.5 },
    {
      what: "the serial number of a date, to the last digit",
      cell: `<c r="A1" s="1"><v>45000.123456789</v></c>`,
      reads: 45000.123456789,
    },
    { what: "the serial number of a day that never was", cell: `<c r="A1" s="1"><v>60</v></c>`, reads: 60 },
    {
      what: "a number too large for a date under a date format",
      cell: `<c r="A1" s="1"><v>987654321012</v></c>`,
      reads: 987654321012,
    },
    { what: "true", cell: `<c r="A1" t="b"><v>1</v></c>`, reads: true },
    { what: "false", cell: `<c r="A1" t="b"><v>0</v></c>`, reads: false },
    { what: "an Excel error", cell: `<c r="A1" t="e"><v>#DIV/0!</v></c>`, reads: { error: "#DIV/0!" } },
    { what: "shared text", cell: `<c r="A1" t="s"><v>0</v></c>`, reads: "企业名称" },
    { what: "rich text without its formats", cell: `<c r="A1" t="s"><v>1</v></c>`, reads: "山东示例" },
    { what: "text in the cell itself", cell: `<c r="A1" t="inlineStr"><is><t>甲</t></is></c>`, reads: "甲" },
    { what: "text that begins like a formula", cell: `<c r="A1" t="inlineStr"><is><t>=甲</t></is></c>`, reads: "=甲" },
    { what: "a formula's stored number", cell: `<c r="A1"><f>1+2</f><v>3</v></c>`, reads: 3 },
    { what: "a formula's stored text", cell: `<c r="A1" t="str"><f>A2</f><v>乙</v></c>`, reads: "乙" },
    { what: "a formula's stored true", cell: `<c r="A1" t="b"><f>1=1</f><v>1</v></c>`, reads: true },
    {
      what: "a formula's stored error",
      cell: `<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>`,
      reads: { error: "#DIV/0!" },
    },
    { what: "a blank where a formula gives empty text", cell: `<c r="A1" t="str"><f>""</f><v></v></c>`, reads: null },
    {
      what: "an error that says so where a formula was never computed",
      cell: `<c r="A1"><f>B1*2</f></c>`,
      reads: { error: NOT_CALCULATED },
    },
    {
      what: "the same with an empty value",
      cell: `<c r="A1"><f>B1*2</f><v></v></c>`,
      reads: { error: NOT_CALCULATED },
    },
    { what: "a shared formula's stored number", cell: `<c r="A1"><f t="shared" si="0"/><v>7</v></c>`, reads: 7 },
    {
      what: "an error where a shared formula was never computed",
      cell: `<c r="A1"><f t="shared" si="0"/></c>`,
      reads: { error: NOT_CALCULATED },
    },
  ];
  test.each(cases)("$what", async ({ cell, reads }) => {
    const grid = await firstGrid({
      sheets: [{ name: "甲", body: sheetData(`${cell}<c r="B1"><v>9</v></c>`) }],
      styles: STYLES,
      sharedStrings: shared,
    });
    expect(grid.rows).toEqual([[reads, 9]]);
  });
});

test("a workbook that counts from 1904 gives the serial numbers that everyone else counts", async () => {
  const cells = `<c r="A1" s="1"><v>44197</v></c><c r="B1"><v>44197</v></c>`;
  const grid = await firstGrid({
    sheets: [{ name: "甲", body: sheetData(cells) }],
    styles: STYLES,
    before: `<workbookPr date1904="1"/>`,
  });
  expect(grid.rows).toEqual([[44197 + 1462, 44197]]);
});

test("percent formats stand where their cells are, and nowhere else", async () => {
  const rows = [
    `<c r="B1" s="2"><v>0.052</v></c><c r="D1" s="3"><v>1</v></c>`,
    `<c r="A2" s="4"><v>5</v></c>`,
    `<c s="3"><v>1</v></c>`,
  ];
  const grid = await firstGrid({ sheets: [{ name: "甲", body: sheetData(...rows) }], styles: STYLES });
  expect(grid.numberFormats?.map((row) => row.map((format) => format))).toEqual([
    [null, "0.0%;[Red]-0.0%", null, "0%"],
    [],
    ["0%"],
  ]);
});

test("a sheet without percent formats carries none", async () => {
  const grid = await firstGrid({
    sheets: [{ name: "甲", body: sheetData(`<c r="A1" s="1"><v>1</v></c>`) }],
    styles: STYLES,
  });
  expect(grid.numberFormats).toBeUndefined();
});

test("hidden rows, rows without height, hidden columns and merges are told", async () => {
  const body =
    `<cols><col min="2" max="3" hidden="1" width="9"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row>` +
    `<row r="3" hidden="1"><c r="A3"><v>3</v></c></row><row r="4" ht="0" customHeight="1"><c r="D4"><v>4</v></c></row></sheetData>` +
    `<mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>`;
  const grid = await firstGrid({ sheets: [{ name: "甲", body }] });
  expect([...grid.hiddenRows]).toEqual([2, 3]);
  expect([...(grid.hiddenColumns ?? [])]).toEqual([1, 2]);
  expect(grid.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 2 }]);
  expect(grid.rows).toEqual([[1], [], [3], [null, null, null, 4]]);
});

test("formatted blank cells after the data are no rows and no columns", async () => {
  const rows = [
    `<c r="A1"><v>1</v></c><c r="C1" s="1"/>`,
    `<c r="A2" s="1"/>`,
    `<c r="B3" t="inlineStr"><is><t></t></is></c>`,
  ];
  const grid = await firstGrid({ sheets: [{ name: "甲", body: sheetData(...rows) }], styles: STYLES });
  expect(grid.rows).toEqual([[1]]);
});

describe("of the sheets", () => {
  const one = sheetData(`<c r="A1"><v>1</v></c>`);
  const several: CraftedWorkbook = {
    sheets: [
      { name: "说明", body: one },
      { name: "名单 &amp; 数据", body: sheetData(`<c r="A1"><v>2</v></c>`), state: "hidden" },
      { name: "评分_结果", body: sheetData(`<c r="A1"><v>3</v></c>`) },
      { name: "深藏", body: one, state: "veryHidden" },
    ],
  };

  test("all with cells are read except earlier results, and the hidden ones are named", async () => {
    const book = await readWorkbook(saved(craftPackage(several)));
    expect(book.grids.map((grid) => grid.sheet)).toEqual(["说明", "名单 & 数据", "深藏"]);
    expect([...book.hiddenSheets]).toEqual(["名单 & 数据", "深藏"]);
  });

  test.each([
    { asked: "名单 & 数据", found: "名单 & 数据", value: 2 },
    { asked: " 名单 & 数据 ", found: "名单 & 数据", value: 2 },
    { asked: "评分_结果", found: "评分_结果", value: 3 },
  ])("“$asked” alone is read when asked for", async ({ asked, found, value }) => {
    const book = await readWorkbook(saved(craftPackage(several)), asked);
    expect(book.grids.map(({ sheet, rows }) => [sheet, rows])).toEqual([[found, [[value]]]]);
  });

  test("one that is not there fails with the names that are", async () => {
    const failure = await failureOf(UnreadableFile, readWorkbook(saved(craftPackage(several)), "企业名单"));
    expect(failure.code).toBe("no-such-sheet");
    expect(failure.text.zh).toContain("说明、名单 & 数据、评分_结果、深藏");
  });

  test("English sheet names are found whatever their case", async () => {
    const book = await readWorkbook(saved(craftPackage({ sheets: [{ name: "Firms", body: one }] })), "FIRMS");
    expect(book.grids).toHaveLength(1);
  });
});

test("a workbook with charts, comments, tables and a chart sheet gives its sheets with cells", async () => {
  const book = await readWorkbook(join(__dirname, "../cases/files/everything.xlsx"));
  expect(book.grids.map((grid) => [grid.sheet, grid.rows.length])).toEqual([
    ["企业名单", 22],
    ["隐藏表", 3],
    ["带表", 3],
  ]);
  expect(book.grids[0]?.rows[2]).toEqual(["示例0公司", 0, 40179, true, { error: NOT_CALCULATED }]);
});

test.each([{ prefix: "x:" }, { strict: true }])("files written with other namespaces are read: %j", async (shape) => {
  const body = shape.prefix
    ? `<x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData>`
    : sheetData(`<c r="A1" t="inlineStr"><is><t>甲</t></is></c>`);
  expect((await firstGrid({ ...shape, sheets: [{ name: "甲", body }] })).rows).toEqual([["甲"]]);
});

test("a broken drawing keeps nobody from the numbers", async () => {
  const workbook: CraftedWorkbook = {
    sheets: [{ name: "甲", body: sheetData(`<c r="A1"><v>1</v></c>`) + `<drawing r:id="d"/>` }],
    parts: {
      "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships><Relationship Id="d" Type="x/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
      "xl/drawings/drawing1.xml": "<wsDr><unclosed",
    },
  };
  expect((await firstGrid(workbook)).rows).toEqual([[1]]);
});

test("a workbook that Excel's own encryption protects is said to have a password", async () => {
  const bytes = await writeXlsx({
    sheets: [{ name: "甲", rows: [[1]] }],
    encryption: { password: "123", spinCount: 1 },
  });
  expect((await failureOf(UnreadableFile, readWorkbook(saved(bytes)))).code).toBe("password");
});

test("a cell at the far corner is told as a sheet too large, with its size", async () => {
  const body = `<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>`;
  const failure = await failureOf(
    UnreadableFile,
    readWorkbook(saved(craftPackage({ sheets: [{ name: "甲", body }] }))),
  );
  expect(failure.code).toBe("too-large");
  expect(failure.text.zh).toContain("1048576 行 × 16384 列");
});

describe("a csv", () => {
  const table = async (text: string): Promise<Grid["rows"] | undefined> =>
    (await readWorkbook(saved(Buffer.from(text, "utf8"), ".csv"))).grids[0]?.rows;

  test.each([
    {
      what: "keeps numbers, dates and codes as the text they are",
      text: "1,2026-05-01,007,TRUE\n",
      rows: [["1", "2026-05-01", "007", "TRUE"]],
    },
    { what: "keeps the row numbers over blank lines", text: "a,b\n\n1,2\n", rows: [["a", "b"], [], ["1", "2"]] },
    {
      what: "keeps quotes, separators and line breaks inside quotes",
      text: 'a,b\n"x ""y"", z","1\r\n2"\n',
      rows: [
        ["a", "b"],
        ['x "y", z', "1\r\n2"],
      ],
    },
    {
      what: "takes tabs",
      text: "a\tb\n1\t2,5\n",
      rows: [
        ["a", "b"],
        ["1", "2,5"],
      ],
    },
    {
      what: "takes semicolons",
      text: "a;b\n1,5;2\n",
      rows: [
        ["a", "b"],
        ["1,5", "2"],
      ],
    },
    { what: "follows a sep= line that is no row", text: "sep=|\na|b;c\n", rows: [["a", "b;c"]] },
    {
      what: "takes the code out of a formula that only keeps it as text",
      text: 'a\n="0071"\n',
      rows: [["a"], ["0071"]],
    },
    { what: "has no rows of blank cells at its end", text: "a,b\n1,\n,\n\n", rows: [["a", "b"], ["1"]] },
    {
      what: "works with Mac line ends",
      text: "a,b\r1,2\r",
      rows: [
        ["a", "b"],
        ["1", "2"],
      ],
    },
  ])("$what", async ({ text, rows }) => {
    expect(await table(text)).toEqual(rows);
  });

  test("that is a workbook under another name is read as the workbook it is", async () => {
    const book = await readWorkbook(
      saved(craftPackage({ sheets: [{ name: "甲", body: sheetData(`<c r="A1"><v>1</v></c>`) }] }), ".csv"),
    );
    expect([book.kind, book.grids[0]?.rows]).toEqual(["xlsx", [[1]]]);
  });
});
