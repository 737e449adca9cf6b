/** A made-up table of enterprises of any length, written by DuckDB itself: `npx tsx bench/sql/made-up-table.ts 10000000 big.parquet`. */
import process from "node:process";
import { DuckDBInstance } from "@duckdb/node-api";

/** A number that is the same for a row and a name on every machine, from 0 to below 1. */
const at = (name: string): string => `((hash(i, '${name}') % 1000003) / 1000003.0)`;
const money = (name: string, most: number): string =>
  `CASE WHEN ${at(`${name}?`)} < 0.04 THEN NULL ELSE CAST(${at(name)} * ${at(`${name}²`)} * ${most} AS DECIMAL(15,4)) END`;
const count = (name: string, most: number): string =>
  `CASE WHEN ${at(`${name}?`)} < 0.04 THEN NULL ELSE CAST(FLOOR(${at(name)} * ${at(`${name}²`)} * ${most}) AS INTEGER) END`;
const yes = (name: string, share: number): string =>
  `CASE WHEN ${at(`${name}?`)} < 0.04 THEN NULL ELSE ${at(name)} < ${share} END`;

const COLUMNS: readonly (readonly [heading: string, sql: string])[] = [
  ["企业名称", "concat('示例企业', i)"],
  ["省份", "CASE hash(i, 'p') % 4 WHEN 0 THEN '山东省' WHEN 1 THEN '浙江省' WHEN 2 THEN '四川省' ELSE NULL END"],
  ["行业代码", "CAST(1300 + hash(i, 'c') % 2900 AS VARCHAR)"],
  ["成立日期", "DATE '1995-01-01' + CAST(hash(i, 'd') % 10500 AS INTEGER)"],
  ["从业人员数（人）", count("staff", 1500)],
  ["研发人员数（人）", count("rd-staff", 300)],
  ...[2025, 2024, 2023].flatMap((year): (readonly [string, string])[] => [
    [`${year}年营业收入（万元）`, money(`revenue${year}`, 60_000)],
    [`${year}年主营业务收入（万元）`, money(`main${year}`, 50_000)],
    [`${year}年研发费用（万元）`, money(`rd${year}`, 4_000)],
    [`${year}年资产总额（万元）`, money(`assets${year}`, 90_000)],
    [`${year}年负债总额（万元）`, money(`debt${year}`, 40_000)],
  ]),
  ["2025年净利润（万元）", money("profit", 8_000)],
  ["从事细分市场年限（年）", count("years", 30)],
  ["Ⅰ类知识产权（项）", count("ip1", 20)],
  ["Ⅱ类知识产权（项）", count("ip2", 60)],
  ["是否列入经营异常名录", yes("abnormal", 0.03)],
  ["是否列入严重失信名单", yes("dishonest", 0.01)],
];

const [rows = "1000000", path = "made-up.parquet"] = process.argv.slice(2);
const duck = await (await DuckDBInstance.create(":memory:")).connect();
const columns = COLUMNS.map(([heading, sql]) => `${sql} AS "${heading}"`).join(",\n");
const format = path.endsWith(".csv") ? "csv, HEADER" : "parquet";
await duck.run(
  `COPY (SELECT ${columns} FROM range(${Number(rows)}) AS t(i)) TO '${path.replaceAll("'", "''")}' (FORMAT ${format})`,
);
duck.closeSync();
