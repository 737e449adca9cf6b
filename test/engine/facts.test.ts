import fc from "fast-check";
import { asSheetNumber } from "../../src/engine/facts";

const OPTIONS = { numRuns: 2000, seed: 20260407 };

describe("A number as a sheet means it", () => {
  test("is the number of 15 significant digits, whatever its size", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e308, max: 1e308 }), (value) =>
        expect(asSheetNumber(value)).toBe(Number(value.toPrecision(15))),
      ),
      OPTIONS,
    );
  });

  test("is the same for amounts with few decimals, computed or typed", () => {
    const amounts = fc.tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 1, max: 100_000 }));
    fc.assert(
      fc.property(amounts, ([value, divisor]) =>
        expect(asSheetNumber(value / divisor)).toBe(Number((value / divisor).toPrecision(15))),
      ),
      OPTIONS,
    );
  });

  test("never makes an infinity of the largest numbers, whose 15 digits are more than a double holds", () => {
    const largest = [Number.MAX_VALUE, -Number.MAX_VALUE, 1.7976931348623151e308];
    expect(largest.map(asSheetNumber)).toEqual(largest);
  });

  test("takes a cell of 0.1 + 0.2 for 0.3, and leaves blanks and titles without end alone", () => {
    expect([0.1 + 0.2, NaN, Infinity, -Infinity].map(asSheetNumber)).toEqual([0.3, NaN, Infinity, -Infinity]);
  });
});
