import { provinceOf } from "../../src/language/places";
import type { RuleSet, Verdict } from "../../src/policy/rule-set";
import { EditionImpact, lastChange, type TierImpact } from "../../src/cultivation/edition-impact";
import { Scorer } from "../../src/engine/rows/evaluate";
import { theRelease } from "../release";
import { AS_OF, contextOf, cultivated, gridOf, ALL_ROUND, sampleGrid, type Row } from "./made-up-sheet";

const { policy, vocabulary } = theRelease();
const DATES = { before: "2026-03-31", after: AS_OF };

function impactOf(tier: string, ...rows: readonly Row[]): TierImpact {
  const impact = new EditionImpact(contextOf(gridOf(rows)), DATES);
  rows.forEach((_, row) => impact.add(row));
  const found = impact.result().find((one) => one.tier === tier);
  if (!found) throw new Error(`${tier} has one edition`);
  return found;
}

const FIRM: Row = { ...ALL_ROUND, title_innovative_until: "2028-06-30" };

describe("The last change of rules", () => {
  test("lies between the day before the newest editions and the day of judgement", () => {
    expect(lastChange(policy, AS_OF, "new")).toEqual(DATES);
  });

  test("is none before any edition replaced another", () => {
    expect(lastChange(policy, "2022-09-01", "new")).toBeNull();
  });
});

describe("2022 against 2026", () => {
  test("two years in the niche no longer do: the loss is put down to that condition, alone", () => {
    const { losses, losingBy, gains, moves, before, after } = impactOf("specialized", FIRM, {
      ...FIRM,
      niche_years: 2,
    });
    expect([before, after]).toEqual(["2022-08-01", "2026-04-01"]);
    expect(moves.met).toEqual({ met: 1, unmet: 1, unknown: 0 });
    expect(gains).toEqual([]);
    expect(losses.map(({ row, sheetRow, conditions }) => [row, sheetRow, conditions.map(({ id }) => id)])).toEqual([
      [1, 3, ["niche-years"]],
    ]);
    expect(losingBy).toMatchObject([
      { id: "niche-years", firms: 1, alone: 1, text: { zh: "截至上年末从事特定细分市场3年以上" } },
    ]);
    expect(losingBy[0]?.clause).not.toBe("");
  });

  test("a firm that fails two new conditions counts under both and alone under neither", () => {
    const { losingBy } = impactOf("specialized", { ...FIRM, niche_years: 2, "rd_expense[t-1]": 90 });
    expect(losingBy.map(({ id, firms, alone }) => [id, firms, alone]).sort()).toEqual([
      ["niche-years", 1, 0],
      ["rd-expense", 1, 0],
      ["rd-share", 1, 0],
    ]);
  });

  test("a blank that only the new rules ask for is a loss to be filled in, put down to the open condition", () => {
    const { losses } = impactOf("specialized", { ...FIRM, development_score: null });
    expect(losses.map(({ after, conditions }) => [after, conditions.map(({ id }) => id)])).toEqual([
      ["unknown", ["development-score"]],
    ]);
  });

  test("a firm that the old rules held back gains, put down to the old condition", () => {
    // 小巨人 of 2022 asks for systems and certificates that 2026 no longer asks for.
    const { gains, gainingBy } = impactOf("little-giant", { ...FIRM, it_systems: 0, own_brand: "否" });
    expect(gains).toHaveLength(1);
    expect(gainingBy.map(({ id }) => id)).toEqual(expect.arrayContaining(["it-systems", "own-brand"]));
  });

  test("titles held make no difference: substance alone is compared", () => {
    const { moves } = impactOf("specialized", { ...FIRM, title_innovative_until: "否", title_tech_until: "否" });
    expect(moves.met.met).toBe(1);
  });
});

describe("The sample under both editions", () => {
  test("every gain and loss is what scoring under either edition says, and the moves add up to all enterprises", async () => {
    const context = contextOf(await sampleGrid());
    const { reading } = context;
    const impact = cultivated(context).impact();
    expect(impact?.dates).toEqual(DATES);
    for (const { tier, before, after, moves, gains, losses } of impact?.tiers ?? []) {
      const scored = new Map<RuleSet, Scorer>();
      const verdictOf = (edition: string, row: number): Verdict => {
        const { place } = reading.placeOf(row);
        const entry = policy.tiers.get(tier);
        const own = entry?.provinces.get(place === null ? -1 : provinceOf(place))?.editions ?? [];
        const rules = [...own, ...(entry?.editions ?? [])].find((one) => one.edition === edition);
        if (!rules) throw new Error(`${tier} has no edition ${edition}`);
        const options = { asOf: 46347, t: reading.t, assumeGeneral: true };
        const scorer = scored.get(rules) ?? new Scorer(rules.forPurpose.new, reading.facts, vocabulary, options);
        scored.set(rules, scorer);
        return scorer.evaluate(row).status;
      };
      const verdicts = reading.names.map((_, row) => [before, after].map((edition) => verdictOf(edition, row)));
      const rows = (wanted: (old: string | undefined, now: string | undefined) => boolean): number[] =>
        verdicts.flatMap(([old, now], row) => (wanted(old, now) ? [row] : []));
      expect(gains.map(({ row }) => row)).toEqual(rows((old, now) => old !== "met" && now === "met"));
      expect(losses.map(({ row }) => row)).toEqual(rows((old, now) => old === "met" && now !== "met"));
      for (const firm of [...gains, ...losses]) expect(firm.conditions.length).toBeGreaterThan(0);
      const all = Object.values(moves).flatMap((each) => Object.values(each));
      expect(all.reduce((sum, count) => sum + count, 0)).toBe(300);
    }
    expect(impact?.tiers.map(({ tier }) => tier)).toEqual(expect.arrayContaining(["specialized", "little-giant"]));
    expect(impact?.tiers.some(({ losses }) => losses.length > 0)).toBe(true);
  });
});
