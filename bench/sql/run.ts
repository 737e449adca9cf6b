/**
 * Rules as SQL beside the columns of the engine, on a made-up table in memory: `npx tsx bench/sql/run.ts 1000000`. Times are of this machine as
 * it is; the ratio holds for both were busy alike.
 */
import process from "node:process";
import { scoreTiers } from "../../src/engine/columns/score-columns";
import { RuleSetQuery, type QueryOptions } from "../../src/engine/sql/rule-set-query";
import { FactColumns } from "../../src/engine/facts";
import { slotsOf } from "../../src/policy/cells-read";
import { editionOn } from "../../src/policy/editions";
import type { Requirements } from "../../src/policy/rule-set";
import { loadRelease } from "../../src/commands/read-seeds";
import { borderRows } from "../../test/engine/sql/border-rows";
import { loadDuck, openDuck } from "../../test/engine/sql/duck-table";

const LADDER = ["innovative", "tech-sme", "specialized", "little-giant", "champion-province", "champion-national"];
const AS_OF = 46_347;
const TURNS = 3;

/** The shortest of some turns, in seconds. */
async function shortest(work: () => unknown): Promise<number> {
  let best = Infinity;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const begun = performance.now();
    await work();
    best = Math.min(best, (performance.now() - begun) / 1000);
  }
  return best;
}

const rows = Number(process.argv[2] ?? 1_000_000);
const { policy, vocabulary } = loadRelease();
const sets = LADDER.flatMap((id): { readonly id: string; readonly requirements: Requirements }[] => {
  const tier = policy.tiers.get(id);
  const edition = tier && editionOn(tier, "2026-11-21", "new");
  return edition ? [{ id, requirements: edition.forPurpose.new }] : [];
});
const requirements = sets.map((set) => set.requirements);
const small = borderRows(requirements, vocabulary, { count: 50_000, seed: 1, asOf: AS_OF, blanks: 4 });
const facts = new FactColumns(
  rows,
  new Map(
    [...small.slots()].map((key) => {
      const column = small.column(key) ?? new Float64Array();
      return [key, Float64Array.from({ length: rows }, (_, row) => column[row % column.length] ?? NaN)];
    }),
  ),
);
const options = {
  vocabulary,
  asOf: AS_OF,
  t: 2025,
  present: new Set(facts.slots()),
  assumeGeneral: true,
  explain: false,
} as const;
const query: QueryOptions = { ...options, dialect: "duckdb" };
const duck = await openDuck();
await loadDuck(duck, facts, new Set(requirements.flatMap((set) => [...slotsOf(set, vocabulary)])), vocabulary);
const judged = sets.map(({ id, requirements: own }) => ({ name: id, sets: [{ prefix: "", requirements: own }] }));
const ladder = {
  name: "ladder of six",
  sets: sets.map(({ id, requirements: own }) => ({ prefix: `${id.replace("-", "_")}_`, requirements: own })),
};
for (const { name, sets: own } of [...judged, ladder]) {
  const sql = new RuleSetQuery(own, query);
  const text = sql.text("enterprises");
  const met = sql.results.flat().filter(({ tells }) => tells === "status");
  const counts = met.map((column) => `COUNT(*) FILTER (WHERE ${column.name})`).join(", ");
  const table = await shortest(() => duck.run(`CREATE OR REPLACE TABLE result AS ${text}`));
  const counted = await shortest(() => duck.run(`SELECT ${counts} FROM (${text})`));
  const columns = await shortest(() =>
    scoreTiers(
      own.map((set) => set.requirements),
      facts,
      vocabulary,
      options,
    ),
  );
  const perSecond = (seconds: number): string => `${(rows / seconds / 1e6).toFixed(2)} million rows/s`;
  process.stdout.write(
    `${name}: DuckDB ${table.toFixed(2)} s (${perSecond(table)}), counts alone ${counted.toFixed(2)} s, columns ${columns.toFixed(2)} s on one core, ${(columns / table).toFixed(2)} of their speed\n`,
  );
}
duck.closeSync();
