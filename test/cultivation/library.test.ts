import { LISTS, type Library, type ListId } from "../../src/cultivation/library";
import { pathText } from "../../src/cultivation/plan-paths";
import type { CultivationContext } from "../../src/cultivation/context";
import { FactColumns } from "../../src/engine/facts";
import { Ladder } from "../../src/engine/rows/ladder";
import { editionOn } from "../../src/policy/editions";
import { theRelease } from "../release";
import { contextOf, cultivated, gridOf, LITTLE_GIANT, sampleGrid, type Row } from "./made-up-sheet";

function libraryOf(...rows: readonly Row[]): Library {
  return cultivated(contextOf(gridOf(rows))).library;
}

function listsOf(library: Library, row: number): readonly ListId[] {
  return LISTS.filter((list) => library[list].some((entry) => entry.row === row));
}

/** Holds what it can hold, so that nothing is left to apply for below. */
const HOLDER: Row = {
  ...LITTLE_GIANT,
  title_innovative_until: "2028-06-30",
  title_specialized_until: "2028-06-30",
  title_little_giant_until: "否",
};
const SCORED = { ...HOLDER, main_share: 0.95 };

describe("Which list an enterprise is on", () => {
  const cases: readonly (readonly [string, Row, readonly ListId[]])[] = [
    ["whoever meets a rung and does not hold it should apply", HOLDER, ["apply"]],
    ["one change from the next rung is nearly there", { ...HOLDER, main_share: 0.88 }, ["near"]],
    ["two changes are nearly there too", { ...HOLDER, main_share: 0.88, debt_ratio: 0.76 }, ["near"]],
    ["three changes are not", { ...HOLDER, main_share: 0.88, debt_ratio: 0.76, development_score: 55 }, []],
    ["whom blanks alone hold up waits for data", { ...HOLDER, development_score: null }, ["data"]],
    [
      "a gap beside a blank is no matter of data alone",
      { ...HOLDER, development_score: null, main_share: 0.88 },
      ["near"],
    ],
    ["a title that has ended is due", { ...HOLDER, title_innovative_until: "2026-11-20" }, ["apply", "due"]],
    ["a title that ends within a year is due", { ...HOLDER, title_specialized_until: "2027-11-21" }, ["apply", "due"]],
    ["a title that ends a day later is not", { ...HOLDER, title_specialized_until: "2027-11-22" }, ["apply"]],
    [
      "a title no one can hold so long is to be checked",
      { ...HOLDER, title_specialized_until: "2029-11-22" },
      ["apply", "due"],
    ],
    ["three years ahead to the day is nothing odd", { ...HOLDER, title_specialized_until: "2029-11-21" }, ["apply"]],
    [
      "a holder who would fail the review is at risk",
      { ...HOLDER, title_little_giant_until: "2028-06-30", debt_ratio: 0.99 },
      ["data", "risk"],
    ],
    ["a firm with nothing but a name waits for data", { name: "只有名字的企业" }, ["data"]],
  ];
  for (const [name, row, lists] of cases)
    test(name, () => {
      expect(listsOf(libraryOf({ ...SCORED, name: "别家" }, row), 1)).toEqual(lists);
    });
});

describe("种子企业", () => {
  /** Short in the niche, the market and the chain: too far for a plan of two changes. */
  const FAR = { ...HOLDER, niche_years: 1, main_share: 0.7, niche_share_cn: 0.02, niche_rank_cn: 20 };

  test("whoever is far from the rung, with innovation, management and growth at its lines, is a seed", () => {
    const library = libraryOf({ ...SCORED, name: "别家" }, FAR);
    expect(library.seed.map(({ row, unmet }) => [row, unmet.length > 2])).toEqual([[1, true]]);
    // No list that is entered or left: the record of a run does not hold it.
    expect(library.records[1]?.lists).not.toContain("seed");
  });

  test.each([
    ["R&D fails", { rd_expense: 1 }],
    ["a blank leaves R&D open", { rd_expense: null }],
    ["debts fail", { debt_ratio: 0.9 }],
    ["a blank leaves debts open", { debt_ratio: null }],
  ])("Where %s it is none", (_name, change: Row) => {
    expect(libraryOf({ ...SCORED, name: "别家" }, { ...FAR, ...change }).seed).toEqual([]);
  });
});

describe("应报尽报", () => {
  test("says whether the title is known not to be held, or its cell is blank", () => {
    const { apply } = libraryOf(HOLDER, { ...HOLDER, title_little_giant_until: null });
    expect(apply.map(({ tier, certain }) => [tier, certain])).toEqual([
      ["little-giant", true],
      ["little-giant", false],
    ]);
  });

  test("leaves out a rung whose title is held", () => {
    expect(libraryOf({ ...HOLDER, title_little_giant_until: "2028-06-30" }).apply).toEqual([]);
  });
});

describe("临门一脚", () => {
  test("shows the smallest change in the unit people act on", () => {
    const [entry] = libraryOf({ ...HOLDER, main_share: 0.88 }).near;
    expect(entry ? pathText(entry.path).zh : "").toBe("主营业务收入占比 88% → 90%");
    expect(entry?.path.steps[0]?.by.zh).toBe("增加2个百分点");
  });

  test("puts the smallest change first: fewer changes, then less of them, those that take years last", () => {
    const { near } = libraryOf(
      { ...HOLDER, name: "两项", main_share: 0.89, debt_ratio: 0.76 },
      { ...HOLDER, name: "差得多", main_share: 0.5 },
      { ...HOLDER, name: "差得少", main_share: 0.89 },
      { ...HOLDER, name: "要靠评价得分", development_score: 59 },
    );
    expect(near.map(({ name }) => name)).toEqual(["差得少", "差得多", "两项", "要靠评价得分"]);
    expect(near.map(({ path }) => path.slow)).toEqual([false, false, false, true]);
  });
});

