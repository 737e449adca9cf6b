/**
 * `npx tsx bench/at-scale.ts [--rows 100000] [--columns 57] [--before FOLDER]`: `npm run score` on a long csv, start to end, against the same
 * command of another checkout (with its packages installed), one after the other in one run. Prints seconds, processor seconds, peak memory and
 * the ratios. Processor seconds say more where other work runs beside. Exit code 1 where the two say different things of a list.
 */
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { readWorkbook } from "../src/commands/read-workbook";
import { madeUpCreditCode } from "../src/commands/samples/made-up-code";
import type { Cell } from "../src/words/grid";
import { grouped } from "./print-timings";
import { target } from "./targets";

const HERE = fileURLToPath(new URL("..", import.meta.url));
const METERED = fileURLToPath(new URL("./workbook/metered.ts", import.meta.url));
const SAMPLE = join(HERE, "seeds/samples/山东示例企业.xlsx");
/** Rows whose answers are compared. */
const COMPARED = 2_000;

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "100000" },
    columns: { type: "string", default: "57" },
    before: { type: "string" },
  },
});
const [rows, columns] = [Number(values.rows), Number(values.columns)];

function csvText(cell: Cell): string {
  const text = cell === null || typeof cell === "object" ? "" : String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The clean sample's enterprises again and again, with names and codes of their own and amounts that vary by up to 6 %. */
async function makeCsv(path: string, count: number): Promise<void> {
  const { grids } = await readWorkbook(SAMPLE, "企业名单");
  const [heading = [], ...enterprises] = grids[0]?.rows ?? [];
  const varied = (cell: Cell, column: number, index: number): Cell => {
    if (typeof cell === "string" && column === 0) return cell + String(index);
    if (typeof cell === "string" && column === 1) return madeUpCreditCode(cell.slice(2, 6), index % 1_000_000);
    if (typeof cell !== "number" || Number.isInteger(cell) || cell < 10) return cell;
    return Math.round(cell * (1 + ((index * 7 + column) % 13) / 200) * 100) / 100;
  };
  const lineOf = (cells: readonly Cell[]): string => `${cells.slice(0, columns).map(csvText).join(",")}\n`;
  const file = openSync(path, "w");
  writeSync(file, lineOf(heading));
  for (let index = 0; index < count; index += 1)
    writeSync(file, lineOf((enterprises[index % enterprises.length] ?? []).map((cell, at) => varied(cell, at, index))));
  closeSync(file);
}

interface Run {
  readonly seconds: number;
  readonly processor: number;
  readonly megabytes: number;
}

const usage = z.object({ maxRSS: z.number(), processor: z.number() });

function run(folder: string, input: string, out: string, ...more: string[]): Run {
  const report = `${out}.usage.json`;
  const loader = pathToFileURL(join(folder, "node_modules/tsx/dist/loader.mjs")).href;
  const argv = [METERED, report, join(folder, "src/commands/score.ts"), input, "--out", out, ...more];
  const begun = performance.now();
  const done = spawnSync(process.execPath, ["--import", loader, ...argv], { encoding: "utf8", cwd: folder });
  const seconds = (performance.now() - begun) / 1000;
  if (done.status !== 0) throw new Error(`score of ${folder} ended with ${String(done.status)}: ${done.stderr}`);
  const { maxRSS, processor } = usage.parse(JSON.parse(readFileSync(report, "utf8")));
  return { seconds, processor, megabytes: maxRSS / 1024 };
}

function told(name: string, { seconds, processor, megabytes }: Run): void {
  console.log(
    `  ${name}: ${seconds.toFixed(1)} s, ${processor.toFixed(1)} s of processors, at most ${megabytes.toFixed(0)} MB`,
  );
}

const work = mkdtempSync(join(tmpdir(), "zjtx-bench-"));
try {
  const input = join(work, "list.csv");
  if (values.before !== undefined) {
    const short = join(work, "short.csv");
    await makeCsv(short, Math.min(COMPARED, rows));
    const answers = [resolve(values.before), HERE].map((folder, at) => {
      const json = join(work, `${at}.json`);
      run(folder, short, join(work, `${at}.xlsx`), "--json", json);
      return readFileSync(json, "utf8");
    });
    console.log(answers[0] === answers[1] ? "both say the same" : "they say different things");
    if (answers[0] !== answers[1]) process.exitCode = 1;
  }
  await makeCsv(input, rows);
  console.log(`npm run score on ${grouped(rows)} enterprises by ${columns} columns, csv`);
  const now = run(HERE, input, join(work, "now.xlsx"));
  told("this checkout", now);
  target(`under 1 GB: ${now.megabytes.toFixed(0)} MB`, now.megabytes < 1024);
  if (values.before !== undefined) {
    const before = run(resolve(values.before), input, join(work, "before.xlsx"));
    told("before", before);
    const [time, processor] = [now.seconds / before.seconds, now.processor / before.processor];
    target(
      `at most 1/3 of the time before: ${time.toFixed(2)} × (processors ${processor.toFixed(2)} ×)`,
      time <= 1 / 3,
    );
  }
} finally {
  rmSync(work, { recursive: true });
}
