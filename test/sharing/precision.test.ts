/**
 * The rounding in the formulas, in bare doubles as Excel computes them: spreadsheets differ in how they soften a difference near 0, so
 * nothing may hang on that.
 */
import { seededRandom } from "../../src/commands/samples/seeded-random";
import { asSheetNumber } from "../../src/engine/facts";
import { decimalsOf, safeDigits } from "../../src/engine/formulas/precision";

const ROWS = 10_000;
const LINES = [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.15, 0.3, 0.55, 0.6, 0.7, 0.9] as const;
const SIZES = [1e4, 1e5, 1e6, 1e7, 1e9] as const;

const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** Amounts below a size, with the decimals that leave their product with a line within 15 digits. */
function* pairs(size: number): Generator<{ base: number; line: number; exact: number; unit: number }, void> {
  const random = seededRandom(size);
  const decimals = size >= 1e9 ? 2 : 4;
  for (let row = 0; row < ROWS; row += 1) {
    const base = random.between(size / 20, size, decimals);
    const line = random.pick([...LINES]);
    yield { base, line, exact: asSheetNumber(base * line), unit: 10 ** -(decimals + decimalsOf(line)) };
  }
}

test.each(SIZES)("amounts up to %d: what is exactly on the line comes out as 0, one unit off does not", (size) => {
  const digits = safeDigits(2 * size);
  let inexact = 0;
  let wrong = 0;
  let told = 0;
  for (const { base, line, exact, unit } of pairs(size)) {
    if (exact - line * base !== 0) inexact += 1;
    if (rounded(exact - line * base, digits) !== 0) wrong += 1;
    if (-Math.log10(unit) > digits + 0.5) continue;
    told += 1;
    if (!(rounded(exact - unit - line * base, digits) < 0) || !(rounded(exact + unit - line * base, digits) > 0))
      wrong += 1;
  }
  expect(wrong).toBe(0);
  // Without rounding many of them would be misjudged.
  expect(inexact).toBeGreaterThan(ROWS / 50);
  if (size <= 1e6) expect(told).toBe(ROWS);
});

test("compound growth that is exactly the rate asked comes out as 0", () => {
  const random = seededRandom(5);
  let inexact = 0;
  for (let row = 0; row < ROWS; row += 1) {
    const before = random.between(1000, 50_000, 4);
    const rate = random.pick([0.05, 0.1, 0.15, 0.2, 0.25]);
    const now = asSheetNumber(before * asSheetNumber((1 + rate) ** 2));
    const difference = now - before * (1 + rate) ** 2;
    if (difference !== 0) inexact += 1;
    expect(Math.abs(rounded(difference, safeDigits(1e5 + 1e5 * (1 + rate) ** 2)))).toBe(0);
  }
  expect(inexact).toBeGreaterThan(ROWS / 50);
});

test.each([
  [0.0325, 4],
  [100, 0],
  [1e-7, 7],
  [12345.678901, 6],
])("%d has %i decimals", (value, decimals) => {
  expect(decimalsOf(value)).toBe(decimals);
});
