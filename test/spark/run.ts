/**
 * Spark gives the engine's answers: every rule set and purpose, `npm run test:spark -- 20000`, and the job of spark/ refuses what it must.
 * PySpark is installed once into .cache; where Python or Java is missing this says so loudly and stops.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { quoted } from "../../src/engine/sql/dialect";
import { askDuck, loadDuck, openDuck } from "../engine/sql/duck-table";
import { compareAnswers } from "../engine/sql/parity";
import { everyRuleSet, type NamedSet } from "../engine/sql/rule-set-list";
import { sqlCase, type SqlCase } from "../engine/sql/sql-cases";
import { theRelease } from "../release";
import { checkJob } from "./check-job";

const VENV = ".cache/spark";
export const PYTHON = join(VENV, "bin", "python");

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Runs a program to its end, with what it says where it fails. */
function must(program: string, words: readonly string[]): void {
  const { status, stderr } = spawnSync(program, words, { encoding: "utf8", stdio: ["ignore", "ignore", "pipe"] });
  if (status !== 0) throw new Error(`${program} ${words.join(" ")}\n${stderr}`);
}

function isThere(program: string, ...words: string[]): boolean {
  return spawnSync(program, words, { stdio: "ignore" }).status === 0;
}

function install(): void {
  if (isThere(PYTHON, "-c", "import pyspark")) return;
  mkdirSync(".cache", { recursive: true });
  if (!existsSync(PYTHON)) must("python3", ["-m", "venv", VENV]);
  must(PYTHON, ["-m", "pip", "install", "--quiet", "pyspark==4.3.0"]);
}

async function parity(rows: number, folder: string): Promise<number> {
  const { vocabulary } = theRelease();
  const duck = await openDuck();
  // Rows are made up again where they are compared: those of all rule sets at once would not fit into memory.
  const made = (set: NamedSet, at: number): SqlCase =>
    sqlCase(set, { dialect: "spark", count: rows, seed: 5000 + at, explain: false });
  const sets = everyRuleSet();
  const tableOf = (at: number): string => join(folder, `${at}.parquet`);
  const answersOf = (at: number): string => join(folder, `${at}-answers`);
  const list: { name: string; sql: string; table: string; answers: string }[] = [];
  for (const [at, set] of sets.entries()) {
    const { facts, slots, sql } = made(set, at);
    await loadDuck(duck, facts, slots, vocabulary);
    await duck.run(`COPY enterprises TO ${quoted(tableOf(at))} (FORMAT parquet)`);
    list.push({ name: set.name, sql, table: tableOf(at), answers: answersOf(at) });
  }
  writeFileSync(join(folder, "cases.json"), JSON.stringify(list));
  must(PYTHON, ["spark/parity.py", join(folder, "cases.json")]);
  let [cells, wrong] = [0, 0];
  for (const [at, set] of sets.entries()) {
    const { facts, options, columns } = made(set, at);
    const answered = await askDuck(duck, `SELECT * FROM read_parquet(${quoted(join(answersOf(at), "*.parquet"))})`);
    const compared = compareAnswers(answered, columns, set.requirements, facts, options);
    cells += compared.cells;
    wrong += compared.differences.length + Math.abs(answered.length - rows);
    for (const difference of compared.differences.slice(0, 3)) say(`  ${set.name}: ${JSON.stringify(difference)}`);
  }
  duck.closeSync();
  say(`Spark: ${sets.length} rule sets, ${cells} cells compared, ${wrong} differ`);
  return wrong;
}

async function run(rows: number): Promise<number> {
  if (!isThere("python3", "--version") || !isThere("java", "-version")) {
    say("!!! SKIPPED: Spark was not compared, because Python or Java is missing on this machine !!!");
    return 0;
  }
  install();
  const folder = mkdtempSync(join(tmpdir(), "zjtx-spark-"));
  try {
    return (await parity(rows, folder)) + (await checkJob(PYTHON, folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = (await run(Number(process.argv[2] ?? 20_000))) === 0 ? 0 : 1;
