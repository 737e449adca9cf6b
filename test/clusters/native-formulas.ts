/**
 * `npx tsx test/clusters/native-formulas.ts`: every measure of the cluster sample, worked out a second time by native formulas that
 * LibreOffice computes over the sample's own cells. They must agree to the rounding of doubles (see `alike`), and where we say "not
 * known" the formula must stay blank.
 * Needs `soffice` on the path (Debian: libreoffice-calc).
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx, type WriteSheet } from "hucre/xlsx";
import { loadKnowledge } from "../../src/commands/read-seeds";
import { readWorkbook } from "../../src/commands/read-workbook";
import { valueOf, type Answer } from "../../src/clusters/answer";
import { readClusterBook } from "../../src/clusters/cluster-book";
import { runClusters, type ClusterRun } from "../../src/clusters/cluster-run";
import { leadingProgress } from "../../src/clusters/indicator-sheet";
import { cellText, type Grid } from "../../src/words/grid";
import type { SheetReading } from "../../src/sheet/reading/read-sheet";

const SAMPLE = "seeds/samples/山东集群示例.xlsx";
/** Titles and accounts; and a day inside the targets' period, so that something is left to do. */
const AS_OF = "2026-11-21";
const WITHIN = "2025-06-30";

interface Check {
  readonly what: string;
  readonly formula: string;
  /** Null where the answer is not known or refused: the formula must give a blank. */
  readonly ours: number | null;
}

const knowledge = loadKnowledge();
const file = await readWorkbook(SAMPLE);
const book = readClusterBook(file.grids, knowledge.vocabulary, AS_OF);
const runOn = (asOf: string): ClusterRun =>
  runClusters(book, knowledge, {
    asOf,
    documents: ["sd-clusters-2023"],
    by: ["cluster", "chain"],
    ranking: "revenue",
    language: "zh",
  });
const run = runOn(AS_OF);
const { board } = runOn(WITHIN);
const { cluster, enterprise, indicator } = book.readings;
if (!cluster || !enterprise || !indicator || !run.clusters || !board) throw new Error("the sample lacks a sheet");

const checks: Check[] = [];
const add = (what: string, formula: string, answer: Answer | number | null): void => {
  checks.push({ what, formula, ours: answer === null || typeof answer === "number" ? answer : valueOf(answer) });
};
const guarded = (cells: readonly string[], formula: string): string =>
  `IF(COUNT(${cells.join(",")})=${cells.length},${formula},"")`;

function cellIn(reading: SheetReading, row: number, key: string): string {
  const found = reading.cellOf(row, key);
  if (found === null) throw new Error(`${reading.sheet} has no column ${key}`);
  return `'${reading.sheet}'!${found}`;
}

/** The column of a slot over all rows of a sheet. */
function columnIn(reading: SheetReading, key: string): string {
  const [first, last] = [0, reading.rowNumbers.length - 1].map((row) =>
    (reading.cellOf(row, key) ?? "").replace(/([A-Z]+)/, "$$$1$$"),
  );
  return `'${reading.sheet}'!${first ?? ""}:${last ?? ""}`;
}

// ---- clusters, a row each
const revenues = columnIn(cluster, "cluster_revenue");
for (const one of run.clusters.clusters) {
  const at = (key: string): string => cellIn(cluster, one.row, key);
  const quotient = (part: string, whole: string): string => guarded([at(part), at(whole)], `${at(part)}/${at(whole)}`);
  const growthOf = (now: string, before: string): string =>
    guarded([at(now), at(before)], `${at(now)}/${at(before)}-1`);
  const output = ["cluster_output", "cluster_output[t-1]", "cluster_output[t-2]", "cluster_output[t-3]"].map(at);
  const [a = "", b = "", c = "", d = ""] = output;
  add(`${one.name} smeShare`, quotient("sme_output", "cluster_output"), one.smeShare);
  add(`${one.name} leadShare`, quotient("lead_output", "cluster_output"), one.leadShare);
  add(`${one.name} growth`, growthOf("cluster_output", "cluster_output[t-1]"), one.growth);
  add(`${one.name} meanGrowth`, guarded(output, `AVERAGE(${a}/${b}-1,${b}/${c}-1,${c}/${d}-1)`), one.meanGrowth);
  add(`${one.name} margin`, quotient("cluster_profit", "cluster_revenue"), one.margin);
  add(`${one.name} rdIntensity`, quotient("cluster_rd", "cluster_revenue"), one.rdIntensity);
  add(`${one.name} localSupply`, quotient("local_purchases", "all_purchases"), one.localSupply);
  add(`${one.name} revenueGrowth`, growthOf("cluster_revenue", "cluster_revenue[t-1]"), one.revenueGrowth);
  const persons = ["cluster_employment", "region_employment", "nation_industry_employment", "nation_employment"].map(
    at,
  );
  const [e = "", f = "", g = "", h = ""] = persons;
  add(`${one.name} locationQuotient`, guarded(persons, `(${e}/${f})/(${g}/${h})`), one.locationQuotient);
}
const byRevenue = run.clusters.ranking("revenue");
for (const { cluster: one, place, years, rival } of byRevenue) {
  add(`${one.name} place`, `RANK(${cellIn(cluster, one.row, "cluster_revenue")},${revenues},0)`, place);
  const above = byRevenue.find(({ cluster: other }) => other.name === rival)?.cluster;
  if (!above || years === null) continue;
  const of = (row: number, key: string): string => cellIn(cluster, row, key);
  const [own, other] = [one.row, above.row].map((row) => ({
    now: of(row, "cluster_revenue"),
    before: of(row, "cluster_revenue[t-1]"),
  }));
  if (!own || !other) continue;
  // The ratio of (1 + growth) is the ratio of the two quotients.
  const faster = `(${own.now}/${own.before})/(${other.now}/${other.before})`;
  add(`${one.name} years to catch up`, `IF(${faster}>1,LN(${other.now}/${own.now})/LN(${faster}),"")`, years);
}

