/**
 * `npx tsx bench/cultivation.ts [--rows 30000]`: 一企一策 of a large sheet. How long scoring takes with the library and the peers filled on the
 * way, against scoring alone; how long the library, a diagnosis, a what-if, plans and stale marks take afterwards; and medians of the
 * peers against the same medians written by hand.
 */
import { parseArgs } from "node:util";
import { loadRelease, readSeedFiles } from "../src/commands/read-seeds";
import { readWorkbook } from "../src/commands/read-workbook";
import { loadCultivation } from "../src/cultivation/load-cultivation";
import { measureSheet } from "../src/cultivation/benchmarks";
import { PlanPages } from "../src/cultivation/plan-sheets";
import { RowFingerprints } from "../src/cultivation/row-fingerprints";
import { SheetCultivation } from "../src/cultivation/sheet-cultivation";
import type { Cell, Grid } from "../src/words/grid";
import { readSheet } from "../src/sheet/reading/read-sheet";
import { SheetScoring } from "../src/sheet/results/score-sheet";
import { measure, median } from "./interleaved";
import { grouped, printTimings } from "./print-timings";
import { allTargets, target } from "./targets";

const SAMPLE = "seeds/samples/山东示例企业.xlsx";
const AS_OF = "2026-11-21";
const { values } = parseArgs({ options: { rows: { type: "string", default: "30000" } } });
const count = Number(values.rows);

/** The sample's enterprises again and again under names and codes of their own, their amounts varied. */
function enlarged({ rows: [heading = [], ...enterprises], ...grid }: Grid): Grid {
  const varied = (cell: Cell, column: number, index: number): Cell => {
    if (typeof cell === "string" && (column === 0 || cell.length === 18)) return `${cell}${index}`;
    if (typeof cell !== "number" || Number.isInteger(cell) || cell < 10) return cell;
    return Math.round(cell * (1 + ((index * 7 + column) % 13) / 200) * 100) / 100;
  };
  const rows = Array.from({ length: count }, (_, index) =>
    (enterprises[index % enterprises.length] ?? []).map((cell, column) => varied(cell, column, index)),
  );
  return { ...grid, rows: [heading, ...rows] };
}

/** Milliseconds of a piece of work. */
function timed(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

function walk(steps: Iterable<unknown>): number {
  let done = 0;
  for (const step of steps) if (step !== undefined) done += 1;
  return done;
}

const { policy, vocabulary } = loadRelease();
const cultivation = loadCultivation(readSeedFiles(), policy, vocabulary);
const { grids } = await readWorkbook(SAMPLE, "企业名单");
const [sample] = grids;
if (!sample) throw new Error(`${SAMPLE} has no sheet 企业名单`);
const grid = enlarged(sample);
const reading = readSheet(grid, vocabulary, { asOf: AS_OF });
if (reading.kind === "failure") throw new Error(reading.message.en);
const judgement = { asOf: AS_OF, purpose: "new", assumeGeneral: true } as const;
const context = { policy, vocabulary, cultivation, reading, judgement };
const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : grouped(Math.round(value))} ms`;

console.log(`一企一策 of ${grouped(count)} enterprises by ${grid.rows[0]?.length ?? 0} columns`);
const alone = timed(() => walk(new SheetScoring(reading, policy, vocabulary, { ...judgement, plans: 0 }).rows()));
const sheet = new SheetCultivation(context);
const scoring = timed(() => walk(sheet.rows()));
console.log(`  scoring alone ${ms(alone)}, with library and peers filled on the way ${ms(scoring)}`);
target(
  `library and peers cost at most as much again as scoring: ${(scoring / alone).toFixed(2)} ×`,
  scoring <= 2 * alone,
);

const overview = timed(() => walk(sheet.librarySheets("zh")));
target(`library overview after scoring within 2 s: ${ms(overview)}`, overview <= 2000);

const rows = Array.from({ length: 50 }, (_, at) => (at * 7919) % count);
const each = (work: (row: number) => void): { typical: number; slowest: number } => {
  const times = rows.map((row) => timed(() => work(row)));
  return { typical: median(times), slowest: Math.max(...times) };
};
const diagnosed = each((row) => sheet.diagnose(row));
target(
  `diagnosis of one row within 100 ms: ${ms(diagnosed.typical)}, slowest of 50 ${ms(diagnosed.slowest)}`,
  diagnosed.slowest <= 100,
);
const tried = each((row) => sheet.whatIf(row, new Map<string, Cell>([["revenue", 5000]])));
target(
  `what-if of one row within 100 ms: ${ms(tried.typical)}, slowest of 50 ${ms(tried.slowest)}`,
  tried.slowest <= 100,
);

const pages = new PlanPages("评分_成长方案", 650);
const planned = timed(() => {
  for (let at = 0; at < 650; at += 1) pages.add(sheet.plan((at * 7919) % count, "zh"));
});
target(`650 growth plans within 10 s: ${ms(planned)}, ${grouped(pages.sheet().rows.length)} rows`, planned <= 10_000);
console.log(
  `  impact of the last change of rules ${ms(timed(() => sheet.impact()))}, benchmarks ${ms(timed(() => sheet.benchmarks()))}`,
);

let prints: RowFingerprints | null = null;
const printed = timed(() => (prints = new RowFingerprints(reading)));
const compared = timed(() => prints?.compare(grid));
const looked = each((row) => prints?.look(row + 2, grid.rows[row + 1] ?? []));
console.log(`  fingerprints ${ms(printed)}, comparing the whole sheet ${ms(compared)}`);
target(`a look at one row within 1 ms: ${looked.typical.toFixed(3)} ms`, looked.typical <= 1);

/** Mean and median of a share as one would write them for this one sheet. */
function byHand(): number {
  const [expense, revenue] = [
    reading.kind === "reading" ? reading.facts.column("rd_expense") : undefined,
    reading.kind === "reading" ? reading.facts.column("revenue") : undefined,
  ];
  const found: number[] = [];
  for (let row = 0; row < count; row += 1) {
    const share = (expense?.[row] ?? NaN) / (revenue?.[row] ?? NaN);
    if (Number.isFinite(share)) found.push(share);
  }
  found.sort((a, b) => a - b);
  return median(found);
}
const one = {
  ...context,
  cultivation: { ...cultivation, benchmarks: cultivation.benchmarks.filter(({ id }) => id === "rd-share") },
};
const [share] = measureSheet(one);
if (Math.abs((share?.median ?? NaN) - byHand()) > 1e-12) throw new Error("the medians disagree");
printTimings(
  "Median of the R&D share, with quartiles and the printed figure beside it",
  await measure(
    [
      { name: "by hand", rows: count, run: () => void byHand() },
      { name: "measureSheet", rows: count, run: () => void measureSheet(one) },
    ],
    5,
  ),
);
const targets = allTargets();
console.log(`\n${targets.filter(({ reached }) => reached).length} of ${targets.length} goals reached`);
