/**
 * `npx tsx bench/riders.ts [--quick] [--count N]`: the riders' command on a list of 1,000,000 riders (100,000 with --quick), as csv and as
 * xlsx, against only reading that file and writing the cells of the result with the library. Everything is timed from outside, start-up
 * included, so that only the ratio counts.
 */
import { spawnSync } from "node:child_process";
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeXlsxStream, type CellValue } from "hucre/xlsx";
import { z } from "zod";
import { seededRandom, type Random } from "../src/cli/samples/seeded-random";
import { grouped } from "./print-timings";
import { streamToFile } from "./stream-to-file";
import { target } from "./targets";

const COMMAND = fileURLToPath(new URL("../src/cli/riders.ts", import.meta.url));
const PLAIN = fileURLToPath(new URL("./riders-read-and-write.ts", import.meta.url));
const METERED = fileURLToPath(new URL("./workbook/metered.ts", import.meta.url));
const GOAL = 10;

const HEADINGS = [
  "骑手编号",
  "平台",
  "骑手类别",
  "就业地",
  "参保地",
  "缴费月份",
  "当月收入（元）",
  ...Array.from({ length: 6 }, (_, back) => `前${back + 1}月收入（元）`),
];
const PLACES = ["北京", "泉州", "南通", "福州", "苏州", "济南"] as const;

/** Made-up riders around the floors: about half qualify, one in fifty has a blank, one in a hundred works where nothing is known. */
function riderRow(random: Random, number: number): (string | number | null)[] {
  const work = random.chance(0.01) ? "商丘" : random.pick(PLACES);
  const incomes = Array.from({ length: 7 }, () =>
    random.chance(0.003) ? null : Math.round(random.between(2500, 9500) * 100) / 100,
  );
  return [
    `XN-${String(number).padStart(7, "0")}`,
    random.pick(["美团", "美团", "美团", "淘宝闪购", "京东"]),
    random.pick(["众包", "众包", "荣誉骑士", "全职"]),
    work,
    random.pick(PLACES),
    random.pick(["2025-06", "2025-12", "2026-03"]),
    ...incomes,
  ];
}

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

async function makeCsv(path: string, count: number): Promise<void> {
  const random = seededRandom(7);
  const out = createWriteStream(path);
  out.write(`${HEADINGS.join(",")}\n`);
  for (let from = 0; from < count; from += 10_000) {
    const lines = Array.from({ length: Math.min(10_000, count - from) }, (_, at) =>
      riderRow(random, from + at + 1).join(","),
    );
    if (!out.write(`${lines.join("\n")}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}

function* riderRows(count: number): Generator<CellValue[]> {
  const random = seededRandom(7);
  yield HEADINGS;
  for (let number = 1; number <= count; number += 1) yield riderRow(random, number);
}

function makeXlsx(path: string, count: number): Promise<void> {
  return streamToFile(writeXlsxStream(riderRows(count), { name: "骑手名单", inlineStrings: false }), path);
}

async function bench(kind: "csv" | "xlsx", count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "zjtx-riders-"));
  try {
    const [input, out, plain] = [join(folder, `in.${kind}`), join(folder, "out.xlsx"), join(folder, "plain.xlsx")];
    await (kind === "csv" ? makeCsv : makeXlsx)(input, count);
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
