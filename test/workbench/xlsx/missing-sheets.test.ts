import type { BookCell } from "../../../src/xlsx/book-file";
import { mendedFormula } from "../../../src/workbench/xlsx/missing-sheets";
import { openXlsx } from "../../../src/workbench/xlsx/open-file";
import { saveXlsx } from "../../../src/workbench/xlsx/save-xlsx";
import { checkPackage } from "../../../src/xlsx/check/check-package";
import { book, sheet } from "../../excel/made-up-book";

const SHEETS = new Set(["名单", "a b", "it's", "甲"]);

test.each([
  ["=名单!A1+'a b'!$B$2:C3", "=名单!A1+'a b'!$B$2:C3"],
  ["='It''s'!A1", "='It''s'!A1"],
  ["=去年!A1", "=#REF!"],
  ["=SUM(去年!$A$1:$B$9,1)", "=SUM(#REF!,1)"],
  ["=去年!A:A*2", "=#REF!*2"],
  ["='不 在'!A1&\"去年!A1\"", '=#REF!&"去年!A1"'],
  ["=SUM(名单:甲!A1)", "=SUM(名单:甲!A1)"],
  ["=SUM(名单:去年!A1)", "=SUM(#REF!)"],
  ["=SUM('名单:去年'!A1:B2)", "=SUM(#REF!)"],
  ["=名单!A1:去年!B2", "=名单!A1:#REF!"],
  ["=去年!合计+名单!#REF!", "=#REF!+名单!#REF!"],
  ["=[1]名单!A1", "=#REF!"],
  ["='[1]a b'!A1+1", "=#REF!+1"],
  ['=IF(A1<>"!",1,0)', '=IF(A1<>"!",1,0)'],
])("%s is written as %s where only some sheets are there", (formula, written) => {
  expect(mendedFormula(formula, SHEETS)).toBe(written);
});

test("what looked into another workbook keeps its value, and nothing is left for Excel to repair", async () => {
  const line: BookCell[] = [
    { value: 7, formula: "=[1]去年!A1*2" },
    { value: { error: "#REF!" }, formula: "=去年!A1" },
    { value: 3, formula: "=名单!C2" },
  ];
  const file = book([{ ...sheet("名单", []), cells: [line] }], {
    names: [{ name: "去年的数", formula: "=[1]去年!$A$1", comment: "", visible: true, sheet: null }],
  });
  const bytes = saveXlsx(file);
  const { sheets, names } = await openXlsx(bytes);
  expect(sheets[0]?.cells[0]).toEqual([
    { value: 7 },
    { value: { error: "#REF!" }, formula: "=#REF!" },
    { value: 3, formula: "=名单!C2" },
  ]);
  expect(names.map(({ formula }) => formula)).toEqual(["=#REF!"]);
  expect(checkPackage(bytes, "xlsx").findings).toEqual([]);
});
