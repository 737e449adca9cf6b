/** DuckDB gives the engine's answers: every rule set and purpose, on the lines, beside them and with blanks. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { theRelease } from "../../release";
import { askDuck, loadDuck, openDuck } from "./duck-table";
import { compareAnswers } from "./parity";
import { everyRuleSet } from "./rule-set-list";
import { sqlCase, type CaseOptions } from "./sql-cases";

const { vocabulary } = theRelease();
const SETS = everyRuleSet();
let duck: DuckDBConnection;

beforeAll(async () => {
  duck = await openDuck();
});

afterAll(() => {
  duck.closeSync();
});

async function differences(at: number, options: CaseOptions): Promise<readonly unknown[]> {
  const set = SETS[at];
  if (!set) throw new Error("no such rule set");
  const one = sqlCase(set, options);
  await loadDuck(duck, one.facts, one.slots, vocabulary);
  const rows = await askDuck(duck, one.sql);
  expect(rows).toHaveLength(options.count);
  return compareAnswers(rows, one.columns, set.requirements, one.facts, one.options).differences.slice(0, 5);
}

const NAMED = SETS.map(({ name }, at) => [name, at] as const);

test.each(NAMED)("%s: verdicts, points, failing conditions and missing cells", async (_, at) => {
  expect(await differences(at, { dialect: "duckdb", count: 1000, seed: at })).toEqual([]);
});

test.each(NAMED)("%s: where columns are absent and general conditions assumed", async (_, at) => {
  expect(await differences(at, { dialect: "duckdb", count: 500, seed: 100 + at, absent: 30 })).toEqual([]);
});

test.each(NAMED.filter((_, at) => at % 6 === 0))("%s: where nothing is assumed", async (_, at) => {
  expect(
    await differences(at, { dialect: "duckdb", count: 300, seed: 200 + at, absent: 30, assumeGeneral: false }),
  ).toEqual([]);
});
