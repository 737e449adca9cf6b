/** What small files that were made to burst whoever opens them are answered with, by the commands and by Open on the workbench. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { csvRows } from "../../src/commands/read-csv";
import { readWorkbook } from "../../src/commands/read-workbook";
import { UnreadableFile } from "../../src/commands/unreadable-file";
import { openFile } from "../../src/workbench/xlsx/open-file";
import { HOSTILE } from "./hostile-files";

const folder = mkdtempSync(join(tmpdir(), "hostile-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What the refusal says; null where the file is read. */
async function refusal(read: () => Promise<unknown>): Promise<string | null> {
  try {
    await read();
    return null;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return error.text.zh;
  }
}

test.each([
  ["bomb-zeros.xlsx", "解压后有 100 MB"],
  ["comment-of-300mb.xlsx", "解压后有 120 MB"],
  ["cell-text-of-6mb.xlsx", "6000000 个字符"],
  ["columns-16385.xlsx", "超过了 16384 列"],
  ["deep-sheet.xlsx", "嵌套太深"],
  ["deep-styles.xlsx", "嵌套太深"],
  ["deep-workbook.xlsx", "嵌套太深"],
  ["attributes-100000.xlsx", "属性太多"],
  ["rows-of-one-cell.xlsx", "却已有 200001 行"],
  ["numbered-rows-of-one-cell.xlsx", "平均每行不到 10 字节"],
  ["lines-of-one-value.csv", "900001 行"],
  ["links-in-a-circle.xlsx", null],
])("%s: %s", async (name, said) => {
  const bytes = HOSTILE.get(name)?.() ?? new Uint8Array(0);
  expect(bytes.length).toBeGreaterThan(0);
  expect(bytes.length).toBeLessThan(5_000_000);
  const path = join(folder, name);
  writeFileSync(path, bytes);
  for (const read of [() => readWorkbook(path), () => openFile(name, bytes)]) {
    const refused = await refusal(read);
    if (said === null) expect(refused).toBeNull();
    else expect(refused).toContain(said);
  }
});

test("blank lines at the end of a csv are no rows, those before its last line are", () => {
  expect(csvRows("企业名称,备注\n甲厂,\n\n乙厂,x\r\n\n\r\n\n")).toEqual([
    ["企业名称", "备注"],
    ["甲厂", ""],
    [""],
    ["乙厂", "x"],
  ]);
  expect(csvRows(`a,b\n${"\n".repeat(3_000_000)}`)).toEqual([["a", "b"]]);
  expect(csvRows("sep=;\n1;2\n\n")).toEqual([["1", "2"]]);
});
