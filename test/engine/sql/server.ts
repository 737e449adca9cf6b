/**
 * By hand: a PostgreSQL server gives the engine's answers, every rule set and purpose. `npx tsx test/engine/sql/server.ts
 * postgres://user:password@host/database 20000`; needs `psql`, and makes a table of its own in the schema `zjtx_parity`.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { columnOf, fieldOf, typeOf } from "../../../src/engine/sql/slot-columns";
import { theRelease } from "../../release";
import { compareAnswers, type Answer } from "./parity";
import { factsAsCsv } from "./postgres-table";
import { everyRuleSet } from "./rule-set-list";
import { numbersOf, sqlCase, type SqlCase } from "./sql-cases";

const [server = "", rows = "20000"] = process.argv.slice(2);
const SCHEMA = "zjtx_parity";

/** Runs a script of psql, which stops at the first error. */
function psql(script: string): void {
  const { status, stderr } = spawnSync("psql", [server, "--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1"], {
    encoding: "utf8",
    input: `SET client_min_messages = warning; SET search_path = ${SCHEMA};\n${script}`,
    stdio: ["pipe", "ignore", "pipe"],
  });
  if (status !== 0) throw new Error(stderr);
}

/** An answer as COPY writes it in its own format. */
function answerOf(text: string, isNumber: boolean): Answer {
  if (text === "\\N") return null;
  if (text === "t" || text === "f") return text === "t";
  return isNumber ? Number(text) : text;
}

function* answersOf(file: string, numbers: ReadonlySet<number>): Generator<readonly Answer[]> {
  for (const line of readFileSync(file, "utf8").replace(/\n$/, "").split("\n"))
    yield line.split("\t").map((text, at) => answerOf(text, numbers.has(at)));
}

function compareOne(one: SqlCase, folder: string): { cells: number; wrong: number } {
  const { vocabulary } = theRelease();
  const [table, script, out] = [join(folder, "rows.csv"), join(folder, "query.sql"), join(folder, "answers.txt")];
  const slots = [...one.slots];
  writeFileSync(table, factsAsCsv(one.facts, slots, vocabulary));
  writeFileSync(script, `CREATE TEMP TABLE answers AS ${one.sql};`);
  const columns = slots.map((key) => `${columnOf(key)} ${typeOf(fieldOf(key, vocabulary).type)}`);
  psql(
    [
      "DROP TABLE IF EXISTS enterprises;",
      `CREATE UNLOGGED TABLE enterprises (${["id BIGINT", ...columns].join(", ")});`,
      `\\copy enterprises FROM '${table}' WITH (FORMAT csv)`,
      `\\i ${script}`,
      `\\copy (SELECT * FROM answers ORDER BY id) TO '${out}'`,
    ].join("\n"),
  );
  const numbers = numbersOf(one.columns);
  const compared = compareAnswers(answersOf(out, numbers), one.columns, one.set.requirements, one.facts, one.options);
  for (const difference of compared.differences.slice(0, 5)) process.stdout.write(`  ${JSON.stringify(difference)}\n`);
  return { cells: compared.cells, wrong: compared.differences.length };
}

const folder = mkdtempSync(join(tmpdir(), "zjtx-postgres-"));
try {
  psql(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA};`);
  let [cells, wrong] = [0, 0];
  for (const [at, set] of everyRuleSet().entries()) {
    const one = sqlCase(set, { dialect: "postgres", count: Number(rows), seed: 9000 + at });
    const compared = compareOne(one, folder);
    cells += compared.cells;
    wrong += compared.wrong;
    process.stdout.write(`${set.name}: ${rows} rows, ${compared.wrong} differ\n`);
  }
  psql(`DROP SCHEMA ${SCHEMA} CASCADE;`);
  process.stdout.write(`${cells} cells compared, ${wrong} differ\n`);
  process.exitCode = wrong === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
