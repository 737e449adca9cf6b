import * as fc from "fast-check";
import { loadKnowledge } from "../../src/commands/read-seeds";
import { readSheet } from "../../src/sheet/reading/read-sheet";
import { parseMonth } from "../../src/riders/month";
import { withOwnFigures } from "../../src/riders/own-areas";
import { readOwnFigures } from "../../src/riders/own-figures";
import { DEFAULT_OPTIONS, type SubsidyOptions } from "../../src/riders/rider";
import { SubsidyBatch } from "../../src/riders/subsidy-batch";
import { shareOffers, SLIDERS, startWhatIf, viewWhatIf, whatIfOf, within } from "../../src/riders/what-if";

const { vocabulary, subsidies } = loadKnowledge();
const NOVEMBER = parseMonth("2025-11") ?? NaN;

function batchOf(...rows: readonly (string | number | null)[][]): SubsidyBatch {
  return batchWith({}, ...rows);
}

function batchWith(options: Partial<SubsidyOptions>, ...rows: readonly (string | number | null)[][]): SubsidyBatch {
  const headings = [
    "骑手编号",
    "平台",
    "就业地",
    "参保地",
    "缴费月份",
    "本月收入",
    "前1月收入",
    "前2月收入",
    "前3月收入",
  ];
  const reading = readSheet(
    { sheet: "骑手", rows: [headings, ...rows], merges: [], hiddenRows: new Set() },
    vocabulary,
    { asOf: "2026-01-01", of: "rider" },
  );
  if (reading.kind === "failure") throw new Error(reading.message.en);
  const batch = new SubsidyBatch({
    reading,
    vocabulary,
    subsidies,
    options: { ...DEFAULT_OPTIONS, ...options },
    forAll: {},
    language: "zh",
  });
  const judged = batch.rows();
  while (judged.next().done !== true);
  return batch;
}

const BATCH = batchOf(
  ["R1", "美团", "泉州", "泉州", "2025-11", 5000, 5000, 5000, 5000],
  ["R2", "美团", "泉州", "泉州", "2025-11", 5000, 5000, 5000, 5000],
  ["R3", "美团", "泉州", "泉州", "2025-11", 0, 5000, 5000, 5000],
  ["R4", "美团", "泉州", "泉州", "2025-11", null, 5000, 5000, 5000],
  ["R5", "闪送", "泉州", "泉州", "2025-11", 5000, 5000, 5000, 5000],
);

test("A batch sums up as plain data that a budget can start from", () => {
  const summary = BATCH.summary();
  expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  expect(summary).toMatchObject({ riders: 5, due: 2, notDue: 1, open: 2, amount: 886.6, month: NOVEMBER, leftOut: 1 });
  expect(summary.counted).toEqual([
    {
      scheme: "meituan",
      place: "fujian",
      category: "",
      riders: 4,
      month: NOVEMBER,
      judged: { due: 2, fen: 88_660, withoutAmount: 0, open: 1, openFen: 44_330 },
    },
  ]);
  expect(summary.missing.map(({ name, riders }) => [name.zh, riders])).toEqual([
    ["当月收入", 1],
    ["平台", 1],
  ]);
});

test("A budget of a list says what the list sums up to, and what the riders that are open would add", () => {
  const start = whatIfOf(BATCH.summary(), subsidies);
  if (start === null) throw new Error("no start");
  const { result } = viewWhatIf(start, subsidies);
  expect(result).toMatchObject({ month: 886.6, year: 10_639.2, open: { riders: 1, amount: 443.3 }, estimatedFrom: [] });
  const estimate = viewWhatIf({ ...start, eligibleShare: 0.8, floorChange: 0.05 }, subsidies).result;
  expect(estimate.estimatedFrom.map(({ zh }) => zh)).toEqual([
    "每组都按同一个符合比例估计，不是逐人判断的结果",
    "下限变了，符合的骑手没有重新判断",
  ]);
});

