import fc from "fast-check";
import { parseMonth } from "../../src/riders/month";
import { judgeRider } from "../../src/riders/judge-rider";
import { incomeTest, type Rider, type SubsidyOptions } from "../../src/riders/rider";
import { subsidies } from "./release";

const month = (text: string): number => parseMonth(text) ?? NaN;

/** Works in Beijing, insured in Quanzhou, December 2025. */
const rider: Rider = {
  platform: "美团",
  category: "众包",
  workPlace: "北京",
  insuredPlace: "泉州",
  month: month("2025-12"),
  income: 7400,
  earlier: [7500, 7000, 7300, 6000, 7200, 5000],
};

function judge(change: Partial<Rider>, options?: SubsidyOptions) {
  const { status, amount, missing, reasons, nextMonth, arithmetic } = judgeRider(
    { ...rider, ...change },
    subsidies,
    options,
  );
  return { status, amount, missing, reasons: reasons.map(({ zh }) => zh).join("；"), nextMonth, arithmetic };
}

test("Three of six months and this one reach the floor of the work place: the amount follows the place of insurance", () => {
  expect(judge({})).toMatchObject({
    status: "met",
    amount: 443.3,
    missing: [],
    reasons: "",
    arithmetic: "4,433 × 20% × 50% = 443.30",
  });
});

test("One fen below the floor this month is not eligible", () => {
  expect(judge({ income: 7161.99 })).toMatchObject({ status: "unmet", amount: 0 });
  expect(judge({ income: 7162 })).toMatchObject({ status: "met", amount: 443.3 });
});

test("Two of six months are too few, and the reason says how many there were", () => {
  const two = judge({ earlier: [7500, 7000, 7300, 6000, 5000, 5000] });
  expect(two).toMatchObject({ status: "unmet", amount: 0, nextMonth: month("2026-01") });
  expect(two.reasons).toContain("只有2个月达到下限，要3个月");
});

test("Whoever never reached the floor needs three months of it before the month that qualifies", () => {
  expect(judge({ income: 0, earlier: [0, 0, 0, 0, 0, 0] }).nextMonth).toBe(month("2026-04"));
});

test("A month in between that is blank is unknown, not zero, and names its column", () => {
  expect(judge({ earlier: [7500, null, 7300, 6000, 5000, 5000] })).toMatchObject({
    status: "unknown",
    amount: null,
    missing: ["income_m2"],
  });
  expect(judge({ earlier: [7500, null, 7300, 6000, 7200, 5000] })).toMatchObject({ status: "met", amount: 443.3 });
});

test("Five months instead of six leave it open only where the sixth could decide", () => {
  expect(judge({ earlier: [7500, 7000, 7300, 6000, 7200] })).toMatchObject({ status: "met" });
  expect(judge({ earlier: [7500, 7000, 7300, 6000, 5000] })).toMatchObject({
    status: "unknown",
    missing: ["income_m6"],
  });
});

test("Whether the six months include this one is a choice that can decide", () => {
  const close = { earlier: [7500, 7000, 7300, 6000, 5000, 5000] };
  expect(judge(close).status).toBe("unmet");
  expect(judge(close, { includeCurrent: true, levels: "settled" }).status).toBe("met");
});

test("A level published late is paid at the time by the level before, and settled by its own", () => {
  const nantong = {
    workPlace: "南通",
    insuredPlace: "南通",
    month: month("2025-06"),
    income: 6000,
    earlier: [6000, 6000, 6000, 0, 0, 0],
  };
  expect(judge(nantong, { includeCurrent: false, levels: "at-the-time" }).amount).toBe(487.9);
  expect(judge(nantong).amount).toBe(495.2);
});

const open: readonly (readonly [string, Partial<Rider>, RegExp, readonly string[]])[] = [
  ["an unknown platform", { platform: "闪送" }, /平台/, ["platform"]],
  ["a blank platform", { platform: null }, /平台/, ["platform"]],
  ["a blank month", { month: null }, /缴费月份/, ["month"]],
  ["a work place that no place is known by", { workPlace: "香港" }, /就业地“香港”/, ["work_place"]],
  ["a place of insurance that several places bear", { insuredPlace: "鼓楼区" }, /参保地“鼓楼区”/, ["insured_place"]],
  [
    "a month outside the known bases of the place of insurance",
    { month: month("2026-03") },
    /福建省2026年3月.*没有查到/,
    [],
  ],
  ["a month outside the known bases of the work place", { month: month("2028-08") }, /北京市2028年8月.*没有查到/, []],
];
test.each(open)("%s gives no amount and says why", (_name, change, reason, missing) => {
  const outcome = judge(change);
  expect(outcome.amount).toBeNull();
  expect(outcome.reasons).toMatch(reason);
  expect(outcome.missing).toEqual(missing);
});

