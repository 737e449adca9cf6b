/**
 * By hand: the job on a cluster of two executors of its own on this machine, one of which is killed in the middle, gives the fingerprint of an
 * undisturbed run. `npx tsx test/spark/cluster.ts TABLE SQLFOLDER`; needs what `npm run test:spark` installs.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";

const PYTHON = resolve(".cache/spark/bin/python");
const [table = "", sql = ""] = process.argv.slice(2);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The executors that descend from a process, and no others. */
function executorsOf(ancestor: number): readonly number[] {
  const { stdout } = spawnSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" });
  const all = stdout.split("\n").flatMap((line) => {
    const [, pid, parent, args = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), args }];
  });
  const below = (pid: number): readonly number[] =>
    all.filter((one) => one.parent === pid).flatMap((one) => [one.pid, ...below(one.pid)]);
  const own = new Set(below(ancestor));
  return all
    .filter(({ pid, args }) => own.has(pid) && args.includes("CoarseGrainedExecutorBackend"))
    .map(({ pid }) => pid);
}

/** Runs the job; once it has begun to write, an executor is killed where that is wished for. */
async function run(folder: string, name: string, master: string, kill: boolean): Promise<string> {
  const [out, summary] = [join(folder, name), join(folder, `${name}.json`)];
  const words = [
    "spark/score.py",
    "--master",
    master,
    "--partitions",
    "16",
    "--sql",
    sql,
    "--table",
    resolve(table),
    "--out",
    out,
    "--summary",
    summary,
  ];
  const begun = Date.now();
  const home = spawnSync(PYTHON, ["-c", "import pyspark, os; print(os.path.dirname(pyspark.__file__))"], {
    encoding: "utf8",
  }).stdout.trim();
  const job = spawn(PYTHON, words, {
    stdio: ["ignore", "inherit", "ignore"],
    env: { ...process.env, SPARK_HOME: home, SPARK_SCALA_VERSION: "2.13" },
  });
  let killed = 0;
  const timer = setInterval(() => {
    if (!kill || killed > 0 || job.pid === undefined || !existsSync(`${out}.part`)) return;
    const written = readdirSync(`${out}.part`, { recursive: true }).some((file) => String(file).endsWith(".parquet"));
    const [first] = written ? executorsOf(job.pid) : [];
    if (first === undefined) return;
    process.kill(first, "SIGKILL");
    killed = first;
  }, 100);
  const code = await new Promise((done) => job.on("close", done));
  clearInterval(timer);
  const [, fingerprint = "none"] = existsSync(summary)
    ? (/"fingerprint": (\d+)/.exec(readFileSync(summary, "utf8")) ?? [])
    : [];
  say(
    `${name}: exit ${String(code)}, ${killed > 0 ? `executor ${killed} killed, ` : ""}${Math.round((Date.now() - begun) / 1000)} s, fingerprint ${fingerprint}`,
  );
  return fingerprint;
}

const folder = mkdtempSync(join(tmpdir(), "zjtx-cluster-"));
try {
  const undisturbed = await run(folder, "undisturbed", "local[2]", false);
  const disturbed = await run(folder, "disturbed", "local-cluster[2,1,1024]", true);
  process.exitCode = undisturbed !== "none" && undisturbed === disturbed ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
