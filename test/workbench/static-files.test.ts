import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { staticFiles } from "../../src/workbench/pages/static-files";

const root = process.cwd();
const functions = mkdtempSync(join(tmpdir(), "zjtx-functions-"));
writeFileSync(join(functions, "functions.json"), "{}");

test("every static file exists and goes to a place of its own", () => {
  const files = staticFiles(root, functions, "self");
  expect(files.filter(({ from }) => !existsSync(from))).toEqual([]);
  expect(new Set(files.map(({ to }) => to)).size).toBe(files.length);
});

test("a build for closed networks carries Office.js with its clients and the texts of the display languages", () => {
  const carried = staticFiles(root, functions, "self").map(({ to }) => to);
  for (const file of ["office.js", "excel-win32-16.01.js", "excel-mac-16.00.js", "zh-cn/office_strings.js"]) {
    expect(carried).toContain(`office/${file}`);
  }
  // No other product's client, nothing for debugging.
  expect(carried.filter((file) => /office\/(word|outlook|powerpoint|onenote)|debug/.test(file))).toEqual([]);
});

test("other builds carry Microsoft's Excel client alone, for the workbench", () => {
  const carried = staticFiles(root, functions, "china").map(({ to }) => to);
  expect(carried.filter((file) => file.startsWith("office/"))).toEqual(["office/excel-web-16.00.js"]);
});
