import fc from "fast-check";
import { LadderColumns } from "../../../src/engine/columns/ladder-columns";
import { FactColumns } from "../../../src/engine/facts";
import { Ladder, type LadderOptions } from "../../../src/engine/rows/ladder";
import type { Outcome } from "../../../src/engine/rows/evaluate";
import type { Requirements } from "../../../src/policy/rule-set";
import { tableFor } from "../../random-rows";
import { theRelease } from "../../release";

const { policy, vocabulary } = theRelease();
const ROWS = 12;

/** Everything that any tier reads. */
function allOf(ladder: Ladder, { purpose }: LadderOptions): Requirements {
  const all = ladder.editions.map(({ forPurpose }) => forPurpose[purpose]);
  return {
    conditions: all.flatMap(({ conditions }) => conditions),
    general: all.flatMap(({ general }) => general),
    routes: all.flatMap(({ routes }) => routes),
    score: all.find(({ score }) => score !== null)?.score ?? null,
  };
}

/** An outcome with all it says, whether it is worked out or kept. */
function told(outcome: Outcome): Outcome {
  const { status, eligible, score, groups, route, unmet, missing, untold } = outcome;
  const { eligibleUnmet, eligibleMissing, assumed, conditions, routes, items } = outcome;
  const lists = { groups, route, unmet, missing, untold, eligibleUnmet, eligibleMissing, assumed };
  return { status, eligible, score, ...lists, conditions, routes, items };
}

describe("The ladder by columns says what the ladder by rows says", () => {
  for (const purpose of ["new", "review"] as const)
    for (const assumeGeneral of [true, false]) {
      const options: LadderOptions = { asOf: "2026-11-21", purpose, t: 2025, assumeGeneral };
      const requirements = allOf(new Ladder(policy, vocabulary, new FactColumns(0, new Map()), options), options);

      test(`${purpose}, ${assumeGeneral ? "assumptions made" : "nothing assumed"}: verdicts, points and explanations of every tier`, () => {
        fc.assert(
          fc.property(tableFor(requirements, vocabulary, ROWS), (facts) => {
            const ladder = new Ladder(policy, vocabulary, facts, options);
            const columns = new LadderColumns(ladder, facts, vocabulary, options);
            for (let row = 0; row < ROWS; row += 1) {
              const { outcomes, ...place } = columns.score(row);
              const { outcomes: explained, ...placed } = ladder.score(row);
              expect(place).toEqual(placed);
              expect([...outcomes.keys()]).toEqual([...explained.keys()]);
              for (const [tier, outcome] of outcomes)
                expect([tier, told(outcome)]).toEqual([tier, told(explained.get(tier) ?? outcome)]);
            }
          }),
          { numRuns: 8, seed: 20261121 },
        );
      });

      test(`${purpose}, ${assumeGeneral ? "assumptions made" : "nothing assumed"}: which conditions a row assumes`, () => {
        fc.assert(
          fc.property(tableFor(requirements, vocabulary, ROWS), (facts) => {
            const ladder = new Ladder(policy, vocabulary, facts, options);
            for (const edition of ladder.editions) {
              const { tier } = edition;
              const assumable = ladder.assumable(edition);
              for (let row = 0; row < ROWS; row += 1) {
                const assumed = assumable.filter(({ inEveryRow, assumes }) => inEveryRow ?? assumes(row));
                expect([tier, assumed.map(({ condition }) => condition.id)]).toEqual([
                  tier,
                  ladder.explain(tier, row).assumed,
                ]);
              }
            }
          }),
          { numRuns: 8, seed: 20261122 },
        );
      });
    }

  test("rows may be asked for in any order, also across stretches", () => {
    const count = 16_400;
    const revenue = Float64Array.from({ length: count }, (_, row) => (row % 7 === 0 ? NaN : (row % 40) * 100));
    const staff = Float64Array.from({ length: count }, (_, row) => row % 50);
    const facts = new FactColumns(
      count,
      new Map([
        ["revenue", revenue],
        ["rd_staff", staff],
      ]),
    );
    const options: LadderOptions = { asOf: "2026-11-21", purpose: "new", t: 2025, assumeGeneral: true };
    const ladder = new Ladder(policy, vocabulary, facts, options);
    const columns = new LadderColumns(ladder, facts, vocabulary, options);
    const verdicts = (outcomes: ReadonlyMap<string, Outcome>): unknown[] =>
      [...outcomes.values()].map(({ status, eligible, missing }) => [status, eligible, missing]);
    for (const row of [16_384, 3, 16_383, 16_399])
      expect([row, ...verdicts(columns.score(row).outcomes)]).toEqual([row, ...verdicts(ladder.score(row).outcomes)]);
  });
});
