import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { readWorkbook } from "../../../src/commands/read-workbook";
import { UnreadableFile } from "../../../src/commands/unreadable-file";
import { openFile, openXlsx } from "../../../src/workbench/xlsx/open-file";
import { craftPackage, sheetData } from "../../commands/craft-package";
import { failureOf } from "../../commands/failure";

const folder = join(__dirname, "../../cases/files");
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path));
const cases = z
  .object({
    unreadable: z.array(z.object({ file: z.string(), code: z.string(), zh: z.string() })),
    readable: z.array(
      z.object({ file: z.string(), rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))) }),
    ),
  })
  .parse(parse(readFileSync(join(folder, "expected.yaml"), "utf8"), { merge: true }));

// A folder and a missing file are no bytes.
test.each(cases.unreadable.filter(({ code }) => !["not-found", "folder", "no-access"].includes(code)))(
  "$file fails as $code and says what to do",
  async ({ file, code, zh }) => {
    const failure = await failureOf(UnreadableFile, openFile(file, bytesOf(join(folder, file))));
    expect(failure.code).toBe(code);
    expect(failure.text.zh).toContain(zh);
    expect(failure.text.zh).toContain(file);
  },
);

test.each(cases.readable)("$file opens with its rows", async ({ file, rows }) => {
  const { book } = await openFile(file, bytesOf(join(folder, file)));
  const shown = rows.map((row, at) => row.map((_, column) => book.sheets[0]?.cells[at]?.[column]?.value ?? null));
  expect(shown).toEqual(rows.map((row) => row.map((value) => (value === "" ? null : value))));
});

test.each(["山东示例企业.xlsx", "公开报道企业.xlsx"])("%s opens as the command line reads it", async (name) => {
  const path = join(__dirname, "../../../seeds/samples", name);
  const { book } = await openFile(name, bytesOf(path));
  const { grids } = await readWorkbook(path);
  expect(book.sheets.map((sheet) => sheet.name)).toEqual(grids.map(({ sheet }) => sheet));
  for (const [index, grid] of grids.entries()) {
    const sheet = book.sheets[index];
    const cells = grid.rows.map((row, at) =>
      row.map((_, column) => {
        const cell = sheet?.cells[at]?.[column];
        return cell?.formula !== undefined && cell.value === null ? { error: "#公式未计算" } : (cell?.value ?? null);
      }),
    );
    expect(cells).toEqual(grid.rows);
    expect(new Set(sheet?.hiddenRows)).toEqual(grid.hiddenRows);
    expect(sheet?.merges).toEqual(grid.merges);
  }
});

const firstSheet = async (...rows: readonly string[]) =>
  (await openXlsx(craftPackage({ sheets: [{ name: "表", body: sheetData(...rows) }] }))).sheets[0];

test("a formula that cells share is each cell's own", async () => {
  const sheet = await firstSheet(
    `<c r="A1"><f t="shared" ref="A1:B2" si="0">C1&amp;$D$1</f><v>1</v></c><c r="B1"><f t="shared" si="0"/><v>2</v></c>`,
    `<c r="A2"><f t="shared" si="0"/><v>3</v></c>`,
  );
  expect(sheet?.cells.map((row) => row?.map((cell) => cell?.formula))).toEqual([
    ["=C1&$D$1", "=D1&$D$1"],
    ["=C2&$D$1"],
  ]);
});

test("cells without addresses follow one another, dates in words become days, rich text and readings become text", async () => {
  const sheet = await firstSheet(
    `<c><v>1</v></c><c t="d"><v>2026-11-21</v></c><c t="inlineStr"><is><r><t>甲</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 乙</t></r><rPh sb="0" eb="1"><t>jia</t></rPh></is></c>`,
  );
  expect(sheet?.cells[0]?.map((cell) => cell?.value)).toEqual([1, 46347, "甲 乙"]);
});

test.each([
  ['lockStructure="1"', true],
  ['lockWindows="true"', true],
  ['workbookPassword="CC1A"', false],
  ['lockStructure="0"', false],
])("a workbook protected by %s is told as protected: %s", async (attributes, told) => {
  const parts = unzipSync(bytesOf(join(folder, "everything.xlsx")));
  const workbook = strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array());
  const changed = workbook.replace("<workbookProtection/>", `<workbookProtection ${attributes}/>`);
  const { lost } = await openFile("x.xlsx", zipSync({ ...parts, "xl/workbook.xml": strToU8(changed) }));
  expect(lost.some(({ zh }) => zh === "工作簿结构保护")).toBe(told);
});

test("what a file holds and a book can't is named, each kind once", async () => {
  const { lost } = await openFile("everything.xlsx", bytesOf(join(folder, "everything.xlsx")));
  expect(lost.map(({ zh }) => zh)).toEqual(["图表工作表", "数据验证（下拉列表等）", "部分条件格式"]);
});
