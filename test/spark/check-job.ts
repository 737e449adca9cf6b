/** The job of spark/ as somebody runs it: the same fingerprint as DuckDB on this machine, and a word for what stops it. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { completeCreditCode } from "../../src/sheet/reading/credit-code";
import { scoreCommand } from "../../src/commands/score-command";
import { sqlCommand } from "../../src/commands/sql/sql-command";

const QUIET = { print: () => undefined, complain: () => undefined };
const HEAD =
  "企业名称,统一社会信用代码,省份,2025年营业收入（万元）,2024年营业收入（万元）,2025年研发费用（万元）,成立日期,是否列入经营异常名录";

/** So many firms on and beside lines, as text. */
function firms(count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const province = ["山东省", "浙江省", "", "广东省"][at % 4] ?? "";
    const revenue = at % 7 === 0 ? "" : String(1000 + (at % 50) * 100);
    const code = completeCreditCode(`91${["37", "33", "44"][at % 3] ?? ""}0100MA${String(1_000_000 + at)}`);
    return [
      `示例${at}`,
      // A masked code tells no province.
      at % 5 === 0 ? `${code.slice(0, -1)}${code.endsWith("0") ? "1" : "0"}` : code,
      province,
      revenue,
      String(900 + (at % 40) * 90),
      String((at % 50) * 3 + 30),
      `20${10 + (at % 15)}-03-01`,
      at % 9 === 0 ? "是" : "否",
    ].join(",");
  });
}

interface Ended {
  readonly status: number | null;
  readonly stderr: string;
}

/** @returns how many of the things looked at are wrong */
export async function checkJob(python: string, folder: string): Promise<number> {
  const [good, bad, sql] = ["good.csv", "bad.csv", "sql"].map((name) => join(folder, name));
  if (good === undefined || bad === undefined || sql === undefined) throw new Error("three names are three");
  writeFileSync(good, `${[HEAD, ...firms(400)].join("\n")}\n`);
  writeFileSync(bad, `${[HEAD, ...firms(3), "示例,,山东省,约八千,1,1,2015-01-01,否"].join("\n")}\n`);
  await sqlCommand(["--dialect", "spark", "--columns", good, "--out", sql], QUIET);
  const job = (table: string, out: string, ...more: string[]): Ended => jobOf("spark/score.py", table, out, ...more);
  const jobOf = (script: string, table: string, out: string, ...more: string[]): Ended =>
    spawnSync(
      python,
      [script, "--master", "local[2]", "--sql", sql, "--table", table, "--out", join(folder, out), ...more],
      { encoding: "utf8" },
    );

  const lines: string[] = [];
  const terminal = {
    print: (line: string) => void lines.push(line),
    complain: (line: string) => void lines.push(line),
  };
  await scoreCommand([good, "--engine", "duckdb", "--out", join(folder, "duck.parquet"), "--lang", "en"], terminal);
  const summary = join(folder, "summary.json");
  const ran = job(good, "verdicts", "--summary", summary);
  const fingerprint = existsSync(summary) ? /"fingerprint": (\d+)/.exec(readFileSync(summary, "utf8"))?.[1] : undefined;
  const stopped = job(bad, "stopped");
  const planted = join(folder, "without-ansi.py");
  const script = readFileSync("spark/score.py", "utf8");
  writeFileSync(planted, script.replace('"spark.sql.ansi.enabled": "true"', '"spark.sql.ansi.enabled": "false"'));
  const loose = jobOf(planted, good, "loose");
  const looked: readonly (readonly [what: string, holds: boolean, said: string])[] = [
    ["the job ends well", ran.status === 0, ran.stderr],
    [
      "the same fingerprint as DuckDB",
      fingerprint !== undefined && lines.join("\n").includes(`fingerprint ${fingerprint}`),
      `${fingerprint ?? ""} ${lines.join("\n")}`,
    ],
    ["text among numbers stops it", stopped.status === 2 && stopped.stderr.includes("读不出的内容: 1"), stopped.stderr],
    [
      "without ANSI mode nothing is judged",
      readFileSync(planted, "utf8") !== script && loose.status === 1 && loose.stderr.includes("ansi.enabled is off"),
      loose.stderr,
    ],
    ["nor written", !existsSync(join(folder, "loose")) && !existsSync(join(folder, "loose.part")), ""],
    ["nothing is written then", !existsSync(join(folder, "stopped")) && !existsSync(join(folder, "stopped.part")), ""],
  ];
  const wrong = looked.filter(([, holds]) => !holds);
  for (const [what, , said] of wrong) process.stdout.write(`Spark job: not so: ${what}\n${said.slice(-2000)}\n`);
  process.stdout.write(`Spark job: ${looked.length - wrong.length} of ${looked.length} hold\n`);
  return wrong.length;
}
