import { valueOf, whyNot, type Answer } from "../../src/clusters/answer";
import {
  catchUpYears,
  concentration,
  growth,
  hhi,
  localSupply,
  locationQuotient,
  meanGrowth,
  ranks,
  shareOf,
} from "../../src/clusters/measures";
import { mergeSuggestions } from "../../src/clusters/names";

const NAME = { zh: "产值", en: "output" };

test("The reference value of the location quotient", () => {
  expect(Number((valueOf(locationQuotient(1714, 79006, 879213, 15593224)) ?? NaN).toFixed(7))).toBe(0.3847623);
});

test.each([
  ["a blank", () => locationQuotient(NaN, 10, 20, NaN), "unknown", "缺本地该产业、全国总量（2处空白）"],
  ["a negative number", () => locationQuotient(1, -10, 20, 30), "refused", "本地总量是负数"],
  ["an industry above its total", () => locationQuotient(11, 10, 20, 30), "refused", "产业的数大于总量"],
  ["no industry at all in the country", () => locationQuotient(0, 10, 0, 30), "refused", "区位商算不出来"],
  ["no values", () => hhi([]), "unknown", "缺各家的数"],
  ["one of them blank", () => hhi([3, NaN, 4]), "unknown", "缺各家的数"],
  ["a share of a negative whole", () => shareOf(1, -2, [NAME, NAME]), "refused", "负数"],
  ["a part above its whole", () => shareOf(3, 2, [NAME, { zh: "总产值", en: "all" }]), "refused", "占比超过100%"],
  ["a whole of 0", () => shareOf(0, 0, [NAME, NAME]), "refused", "是0"],
  ["growth from nothing", () => growth(3, 0, NAME), "refused", "上一年产值不是正数"],
  ["growth from a blank", () => growth(3, NaN, NAME), "unknown", "缺上一年产值"],
  ["mean growth with a hole", () => meanGrowth([4, 3, NaN, 1], NAME), "unknown", "缺上一年产值"],
  ["local supply without purchases", () => localSupply(NaN, 3), "unknown", "缺本地采购额"],
  ["no whole number of the largest", () => concentration([1, 2], 0), "refused", "整数"],
] as const)("%s", (_name, measure: () => Answer, kind, why) => {
  const answer = measure();
  expect(answer.kind).toBe(kind);
  expect(whyNot(answer).zh).toContain(why);
});

test.each([
  [hhi([30, 30, 20, 20]), 2600],
  [hhi([40, 30, 20, 10]), 3000],
  [hhi([5]), 10000],
  [concentration([40, 25, 15, 10, 10]), 0.9],
  [concentration([40, 25], 4), 1],
  [shareOf(0.1 + 0.2, 3, [NAME, NAME]), 0.1],
  [growth(110, 100, NAME), 0.1],
  [meanGrowth([133.1, 121, 110, 100], NAME), 0.1],
  [localSupply(46, 100), 0.46],
])("measure %#", (answer, expected) => {
  expect(answer).toEqual({ kind: "known", value: expected });
});

describe("Catching up", () => {
  test("ln(2) over ln(1.21 / 1.1) years", () => {
    expect(valueOf(catchUpYears(50, 100, 0.21, 0.1))).toBeCloseTo(Math.log(2) / Math.log(1.1), 12);
  });
  test("Whoever is ahead already needs none, whoever is no faster never does", () => {
    expect(catchUpYears(100, 100, 0.1, 0.1)).toEqual({ kind: "known", value: 0 });
    expect(whyNot(catchUpYears(50, 100, 0.1, 0.1)).zh).toContain("追不上");
    expect(catchUpYears(50, 100, NaN, 0.1).kind).toBe("unknown");
    expect(catchUpYears(-5, 100, 0.2, 0.1).kind).toBe("refused");
  });
});

test("Ties share a place, the next is left out, and what is not known has none", () => {
  const known = (value: number): Answer => ({ kind: "known", value });
  const open: Answer = { kind: "unknown", missing: [NAME], blanks: 1 };
  expect(ranks([known(7), known(9), open, known(7), known(5)])).toEqual([2, 1, null, 2, 4]);
  expect(ranks([known(7), known(9)], "down")).toEqual([1, 2]);
});

describe("Names that may be one cluster", () => {
  test.each([
    [["新能源汽车集群", "新能源汽车产业集群"], 1],
    [["山东省动力装备集群", "动力装备集群（虚构）"], 0],
    [["动力装备集群", "动力装备先进制造业集群", "山东动力装备集群"], 2],
    [["智能家电集群", "智能家店集群"], 1],
    [["园区一期集群", "园区二期集群", "园区三期集群"], 0],
    [["轮胎集群", "轮毂集群"], 0],
    [["甲（一期）", "甲（二期）"], 0],
  ])("%j: %d suggestions", (names, count) => {
    expect(mergeSuggestions(names)).toHaveLength(count);
  });
});
