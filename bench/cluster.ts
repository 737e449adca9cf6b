/**
 * `npx tsx bench/cluster.ts [--quick]`: 100,000 enterprises rolled up over 200 clusters, against a plain version written by hand, once what
 * both give has been compared group by group. Exit code 1 where they disagree; a goal that is missed is printed.
 */
import { ROLLED } from "../src/commands/cluster-json";
import { valueOf } from "../src/clusters/answer";
import { rollUp, type EnterpriseRows, type RolledUp } from "../src/clusters/roll-up";
import { loadRelease } from "../src/commands/read-seeds";
import { seededRandom } from "../src/commands/samples/seeded-random";
import { FactColumns } from "../src/engine/facts";
import { measure } from "./interleaved";
import { grouped, printTimings } from "./print-timings";
import { target } from "./targets";

const FIRMS = 100_000;
const CLUSTERS = 200;
const GOAL_MS = 200;
const AS_OF = 46_347;

interface Firm {
  readonly cluster: string;
  readonly code: string;
  readonly revenue: number;
  readonly before: number;
  readonly rd: number;
  readonly profit: number;
  readonly employees: number;
  readonly giant: number;
}

interface ByHand {
  readonly revenue: number;
  readonly rdIntensity: number;
  readonly margin: number;
  readonly growth: number;
  readonly smeShare: number;
  readonly leadShare: number;
  readonly hhi: number;
  readonly cr4: number;
  readonly scaleShare: number;
  readonly giants: number;
}

function madeUp(): Firm[] {
  const random = seededRandom(20_260_401);
  return Array.from({ length: FIRMS }, (): Firm => {
    const revenue = random.whole(50_000, 900_000_000) / 10_000;
    return {
      cluster: `第${random.whole(1, CLUSTERS)}集群`,
      code: `C${random.whole(13, 43)}`,
      revenue,
      before: revenue / (1 + random.whole(-100, 300) / 1000),
      rd: revenue * (random.whole(5, 90) / 1000),
      profit: revenue * (random.whole(-50, 150) / 1000),
      employees: random.whole(5, 2_500),
      giant: random.whole(0, 9) === 0 ? AS_OF + 100 : -Infinity,
    };
  });
}

function asSheet(firms: readonly Firm[], industry: number): EnterpriseRows {
  const column = (value: (firm: Firm) => number): Float64Array => Float64Array.from(firms, value);
  const columns = new Map([
    ["revenue", column(({ revenue }) => revenue)],
    ["revenue[t-1]", column(({ before }) => before)],
    ["rd_expense", column(({ rd }) => rd)],
    ["net_profit", column(({ profit }) => profit)],
    ["employees", column(({ employees }) => employees)],
    ["industry", column(() => industry)],
    ["title_little_giant_until", column(({ giant }) => giant)],
  ]);
  const clusters = firms.map(({ cluster }) => cluster);
  const codes = firms.map(({ code }) => code);
  return {
    facts: new FactColumns(firms.length, columns),
    text: (field) => (field === "cluster" ? clusters : codes),
  };
}

/** The same by loops over objects, knowing that nothing is blank. */
function byHand(firms: readonly Firm[]): ReadonlyMap<string, ByHand> {
  const groups = new Map<string, Firm[]>();
  for (const firm of firms) {
    const own = groups.get(firm.cluster);
    if (own) own.push(firm);
    else groups.set(firm.cluster, [firm]);
  }
  const result = new Map<string, ByHand>();
  for (const [name, own] of groups) {
    const total = (value: (firm: Firm) => number): number => own.reduce((sum, firm) => sum + value(firm), 0);
    const revenue = total((firm) => firm.revenue);
    const divisions = new Map<string, number>();
    for (const firm of own) divisions.set(firm.code, (divisions.get(firm.code) ?? 0) + firm.revenue);
    const largest = own.map((firm) => firm.revenue).sort((a, b) => b - a);
    result.set(name, {
      revenue,
      rdIntensity: total((firm) => firm.rd) / revenue,
      margin: total((firm) => firm.profit) / revenue,
      growth: revenue / total((firm) => firm.before) - 1,
      smeShare: total((firm) => (firm.employees >= 1000 && firm.revenue >= 40_000 ? 0 : firm.revenue)) / revenue,
      leadShare: Math.max(...divisions.values()) / revenue,
      hhi: total((firm) => ((firm.revenue / revenue) * 100) ** 2),
      cr4: largest.slice(0, 4).reduce((sum, value) => sum + value, 0) / revenue,
      scaleShare: own.filter((firm) => firm.revenue >= 2_000).length / own.length,
      giants: own.filter((firm) => firm.giant >= AS_OF).length,
    });
  }
  return result;
}

function disagreements(rolled: readonly RolledUp[], plain: ReadonlyMap<string, ByHand>): string[] {
  return rolled.flatMap((one) => {
    const other = plain.get(one.name);
    if (!other) return [`${one.name} is missing`];
    const wrong = ROLLED.filter((key) => {
      const value = valueOf(one[key]) ?? NaN;
      return !(Math.abs(value - other[key]) <= 1e-9 * Math.max(1, Math.abs(other[key])));
    });
    const giants = one.titles.title_little_giant_until?.held === other.giants ? [] : ["giants"];
    return [...wrong, ...giants].map((key) => `${one.name}: ${key}`);
  });
}

const { vocabulary } = loadRelease();
const industry = vocabulary.sizeIndustries.findIndex(({ id }) => id === "industry");
const firms = madeUp();
const sheet = asSheet(firms, industry);
const rolled = rollUp(sheet, vocabulary, { by: "cluster", asOf: AS_OF });
const wrong = disagreements(rolled.groups, byHand(firms));
for (const line of wrong.slice(0, 10)) console.error(line);
console.log(`${rolled.groups.length} clusters by ${ROLLED.length + 1} measures compared, ${wrong.length} disagree`);
if (wrong.length > 0) process.exitCode = 1;
const timings = await measure(
  [
    { name: "loops over objects, by hand", rows: FIRMS, run: () => void byHand(firms) },
    { name: "rollUp", rows: FIRMS, run: () => void rollUp(sheet, vocabulary, { by: "cluster", asOf: AS_OF }) },
  ],
  process.argv.includes("--quick") ? 3 : 7,
);
printTimings(`Roll-up of ${grouped(FIRMS)} enterprises over ${CLUSTERS} clusters`, timings);
const spent = (FIRMS / (timings[1]?.rowsPerSecond ?? 0)) * 1000;
target(`rolled up within ${GOAL_MS} ms: ${spent.toFixed(0)} ms`, spent <= GOAL_MS);
