/**
 * `npx tsx bench/riders.ts [--quick] [--count N]`: the riders' command on a list of 1,000,000 riders (100,000 with --quick), as csv and as
 * xlsx, against only reading that file and writing the cells of the result with the library. Everything is timed from outside, start-up
 * included, so that only the ratio counts.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { makeRiders, makeRidersCsv } from "./made-up-riders";
import { grouped } from "./print-timings";
import { target } from "./targets";

const COMMAND = fileURLToPath(new URL("../src/commands/riders.ts", import.meta.url));
const PLAIN = fileURLToPath(new URL("./riders-read-and-write.ts", import.meta.url));
const METERED = fileURLToPath(new URL("./workbook/metered.ts", import.meta.url));
const GOAL = 10;

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
}

const usage = z.object({ maxRSS: z.number() });

function run(folder: string, script: string, ...argv: string[]): Run & { readonly printed: string } {
  const report = join(folder, "usage.json");
  const start = performance.now();
  const done = spawnSync(process.execPath, ["--import", "tsx", METERED, report, script, ...argv], { encoding: "utf8" });
  const seconds = (performance.now() - start) / 1000;
  if (done.status !== 0) throw new Error(`${script} ended with ${String(done.status ?? done.signal)}: ${done.stderr}`);
  const { maxRSS } = usage.parse(JSON.parse(readFileSync(report, "utf8")));
  return { seconds, megabytes: maxRSS / 1024, printed: done.stdout };
}

async function bench(kind: "csv" | "xlsx", count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "zjtx-riders-"));
  try {
    const [input, out, plain] = [join(folder, `in.${kind}`), join(folder, "out.xlsx"), join(folder, "plain.xlsx")];
    await (kind === "csv" ? makeRidersCsv : makeRiders)(input, count);
    const judged = run(folder, COMMAND, input, "--out", out, "--budget", "--back-payment");
    if (!existsSync(out)) throw new Error("the command wrote nothing");
    const only = Number(run(folder, PLAIN, input, out, plain).printed);
    console.log(`\nRiders' command on ${grouped(count)} riders, ${kind}`);
    console.log(`  start to end: ${judged.seconds.toFixed(1)} s, at most ${judged.megabytes.toFixed(0)} MB`);
    console.log(`  reading the file and writing the result's cells alone: ${only.toFixed(1)} s`);
    const ratio = judged.seconds / only;
    target(`${kind}: at most ${GOAL} × reading and writing alone: ${ratio.toFixed(2)} ×`, ratio <= GOAL);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { values } = parseArgs({
  options: { quick: { type: "boolean" }, count: { type: "string" }, only: { type: "string" } },
});
const count = Number(values.count ?? (values.quick === true ? 100_000 : 1_000_000));
for (const kind of ["csv", "xlsx"] as const) if ((values.only ?? kind) === kind) await bench(kind, count);
