import { RulesInUse } from "../../../src/functions/rules-in-use";
import { loadKnowledge } from "../../../src/commands/read-seeds";
import type { Book } from "../../../src/workbench/book/book";
import { createHeadlessUniver } from "../../../src/workbench/book/headless-univer";
import { bookFromFile } from "../../../src/workbench/book/load-book";
import type { BookCell } from "../../../src/xlsx/book-file";
import { nodeEngine } from "../../../src/workbench/formulas/node-engine";
import { registerFunctions, type RegisteredFunctions } from "../../../src/workbench/formulas/register-functions";
import { RECORDS } from "../../../src/functions/records";
import { emptySheet } from "../../../src/workbench/xlsx/open-file";
import type { Cell } from "../../../src/words/grid";

const univerAPI = createHeadlessUniver();
let book: Book;
let functions: RegisteredFunctions;

const plain = (...cells: readonly Cell[]): readonly (BookCell | undefined)[] =>
  cells.map((value) => (value === null ? undefined : { value }));

beforeAll(async () => {
  const cells = [
    plain("企业名称", "从事细分市场年限（年）", "2025年营业收入（元）"),
    plain("甲", null, 60_000_000),
    plain("乙", 0, 60_000_000),
    plain("丙", 5, { error: "#DIV/0!" }),
    plain("丁", 5, 100),
    [],
    plain("C35", 20, null, 0),
  ];
  const sheet = { ...emptySheet("企业 名单"), cells };
  book = bookFromFile(univerAPI, { sheets: [sheet], active: 0, names: [], styles: [], settings: {} });
  functions = registerFunctions(univerAPI, new RulesInUse(loadKnowledge()), nodeEngine());
  await book.link.calculation.settle();
});

afterAll(() => {
  functions.dispose();
  univerAPI.dispose();
});

/** Types a formula into G1 and reads so many rows and columns from there. */
async function typed(formula: string, rows = 1, columns = 1): Promise<Cell[][]> {
  const { facade, calculation } = book.link;
  calculation.expect();
  facade.getActiveSheet().getRange("G1").setFormula(formula);
  await calculation.settle();
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => book.active.cell(row, 6 + column)),
  );
}

const messageAt = (row: number, column: number): string =>
  functions.messages.at({ unit: book.link.unitId, sheet: book.active.id, row, column })?.zh ?? "";

test("a blank is not known while a 0 is 0, and a column spills", async () => {
  const formula = '=ZJTX.TIER_MEETS(A1:C1,A2:C6,"小巨人")';
  const cells = await typed(formula, 5);
  expect(cells.flat()).toEqual([{ error: "#N/A" }, false, { error: "#N/A" }, false, null]);
});

test("the message of every error cell is kept by its place, until the formula changes", async () => {
  await typed('=ZJTX.TIER_MEETS(A1:C1,A2:C6,"小巨人")', 5);
  expect(messageAt(0, 6)).toContain("从事细分市场年限");
  expect(messageAt(2, 6)).toContain("2025年营业收入");
  expect(messageAt(1, 6)).toBe("");
  await typed("=ZJTX.CREDIT_CODE_VALID(A1)");
  expect(messageAt(0, 6)).toBe("");
  expect(messageAt(2, 6)).toBe("");
});

test("a failure of the whole call is one error with its message", async () => {
  expect(await typed('=ZJTX.TIER_MEETS(A1:C1,A2:C6,"大巨人")')).toEqual([[{ error: "#VALUE!" }]]);
  expect(messageAt(0, 6)).toContain("大巨人");
});

test("single cells are taken with what they hold: blank, 0, text", async () => {
  expect(await typed("=ZJTX.ENTERPRISE_SIZE(A7,B7,C7)")).toEqual([[{ error: "#N/A" }]]);
  expect(await typed("=ZJTX.ENTERPRISE_SIZE(A7,B7,D7)")).toEqual([["微型"]]);
  expect(await typed('=ZJTX.ENTERPRISE_SIZE("C35",300,,)')).toEqual([[{ error: "#N/A" }]]);
});

test("values pass through Excel's own functions, blanks among them", async () => {
  const formula = '=IFNA(ZJTX.TIER_MEETS(A1:C1,A2:C3,"小巨人"),"待补")';
  expect(await typed(formula, 2)).toEqual([["待补"], [false]]);
});

test("a changed cell is worked out anew", async () => {
  await typed('=ZJTX.TIER_MEETS(A1:C1,A5:C5,"小巨人")');
  const { facade, calculation } = book.link;
  calculation.expect();
  facade.getActiveSheet().getRange("C5").setValue(60_000_000);
  await calculation.settle();
  expect(book.active.cell(0, 6)).toEqual({ error: "#N/A" });
});

test("every function is registered under its dotted name", async () => {
  for (const { name } of RECORDS) {
    const [cell] = (await typed(`=ZJTX.${name}()`)).flat();
    // Too few arguments: known, and refused by us.
    expect(cell).toEqual({ error: "#VALUE!" });
    expect(messageAt(0, 6)).not.toBe("");
  }
});
