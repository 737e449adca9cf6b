/**
 * `npm run score` on a workbook of 30,000 enterprises by 40 columns, against only reading that workbook and writing the cells of the
 * result with the library. The command is timed from outside, start-up included; reading and writing alone from inside, without it.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { grouped } from "../print-timings";
import { target } from "../targets";
import { makeWorkbook } from "./made-up-workbook";

const COMMAND = fileURLToPath(new URL("../../src/commands/score.ts", import.meta.url));
const PLAIN = fileURLToPath(new URL("./read-and-write.ts", import.meta.url));
const METERED = fileURLToPath(new URL("./metered.ts", import.meta.url));
const COLUMNS = 40;

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
}

const usage = z.object({ maxRSS: z.number() });

/** Runs a script on its sources, with its peak memory. */
function run(script: string, ...argv: string[]): Run & { readonly printed: string } {
  const report = join(mkdtempSync(join(tmpdir(), "zjtx-bench-")), "usage.json");
  const start = performance.now();
  const done = spawnSync(process.execPath, ["--import", "tsx", METERED, report, script, ...argv], { encoding: "utf8" });
  const seconds = (performance.now() - start) / 1000;
  if (done.status !== 0) throw new Error(`${script} ended with ${String(done.status)}: ${done.stderr}`);
  const { maxRSS } = usage.parse(JSON.parse(readFileSync(report, "utf8")));
  return { seconds, megabytes: maxRSS / 1024, printed: done.stdout };
}

export async function benchWorkbook(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "zjtx-bench-"));
  const [input, out, plain] = [join(folder, "in.xlsx"), join(folder, "out.xlsx"), join(folder, "plain.xlsx")];
  await makeWorkbook(input, count, COLUMNS);
  const scored = run(COMMAND, input, "--out", out);
  const alone = run(PLAIN, input, out, plain);
  const only = Number(alone.printed);
  console.log(`\nnpm run score on ${grouped(count)} enterprises by ${COLUMNS} columns`);
  console.log(`  score, start to end: ${scored.seconds.toFixed(1)} s, at most ${scored.megabytes.toFixed(0)} MB`);
  console.log(`  reading the input and writing the result's cells alone: ${only.toFixed(1)} s`);
  const ratio = scored.seconds / only;
  target(`at most 3 × reading and writing alone: ${ratio.toFixed(2)} ×`, ratio <= 3);
  target(`under 1.5 GB: ${scored.megabytes.toFixed(0)} MB`, scored.megabytes < 1536);
}