const PLATFORMS = fc.constantFrom("美团", "淘宝闪购", "京东", "闪送", null);
const TOWNS = fc.constantFrom("泉州", "南通", "北京", "武汉", "深圳", "宁波", "鼓楼区", null);
const INCOMES = fc.constantFrom(0, 4400, 4900, 5000, 9000, null);
const MONTHS = fc.constantFrom("2025-05", "2025-11", "2025-12", "2026-03", null);

test("Whatever the list, its budget is the sum of the list to the fen", () => {
  const rider = fc.tuple(PLATFORMS, TOWNS, TOWNS, MONTHS, INCOMES, INCOMES, INCOMES, INCOMES);
  fc.assert(
    fc.property(
      fc.array(rider, { minLength: 1, maxLength: 30 }),
      fc.constantFrom("settled" as const, "at-the-time" as const),
      (riders, levels) => {
        const batch = batchWith({ levels }, ...riders.map((cells, at) => [`R${at}`, ...cells]));
        const summary = batch.summary();
        const start = whatIfOf(summary, subsidies);
        const found = start === null ? 0 : (viewWhatIf(start, subsidies).result.month ?? 0);
        expect(found).toBe(summary.amount);
      },
    ),
    { numRuns: 60 },
  );
});

test("A budget of a list that was counted as paid at the time stays so when the paid share is moved", () => {
  const batch = batchWith(
    { levels: "at-the-time" },
    ["R1", "美团", "南通", "南通", "2025-05", 5000, 5000, 5000, 5000],
    ["R2", "京东", "北京", "北京", "2025-05", 5000, 5000, 5000, 5000],
    ["R3", "美团", "南通", "南通", "2025-05", 0, 5000, 5000, 5000],
  );
  const start = whatIfOf(batch.summary(), subsidies);
  if (start === null) throw new Error("no start");
  const month = (paidShare: number | null) => viewWhatIf({ ...start, paidShare }, subsidies).result.month;
  expect([batch.summary().amount, month(null), month(0.5), month(1)]).toEqual([487.9, 487.9, 487.9, 975.8]);
});

test("Without a list it begins with one scheme at one place and the share of the pilot", () => {
  const start = startWhatIf(subsidies, "meituan", "泉州", NOVEMBER);
  if (start === null) throw new Error("no start");
  expect(viewWhatIf(start, subsidies).result.month).toBe(797_940);
  expect(startWhatIf(subsidies, "meituan", "香港", NOVEMBER)).toBeNull();
});

test("A figure filled in after the budget was begun counts at once", () => {
  const start = startWhatIf(subsidies, "meituan", "泉州", parseMonth("2026-03") ?? NaN);
  if (start === null) throw new Error("no start");
  expect(viewWhatIf(start, subsidies).result.month).toBeNull();
  const { own } = readOwnFigures([{ place: "福建", from: "2026-01", until: "2026-12", floor: 4600 }]);
  expect(viewWhatIf(start, withOwnFigures(subsidies.bases, own)).result.month).toBe(828_000);
});

test("The shares on offer are the list's own and the two printed ones, each for what it is", () => {
  expect(shareOffers(BATCH.summary()).map(({ text }) => text.zh.slice(0, 4))).toEqual([
    "名单里逐",
    "两个试点",
    "一名站长",
  ]);
  expect(shareOffers(null).map(({ share }) => share)).toEqual([0.18, 0.8]);
});

test.each([
  [2, 1],
  [-1, 0],
  [0.5, 0.5],
  [NaN, null],
])("%p on the slider of the share counts as %p", (typed, held) => {
  expect(within(SLIDERS.eligibleShare, typed)).toBe(held);
});

test("The sheets of a batch are riders, totals and sources, with back payment and budget where wanted", () => {
  const names = (backPayment: boolean, budget: boolean) =>
    BATCH.sheets({ backPayment, budget, printedCosts: false }).map(({ name }) => name);
  expect(names(false, false)).toEqual(["评分_骑手补贴", "评分_补贴汇总", "评分_补贴来源"]);
  expect(names(true, true)).toEqual(["评分_骑手补贴", "评分_补贴汇总", "评分_补发", "评分_补贴测算", "评分_补贴来源"]);
});
