/** `score --engine duckdb`: the same answers as row by row, and a plain word for everything that stops it. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { completeCreditCode } from "../../src/sheet/reading/credit-code";
import { scoreCommand } from "../../src/commands/score-command";
import { rowsOf, openDuck } from "../../src/commands/sql/duck";
import { quoted } from "../../src/engine/sql/dialect";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "duckdb-engine-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Ran {
  readonly code: number;
  readonly said: string;
}

async function run(...words: string[]): Promise<Ran> {
  const lines: string[] = [];
  const terminal = {
    print: (line: string) => void lines.push(line),
    complain: (line: string) => void lines.push(line),
  };
  const code = await scoreCommand([...words, "--engine", "duckdb"], terminal);
  return { code, said: lines.join("\n") };
}

function csv(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

const HEAD = "企业名称,省份,2025年营业收入（万元）,2025年研发费用（万元）,成立日期";
const FIRM = "示例甲,山东省,8000,400,2015-03-01";

/** So many firms, more than the reader sees of a table. */
function many(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `示例${at}号,山东省,${1000 + at * 7},${50 + (at % 13)},2015-03-01`);
}

const rowsSchema = z.object({ rows: z.array(z.record(z.string(), z.unknown())) });

/** Rows of a JSON, without what told the place: a database knows columns alone. */
function rowsIn(path: string): unknown[] {
  return rowsSchema.parse(JSON.parse(readFileSync(path, "utf8"))).rows.map((row) => ({ ...row, place: null }));
}

test("A workbook gives the same JSON as row by row", async () => {
  const [rows, duck] = [join(folder, "rows.json"), join(folder, "duck.json")];
  const book = "seeds/samples/各省示例企业.xlsx";
  await scoreCommand([book, "--out", join(folder, "a.xlsx"), "--json", rows], {
    print: () => undefined,
    complain: () => undefined,
  });
  expect((await run(book, "--out", join(folder, "b.parquet"), "--json", duck)).code).toBe(0);
  expect(readFileSync(duck, "utf8")).toBe(readFileSync(rows, "utf8"));
});

test("A text table gives the same rows of JSON as row by row", async () => {
  const book = csv("list.csv", HEAD, FIRM, "示例乙,浙江省,,0,2022-05-01", "示例丙,,120.5,3.6,2001-12-31");
  const [rows, duck] = [join(folder, "rows.json"), join(folder, "duck.json")];
  await scoreCommand([book, "--out", join(folder, "a.xlsx"), "--json", rows], {
    print: () => undefined,
    complain: () => undefined,
  });
  expect(await run(book, "--out", join(folder, "b.csv"), "--json", duck)).toMatchObject({ code: 0 });
  expect(rowsIn(duck)).toEqual(rowsIn(rows));
  expect(readFileSync(join(folder, "b.csv"), "utf8").split("\n")).toHaveLength(5);
});

test("Verdicts of Parquet files of a folder are written as Parquet, in the order of the rows", async () => {
  const duck = await openDuck();
  for (const part of [1, 2])
    await duck.run(
      `COPY (SELECT concat('示例', ${part}, '-', i) AS "企业名称", CAST(8000 AS DECIMAL(12,2)) AS "2025年营业收入（万元）", 0.05 * 8000 AS "2025年研发费用（万元）" FROM range(3) AS t(i)) TO ${quoted(join(folder, `${part}.parquet`))} (FORMAT parquet)`,
    );
  const out = join(folder, "out.parquet");
  expect(await run(join(folder, "1.parquet"), join(folder, "2.parquet"), "--out", out)).toMatchObject({ code: 0 });
  const names = await rowsOf(duck, `SELECT enterprise_name FROM read_parquet(${quoted(out)})`);
  expect(names.flat()).toEqual(["示例1-0", "示例1-1", "示例1-2", "示例2-0", "示例2-1", "示例2-2"]);
  duck.closeSync();
});