test("Before the roll-out reaches a place there is nothing, from then on there is", () => {
  const paid = { income: 9000, earlier: [9000, 9000, 9000, 9000, 9000, 9000], insuredPlace: "泉州" };
  expect(judge({ ...paid, workPlace: "泉州", month: month("2025-04") }).amount).toBe(443.3);
  expect(judge({ ...paid, workPlace: "泉州", month: month("2025-03") })).toMatchObject({ status: "unmet", amount: 0 });
  expect(judge({ ...paid, workPlace: "北京", month: month("2025-10") })).toMatchObject({ status: "unmet", amount: 0 });
  expect(judge({ ...paid, workPlace: "北京", month: month("2025-11") })).toMatchObject({
    status: "met",
    amount: 443.3,
  });
});

test("Taobao pays half of both premiums, all of them for honour riders and captains, and nothing is made up where a premium is not known", () => {
  const taobao = {
    platform: "淘宝闪购",
    workPlace: "北京",
    insuredPlace: "北京",
    month: month("2026-03"),
    earlier: [8000, 8000, 8000, 8000, 8000, 8000],
  };
  expect(judge({ ...taobao, category: "荣誉骑士" })).toMatchObject({
    status: "met",
    amount: 2017.32,
    arithmetic: "7,162 × 20% + 584.92 = 2,017.32",
  });
  expect(judge({ ...taobao, category: "骑士队长" }).amount).toBe(2017.32);
  expect(judge({ ...taobao, category: "众包" }).amount).toBe(1008.66);
  expect(judge({ ...taobao, category: null })).toMatchObject({ status: "met", amount: null, missing: ["category"] });
  expect(judge({ ...taobao, month: month("2025-12"), insuredPlace: "泉州", category: "众包" })).toMatchObject({
    status: "met",
    amount: null,
  });
});

test("JD bears all of it for full-time riders, for which no amount was published; part-timers are outside", () => {
  const jd = { platform: "京东", workPlace: "杭州", insuredPlace: "杭州" };
  expect(judge({ ...jd, category: "全职" })).toMatchObject({ status: "met", amount: null });
  expect(judge({ ...jd, category: "全职" }).reasons).toContain("没有公布按人计算的金额");
  expect(judge({ ...jd, category: "兼职" })).toMatchObject({ status: "unmet", amount: 0 });
});

const incomes = fc.array(fc.option(fc.integer({ min: 7000, max: 7300 }), { nil: null }), {
  minLength: 6,
  maxLength: 6,
});

test("An unknown income stands for any income: the answer holds for every way to fill the blanks", () => {
  fc.assert(
    fc.property(fc.option(fc.integer({ min: 7000, max: 7300 }), { nil: null }), incomes, (income, earlier) => {
      const answer = incomeTest(income, earlier, 7162);
      const fills = [0, 99_999];
      const full = [income, ...earlier].reduce<number[][]>(
        (rows, one) => rows.flatMap((row) => (one === null ? fills : [one]).map((value) => [...row, value])),
        [[]],
      );
      const answers = new Set(full.map(([now = 0, ...before]) => incomeTest(now, before, 7162)));
      expect(answers.size === 1 ? [...answers][0] : "unknown").toBe(answer);
    }),
  );
});

test("A rider is judged as the plain income test says", () => {
  fc.assert(
    fc.property(fc.option(fc.integer({ min: 7000, max: 7300 }), { nil: null }), incomes, (income, earlier) => {
      // All seven months lie in Beijing's year of contributions from July 2025.
      expect(judge({ month: month("2026-01"), insuredPlace: "北京", income, earlier }).status).toBe(
        incomeTest(income, earlier, 7162),
      );
    }),
  );
});
