import type { CultivationContext } from "../../src/cultivation/context";
import type { SheetCultivation } from "../../src/cultivation/sheet-cultivation";
import { whatIf } from "../../src/cultivation/what-if";
import { FactColumns } from "../../src/engine/facts";
import { Ladder } from "../../src/engine/rows/ladder";
import { theRelease } from "../release";
import { contextOf, cultivated, gridOf, LITTLE_GIANT, sampleGrid, type Row } from "./made-up-sheet";

function diagnosed(...rows: readonly Row[]): SheetCultivation {
  return cultivated(contextOf(gridOf(rows)));
}

describe("The verdict in one sentence", () => {
  const cases: readonly (readonly [string, Row, string])[] = [
    [
      "counts what fails and what is open",
      {
        ...LITTLE_GIANT,
        revenue: 4000,
        "revenue[t-1]": 3900,
        "revenue[t-2]": 3500,
        main_share: 0.8,
        key_link: null,
        title_little_giant_until: "否",
      },
      "距“小巨人”还差 2 项，另有 1 项待补数据。",
    ],
    ["leaves out what is not there", { ...LITTLE_GIANT, niche_years: 3, ip_class1_used: 3 }, "距“小巨人”还差 1 项。"],
    [
      "says that nothing fails where blanks alone are left",
      { ...LITTLE_GIANT, development_score: null, key_link: null, title_innovative_until: "是" },
      "“小巨人”没有不达标的项，还有 2 项待补数据，补上才有结论。",
    ],
  ];
  for (const [name, row, sentence] of cases)
    test(name, () => {
      expect(diagnosed(row).diagnose(0, "little-giant").verdict.zh).toBe(sentence);
    });

  test("Whoever meets a rung without holding its title may apply, and is told what for", () => {
    const one = diagnosed({ ...LITTLE_GIANT, title_little_giant_until: "否" }).diagnose(0);
    expect(one.application).toMatchObject({ tier: "little-giant", certain: true });
    expect(one.target?.tier).toBe("champion-province");
  });

  test("Whoever misses the title below is told so, apart from substance", () => {
    const row = { ...LITTLE_GIANT, title_specialized_until: "2026-11-20", title_innovative_until: "2028-01-01" };
    const one = diagnosed(row).diagnose(0, "little-giant");
    expect(one.verdict.zh).toBe("实质条件已达到“小巨人”。");
    expect(one.remarks[0]?.zh).toBe("申报“小巨人”还须先符合：专精特新中小企业称号在有效期内。");
    expect(one.application?.tier).toBe("specialized");
  });
});

describe("The rung aimed at", () => {
  test("lies above a title held even where the figures no longer meet it", () => {
    const one = diagnosed({ revenue: 10, title_little_giant_until: "2028-01-01" }).diagnose(0);
    expect(one.target?.tier).toBe("champion-province");
    expect(one.ladder.filter(({ title }) => title?.standing === "valid").map(({ tier }) => tier)).toEqual([
      "little-giant",
    ]);
  });

  test("is none at the top", () => {
    const one = diagnosed({ title_champion_national_until: "是" }).diagnose(0);
    expect(one).toMatchObject({ target: null, gaps: [], plan: null, aspects: [] });
    expect(one.verdict.zh).toBe("已达到阶梯的最高一级。");
  });
});

describe("A firm with nothing but a name", () => {
  const one = diagnosed({ name: "只有名字的企业" }, LITTLE_GIANT).diagnose(0);

  test("shows no aspect as 0: all are unknown or not asked", () => {
    expect(one.aspects.map(({ index }) => index)).toEqual(one.aspects.map(() => null));
    expect(one.aspects.some(({ unknown }) => unknown > 0)).toBe(true);
  });

  test("lists the columns that decide, the rung aimed at first, then by rungs they turn", () => {
    expect(one.missing.length).toBeGreaterThan(5);
    const order = one.missing.map(({ forTarget, tiers }) => (forTarget ? 100 : 0) + tiers.length);
    expect(order).toEqual([...order].sort((a, b) => b - a));
    for (const { slot } of one.missing.slice(0, 5))
      expect(one.missing.filter((column) => column.slot === slot)).toHaveLength(1);
  });

  test("has no plan: nothing fails yet", () => {
    expect(one.plan).toBeNull();
    expect(one.gaps.every(({ status }) => status === "unknown")).toBe(true);
  });
});

