import { parseMonth } from "../../src/riders/month";
import { riderView } from "../../src/riders/one-rider";
import { DEFAULT_OPTIONS, type Rider, type SubsidyOptions } from "../../src/riders/rider";
import { subsidies } from "./release";

const month = (text: string): number => parseMonth(text) ?? NaN;
const RIDER: Rider = {
  platform: "美团",
  category: "众包",
  workPlace: "北京",
  insuredPlace: "泉州",
  month: month("2025-12"),
  income: 7400,
  earlier: [7500, 7000, 7300, 6000, 7200, 5000],
};
const view = (change: Partial<Rider> = {}, options: Partial<SubsidyOptions> = {}) =>
  riderView({ ...RIDER, ...change }, subsidies, { ...DEFAULT_OPTIONS, ...options });

test("Seven months stand oldest first, each with its own floor and verdict in words", () => {
  const { dots } = view();
  expect(dots.map(({ label, verdict, current }) => [label, verdict, current])).toEqual([
    ["2025-06", "unmet", false],
    ["2025-07", "met", false],
    ["2025-08", "unmet", false],
    ["2025-09", "met", false],
    ["2025-10", "unmet", false],
    ["2025-11", "met", false],
    ["2025-12", "met", true],
  ]);
  // Beijing's level changed in July.
  expect(dots.slice(0, 2).map(({ floor }) => floor)).toEqual([6821, 7162]);
  expect(dots[6]?.text).toEqual({
    zh: "2025年12月：收入7,400元，下限7,162元，达到。",
    en: "2025-12: income 7,400, floor 7,162, reached.",
  });
});

test("The months that count follow the choice, the month of payment is tested by itself either way", () => {
  expect(
    view()
      .dots.filter(({ counts }) => counts)
      .map(({ label }) => label),
  ).toEqual(["2025-06", "2025-07", "2025-08", "2025-09", "2025-10", "2025-11"]);
  expect(view({}, { includeCurrent: true }).dots.find(({ counts }) => counts)?.label).toBe("2025-07");
});

test("The verdict is a sentence with the amount and its arithmetic", () => {
  const { headline, amount, arithmetic, reasons, next } = view();
  expect([headline.zh, amount, arithmetic]).toEqual([
    "符合条件，这个月补贴443.30元。",
    "443.30",
    "4,433 × 20% × 50% = 443.30",
  ]);
  expect([reasons, next]).toEqual([[], null]);
});

test("A rider who is not due learns why and from when it could be", () => {
  const { headline, amount, reasons, next } = view({ income: 7161.99 });
  expect([headline.zh, amount]).toEqual(["这个月不发补贴。", "0.00"]);
  expect(reasons.map(({ zh }) => zh)).toEqual(["当月收入7,161.99元，低于就业地下限7,162元"]);
  expect(next?.zh).toContain("最早2026年1月能领");
});

test("A blank month is a dot of its own kind and leaves the verdict open, with what it would come to", () => {
  const { dots, headline, amount } = view({ earlier: [7500, null, 7300, 6000, 5000] });
  expect(dots.map(({ verdict }) => verdict).filter((verdict) => verdict === "unknown")).toHaveLength(2);
  expect(dots[4]?.text.zh).toBe("2025年10月：收入不知道，下限7,162元，还不知道。");
  expect([headline.zh, amount]).toEqual(["还说不准能不能领；能领的话是443.30元。", ""]);
});

test("Levels known at the time are told as paid on, and what is paid later", () => {
  const nantong = { workPlace: "南通", insuredPlace: "南通", month: month("2025-06"), income: 6000 };
  const then = view(nantong, { levels: "at-the-time" });
  expect([then.amount, then.cautions.map(({ zh }) => zh).join(), then.backPayment?.zh]).toEqual([
    "487.90",
    "当时本年度的下限还没公布，按上一档4,879缴。",
    "基数公布得晚：这是当时发的，之后另要补发7.30元。",
  ]);
  const between = view({ ...nantong, income: 4900 });
  expect([between.amount, between.backPayment?.zh]).toEqual([
    "495.20",
    "基数公布得晚：上面的金额里有7.30元是公布以后补发的。",
  ]);
  expect(between.ways?.zh).toContain("要不要再比，没有查到规定");
  expect(view().ways).toBeNull();
  expect(view().backPayment).toBeNull();
});

test("Figures that are provisional or of one source say so", () => {
  const cautions = (insuredPlace: string) => view({ insuredPlace }).cautions.map(({ zh }) => zh);
  expect(cautions("济南")).toEqual([
    "4,416是暂定数，最终数还没有查到。",
    "另一处标为2025年的山东缴费基数另有下限4,364：4416有暂定通知为据，另一个数来历不明。",
  ]);
  expect(cautions("杭州")).toEqual([
    "4,986只见于一处资料。",
    "4,986是职工的基数下限；灵活就业人员的通常与它相同，也有不同的。",
  ]);
});

test("Nothing given gives no dots and says what is missing", () => {
  const blank = view({ platform: null, month: null });
  expect(blank.dots).toEqual([]);
  expect(blank.reasons.map(({ zh }) => zh)).toEqual(["没有填平台", "没有填缴费月份，或者读不出是哪一个月"]);
  expect([blank.amount, blank.arithmetic]).toEqual(["", ""]);
});
