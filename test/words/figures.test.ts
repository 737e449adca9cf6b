import fc from "fast-check";
import { decimalsToTell, figureText, grouped, moneyText, percentText, spoken, unitText } from "../../src/words/figures";

test.each([
  [12345.678, 2, "12,345.68"],
  [1000, 2, "1,000"],
  [-1234567.5, 2, "-1,234,567.5"],
  [-0.001, 2, "0"],
  [Infinity, 2, "∞"],
])("%d in %d decimals is %s", (value, decimals, text) => {
  expect(grouped(value, decimals)).toBe(text);
});

test.each([
  [0.0034, "0.0034"],
  [0.00012345, "0.00012"],
  [66.666667, "66.67"],
  [18071, "18,071"],
  [0, "0"],
])("%d is spoken as %s: two decimals, unless nothing would be left", (value, text) => {
  expect(spoken(value)).toBe(text);
});

test.each([
  [2 / 3, "66.67%"],
  [1, "100%"],
  [0.99996, "99.996%"],
  [1.015, "101.5%"],
])("a completion of %d is %s and never looks reached where it is not", (share, text) => {
  expect(percentText(share)).toBe(text);
});

test("a share below the whole never reads 100%", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 1 - 1e-9, noNaN: true }), (share) => {
      expect(percentText(share)).not.toBe("100%");
    }),
  );
});

test.each([
  [5000, "5,000万元", "50 million yuan"],
  [80, "80万元", "800,000 yuan"],
  [1234.56, "1,234.56万元", "12,345,600 yuan"],
  [100_000, "100,000万元", "1 billion yuan"],
  [0, "0万元", "0 yuan"],
])("%d in 万元 is %s, in English %s", (wan, zh, en) => {
  expect(moneyText(wan, 2)).toEqual({ zh, en });
});

test.each([
  [1163, "家", "1,163家", "1,163"],
  [1, "人", "1人", "1 person"],
  [41_000, "亿元", "41,000亿元", "4.1 trillion yuan"],
  [0.5332, "%", "53.32%", "53.32%"],
  [1.5, "百分点", "1.5百分点", "1.5 percentage points"],
  [400, "万辆", "400万辆", "4,000,000 vehicles"],
  [3, "个", "3个", "3"],
])("%d in %s is %s, in English %s", (value, unit, zh, en) => {
  expect(figureText(value, unit)).toEqual({ zh, en });
});

test("English holds no Chinese unit", () => {
  const units = [
    "家",
    "个",
    "人",
    "名",
    "年",
    "个月",
    "亿元",
    "万元",
    "元",
    "百分点",
    "倍",
    "场",
    "家次",
    "次",
    "批",
    "万辆",
    "项",
    "条",
  ];
  for (const unit of units) expect(figureText(12.5, unit).en).not.toMatch(/\p{Script=Han}/u);
});

test("two numbers that differ are never written alike where it matters", () => {
  expect(decimalsToTell(2.9996, 3)).toBe(4);
  expect(decimalsToTell(3, 3)).toBe(2);
});

test.each([
  ["万元", "10,000 yuan"],
  ["亿元", "100 million yuan"],
  ["元", "yuan"],
  ["人", "persons"],
  ["%", "%"],
  ["项", ""],
])("numbers in %s are in %s", (unit, en) => {
  expect(unitText(unit)).toEqual({ zh: unit, en });
});
