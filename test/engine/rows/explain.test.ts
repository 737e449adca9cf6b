import { explainCondition, slotText } from "../../../src/engine/rows/explain";
import { grouped } from "../../../src/words/figures";
import { outcomeFor } from "../../check-rule-set";
import { ruleSetOf, theRelease } from "../../release";

const { vocabulary } = theRelease();
const littleGiant = ruleSetOf("little-giant", "2026-04-01");

function explained(id: string, given: Readonly<Record<string, number | null>>): readonly string[] {
  const outcome = outcomeFor(littleGiant, "new", "2026-11-21", given).conditions.find(
    ({ condition }) => condition.id === id,
  );
  if (!outcome) throw new Error(id);
  return explainCondition(outcome, vocabulary).map(
    ({ actual, required, gap }) => `${actual.zh}｜${required.zh}｜${gap.zh}`,
  );
}

describe("A gap is told in the unit people act on", () => {
  const cases: readonly (readonly [string, string, Readonly<Record<string, number | null>>, readonly string[]])[] = [
    [
      "money in 万元 with thousands separators",
      "revenue",
      { revenue: 3456.5 },
      ["3,456.5万元｜≥5,000万元｜差1,543.5万元"],
    ],
    [
      "a share short of its line, in percentage points",
      "main-share",
      { main_share: 0.8245 },
      ["82.45%｜≥90%｜差7.55个百分点"],
    ],
    ["a share over its line", "debt", { debt_ratio: 0.801 }, ["80.1%｜≤75%｜超5.1个百分点"]],
    [
      "just under a line, enough decimals to see it",
      "main-share",
      { main_share: 0.89999 },
      ["89.999%｜≥90%｜差0.001个百分点"],
    ],
    ["a count with its unit", "ip", { ip_class1_used: 1 }, ["1项｜≥4项｜差3项"]],
    ["years", "niche-years", { niche_years: 2.5 }, ["2.5年｜≥3年｜差0.5年"]],
    ["a rank", "market-rank", { niche_rank_cn: 7 }, ["第7名｜前3名｜差4名"]],
    ["no rank at all", "award", { national_award_rank: 0 }, ["无｜有名次｜"]],
    ["a person's judgement", "key-link", { key_link: 0 }, ["否｜是｜"]],
    ["a blank", "revenue", { revenue: null }, ["待补数据｜≥5,000万元｜"]],
    [
      "two years, only the failing one",
      "rd-share",
      { rd_expense: 200, revenue: 5000, "rd_expense[t-1]": 100, "revenue[t-1]": 5000 },
      ["2%｜≥3%｜差1个百分点"],
    ],
    [
      "nothing to divide by",
      "main-share",
      { main_revenue: 0, revenue: 0 },
      ["无法计算（分母为0，或期末为负）｜≥90%｜"],
    ],
    ["growth from a base of 0", "growth", { revenue: 5250, "revenue[t-2]": 0 }, ["基数为0或为负，算不出增长率｜≥5%｜"]],
    [
      "a year before the founding",
      "growth",
      { founded: 45400, revenue: 5250, "revenue[t-2]": null },
      ["当年还没有成立｜≥5%｜"],
    ],
    ["a growth rate", "growth", { revenue: 5250, "revenue[t-2]": 5000 }, ["2.47%｜≥5%｜差2.53个百分点"]],
    ["a title out of date", "title", { title_specialized_until: 46000 }, ["有效期至2025-12-09｜在有效期内｜"]],
  ];
  test.each(cases)("%s", (_name, id, given, expected) => {
    expect(explained(id, given)).toEqual(expected);
  });

  test("numbers are grouped by thousands, without trailing zeros", () => {
    expect([1234567.5, 0.1 + 0.2, -12.345, 1000, -0.001].map((value) => grouped(value, 2))).toEqual([
      "1,234,567.5",
      "0.3",
      "-12.35",
      "1,000",
      "0",
    ]);
  });

  test("a missing cell is named with its year where the field has years", () => {
    expect(slotText("rd_expense[t-1]", vocabulary, 2025)).toEqual({ zh: "2024年研发费用", en: "R&D expense 2024" });
    expect(slotText("key_link", vocabulary, 2025).zh).toBe("处于产业链关键环节");
  });
});
