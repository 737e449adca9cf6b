import fc from "fast-check";
import { rangeAddress, rangeOfAddress } from "../../../src/words/range-address";

test("a range is written as people write it", () => {
  expect(rangeAddress({ top: 2, left: 1, bottom: 301, right: 3 })).toBe("B3:D302");
  expect(rangeAddress({ top: 0, left: 26, bottom: 0, right: 26 })).toBe("AA1");
});

test("every range reads back from what was written", () => {
  const row = fc.nat(1_048_575);
  const column = fc.nat(16_383);
  fc.assert(
    fc.property(row, row, column, column, (a, b, c, d) => {
      const range = { top: Math.min(a, b), bottom: Math.max(a, b), left: Math.min(c, d), right: Math.max(c, d) };
      expect(rangeOfAddress(rangeAddress(range))).toEqual(range);
    }),
  );
});

test.each(["", "A0", "3", "A:C", "B2:A1", "A1:B", "a1", "Sheet1!A1"])("%s is no range of this kind", (text) => {
  expect(rangeOfAddress(text)).toBeNull();
});
