import { loadKnowledge } from "../../../src/commands/read-seeds";
import { constantPatch, formulaPatch } from "../../../src/workbench/book/cell-data";
import { keptValue } from "../../../src/workbench/book/kept-values";
import { fileFromBook } from "../../../src/workbench/book/save-book";
import type { BookCell, BookFile } from "../../../src/xlsx/book-file";
import { openHeadless, type Headless } from "../../../src/workbench/headless/open";
import { emptySheet } from "../../../src/workbench/xlsx/open-file";

const knowledge = loadKnowledge();

async function opened(...cells: (BookCell | undefined)[][]): Promise<Headless> {
  const file: BookFile = { sheets: [{ ...emptySheet("表"), cells }], active: 0, names: [], styles: [], settings: {} };
  return openHeadless(file, { functions: knowledge });
}

const savedCell = ({ book }: Headless, row: number, column: number): BookCell | undefined =>
  fileFromBook(book).sheets[0]?.cells[row]?.[column];

test.each([
  ["a function of Excel's that the engine lacks", "=GROUPBY(A1:A2,A1:A2,SUM)", "GROUPBY"],
  ["a function of another add-in", "=CONTOSO.PRICE(A1)", "CONTOSO.PRICE"],
  ["another workbook", "=SUM([1]Sheet1!A1:A2)", "其他工作簿"],
  ["another workbook by its name", "='[Book 2.xlsx]Sheet1'!A1", "其他工作簿"],
  ["several sheets", "=SUM(Sheet1:Sheet3!A1)", "多张工作表"],
  ["a LAMBDA called inside LET", "=LET(x,A1+1,LAMBDA(y,x*y)(1))", "LAMBDA"],
  ["a function that LET names", "=LET(f,LAMBDA(x,x+A1),f(1))", "F"],
  ["a table that is not there", "=SUM(Gone[rev])", "Gone"],
  ["ranges joined by commas", "=SUM((A1,A2))", "合并"],
  ["Chinese numerals", '=TEXT(A1,"[DBNum2]0")', "[DBNum]"],
  ["the cells two ranges share", "=SUM(A1:A2 A2:B2)", "交集"],
])("a formula with %s keeps the value of its file, says so and is saved with it", async (_, formula, what) => {
  const headless = await opened(
    [{ value: 7 }, { value: 42, formula }, { value: 43, formula: "=B1+1" }],
    [{ value: 8 }],
  );
  const { book, close } = headless;
  book.active.write(0, 0, [[constantPatch(70)]]);
  await book.link.calculation.settle();
  expect(keptValue(book.active, 0, 1)?.lacking.zh).toContain(what);
  expect(savedCell(headless, 0, 1)).toEqual({ value: 42, formula });
  // What depends on it goes on from the value kept.
  expect(book.active.cell(0, 2)).toBe(43);
  close();
});

test("a block that such a formula had filled is kept and saved whole", async () => {
  const spill = { top: 0, left: 0, bottom: 2, right: 0 };
  const formula = "=PIVOTBY(C1:C3,,C1:C3,SUM)";
  const headless = await opened([{ value: "a", formula, spill }], [{ value: "b" }], [{ value: "c" }]);
  expect([0, 1, 2].map((row) => headless.book.active.cell(row, 0))).toEqual(["a", "b", "c"]);
  expect(savedCell(headless, 0, 0)).toEqual({ value: "a", formula, spill });
  expect(savedCell(headless, 2, 0)).toEqual({ value: "c" });
  headless.close();
});

test("entered anew, such a formula is saved without a value rather than with an error", async () => {
  const headless = await opened([{ value: 42, formula: "=GROUPBY(C1:C2,C1:C2,SUM)" }]);
  headless.book.active.write(0, 0, [[formulaPatch("=GROUPBY(D1:D2,D1:D2,MAX)")]]);
  await headless.book.link.calculation.settle();
  expect(headless.book.active.cell(0, 0)).toEqual({ error: "#NAME?" });
  expect(savedCell(headless, 0, 0)).toEqual({ value: null, formula: "=GROUPBY(D1:D2,D1:D2,MAX)" });
  headless.book.active.write(0, 0, [[formulaPatch("=1+1")]]);
  await headless.book.link.calculation.settle();
  headless.book.active.write(5, 5, [[constantPatch(1)]]);
  await headless.book.link.calculation.settle();
  expect(savedCell(headless, 0, 0)).toEqual({ value: 2, formula: "=1+1" });
  headless.close();
});

test("what the engine knows is calculated, lambdas called at once too", async () => {
  const headless = await opened([
    { value: 7 },
    { value: 0, formula: "=LAMBDA(y,y+1)(A1)" },
    { value: 0, formula: '=ZJTX.SUBSIDY(A1*1000,20%)&"[x](y)"' },
    { value: 0, formula: "=SUM(A1,(A1+1)*2)" },
  ]);
  const { book, close } = headless;
  book.active.write(0, 0, [[constantPatch(1)]]);
  await book.link.calculation.settle();
  expect([1, 2, 3].map((column) => book.active.cell(0, column))).toEqual([2, "200[x](y)", 5]);
  close();
});

test("a misspelt function is an error as in Excel", async () => {
  const headless = await opened([{ value: null, formula: "=SUMM(1)" }]);
  expect(headless.book.active.cell(0, 0)).toEqual({ error: "#NAME?" });
  headless.close();
});
