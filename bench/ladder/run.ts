/** The whole ladder of 2026, status and eligibility of six tiers: the rule files by columns against the same rules written by hand. */
import type { Release } from "../../src/commands/read-seeds";
import { scoreTiers, type BatchScores } from "../../src/engine/columns/score-columns";
import { mustAgree } from "../agreement";
import { measure } from "../interleaved";
import { AS_OF, columnsOf, LAST_YEAR } from "../made-up-cells";
import { grouped, printTimings, times } from "../print-timings";
import { requirementsOf } from "../requirements";
import { target } from "../targets";
import { ladderByHand } from "./by-hand";
import { ladderRows } from "./rows";

const EDITIONS = [
  ["innovative", "2022-08-01"],
  ["tech-sme", "2017"],
  ["specialized", "2026-04-01"],
  ["little-giant", "2026-04-01"],
  ["champion-province", "2023"],
  ["champion-national", "2023-09"],
] as const;

export async function benchLadder(release: Release, count: number, rounds: number): Promise<void> {
  const rows = ladderRows(count);
  const facts = columnsOf(rows);
  const tiers = EDITIONS.map(([tier, edition]) => ({ tier, requirements: requirementsOf(release, tier, edition) }));
  const requirements = tiers.map((one) => one.requirements);
  const options = { asOf: AS_OF, t: LAST_YEAR };
  const byColumns = (): readonly BatchScores[] => scoreTiers(requirements, facts, release.vocabulary, options);

  const expected = ladderByHand(rows);
  const scores = byColumns();
  for (const [index, { tier }] of tiers.entries()) {
    const wanted = expected.get(tier);
    const given = scores[index];
    if (!wanted || !given) throw new Error(`nothing to compare for ${tier}`);
    const { status, eligible } = given;
    mustAgree(`columnar, ${tier}`, rows, wanted, { status, eligible });
    const met = status.filter((verdict) => verdict === 2).length;
    if (met === 0 || met === count)
      throw new Error(`${tier} is met by ${met} of ${count} made-up rows: nothing is compared`);
  }
  const timings = await measure(
    [
      { name: "by hand, a loop over row objects", rows: count, run: () => void ladderByHand(rows) },
      { name: "columnar", rows: count, run: () => void byColumns() },
    ],
    rounds,
  );
  printTimings(`The whole ladder of 2026, six tiers, ${grouped(count)} complete rows`, timings);
  const ratio = timings[1]?.ratio ?? NaN;
  target(`columnar at least 0.5 × by hand: ${times(ratio)} ×`, ratio >= 0.5);
}
