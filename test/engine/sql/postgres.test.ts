/** PostgreSQL gives the engine's answers. */
import type { PGlite } from "@electric-sql/pglite";
import { theRelease } from "../../release";
import { compareAnswers } from "./parity";
import { askPostgres, loadPostgres, openPostgres } from "./postgres-table";
import { everyRuleSet } from "./rule-set-list";
import { numbersOf, sqlCase } from "./sql-cases";

const { vocabulary } = theRelease();
const SETS = everyRuleSet();
let postgres: PGlite;

beforeAll(async () => {
  postgres = await openPostgres();
});

afterAll(async () => {
  await postgres.close();
});

test.each(SETS.map((set, at) => [set.name, set, at] as const))("%s on PostgreSQL", async (_, set, at) => {
  const absent = at % 2 === 0 ? 0 : 25;
  const one = sqlCase(set, { dialect: "postgres", count: 400, seed: 300 + at, absent });
  await loadPostgres(postgres, one.facts, one.slots, vocabulary);
  const rows = await askPostgres(postgres, one.sql, numbersOf(one.columns));
  expect(rows).toHaveLength(400);
  expect(compareAnswers(rows, one.columns, set.requirements, one.facts, one.options).differences.slice(0, 5)).toEqual(
    [],
  );
});

test("PostgreSQL works out every layer once and merges none into the next", async () => {
  for (const [at, set] of SETS.entries()) {
    const one = sqlCase(set, { dialect: "postgres", count: 1, seed: at });
    await loadPostgres(postgres, one.facts, one.slots, vocabulary);
    const { rows } = await postgres.query(`EXPLAIN ${one.sql}`, [], { rowMode: "array" });
    const layers = [...one.sql.matchAll(/^(?:WITH )?(\w+) AS \($/gm)].map(([, name]) => name);
    expect([...JSON.stringify(rows).matchAll(/Subquery Scan on (\w+)/g)].map(([, name]) => name).reverse()).toEqual(
      layers,
    );
  }
});
