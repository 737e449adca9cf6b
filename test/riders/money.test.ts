import fc from "fast-check";
import { contribution, product, sum, yuan } from "../../src/riders/money";

const printed: readonly (readonly [string, readonly number[], number])[] = [
  ["泉州 2025, the contribution", [4433, 0.2], 886.6],
  ["泉州 2025, half of it", [4433, 0.2, 0.5], 443.3],
  ["南通, the contribution", [4879, 0.2], 975.8],
  ["南通, half of it", [4879, 0.2, 0.5], 487.9],
  ["南通 after September 2025, the contribution", [4952, 0.2], 990.4],
  ["南通 after September 2025, half of it", [4952, 0.2, 0.5], 495.2],
  ["北京, the contribution", [7162, 0.2], 1432.4],
  ["深圳 July 2025, the contribution", [4492, 0.2], 898.4],
  ["深圳 July 2025, half of it", [4492, 0.2, 0.5], 449.2],
];
test.each(printed)("%s comes out to the fen", (_name, factors, expected) => {
  expect(product(...factors)).toBe(expected);
});

test.each([
  ["half a fen goes up", [0.05, 0.1], 0.01],
  ["half a fen goes up where doubles would lose it", [1.005, 1], 1.01],
  ["below half a fen goes down", [0.0499, 0.1], 0],
  ["half a fen below 0 goes away from 0, as ROUND does", [-1.005, 1], -1.01],
])("%s", (_name, factors, expected) => {
  expect(product(...factors)).toBe(expected);
});

test("A month and a year of an honour rider in Beijing", () => {
  const month = sum([product(7162, 0.2), 584.92]);
  expect(month).toBe(2017.32);
  expect(product(month, 12)).toBe(24207.84);
});

test.each([
  [3000, 4433, 22164, 443.3],
  [4433, 4433, 22164, 443.3],
  [5000, 4433, 22164, 500],
  [30000, 4433, 22164, 2216.4],
  [3000, null, null, 300],
])("A base of %s held within %s and %s", (base, floor, ceiling, expected) => {
  expect(contribution(base, 0.2, 0.5, floor, ceiling)).toBe(expected);
});

test("Any product of decimals agrees with whole-number arithmetic rounded half up", () => {
  const cents = fc.integer({ min: 0, max: 5_000_000 });
  const percent = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(cents, percent, percent, (base, rate, share) => {
      const exact = BigInt(base) * BigInt(rate) * BigInt(share);
      const fen = (exact * 2n + 100_000_000n) / 200_000_000n;
      expect(product(base / 100, rate / 10_000, share / 10_000)).toBe(Number(fen) / 100);
    }),
  );
});

test("Amounts are written with two decimals and thousands apart", () => {
  expect([yuan(24207.84), yuan(0.5), yuan(-1234567)]).toEqual(["24,207.84", "0.50", "-1,234,567.00"]);
});