describe("待补数据", () => {
  test("names the blanks, the enterprise with the fewest first", () => {
    const { data } = libraryOf(
      { ...HOLDER, development_score: null, key_link: null },
      { ...HOLDER, development_score: null },
    );
    expect(data.map(({ row, missing }) => [row, missing.map(({ slot }) => slot).sort()])).toEqual([
      [1, ["development_score"]],
      [0, ["development_score", "key_link"]],
    ]);
  });
});

describe("到期复核 and the yearly update", () => {
  test("counts the days left, the longest overdue first", () => {
    const { due } = libraryOf(
      { ...HOLDER, title_specialized_until: "2026-11-21" },
      { ...HOLDER, title_innovative_until: "2026-10-22" },
    );
    expect(due.map(({ tier, standing, until, daysLeft }) => [tier, standing, until, daysLeft])).toEqual([
      ["innovative", "expired", "2026-10-22", -30],
      ["specialized", "valid", "2026-11-21", 0],
    ]);
  });

  test("gives the next day of the yearly update and how many holders owe it, by the rules of that day", () => {
    const { deadlines } = libraryOf(HOLDER, { ...HOLDER, title_innovative_until: "否" });
    expect(deadlines.map(({ tier, day, holders, document }) => [tier, day, holders, document.number])).toEqual([
      ["innovative", "2027-05-31", 1, "工信部企业〔2026〕2号"],
      ["specialized", "2027-05-31", 2, "工信部企业〔2026〕2号"],
    ]);
  });

  test("a yearly update before the change of rules follows the older duty", () => {
    const { deadlines } = cultivated(contextOf(gridOf([HOLDER]), "2024-02-01")).library;
    expect(deadlines.find(({ tier }) => tier === "specialized")?.day).toBe("2024-04-30");
  });
});

describe("风险", () => {
  test("names the edition of the review and what fails", () => {
    const [entry] = libraryOf({ ...HOLDER, title_specialized_until: "2028-06-30", debt_ratio: 0.99 }).risk;
    const tier = theRelease().policy.tiers.get("specialized");
    const review = tier && editionOn(tier, "2028-06-30", "review", null);
    expect(review).not.toBeUndefined();
    expect(entry).toMatchObject({ tier: "specialized", edition: review?.edition, until: "2028-06-30" });
    expect(entry?.unmet.map(({ id }) => id)).toEqual(["debt"]);
  });

  test("judges a review by the rules in force on the title's last day", () => {
    const held = (until: string): Row => ({ ...HOLDER, title_little_giant_until: until, debt_ratio: 0.99 });
    const days = ["2026-12-01", "2028-06-30"];
    const { risk } = libraryOf(...days.map(held));
    const editions = risk.flatMap(({ tier, edition }) => (tier === "little-giant" ? [edition] : []));
    const tier = theRelease().policy.tiers.get("little-giant");
    expect(editions).toEqual(days.map((day) => tier && editionOn(tier, day, "review")?.edition));
    expect(editions[0]).toBe("2022-08-01");
    expect(editions[1]).not.toBe("2022-08-01");
  });

  test("is not said of a holder whose data leave the review open", () => {
    expect(libraryOf({ name: "只有称号", title_specialized_until: "2028-06-30" }).risk).toEqual([]);
  });
});

describe("The library of the sample", () => {
  let context: CultivationContext;
  let library: Library;
  beforeAll(async () => {
    context = contextOf(await sampleGrid());
    library = cultivated(context).library;
  });

  test("has every list, and the first three share no enterprise", () => {
    for (const list of LISTS) expect([list, library[list].length > 0]).toEqual([list, true]);
    const rows = [library.apply, library.near, library.data].flatMap((list) => list.map(({ row }) => row));
    expect(new Set(rows).size).toBe(rows.length);
    expect(library.records).toHaveLength(300);
  });

  test("whoever should apply is eligible, and whoever is nearly there gets there by the change shown", () => {
    const { policy, vocabulary } = theRelease();
    const { reading, judgement } = context;
    const ladder = new Ladder(policy, vocabulary, reading.facts, { ...judgement, t: reading.t });
    for (const { row, tier } of library.apply) expect(ladder.score(row).outcomes.get(tier)?.eligible).toBe("met");
    for (const { row, tier, path } of library.near) {
      expect(path.changes).toBeLessThanOrEqual(2);
      const slots = [...vocabulary.fields.keys()].flatMap((id) => [id, `${id}[t-1]`, `${id}[t-2]`]);
      const columns = new Map(
        slots.flatMap((slot): [string, Float64Array][] => {
          const column = reading.facts.column(slot);
          return column ? [[slot, Float64Array.of(column[row] ?? NaN)]] : [];
        }),
      );
      for (const { field, to } of path.steps) columns.set(field, Float64Array.of(to));
      const changed = new Ladder(policy, vocabulary, new FactColumns(1, columns), { ...judgement, t: reading.t });
      expect([row, changed.score(0).outcomes.get(tier)?.status]).toEqual([row, path.reaches]);
    }
  });

  test("plans looked for while scoring make the same library as none", () => {
    expect(cultivated(context, 1).library).toEqual(library);
  });
});
