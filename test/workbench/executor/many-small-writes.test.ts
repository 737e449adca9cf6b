/** Many small writes of a batch reach the formula engine as one; nobody may notice. */
import { openHeadless, type Headless } from "../../../src/workbench/headless/open";

let headless: Headless | null = null;
afterEach(() => {
  headless?.close();
  headless = null;
});

async function batch<T>(queue: (sheet: Excel.Worksheet, context: Excel.RequestContext) => () => T): Promise<T> {
  headless ??= await openHeadless();
  const { Excel, session } = headless;
  return Excel.run({ session }, async (context) => {
    const read = queue(context.workbook.worksheets.getItem("Sheet1"), context);
    await context.sync();
    return read();
  });
}

const withSums = (): Promise<void> =>
  batch((sheet) => {
    sheet.getRange("E1:E2").formulas = [["=SUM(A1:D1)"], ["=SUM(A2:D2)"]];
    return () => undefined;
  });

test("sums follow cells written one by one, as far as they are written when asked", async () => {
  await withSums();
  const asked = await batch((sheet) => {
    for (const [column, value] of [1, 2, 3].entries()) sheet.getCell(0, column).values = [[value]];
    const sum = sheet.getRange("E1").load("values");
    sheet.getCell(0, 3).values = [[10]];
    sheet.getCell(1, 0).values = [[7]];
    return () => sum.values;
  });
  expect(asked).toEqual([[6]]);
  const after = await batch((sheet) => {
    const sums = sheet.getRange("E1:E2").load("values");
    return () => sums.values;
  });
  expect(after).toEqual([[16], [7]]);
});

test("a formula overwritten, and one entered, among small writes count at once", async () => {
  await withSums();
  const values = await batch((sheet) => {
    sheet.getCell(0, 0).values = [[1]];
    sheet.getCell(0, 1).formulas = [["=A1*10"]];
    sheet.getCell(0, 0).values = [[2]];
    sheet.getCell(1, 4).values = [["—"]];
    sheet.getCell(1, 0).values = [[5]];
    const all = sheet.getRange("A1:E2").load("values");
    return () => all.values;
  });
  expect(values).toEqual([
    [2, 20, "", "", 22],
    [5, "", "", "", "—"],
  ]);
});

test("rows inserted between small writes move what was written before them alone", async () => {
  await withSums();
  const values = await batch((sheet) => {
    sheet.getCell(0, 0).values = [[1]];
    sheet.getRange("1:1").insert("Down");
    sheet.getCell(0, 0).values = [[9]];
    sheet.getCell(1, 1).values = [[2]];
    const all = sheet.getRange("A1:E2").load("values");
    return () => all.values;
  });
  expect(values).toEqual([
    [9, "", "", "", ""],
    [1, 2, "", "", 3],
  ]);
});

test("a value in the way of a block that a formula fills stops it, and lets it again when it goes", async () => {
  const blocked = await batch((sheet) => {
    sheet.getRange("B1").formulas = [["=SEQUENCE(3)"]];
    sheet.getRange("F1").formulas = [["=SUM(B1:B3)"]];
    const free = sheet.getRange("F1").load("values");
    return () => free.values;
  });
  expect(blocked).toEqual([[6]]);
  const shown = await batch((sheet) => {
    sheet.getRange("B2").values = [["x"]];
    const first = sheet.getRange("B1").load("values");
    return () => first.values;
  });
  expect(shown).toEqual([["#SPILL!"]]);
  const again = await batch((sheet) => {
    sheet.getRange("B2").clear("Contents");
    const all = sheet.getRange("B1:B3").load("values");
    return () => all.values;
  });
  expect(again).toEqual([[1], [2], [3]]);
});

test("a batch that fails takes its small writes back, and the sums with them", async () => {
  await withSums();
  await batch((sheet) => {
    sheet.getRange("A1").values = [[3]];
    return () => undefined;
  });
  const failing = batch((sheet) => {
    sheet.getCell(0, 0).values = [[50]];
    sheet.getCell(0, 1).values = [[50]];
    sheet.getRange("A1:B2").values = [[1]];
    return () => undefined;
  });
  await expect(failing).rejects.toMatchObject({ code: "InvalidArgument" });
  const values = await batch((sheet) => {
    const all = sheet.getRange("A1:E1").load("values");
    return () => all.values;
  });
  expect(values).toEqual([[3, "", "", "", 3]]);
});
