import { median } from "../../../src/sheet/reading/column-middles";
import { spoken } from "../../../src/words/figures";

test.each([
  [[], null],
  [[NaN, 0], null],
  [[3], 3],
  [[1, 2, 3, NaN, 0], 2],
  [[1, 2, 3, 10], 2.5],
  [[-4, 2, 3], 3],
  [[Infinity, 5], 5],
])("The middle size of %j is %j.", (values, expected) => {
  expect(median(values)).toBe(expected);
});

test("The middle of a long column is found from a sample of it.", () => {
  const values = Float64Array.from({ length: 100_001 }, (_, at) => at + 1);
  const middle = median(values) ?? NaN;
  expect(Math.abs(middle / 50_001 - 1)).toBeLessThan(0.01);
});

test.each([
  [1_000_000, "1,000,000"],
  [1234.567, "1,234.57"],
  [0.5, "0.5"],
  [0, "0"],
  [0.000_012_3, "0.000012"],
  [-12_345.6, "-12,345.6"],
])("%f is said as %s.", (value, expected) => {
  expect(spoken(value)).toBe(expected);
});