// ---- enterprises, by cluster and by chain
for (const rolled of run.rollUps) {
  const names = columnIn(enterprise, rolled.by);
  const column = (key: string): string => columnIn(enterprise, key);
  const codes = [...new Set(enterprise.text("industry"))];
  for (const [group, one] of rolled.groups.entries()) {
    const name = cellIn(enterprise, rolled.rowsOf(group)[0] ?? 0, rolled.by);
    const blanks = (key: string): string => `COUNTIFS(${names},${name},${column(key)},"")`;
    const total = (key: string): string => `SUMIFS(${column(key)},${names},${name})`;
    const where = (keys: readonly string[], formula: string): string =>
      `IF(${keys.map(blanks).join("+")}=0,${formula},"")`;
    const revenue = total("revenue");
    const mine = `(${names}=${name})`;
    add(`${one.name} firms`, `COUNTIFS(${names},${name})`, one.firms);
    add(`${one.name} revenue`, where(["revenue"], revenue), one.revenue);
    add(
      `${one.name} rdIntensity`,
      where(["revenue", "rd_expense"], `${total("rd_expense")}/${revenue}`),
      one.rdIntensity,
    );
    add(`${one.name} margin`, where(["revenue", "net_profit"], `${total("net_profit")}/${revenue}`), one.margin);
    add(`${one.name} growth`, where(["revenue", "revenue[t-1]"], `${revenue}/${total("revenue[t-1]")}-1`), one.growth);
    const small = `1-(${column("employees")}>=1000)*(${column("revenue")}>=40000)`;
    add(
      `${one.name} smeShare`,
      where(["revenue", "employees"], `SUMPRODUCT(${mine}*(${small})*${column("revenue")})/${revenue}`),
      one.smeShare,
    );
    const industries = codes.map(
      (code) => `SUMIFS(${column("revenue")},${names},${name},${column("industry")},"${code}")`,
    );
    add(`${one.name} leadShare`, where(["revenue"], `MAX(${industries.join(",")})/${revenue}`), one.leadShare);
    add(
      `${one.name} hhi`,
      where(["revenue"], `SUMPRODUCT(${mine}*${column("revenue")}^2)/${revenue}^2*10000`),
      one.hhi,
    );
    add(
      `${one.name} cr4`,
      where(["revenue"], `SUMPRODUCT(LARGE(${mine}*${column("revenue")},{1,2,3,4}))/${revenue}`),
      one.cr4,
    );
    add(
      `${one.name} scaleShare`,
      where(["revenue"], `COUNTIFS(${names},${name},${column("revenue")},">=2000")/COUNTIFS(${names},${name})`),
      one.scaleShare,
    );
    for (const [field, count] of Object.entries(one.titles)) {
      if (count === null) continue;
      const dates = column(field);
      add(`${one.name} ${field}`, `SUMPRODUCT(${mine}*(LEN(${dates})=10)*(${dates}>="${AS_OF}"))`, count.held);
    }
  }
}

