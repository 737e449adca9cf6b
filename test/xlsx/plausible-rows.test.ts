import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scoreCommand } from "../../src/commands/score-command";
import { refuseRepeatedRows, repeatedLines, repeatedRows } from "../../src/xlsx/read/plausible-rows";

test("rows are refused only where there are many of them and the file is too small for them", () => {
  expect(repeatedRows(20_000, 1000)).toBeNull();
  expect(repeatedRows(20_001, 200_010)).toBeNull();
  expect(repeatedRows(20_001, 200_009)?.en).toContain("201 KB and 20001 rows");
  expect(() => {
    refuseRepeatedRows("Sheet1", 200_000, 1000);
    refuseRepeatedRows("Sheet1", 1_000_000, 10_000_000);
  }).not.toThrow();
  expect(() => {
    refuseRepeatedRows("Sheet1", 200_001, 1000);
  }).toThrow("under 10 bytes a row");
  const blank = Array.from({ length: 300_000 }, () => [""]);
  expect(repeatedLines([["甲厂"], ...blank], 300_000)).toBeNull();
  expect(repeatedLines(blank.fill(["1"]), 600_000)?.reason.zh).toContain("300000 行");
});

test("a list of one row filled down is refused with its figures before anything is scored", async () => {
  const folder = mkdtempSync(join(tmpdir(), "filled-down-"));
  const path = join(folder, "list.csv");
  writeFileSync(path, `企业名称,营业收入（万元）\n${"甲厂,\n".repeat(25_000)}`);
  const said: string[] = [];
  const terminal = { print: () => undefined, complain: (line: string) => said.push(line) };
  try {
    expect(await scoreCommand([path], terminal)).toBe(2);
    expect(said.join("\n")).toContain("文件只有 201 KB，却已有 25000 行");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
