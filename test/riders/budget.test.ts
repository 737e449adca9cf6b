import { budget, sensitivity, type BudgetLine, type BudgetRequest } from "../../src/riders/budget";
import { parseMonth } from "../../src/riders/month";
import type { Scheme } from "../../src/riders/schemes";
import { areaOf, subsidies } from "./release";

const month = (text: string): number => parseMonth(text) ?? NaN;

function schemeOf(id: string): Scheme {
  const scheme = subsidies.schemes.find((one) => one.id === id);
  if (scheme === undefined) throw new Error(`no scheme ${id}`);
  return scheme;
}

const line = (scheme: string, city: string, riders: number, category = ""): BudgetLine => ({
  scheme: schemeOf(scheme),
  place: areaOf(city),
  riders,
  category,
  month: null,
  judged: null,
});

const PILOT: BudgetRequest = {
  lines: [line("meituan", "泉州", 10_000), line("meituan", "南通", 12_000)],
  eligibleShare: 0.18,
  paidShare: null,
  month: month("2025-11"),
  floorChange: 0,
  levels: "settled",
  printedCosts: false,
};

test("A budget is riders times share times amount, by line and in all", () => {
  const { lines, month: total, year } = budget(PILOT, subsidies.bases);
  expect(lines.map(({ eligible, each, month: cost, year: yearly }) => [eligible, each, cost, yearly])).toEqual([
    [1800, 443.3, 797_940, 9_575_280],
    [2160, 495.2, 1_069_632, 12_835_584],
  ]);
  expect([total, year]).toEqual([1_867_572, 22_410_864]);
});

test("One honour rider in Beijing costs 2,017.32 a month and 24,207.84 a year, an ordinary one half", () => {
  const request = { ...PILOT, eligibleShare: 1, month: month("2026-03") };
  const { lines } = budget(
    { ...request, lines: [line("taobao", "北京", 1, "荣誉骑士"), line("taobao", "北京", 1)] },
    subsidies.bases,
  );
  expect(lines.map(({ each, year }) => [each, year])).toEqual([
    [2017.32, 24_207.84],
    [1008.66, 12_103.92],
  ]);
});

test("A line without a base or without a published amount says why and is left out of the sums, with its riders counted", () => {
  const {
    lines,
    month: total,
    ridersWithout,
  } = budget(
    {
      ...PILOT,
      eligibleShare: 1,
      lines: [line("meituan", "泉州", 2), line("taobao", "泉州", 3), line("jd", "泉州", 4), line("meituan", "宁波", 5)],
    },
    subsidies.bases,
  );
  expect(lines.map(({ each, why }) => [each, why.map(({ zh }) => zh).join()])).toEqual([
    [443.3, ""],
    [null, "福建省2025年11月的医疗保险缴费额没有查到，金额算不出"],
    [null, "由企业全额承担，没有公布按人计算的金额"],
    [null, "宁波市2025年11月的缴费基数下限没有查到（宁波市单独公布，它的上下限没有查到），金额算不出"],
  ]);
  expect([total, ridersWithout]).toEqual([886.6, 12]);
});

test("A printed average stands in where it is asked for, says where it is from, and moves with nothing else", () => {
  const jd = { ...PILOT, eligibleShare: 1, lines: [line("jd", "泉州", 4), line("meituan", "泉州", 2)] };
  const asked = budget({ ...jd, printedCosts: true }, subsidies.bases);
  expect(asked.lines.map(({ each, month: cost }) => [each, cost])).toEqual([
    [2000, 8000],
    [443.3, 886.6],
  ]);
  expect([asked.month, asked.ridersWithout]).toEqual([8886.6, 0]);
  expect(asked.estimatedFrom.map(({ zh }) => zh).join()).toMatch(/平均数每人每月约2000元估计.*新华社.*2026年5月/);
  const moved = budget({ ...jd, printedCosts: true, paidShare: 0.5, floorChange: 0.1 }, subsidies.bases);
  expect(moved.lines[0]?.each).toBe(2000);
  expect(
    budget(jd, subsidies.bases)
      .estimatedFrom.map(({ zh }) => zh)
      .join(),
  ).not.toContain("2000");
});

test("Of a list that was judged the riders it covers are counted with the printed average", () => {
  const judged = { due: 0, fen: 0, withoutAmount: 3, open: 1, openFen: 0 };
  const request = { ...PILOT, eligibleShare: null, lines: [{ ...line("jd", "泉州", 5), judged }] };
  expect(budget(request, subsidies.bases)).toMatchObject({ month: null, ridersWithout: 3, estimatedFrom: [] });
  const asked = budget({ ...request, printedCosts: true }, subsidies.bases);
  expect(asked).toMatchObject({ month: 6000, ridersWithout: 0, lines: [{ eligible: 3, each: 2000 }] });
});

test("Nothing known at all is not known, not 0", () => {
  expect(budget({ ...PILOT, month: month("2027-03") }, subsidies.bases)).toMatchObject({ month: null, year: null });
});

test("Another paid share and another floor move the amount, the medical premium stays", () => {
  const one = (change: Partial<BudgetRequest>) =>
    budget({ ...PILOT, month: month("2026-03"), lines: [line("taobao", "北京", 1)], ...change }, subsidies.bases)
      .lines[0]?.each;
  expect(one({ paidShare: 1 })).toBe(2017.32);
  // 7,162 × 1.05 × 20 % = 1,504.02; half of it, and half of 584.92.
  expect(one({ floorChange: 0.05 })).toBe(1044.47);
});

test("The sensitivity holds the budget itself, and the documented shares for what they are", () => {
  const { floor, paidShare, eligibleShare } = sensitivity(PILOT, subsidies.bases);
  const own = budget(PILOT, subsidies.bases);
  expect(floor.find(({ value }) => value === 0)).toEqual({ value: 0, month: own.month, year: own.year });
  expect(paidShare.find(({ value }) => value === 0.5)?.month).toBe(own.month);
  expect(eligibleShare.map(({ value, month: cost, text }) => [value, cost, text.zh.slice(0, 6)])).toEqual([
    [0.18, 1_867_572, "两个试点城市"],
    [0.8, 8_300_320, "一名站长对本"],
  ]);
});

test.each([
  ["a share above 1", { eligibleShare: 18 }],
  ["a negative paid share", { paidShare: -0.1 }],
  ["a floor that falls by all of itself", { floorChange: -1 }],
  ["half a rider", { lines: [line("meituan", "泉州", 0.5)] }],
  ["a share that is no number", { eligibleShare: NaN }],
  ["no share for riders that were not judged", { eligibleShare: null }],
])("%s is refused", (_name, change) => {
  expect(() => budget({ ...PILOT, ...change }, subsidies.bases)).toThrow(RangeError);
});