// ---- indicators with a plain number
for (const row of board.rows) {
  const one = leadingProgress(row);
  if (!one || one.standing === "refused" || one.target.value === null || one.target.by === null) continue;
  const at = (key: string): string => cellIn(indicator, row.row, key);
  const actual = at("indicator_actual");
  if (one.actual === null) {
    add(`${row.name} completion`, guarded([actual], `${actual}/${one.target.value}`), one.completion);
    continue;
  }
  // A percentage written as text is no number for a formula.
  const own = one.target.kind === "share" ? `VALUE(SUBSTITUTE(${actual},"%",""))/100` : actual;
  const goal = String(one.target.value);
  const done =
    one.base === null ? `${own}/${goal}` : `(${own}-${at("indicator_base")})/(${goal}-${at("indicator_base")})`;
  add(`${row.name} completion`, done, one.completion);
  const day = one.target.by;
  const first = Number(indicator.text("indicator_base_year")[row.row] ?? "") || 2023;
  const month = `DATE(VALUE(LEFT(${at("indicator_year")},4)),VALUE(RIGHT(${at("indicator_year")},2))+1,0)`;
  const when = (date: string): string =>
    `(YEAR(${date})+(${date}-DATE(YEAR(${date}),1,1)+1)/(DATE(YEAR(${date})+1,1,1)-DATE(YEAR(${date}),1,1)))`;
  const elapsed = `(${when(month)}-${first})/(${day}-${first}+1)`;
  add(`${row.name} elapsed`, elapsed, one.elapsed);
  add(`${row.name} ahead`, `${done}-${elapsed}`, one.ahead);
  const left = `(${day}+1-${when("DATE(2025,6,30)")})`;
  add(`${row.name} pace`, `IF(${own}>=${goal},0,(${goal}-${own})/${left})`, one.pace);
  add(`${row.name} growth`, `IF(${own}>=${goal},0,(${goal}/(${own}))^(1/${left})-1)`, one.growth);
}

// ---- the reference value of the location quotient, and plain lists
const lists = "30;30;20;20";
add("HHI of 30, 30, 20, 20", `SUMPRODUCT(({${lists}}/SUM({${lists}})*100)^2)`, 2600);

/** A sheet with the cells as they are. */
function asWritten({ sheet, rows }: Grid): WriteSheet {
  return {
    name: sheet,
    rows: rows.map((row) => row.map((cell) => (typeof cell === "object" ? null : cell))),
  };
}

const folder = mkdtempSync(join(tmpdir(), "zjtx-native-"));
const path = join(folder, "checks.xlsx");
const inputs = file.grids.filter(({ sheet }) => [cluster.sheet, enterprise.sheet, indicator.sheet].includes(sheet));
writeFileSync(
  path,
  await writeXlsx({
    sheets: [
      {
        name: "核对",
        rows: checks.map(({ what }) => [what, null]),
        cells: new Map(checks.map(({ formula }, row) => [`${row},1`, { formula }] as const)),
      },
      ...inputs.map(asWritten),
    ],
  }),
);
const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
execFileSync("soffice", [profile, "--headless", "--convert-to", "xlsx", "--outdir", join(folder, "saved"), path], {
  stdio: "ignore",
});
const [computed] = (await readWorkbook(join(folder, "saved", "checks.xlsx"), "核对")).grids;
/**
 * 15 digits, which is what cells show; a formula that subtracts near-equal numbers (now / before - 1) is itself off by a rounding of 1,
 * and a logarithm of a quotient near 1 by that over the logarithm. Everything else would be another arithmetic.
 */
function alike(what: string, ours: number | null, theirs: unknown): boolean {
  if (ours === null) return theirs === null || theirs === "";
  if (typeof theirs !== "number") return false;
  const size = Math.max(1, Math.abs(ours));
  return Math.abs(ours - theirs) <= size * (what.endsWith("years to catch up") ? 1e-13 : 1e-15);
}

const cells = checks.map((_, row) => computed?.rows[row]?.[1] ?? null);
const wrong = checks.filter(({ what, ours }, row) => !alike(what, ours, cells[row]));
for (const one of wrong.slice(0, 30))
  console.error(
    `${one.what}: ours ${String(one.ours)}, LibreOffice ${cellText(cells[checks.indexOf(one)] ?? null)}   =${one.formula}`,
  );
const same = checks.filter(({ ours }, row) => {
  const theirs = cells[row];
  return ours !== null && typeof theirs === "number" && ours.toPrecision(15) === theirs.toPrecision(15);
}).length;
const open = checks.filter(({ ours }) => ours === null).length;
console.log(
  `${checks.length} measures compared: ${same} agree in all 15 digits, ${open} not known on both sides, ${checks.length - same - open - wrong.length} differ by the rounding of a double, ${wrong.length} are wrong`,
);
if (wrong.length > 0) process.exitCode = 1;
