/** `npm run sql`: what it prints, what it writes, and that PostgreSQL and DuckDB take the files for a table of somebody's own. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPostgres } from "../engine/sql/postgres-table";
import { completeCreditCode } from "../../src/sheet/reading/credit-code";
import { sqlCommand } from "../../src/commands/sql/sql-command";
import { openDuck, openSource, rowsOf } from "../../src/commands/sql/duck";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sql-command-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function run(...words: string[]): Promise<{ readonly code: number; readonly said: string }> {
  const lines: string[] = [];
  const terminal = {
    print: (line: string) => void lines.push(line),
    complain: (line: string) => void lines.push(line),
  };
  return { code: await sqlCommand(words, terminal), said: lines.join("\n") };
}

const FIRMS = [
  "企业名称,统一社会信用代码,省份,行业代码,2025年营业收入（元）,2024年营业收入（元）,2025年研发费用（万元）,成立日期,是否列入经营异常名录",
  `示例甲,${completeCreditCode("91370100MA0000000")},山东省,3591,80000000,70000000,400,2015-03-01,否`,
  `示例乙,${completeCreditCode("91330100MA0000001")},,C26,,0,0,2022-05-01,是`,
  "示例丙,91330100MA00000001,,软件和信息技术服务业,1205000.5,1000000,3.6,2001-12-31,",
];

const read = (name: string): string => readFileSync(join(folder, name), "utf8");

test("A tier is printed with its document, its clauses and the table it asks", async () => {
  const { code, said } = await run("--tiers", "小巨人", "--dialect", "postgres");
  expect(code).toBe(0);
  expect(said).toContain("CREATE TABLE enterprises (");
  expect(said).toContain("-- 专精特新“小巨人”企业 2026-04-01 new");
  expect(said).toMatch(/附件\d第\d项/);
  expect(said).not.toContain("-- gazelle.sql");
});

test("A tier that is none is refused", async () => {
  expect(await run("--tiers", "大巨人")).toMatchObject({ code: 2 });
});

test("--asof is told to be --as-of", async () => {
  expect((await run("--asof", "2026-11-21")).said).toContain("--as-of");
});

test("Everything the preflight counts has words of its own, which Spark needs", async () => {
  const table = join(folder, "firms.csv");
  writeFileSync(table, `${FIRMS.join("\n")}\n`);
  expect(await run("--columns", table, "--dialect", "spark", "--out", folder)).toMatchObject({ code: 0 });
  const words = [...read("preflight.sql").matchAll(/'([^']+)', CAST\(/g)].map(([, word]) => word);
  expect(words).toContain("合计行");
  expect(words).toEqual([...new Set(words)]);
});

test("The files for a table of one's own give the same verdicts in DuckDB and in PostgreSQL", async () => {
  const table = join(folder, "firms.csv");
  writeFileSync(table, `${FIRMS.join("\n")}\n`);
  const names = FIRMS[0]?.split(",") ?? [];
  expect(await run("--columns", table, "--dialect", "postgres", "--out", folder)).toMatchObject({ code: 0 });
  const postgres = await openPostgres();
  await postgres.exec(`CREATE TABLE source (${names.map((name) => `"${name}" TEXT`).join(", ")})`);
  await postgres.query("COPY source FROM '/dev/blob' WITH (FORMAT csv, HEADER)", [], {
    blob: new Blob([`${FIRMS.join("\n")}\n`]),
  });
  expect((await postgres.query(read("preflight.sql"))).rows).toEqual([]);
  await postgres.exec(read("view.sql"));
  await postgres.exec(`CREATE TABLE verdicts AS ${read("verdicts.sql")}`);
  const [own] = (await postgres.query(read("summary.sql"), [], { rowMode: "array" })).rows;
  await postgres.close();

  expect(await run("--columns", table, "--dialect", "duckdb", "--out", folder)).toMatchObject({ code: 0 });
  const duck = await openDuck();
  const { sql } = await openSource(duck, [table]);
  await duck.run(`CREATE TABLE source AS SELECT * FROM ${sql}`);
  expect(await rowsOf(duck, read("preflight.sql"))).toEqual([]);
  await duck.run(read("view.sql"));
  await duck.run(`CREATE TABLE verdicts AS ${read("verdicts.sql")}`);
  const [other = []] = await rowsOf(duck, read("summary.sql"));
  const [view = []] = await rowsOf(
    duck,
    "SELECT revenue, revenue_t1, rd_expense, industry, place, abnormal_list FROM enterprises WHERE enterprise_name = '示例丙'",
  );
  const places = await rowsOf(duck, "SELECT place FROM enterprises ORDER BY enterprise_name");
  duck.closeSync();
  expect(view.slice(0, 3)).toEqual([120.50005, 100, 3.6]);
  expect(places.flat().sort()).toEqual([330000, 370000, null]);
  expect(other[0]).toBe(3);
  expect(Array.isArray(own) && own.map(Number)).toEqual(other.map(Number));
  expect(readdirSync(folder)).toContain("champion-province-370000.sql");
});