describe("Peers", () => {
  const firms = (chain: (at: number) => string | null, industry: string): Row[] =>
    Array.from({ length: 12 }, (_, at) => ({
      ...LITTLE_GIANT,
      revenue: 1000 * (at + 1),
      development_score: 40,
      chain: chain(at),
      industry,
      title_specialized_until: null,
    }));

  test("are the firms of the same chain where there are five others", () => {
    const one = diagnosed(...firms((at) => (at < 6 ? "风电" : "纺织"), "C35")).diagnose(0);
    expect(one.peers).toMatchObject({ kind: "chain", value: "风电", count: 6 });
  });

  test("are those of the same industry where the chain has only four others", () => {
    const one = diagnosed(...firms((at) => (at < 5 ? "风电" : `链${at}`), "C35")).diagnose(0);
    expect(one.peers).toMatchObject({ kind: "industry", count: 12 });
  });

  test("are the whole sheet where the firm's own cells are blank", () => {
    const one = diagnosed(...firms(() => null, ""), { ...LITTLE_GIANT, chain: "风电" }).diagnose(0);
    expect(one.peers).toMatchObject({ kind: "sheet", count: 13 });
  });

  test("give the median over those in which the aspect is known", () => {
    const rows = [0.5, 0.6, 0.7, 0.8, null, 1].map((share) => ({
      niche_years: 3,
      main_share: share,
      chain: "风电",
      core_field: null,
    }));
    const one = diagnosed(...rows).diagnose(0, "little-giant");
    const aspect = one.aspects.find((each) => each.aspect === "specialisation");
    // Of each the mean of years (1) and main share over 90 %; the fifth has years alone.
    const indices = [0.5, 0.6, 0.7, 0.8]
      .map((share) => (1 + share / 0.9) / 2)
      .concat([1, (1 + 1 / 0.9) / 2])
      .sort((a, b) => a - b);
    expect(aspect?.peers).toBeCloseTo(((indices[2] ?? 0) + (indices[3] ?? 0)) / 2, 10);
    expect(aspect).toMatchObject({ known: 2, unknown: 1 });
  });
});

describe("The sample, every row", () => {
  let sample: SheetCultivation;
  let context: CultivationContext;
  beforeAll(async () => {
    context = contextOf(await sampleGrid());
    sample = cultivated(context);
  });

  test("every proposed change meets the rung when scored again", () => {
    const { policy, vocabulary } = theRelease();
    const { reading, judgement } = context;
    let proven = 0;
    for (let row = 0; row < reading.facts.count; row += 1) {
      const { plan, target } = sample.diagnose(row);
      for (const path of [...(plan?.paths ?? []), ...(plan?.slow ?? [])]) {
        const same = whatIf(context, row, new Map());
        if (same.kind === "refused" || target === null) throw new Error("the row can't be rescored");
        const edits = new Map(path.steps.map(({ field, to }) => [field, Float64Array.of(to)]));
        const columns = new Map(
          [...same.facts.slots()].map((key) => [key, same.facts.column(key) ?? new Float64Array(1)]),
        );
        for (const [key, cell] of edits) columns.set(key, cell);
        const ladder = new Ladder(policy, vocabulary, new FactColumns(1, columns), { ...judgement, t: reading.t });
        expect([row, ladder.score(0).outcomes.get(target.tier)?.status]).toEqual([row, path.reaches]);
        proven += 1;
      }
    }
    expect(proven).toBeGreaterThan(100);
  });

  test("gaps are the conditions that don't hold, each with clause and evidence", () => {
    for (let row = 0; row < context.reading.facts.count; row += 1) {
      const { gaps, target } = sample.diagnose(row);
      const outcome = target ? sample.ladder.score(row).outcomes.get(target.tier) : undefined;
      const met = new Set(
        outcome?.conditions.filter(({ verdict }) => verdict === "met").map(({ condition }) => condition.id),
      );
      expect(gaps.filter(({ id }) => met.has(id))).toEqual([]);
      expect(gaps.filter(({ clause, evidence }) => clause === "" || evidence.zh === "")).toEqual([]);
      if (outcome?.status === "unmet") expect(gaps.some(({ status }) => status === "unmet")).toBe(true);
    }
  });
});
