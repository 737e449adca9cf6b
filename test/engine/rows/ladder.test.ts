import { FactColumns } from "../../../src/engine/facts";
import { Ladder } from "../../../src/engine/rows/ladder";
import { theRelease } from "../../release";

const { policy, vocabulary } = theRelease();

function ladderFor(record: Readonly<Record<string, number>>, asOf = "2026-11-21"): Ladder {
  return new Ladder(policy, vocabulary, FactColumns.fromRecord(record), {
    asOf,
    purpose: "new",
    t: Number(asOf.slice(0, 4)) - 1,
    assumeGeneral: true,
  });
}

const SPECIALIZED = {
  niche_years: 3,
  revenue: 1500,
  main_share: 0.8,
  debt_ratio: 0.8,
  rd_expense: 100,
  "rd_expense[t-1]": 100,
  "revenue[t-1]": 1500,
  ip_class1_used: 1,
  niche_position_front: 1,
  development_score: 50,
};

describe("The highest rung and the next one", () => {
  test("Meeting a rung in substance needs no lower rung", () => {
    expect(ladderFor(SPECIALIZED).score(0)).toMatchObject({ highest: "specialized", next: "little-giant" });
  });

  test("Innovative and technology SMEs share the first rung: whoever meets either goes on to specialised", () => {
    const technology = { employees: 50, revenue: 1000, total_assets: 1000, high_tech_until: Infinity };
    expect(ladderFor({ ...technology, national_award_rank: 0, provincial_award_rank: 0 }).score(0)).toMatchObject({
      highest: "innovative",
      next: "specialized",
    });
    const only = { employees: 50, revenue: 1000, total_assets: 1000, rd_staff: 15, rd_expense: 60, ip_class1: 1 };
    expect(ladderFor(only).score(0)).toMatchObject({ highest: "tech-sme", next: "specialized" });
  });

  test("Whoever meets nothing has the first rung ahead, whoever meets the last has none", () => {
    expect(ladderFor({ niche_years: 1 }).score(0)).toMatchObject({ highest: null, next: "innovative" });
    const champion = {
      niche_years: 10,
      main_revenue: 40000,
      "main_revenue[t-1]": 40000,
      "main_revenue[t-2]": 40000,
      niche_rank_world: 3,
      tech_advanced: 1,
      product_leading: 1,
      energy_advanced: 1,
      intl_leading: 1,
      brand_strategy: 1,
      rd_leading: 1,
      ip_leading: 1,
      standards_joined: 1,
      results_used: 1,
      performance_leading: 1,
    };
    expect(ladderFor(champion).score(0)).toMatchObject({ highest: "champion-national", next: null });
  });

  test("Before any edition came into force there is nothing to judge", () => {
    const early = ladderFor(SPECIALIZED, "2015-06-30");
    expect(early.editions).toEqual([]);
    expect(early.score(0)).toMatchObject({ highest: null, next: null });
  });

  test("A date that does not exist is refused", () => {
    expect(() => ladderFor(SPECIALIZED, "2026-02-30")).toThrow(RangeError);
  });
});
