import { judgeRider } from "../../../../src/riders/judge-rider";
import { isoMonth } from "../../../../src/riders/month";
import {
  BLANK_FORM,
  EXAMPLE_FORM,
  readIncome,
  readMonth,
  riderOf,
} from "../../../../src/pane/views/subsidy/rider-form";
import { subsidies } from "../../../riders/release";

test.each([
  ["", null],
  ["  ", null],
  ["0", 0],
  ["7,400", 7400],
  ["７４００元", 7400],
  ["7161.99", 7161.99],
  ["约7000", "wrong"],
  ["-1", "wrong"],
  ["7千", "wrong"],
  ["0.74万元", "wrong"],
])("An income typed as '%s' is %p", (text, value) => {
  expect(readIncome(text)).toBe(value);
});

test.each([
  ["2025-12", "2025-12"],
  ["2025年7月", "2025-07"],
  ["2025-07-15", "2025-07"],
  ["", null],
  ["2025", "wrong"],
  ["明年", "wrong"],
])("A month typed as '%s' is %p", (text, value) => {
  const read = readMonth(text);
  expect(typeof read === "number" ? isoMonth(read) : read).toBe(value);
});

test("The example of the form is the rider who works in Beijing and is insured in Quanzhou", () => {
  expect(judgeRider(riderOf(EXAMPLE_FORM), subsidies)).toMatchObject({ status: "met", amount: 443.3 });
});

test("A blank form gives nothing away: no income is taken as 0", () => {
  expect(riderOf(BLANK_FORM)).toEqual({
    platform: null,
    category: null,
    workPlace: null,
    insuredPlace: null,
    month: null,
    income: null,
    earlier: [null, null, null, null, null, null],
  });
});

test("What can't be read counts as not given, and the answer stays open", () => {
  const wrong = { ...EXAMPLE_FORM, incomes: ["约7400", ...EXAMPLE_FORM.incomes.slice(1)] };
  expect(judgeRider(riderOf(wrong), subsidies)).toMatchObject({ status: "unknown", amount: null });
});
