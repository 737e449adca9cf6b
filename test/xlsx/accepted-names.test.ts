import { safeSheetName, uniqueSheetName, uniqueTableName } from "../../src/xlsx/accepted-names";

test.each([
  ["企业名单", "企业名单"],
  ["a/b\\c[d]e:f*g?h", "a_b_c_d_e_f_g_h"],
  ["'quoted'", "quoted"],
  ["  ", "Sheet1"],
  ["", "Sheet1"],
  ["x".repeat(40), "x".repeat(31)],
  [`${"x".repeat(30)}𠮷`, "x".repeat(30)],
  [`${"x".repeat(30)}'y`, "x".repeat(30)],
  ["History", "History_"],
  ["'history'", "history_"],
])("%j becomes the sheet name %j", (text, name) => {
  expect(safeSheetName(text)).toBe(name);
});

test("names that differ only by case count as taken", () => {
  const taken = new Set(["data"]);
  expect([uniqueSheetName("Data", taken), uniqueSheetName("DATA", taken)]).toEqual(["Data (2)", "DATA (3)"]);
});

test.each([
  ["评分_结果", "评分_结果"],
  ["评分_结果 (2)", "评分_结果__2_"],
  ["2026", "_2026"],
  ["AB12", "_AB12"],
  ["r1c1", "_r1c1"],
  ["R", "_R"],
  ["True", "_True"],
  ["Results", "Results"],
])("%j becomes the table name %j", (text, name) => {
  expect(uniqueTableName(text, new Set())).toBe(name);
});

test("a table name that is taken gets a number", () => {
  expect(uniqueTableName("表", new Set(["表", "表_2"]))).toBe("表_3");
});