test.each([
  [
    "text among numbers",
    [HEAD, FIRM, "示例乙,山东省,约八千,1,2015-01-01"],
    /“2025年营业收入（万元）”里读不出的内容：1 行，例如“约八千”/,
  ],
  [
    "an amount out of range",
    [HEAD, FIRM, "示例乙,山东省,12345678901,1,2015-01-01"],
    /“2025年营业收入（万元）”里超出范围的数：1 行/,
  ],
  ["an amount below 0", [HEAD, FIRM, "示例乙,山东省,-1,1,2015-01-01"], /超出范围的数：1 行，例如“-1”/],
  ["a fraction of a fen", [HEAD, FIRM, "示例乙,山东省,1.23456789,1,2015-01-01"], /比分还细的数/],
  ["a day before 1901", [HEAD, FIRM, "示例乙,山东省,1,1,1899-12-31"], /“成立日期”里1900年以前的日期：1 行/],
  [
    "a day that does not exist",
    [HEAD, FIRM, "示例乙,山东省,1,1,2015-02-30"],
    /“成立日期”里读不出的内容：1 行，例如“2015-02-30”/,
  ],
  ["an empty table", [HEAD], /是空表/],
  ["a heading twice", [`${HEAD},成立日期`, `${FIRM},2015-03-01`], /重名的列：成立日期/],
  [
    "a misspelt heading",
    [HEAD.replace("研发费用", "研发费角"), FIRM],
    /“2025年研发费角（万元）”（是不是“研发费用”？）/,
  ],
  ["a row of sums", [HEAD, FIRM, "合计,,8000,400,"], /这些行不是企业.*第 3 行/],
  ["a blank row", [HEAD, FIRM, ",,,,", FIRM], /这些行不是企业.*第 3 行/],
  [
    "a group's row",
    [HEAD, FIRM, "甲市（2家）,,8000,400,", FIRM, "示例乙,,900,1,2015-01-01"],
    /这些行不是企业.*第 3 行/,
  ],
  ["a row a year", ["企业名称,年份,营业收入（万元）", "示例甲,2024,5000", "示例甲,2025,6000"], /不是一行一家企业/],
  ["a row of sums far below", [HEAD, ...many(400), "济南市小计,,8000,400,"], /合计行：1 行，例如“济南市小计”/],
  [
    "a group's row far below",
    [HEAD, ...many(400), "甲市（2家）,,8000,400,"],
    /一组企业的小计行：1 行，例如“甲市（2家）”/,
  ],
  [
    "a nameless row far below",
    [HEAD, ...many(400), ",山东省,8000,400,"],
    /没有企业名称的行（空行、分组行）：1 行，例如“山东省”/,
  ],
])("Stops with a word for %s, and writes nothing", async (_, lines, said) => {
  const before = csv("list.csv", ...lines);
  const ran = await run(before, "--out", join(folder, "out.parquet"), "--json", join(folder, "out.json"));
  expect(ran.said).toMatch(said);
  expect(ran.code).toBe(2);
  expect(readdirSync(folder)).toEqual(["list.csv"]);
});

test("Headings two letters off a known one, or named by another class, are other columns and stop nothing", async () => {
  const others = "企业规模,注册资金,利润总额,销售费用,净资产收益率,Ⅰ类知识产权（申请）,榜单名称";
  const ran = await run(
    csv("list.csv", `${HEAD},${others}`, `${FIRM},小型,100,1,1,5%,3,榜`),
    "--out",
    join(folder, "out.csv"),
  );
  expect(ran.said).not.toContain("像是写错了");
  expect(ran.code).toBe(0);
});

test("A masked credit code tells no province, far below as in the first rows", async () => {
  const head = "企业名称,统一社会信用代码,2025年营业收入（万元）";
  const good = `示例,${completeCreditCode("91370100MA0000000")},8000`;
  const masked = "示例乙,91330100MA00000001,8000";
  const out = join(folder, "out.parquet");
  const json = join(folder, "out.json");
  expect(
    await run(csv("list.csv", head, ...Array<string>(400).fill(good), masked), "--out", out, "--json", json),
  ).toMatchObject({
    code: 0,
  });
  const { rows } = rowsSchema.parse(JSON.parse(readFileSync(json, "utf8")));
  expect(rows.map(({ place }) => place).filter((place) => place === null)).toHaveLength(1);
  expect(rows[400]).toMatchObject({ place: null });
  expect(rows[0]).toMatchObject({ place: { code: 370_000 } });
});

test("A Parquet file that is none is called so", async () => {
  writeFileSync(join(folder, "not.parquet"), "企业名称,营业收入\n");
  const ran = await run(join(folder, "not.parquet"), "--out", join(folder, "out.parquet"));
  expect(ran).toMatchObject({ code: 2 });
  expect(ran.said).toContain("不是完整的 Parquet 文件");
  expect(existsSync(join(folder, "out.parquet"))).toBe(false);
});

test("Columns that nobody knows are named, and the rest is scored", async () => {
  const ran = await run(csv("list.csv", `${HEAD},内部评级`, `${FIRM},甲级`), "--out", join(folder, "out.csv"));
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.said).toContain("没有用到的列：内部评级");
});

test("An ending nobody writes is refused with those there are", async () => {
  const ran = await run(csv("list.csv", HEAD, FIRM), "--out", join(folder, "out.json"));
  expect(ran).toMatchObject({ code: 2 });
  expect(ran.said).toContain(".xlsx、.parquet、.csv");
});
