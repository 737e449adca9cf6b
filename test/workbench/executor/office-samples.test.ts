/** What Microsoft's public samples do and the stand-in once answered wrongly. */
import { openHeadless, type Headless } from "../../../src/workbench/headless/open";

let headless: Headless | null = null;
afterEach(() => {
  headless?.close();
  headless = null;
});

/** What `load` has loaded of a sheet after `queue` was done on it. */
async function after<T>(queue: (sheet: Excel.Worksheet, context: Excel.RequestContext) => () => T): Promise<T> {
  headless ??= await openHeadless();
  const { Excel, session } = headless;
  return Excel.run({ session }, async (context) => {
    const read = queue(context.workbook.worksheets.getItem("Sheet1"), context);
    await context.sync();
    return read();
  });
}

test("the first row added to a table made of headings alone fills its blank row", async () => {
  const values = await after((sheet) => {
    sheet.getRange("A1:B1").values = [["Date", "Amount"]];
    const table = sheet.tables.add("A1:B1", true);
    table.rows.add(undefined, [["1/1", 5]]);
    table.rows.add(undefined, [["1/2", 6]]);
    const range = table.getRange().load("values,address");
    return () => [range.address, range.values];
  });
  expect(values).toEqual([
    "Sheet1!A1:B3",
    [
      ["Date", "Amount"],
      ["1/1", 5],
      ["1/2", 6],
    ],
  ]);
});

test("a blank row that was given as a table's own stays", async () => {
  const address = await after((sheet) => {
    sheet.getRange("A1:B1").values = [["Date", "Amount"]];
    const table = sheet.tables.add("A1:B2", true);
    table.rows.add(undefined, [["1/1", 5]]);
    const range = table.getRange().load("address");
    return () => range.address;
  });
  expect(address).toBe("Sheet1!A1:B3");
});

test("a transposing copy turns relative references, and leaves fixed ones", async () => {
  const formulas = await after((sheet) => {
    sheet.getRange("A1:C1").values = [[1, 2, "=A1+B1"]];
    sheet.getRange("A2:C2").values = [["=$A$1", "=SUM(a1:B1)", "x"]];
    sheet.getRange("E5").copyFrom("A1:C2", "All", false, true);
    const range = sheet.getRange("E5:F7").load("formulas");
    return () => range.formulas;
  });
  expect(formulas).toEqual([
    [1, "=$A$1"],
    [2, "=SUM(E5:E6)"],
    ["=E5+E6", "x"],
  ]);
});

test("a transposing copy of a half-fixed reference is refused by name", async () => {
  const asked = after((sheet) => {
    sheet.getRange("A1").values = [["=$B1"]];
    sheet.getRange("E5").copyFrom("A1", "All", false, true);
    return () => null;
  });
  await expect(asked).rejects.toMatchObject({ code: "NotImplemented" });
});

test.each([
  ["pink", "#FFC0CB"],
  ["LightGray", "#D3D3D3"],
  ["rebecca", null],
])("the colour %s is %s", async (name, expected) => {
  const asked = after((sheet) => {
    const { fill } = sheet.getRange("A1").format;
    fill.color = name;
    fill.load("color");
    return () => fill.color;
  });
  if (expected === null) await expect(asked).rejects.toMatchObject({ code: "InvalidArgument" });
  else await expect(asked).resolves.toBe(expected);
});

test("a tab takes a colour's name", async () => {
  const color = await after((sheet) => {
    sheet.tabColor = "yellow";
    sheet.load("tabColor");
    return () => sheet.tabColor;
  });
  expect(color).toBe("#FFFF00");
});

test("a number format of one cell is spread over a larger range, values are not", async () => {
  const formats = await after((sheet) => {
    const range = sheet.getRange("A1:B2");
    range.numberFormat = [["0.00"]];
    range.load("numberFormat");
    return () => range.numberFormat;
  });
  expect(formats).toEqual([
    ["0.00", "0.00"],
    ["0.00", "0.00"],
  ]);
  const asked = after((sheet) => {
    sheet.getRange("A1:B2").values = [[1]];
    return () => null;
  });
  await expect(asked).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("a range is made smaller by a negative size", async () => {
  const address = await after((sheet) => {
    const range = sheet.getRange("B2:F4").getResizedRange(0, -3).load("address");
    return () => range.address;
  });
  expect(address).toBe("Sheet1!B2:C4");
});

test("NoPropertiesNeeded loads nothing and loses nothing", async () => {
  const names = await after((sheet, context) => {
    context.workbook.worksheets.load("NoPropertiesNeeded");
    sheet.load("name");
    return () => sheet.name;
  });
  expect(names).toBe("Sheet1");
});

test.each([
  ["10:30", 0.4375, "h:mm"],
  ["10:30:36", 0.437916666666667, "h:mm:ss"],
  ["10:30 pm", 0.9375, "h:mm AM/PM"],
  ["25:30", 1.0625, "[h]:mm:ss"],
  ["2025-1-2 12:00", 45659.5, "yyyy/m/d h:mm"],
  ["(5)", -5, "General"],
  ["(1,234.5)", -1234.5, "#,##0.00"],
  ["10:75", "10:75", "General"],
  ["(a)", "(a)", "General"],
  ["3:5:1:2", "3:5:1:2", "General"],
])("%s typed is %s", async (text, value, format) => {
  const { values, formats } = await after((sheet) => {
    const range = sheet.getRange("A1");
    range.values = [[text]];
    range.load("values,numberFormat");
    return () => ({ values: range.values, formats: range.numberFormat });
  });
  expect(formats).toEqual([[format]]);
  const got: unknown = values[0]?.[0];
  if (typeof value === "number") expect(got).toBeCloseTo(value, 12);
  else expect(got).toBe(value);
});

test("the value of a name is what it stands for; a formula is refused by name", async () => {
  const values = await after((_, { workbook }) => {
    const text = workbook.names.add("greeting", '="a ""b"""').load("value");
    const number = workbook.names.add("rate", "=0.2").load("value");
    return (): unknown => [text.value, number.value];
  });
  expect(values).toEqual(['a "b"', 0.2]);
  const asked = after((_, { workbook }) => {
    const name = workbook.names.add("sum", "=1+1").load("value");
    return (): unknown => name.value;
  });
  await expect(asked).rejects.toMatchObject({ code: "NotImplemented" });
});
