import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { scoreCommand } from "../../src/commands/score-command";

const folder = mkdtempSync(join(tmpdir(), "zjtx-doubts-"));
const IN_YUAN =
  "企业名称,营业收入,从业人员,备注,营业收入（万美元）\n甲公司,120000000,100,,1700\n乙公司,80000000,80,好,1100\n";

function given(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function run(...argv: string[]): Promise<{ code: number; printed: string; complained: string }> {
  const printed: string[] = [];
  const complained: string[] = [];
  const code = await scoreCommand([...argv, "--out", join(folder, "out.xlsx")], {
    print: (line) => printed.push(line),
    complain: (line) => complained.push(line),
  });
  return { code, printed: printed.join("\n"), complained: complained.join("\n") };
}

const outputSchema = z.object({
  reading: z.strictObject({
    sheets: z.array(z.string()),
    headingRows: z.tuple([z.number(), z.number()]),
    columns: z.array(
      z.strictObject({
        cell: z.string(),
        heading: z.string(),
        field: z.string().nullable(),
        back: z.number(),
        unit: z.string(),
        use: z.enum(["read", "aside", "unused"]),
        confidence: z.enum(["sure", "likely", "doubtful"]),
      }),
    ),
    leftOut: z.array(z.looseObject({ reason: z.string() })),
    doubts: z.array(z.looseObject({ id: z.string(), cell: z.string(), examples: z.array(z.string()) })),
  }),
  rows: z.array(z.looseObject({ name: z.string(), facts: z.record(z.string(), z.unknown()).optional() })),
});

function output(text: string): z.infer<typeof outputSchema> {
  return outputSchema.parse(JSON.parse(text));
}

test("A doubtful column is asked about, counts as not known, and is told in the JSON", async () => {
  const { printed, complained, code } = await run(given("yuan.csv", IN_YUAN), "--json", "-", "--facts");
  expect(code).toBe(0);
  const { reading, rows } = output(printed);
  expect(reading.columns.map(({ cell, field, use }) => `${cell} ${field ?? "-"} ${use}`)).toEqual([
    "A1 name read",
    "B1 revenue aside",
    "C1 employees read",
    "D1 - unused",
    "E1 - aside",
  ]);
  expect(reading.doubts).toMatchObject([{ id: "unit-suspect", cell: "B1", examples: ["120000000", "80000000"] }]);
  expect(rows[0]?.facts).toEqual({ name: "甲公司", employees: 100 });
  expect(complained).toMatch(/1 列请先确认：“营业收入”（B1）；确认前 2 家的“.*结论待定/);
  expect(complained).toContain("--save-map map.json");
});

test("A saved mapping that is confirmed is read again, one that is not is asked about", async () => {
  const path = given("again.csv", IN_YUAN);
  const map = join(folder, "map.json");
  expect((await run(path, "--save-map", map)).code).toBe(0);
  const text = readFileSync(map, "utf8");
  const asked = output((await run(path, "--map", map, "--json", "-", "--facts")).printed);
  expect(asked.reading.doubts).toHaveLength(1);
  writeFileSync(map, text.replace('"unit":"万元","confirmed":false', '"unit":"元","confirmed":true'));
  const answered = output((await run(path, "--map", map, "--json", "-", "--facts")).printed);
  expect(answered.reading.doubts).toEqual([]);
  expect(answered.rows.map(({ facts }) => facts?.revenue)).toEqual([12_000, 8_000]);
});

test.each([
  ["{", "不是写得对的 JSON"],
  ['{"columns": []}', "没有 version"],
  ['{"version": 3, "sheets": []}', "更新的版本"],
  ['{"version": 1, "columns": [{"column": "bb", "heading": "x"}]}', "columns[1].column"],
  ['{"version": 2, "sheets": [{"sheet": "a", "columns": [{"column": "B", "heading": "x", "back": -1}]}]}', "back"],
])("The mapping %s is refused with file, place and reason", async (text, piece) => {
  const { code, complained } = await run(given("one.csv", IN_YUAN), "--map", given("bad.json", text));
  expect(code).toBe(2);
  expect(complained).toContain("bad.json");
  expect(complained).toContain(piece);
});

test("A mapping of version 1 is applied, and columns it lost are told", async () => {
  const map = given(
    "one.json",
    '{"version":1,"columns":[{"column":"B","heading":"营业收入","unit":"元"},{"column":"F","heading":"旧列","field":"revenue"}]}',
  );
  const { printed } = await run(given("lost.csv", IN_YUAN), "--map", map, "--json", "-", "--facts");
  expect(output(printed).rows[0]?.facts).toMatchObject({ revenue: 12_000 });
  expect(printed).toContain("旧列");
});

test("A quotation mark that never closes is refused with its place", async () => {
  const path = given("open.csv", '企业名称,营业收入（万元）\n甲公司,"1,000"\n乙公司,"20\n丙公司,30\n');
  const { code, complained } = await run(path);
  expect(code).toBe(2);
  expect(complained).toContain("第 3 行（B3）");
});

test("Nothing is asked and nothing is said of the columns where all are sure", async () => {
  const { printed } = await run(given("sure.csv", "企业名称,2025年营业收入（万元）\n甲公司,1000\n"));
  expect(printed).not.toContain("请先确认");
  expect(printed).not.toContain("A1");
});
