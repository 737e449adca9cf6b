/** Damaged and unusual files, by data and by making them: commands and workbench must say the same of each. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { readWorkbook } from "../../src/commands/read-workbook";
import { UnreadableFile } from "../../src/commands/unreadable-file";
import type { Cell } from "../../src/words/grid";
import { openFile } from "../../src/workbench/xlsx/open-file";
import { craftPackage, sheetData } from "../commands/craft-package";

const folder = join(__dirname, "../cases/xlsx/broken");
const value = z.union([z.string(), z.number(), z.null()]);
const cases = z
  .array(
    z.object({
      file: z.string(),
      first: z.array(z.array(value)).optional(),
      sheets: z.number().optional(),
      refused: z.string().optional(),
    }),
  )
  .parse(parse(readFileSync(join(folder, "expected.yaml"), "utf8")));

const made = mkdtempSync(join(tmpdir(), "broken-files-"));
afterAll(() => {
  rmSync(made, { recursive: true });
});

/** What a reader says: the sheets' rows, or why not. */
interface Answer {
  readonly sheets: readonly (readonly (readonly Cell[])[])[];
  readonly refused: string;
}

async function answer(read: () => Promise<Answer["sheets"]>): Promise<Answer> {
  try {
    return { sheets: await read(), refused: "" };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { sheets: [], refused: error.text.zh.replace(/“[^”]*\//, "“") };
  }
}

const byCommand = (path: string) => answer(async () => (await readWorkbook(path)).grids.map(({ rows }) => rows));

const byWorkbench = (path: string) =>
  answer(async () => {
    const { book } = await openFile(path.split("/").at(-1) ?? "", new Uint8Array(readFileSync(path)));
    return book.sheets.map(({ cells }) =>
      Array.from(cells, (row) => Array.from(row ?? [], (cell) => (cell === undefined ? null : cell.value))),
    );
  });

describe.each([
  ["the commands", byCommand],
  ["the workbench", byWorkbench],
])("by %s", (_, read) => {
  test.each(cases)("$file", async ({ file, first, sheets, refused }) => {
    const found = await read(join(folder, file));
    if (refused !== undefined) expect(found.refused).toContain(refused);
    else expect(found.refused).toBe("");
    if (sheets !== undefined) expect(found.sheets).toHaveLength(sheets);
    const shown = first?.map((row, at) => row.map((_cell, column) => found.sheets[0]?.[at]?.[column] ?? null));
    expect(shown).toEqual(first);
  });
});

const TWO = `<si><t>甲</t></si><si><t>乙</t></si>`;
const one = (cells: string, more: Readonly<Record<string, unknown>> = {}) =>
  craftPackage({ sheets: [{ name: "表", body: sheetData(cells) }], sharedStrings: TWO, ...more });
const body = (xml: string) => craftPackage({ sheets: [{ name: "表", body: xml }], sharedStrings: TWO });

const refusals: readonly (readonly [string, Uint8Array, string])[] = [
  ["a number that is none", one(`<c r="A1"><v>1,5</v></c>`), "sheet1.xml A1：内容“1,5”"],
  ["a number in another notation", one(`<c r="A1"><v>0x1F</v></c>`), "内容“0x1F”"],
  ["a truth that is neither", one(`<c r="B1" t="b"><v>2</v></c>`), "sheet1.xml B1"],
  [
    "a shared text beyond the list",
    one(`<c r="C1" t="s"><v>2</v></c>`),
    "C1：引用了共享文字表里没有的“2”（表里有 2 条）",
  ],
  ["a shared text below the list", one(`<c r="C1" t="s"><v>-1</v></c>`), "没有的“-1”"],
  ["a shared text with a fraction", one(`<c r="C1" t="s"><v>1.5</v></c>`), "没有的“1.5”"],
  ["a shared text without a number", one(`<c r="C1" t="s"><v></v></c>`), "没有的“”"],
  [
    "a shared text where the workbook names no list of them",
    craftPackage({ sheets: [{ name: "表", body: sheetData(`<c r="A1" t="s"><v>0</v></c>`) }] }),
    "sheet1.xml A1：文字存在共享文字表里，而表不在文件里",
  ],
  ["a type nobody knows", one(`<c r="A1" t="x"><v>1</v></c>`), "类型“x”"],
  ["a cell in another row", one(`<c r="A2"><v>1</v></c>`), "第 1 行里有一格写的是 A2"],
  ["a cell beyond the last column", one(`<c r="XFE1"><v>1</v></c>`), "写的是 XFE1"],
  ["a cell of no place", one(`<c r="1A"><v>1</v></c>`), "写的是 1A"],
  ["a cell twice", one(`<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>`), "A1：这一格写了两次"],
  ["a cell twice, out of order", one(`<c r="B1"><v>1</v></c><c r="A1"/><c r="B1"><v>2</v></c>`), "B1：这一格写了两次"],
  [
    "a row twice",
    body(`<sheetData><row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row></sheetData>`),
    "第 2 行写了两次",
  ],
  ["a row of no number", body(`<sheetData><row r="0"/></sheetData>`), "没有第 0 行"],
  ["a row beyond the last", body(`<sheetData><row r="1048577"/></sheetData>`), "没有第 1048577 行"],
  ["cells twice", body(`<sheetData/><sheetData/>`), "有两份单元格数据"],
  ["text between cells", one(`甲<c r="A1"><v>1</v></c>`), "散落的文字"],
  ["text between rows", body(`<sheetData>甲</sheetData>`), "散落的文字"],
  ["a tag that is not closed", body(`<sheetData><row r="1"><c r="A1"><v>1</v></row></sheetData>`), "对不上"],
  ["a quotation mark that is not closed", one(`<c r="A1 s="0"><v>1</v></c>`), "标签写坏了"],
  ["an attribute twice", one(`<c r="A1" r="B1"><v>1</v></c>`), "同一个属性写了两次"],
  ["a reference to no character", one(`<c r="A1" t="inlineStr"><is><t>甲&nbsp;乙</t></is></c>`), "&nbsp;"],
  ["a bare ampersand", one(`<c r="A1" t="inlineStr"><is><t>甲 & 乙</t></is></c>`), "字符引用"],
  [
    "a text longer than a cell holds",
    one(`<c r="B1" t="inlineStr"><is><t>${"长".repeat(32_768)}</t></is></c>`),
    "B1，这里的文字有 32768 个字符",
  ],
  [
    "a shared text longer than a cell holds",
    one(`<c r="A1" t="s"><v>0</v></c>`, { sharedStrings: `<si><t>${"长".repeat(40_000)}</t></si>` }),
    "40000 个字符",
  ],
];

describe("is refused with its place", () => {
  test.each(refusals)("%s", async (_, bytes, words) => {
    const path = join(made, "made.xlsx");
    writeFileSync(path, bytes);
    const found = await byCommand(path);
    expect(found.refused).toContain(words);
    expect((await byWorkbench(path)).refused).toBe(found.refused);
  });
});

const readings: readonly (readonly [string, Uint8Array, readonly (readonly Cell[])[]])[] = [
  ["single quotes", one(`<c r='A1' t='s'><v>1</v></c>`), [["乙"]]],
  ["line ends inside a tag", one(`<c\r\n r="A1"\n t="s"\t><v>1</v\n></c >`), [["乙"]]],
  ["an instruction between cells", one(`<c r="A1"><v>1</v></c><?x y?><c r="B1"><v>2</v></c>`), [[1, 2]]],
  ["a commented cell", one(`<!--<c r="A1"><v>9</v></c>--><c r="B1"><v>2</v></c>`), [[null, 2]]],
  ["a comment inside a value", one(`<c r="A1"><v>1<!-- 0 -->2</v></c>`), [[12]]],
  ["CDATA", one(`<c r="A1" t="inlineStr"><is><t><![CDATA[甲<&>]]></t></is></c>`), [["甲<&>"]]],
  ["a larger-than sign in an attribute", one(`<c r="A1" x="a>b" t="s"><v>1</v></c>`), [["乙"]]],
  ["line ends of Windows in a text", one(`<c r="A1" t="inlineStr"><is><t>甲\r\n乙</t></is></c>`), [["甲\n乙"]]],
  ["cells out of order", one(`<c r="B1"><v>2</v></c><c r="A1"><v>1</v></c>`), [[1, 2]]],
  [
    "rows out of order",
    body(`<sheetData><row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row></sheetData>`),
    [[1], [2]],
  ],
  [
    "readings above characters",
    one(`<c r="A1" t="s"><v>0</v></c>`, { sharedStrings: `<si><t>甲</t><rPh sb="0" eb="1"><t>jia</t></rPh></si>` }),
    [["甲"]],
  ],
  ["a number with an exponent", one(`<c r="A1"><v>1.5E+3</v></c><c r="B1"><v> -.5 </v></c>`), [[1500, -0.5]]],
  ["a number beyond all", one(`<c r="A1"><v>1E999</v></c>`), [[{ error: "#NUM!" }]]],
];

describe("is read as it is meant", () => {
  test.each(readings)("%s", async (_, bytes, rows) => {
    const path = join(made, "made.xlsx");
    writeFileSync(path, bytes);
    expect(await byCommand(path)).toEqual({ sheets: [rows], refused: "" });
    expect(await byWorkbench(path)).toEqual({ sheets: [rows], refused: "" });
  });
});

describe("more than a sheet holds is refused with the figure", () => {
  test.each([
    ["columns", "企业名称," + ",".repeat(20_000), "第 1 行超过了 16,384 列"],
    ["columns further down", `企业名称\n${"1,".repeat(17_000)}`, "第 2 行超过了 16,384 列"],
    ["characters", `企业名称\n${"长".repeat(32_768)}\n`, "第 2 行（A2）的文字有 32768 个字符"],
    ["characters at the end", `企业名称\n甲,${"长".repeat(32_768)}`, "第 2 行（B2）的文字有 32768 个字符"],
    ["rows", "1\n".repeat(1_048_577), "超过了 1,048,576 行"],
  ])("%s of a csv", async (_, text, words) => {
    const path = join(made, "made.csv");
    writeFileSync(path, text);
    expect((await byCommand(path)).refused).toContain(words);
    expect((await byWorkbench(path)).refused).toContain(words);
  });

  test("a part that unpacks to a hundred times what a workbook's do", async () => {
    const path = join(made, "made.xlsx");
    writeFileSync(path, one(`<c r="A1"><v>1</v></c>` + " ".repeat(70_000_000)));
    const { refused } = await byCommand(path);
    expect(refused).toContain("解压后有 70 MB，最多能读 64 MB");
    expect((await byWorkbench(path)).refused).toBe(refused);
  });
});

test("a device is refused by name instead of being read without end", async () => {
  expect((await byCommand("/dev/zero")).refused).toContain("是设备或管道");
});
