/** The verdicts of every tier in force, one row an enterprise: each judged by its own province's editions, as the ladder does. */
import { slotsOf } from "../../policy/cells-read";
import { editionsOn, provincesOn } from "../../policy/editions";
import type { Judgement } from "../../policy/judgement";
import type { Policy, RuleSet } from "../../policy/rule-set";
import { RuleSetQuery, type QueryOptions } from "../../engine/sql/rule-set-query";
import { quoted } from "../../engine/sql/dialect";
import type { Vocabulary } from "../../language/vocabulary";
import type { PlaceCode } from "../../language/places";

/** The editions that judge the enterprises of a place. */
export interface Regime {
  /** Null for everybody whose province has no editions of its own, or is not known. */
  readonly province: PlaceCode | null;
  readonly editions: readonly RuleSet[];
}

export function regimesOf(policy: Policy, { asOf, purpose }: Judgement): readonly Regime[] {
  return [null, ...provincesOn(policy, asOf, purpose)].map((province) => ({
    province,
    editions: editionsOn(policy, asOf, purpose, province),
  }));
}

/** Every slot that some edition in force reads. */
export function slotsInForce(
  regimes: readonly Regime[],
  { purpose }: Judgement,
  vocabulary: Vocabulary,
): ReadonlySet<string> {
  return new Set(
    regimes.flatMap(({ editions }) =>
      editions.flatMap(({ forPurpose }) => [...slotsOf(forPurpose[purpose], vocabulary)]),
    ),
  );
}

/** Tiers that some regime judges by, in the order of the catalogue. */
export function tiersOf(policy: Policy, regimes: readonly Regime[]): readonly string[] {
  const found = new Set(regimes.flatMap(({ editions }) => editions.map(({ tier }) => tier)));
  return [...policy.rungs.flat(), ...policy.beside].filter((tier) => found.has(tier));
}

function columnWord(tier: string): string {
  return tier.replace(/\W/g, "_");
}

/** A verdict in words, as JSON and sheets have it. */
function inWords(verdict: string): string {
  return `CASE WHEN ${verdict} THEN 'met' WHEN NOT (${verdict}) THEN 'unmet' ELSE 'unknown' END`;
}

/** Rows with what identifies them, the highest rung, and status, eligibility and points of every tier, in the order of the table. */
export function verdictQuery(
  table: string,
  keep: readonly string[],
  context: { readonly policy: Policy; readonly judgement: Judgement; readonly options: QueryOptions },
): string {
  const { policy, judgement, options } = context;
  const regimes = regimesOf(policy, judgement);
  const tiers = tiersOf(policy, regimes);
  const editions = [...new Set(regimes.flatMap((regime) => regime.editions))];
  const prefixOf = (edition: RuleSet): string => `e${editions.indexOf(edition)}_`;
  const sets = editions.map((edition) => ({
    prefix: prefixOf(edition),
    requirements: edition.forPurpose[judgement.purpose],
  }));
  const query = new RuleSetQuery(sets, options);
  const scored = new Set(editions.filter((_, at) => query.results[at]?.some(({ tells }) => tells === "points_low")));
  /** What a tier's own edition says, row by row. */
  const chosen = (tier: string, what: string, of: (edition: RuleSet) => string | null): string => {
    const own = regimes.map(({ province, editions: all }) => {
      const edition = all.find((one) => one.tier === tier);
      return { province, sql: edition === undefined ? null : of(edition) };
    });
    const everybody = own.find(({ province }) => province === null)?.sql ?? null;
    const others = own.filter(({ province, sql }) => province !== null && sql !== everybody);
    const cases = others.map(
      ({ province, sql }) => `WHEN ${Math.floor((province ?? 0) / 10_000)} THEN ${sql ?? "NULL"}`,
    );
    const value =
      cases.length === 0 ? (everybody ?? "NULL") : `CASE province ${cases.join(" ")} ELSE ${everybody ?? "NULL"} END`;
    return `${value} AS ${columnWord(tier)}_${what}`;
  };
  const columns = tiers.flatMap((tier) => [
    ...(["status", "eligible"] as const).map((what) =>
      chosen(tier, what, (edition) => inWords(`${prefixOf(edition)}${what}`)),
    ),
    ...(["points_low", "points_high"] as const).map((what) =>
      chosen(tier, what, (edition) =>
        scored.has(edition) ? `CAST(${prefixOf(edition)}${what} AS DECIMAL(12,6))` : "CAST(NULL AS DECIMAL(12,6))",
      ),
    ),
  ]);
  const rungs = [...policy.rungs].reverse().flatMap((rung) => rung.filter((tier) => tiers.includes(tier)));
  const highest = rungs.map((tier) => `WHEN ${columnWord(tier)}_status = 'met' THEN ${quoted(tier)}`);
  const tier = highest.length === 0 ? "NULL" : `CASE ${highest.join(" ")} END`;
  const judged = query.text(table, [...keep, "CAST(FLOOR(place / 10000) AS INTEGER) AS province"]);
  const inWordsOf = `SELECT\n  ${[...keep, ...columns].join(",\n  ")}\nFROM (\n${judged}\n) AS judged`;
  const names = tiers.flatMap((one) =>
    ["status", "eligible", "points_low", "points_high"].map((what) => `${columnWord(one)}_${what}`),
  );
  return `SELECT ${[...keep, `${tier} AS tier`, ...names].join(", ")}\nFROM (\n${inWordsOf}\n) AS told`;
}
