import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkWorkbooksCommand } from "../../src/commands/check-workbooks-command";
import { goodParts, zipped } from "../xlsx/check/workbook-parts";

const folder = mkdtempSync(join(tmpdir(), "zjtx-check-workbooks-"));

async function run(...argv: readonly string[]): Promise<{ code: number; printed: string[]; complained: string[] }> {
  const [printed, complained]: [string[], string[]] = [[], []];
  const code = await checkWorkbooksCommand(
    argv,
    { print: (line) => printed.push(line), complain: (line) => complained.push(line) },
    () => Promise.resolve([written("own.xlsx")]),
  );
  return { code, printed, complained };
}

/** The good workbook with one text of a part replaced. */
function written(name: string, part = "", from = "", to = ""): string {
  const path = join(folder, name);
  const parts = new Map(goodParts);
  if (part !== "") parts.set(part, (parts.get(part) ?? "").replaceAll(from, to));
  writeFileSync(path, zipped(parts));
  return path;
}

test("nothing wrong is said in one line, and the exit code is 0", async () => {
  expect(await run(written("好.xlsx"))).toEqual({
    code: 0,
    printed: ["查了1个工作簿，Excel 打开都不用修复。"],
    complained: [],
  });
});

test("without a file, workbooks of our own are written and checked", async () => {
  expect((await run("--lang", "en")).printed).toEqual(["Workbooks checked: 1. Excel opens them without a repair."]);
});

test("a finding names file, part and place, what is wrong and what to do; the exit code is 3", async () => {
  const good = written("好.xlsx");
  const twice = written("合并.xlsx", "xl/worksheets/sheet2.xml", `"C1:C2"`, `"B1:C2"`);
  const schema = written("次序.xlsx", "xl/worksheets/sheet1.xml", `<c r="C4" t="e">`, `<c r="C4" t="error">`);
  const { code, printed } = await run(good, twice, schema);
  expect(code).toBe(3);
  expect(printed).toEqual([
    `${twice} › xl/worksheets/sheet2.xml › mergeCell B1:C2：与合并区域 A1:B1 重叠。合并区域不能相交，也不能写两次。`,
    expect.stringMatching(
      /^.*次序\.xlsx › xl\/worksheets\/sheet1\.xml › C4：不符合 SpreadsheetML 模式：Element 'c', attribute 't': .*。按 ECMA-376/,
    ),
    "查了3个工作簿，2个打开时 Excel 要修复，见上。",
  ]);
  const english = await run(twice, "--lang", "en");
  expect(english.printed[0]).toBe(
    `${twice} › xl/worksheets/sheet2.xml › mergeCell B1:C2: it overlaps the merge A1:B1. Let no two merges share a cell, nor write one twice.`,
  );
});

test("a mistake on every row is told a few times and then counted", async () => {
  const { printed } = await run(written("行.xlsx", "xl/worksheets/sheet1.xml", `s="3"`, `s="9"`), "--lang", "en");
  expect(printed.filter((line) => line.includes("format 9 of 4"))).toHaveLength(3);
  const many = written("很多.xlsx", "xl/worksheets/sheet2.xml", `t="s"`, `t="s" s="9"`);
  expect((await run(many)).printed.some((line) => /同样的问题另有\d+处/.test(line))).toBe(true);
});

test("a file that is not there, a folder and a wrong argument are said, and the exit code is 2", async () => {
  for (const [argument, words] of [
    [join(folder, "没有.xlsx"), "没有找到文件"],
    [folder, "是一个文件夹"],
    ["--fix", "用法：npm run check:workbooks"],
    ["--lang=fr", "用法：npm run check:workbooks"],
  ] as const) {
    const { code, complained } = await run(argument);
    expect([code, complained.join("\n")]).toEqual([2, expect.stringContaining(words)]);
  }
});

test("a file that is no workbook is a finding, not a stop: the others are checked", async () => {
  const path = join(folder, "文字.xlsx");
  writeFileSync(path, "只是文字");
  const { code, printed } = await run(path, written("好.xlsx"));
  expect(code).toBe(3);
  expect(printed[0]).toBe(`${path}：文件不是完整的 xlsx（zip 目录读不出来）。请重新保存或重新取得这个文件。`);
});

test("--help says what it does and writes nothing", async () => {
  const { code, printed } = await run("--help", "--lang", "en");
  expect(code).toBe(0);
  expect(printed.join()).toContain("Usage: npm run check:workbooks");
});
