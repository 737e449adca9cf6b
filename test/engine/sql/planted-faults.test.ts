/** The comparison of backends would see a fault: each of these, planted, is found. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { theRelease } from "../../release";
import { askDuck, loadDuck, openDuck } from "./duck-table";
import { compareAnswers } from "./parity";
import { everyRuleSet } from "./rule-set-list";
import { sqlCase } from "./sql-cases";

const { vocabulary } = theRelease();
const set = everyRuleSet().find(({ name }) => name === "specialized 2026-04-01 new");
if (!set) throw new Error("the rule set of the faults is gone");
const one = sqlCase(set, { dialect: "duckdb", count: 4000, seed: 7 });
let duck: DuckDBConnection;

beforeAll(async () => {
  duck = await openDuck();
});

afterAll(() => {
  duck.closeSync();
});

async function found(sql: string, typed?: (type: string) => string): Promise<number> {
  await loadDuck(duck, one.facts, one.slots, vocabulary, typed);
  const rows = await askDuck(duck, sql);
  return compareAnswers(rows, one.columns, set?.requirements ?? never(), one.facts, one.options).differences.length;
}

function never(): never {
  throw new Error("unreachable");
}

test("Nothing is found where nothing is planted", async () => {
  expect(await found(one.sql)).toBe(0);
});

test.each([
  ["a line of 3 % moved to 3.00001 %", (sql: string) => sql.replaceAll("0.03 *", "0.0300001 *")],
  ["more than a line asked for where it is enough to reach it", (sql: string) => sql.replaceAll(">= 0.03", "> 0.03")],
  ["every line to be passed", (sql: string) => sql.replaceAll(" >= ", " > ")],
  ["blanks taken as no", (sql: string) => sql.replaceAll(" AS c_revenue,", " IS TRUE AS c_revenue,")],
  [
    "blanks taken as 0",
    (sql: string) =>
      sql.replace(
        "FROM enterprises",
        "FROM (SELECT * REPLACE (COALESCE(rd_expense, 0) AS rd_expense) FROM enterprises)",
      ),
  ],
])("Found: %s", async (_, plant) => {
  const planted = plant(one.sql);
  expect(planted).not.toBe(one.sql);
  expect(await found(planted)).toBeGreaterThan(0);
});

test("Found: doubles for decimals", async () => {
  const planted = one.sql.replaceAll(/ (0\.\d+) \*/g, " CAST($1 AS DOUBLE) *");
  expect(planted).not.toBe(one.sql);
  expect(await found(planted, (type) => (type.startsWith("DECIMAL(15") ? "DOUBLE" : type))).toBeGreaterThan(0);
});
