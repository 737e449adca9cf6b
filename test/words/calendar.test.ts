import fc from "fast-check";
import { accountingYears, dateOf, isoOfSerial, serialOf, serialOfIso, yearsBetween } from "../../src/words/calendar";

/** Serial days as Excel shows them when a date cell is set to a number format. */
const EXCEL: readonly (readonly [string, number])[] = [
  ["1901-01-01", 367],
  ["1949-10-01", 18172],
  ["1970-01-01", 25569],
  ["1999-12-31", 36525],
  ["2000-01-01", 36526],
  ["2000-02-29", 36585],
  ["2008-08-08", 39668],
  ["2020-01-01", 43831],
  ["2024-02-29", 45351],
  ["2024-03-01", 45352],
  ["2026-04-01", 46113],
  ["2026-11-21", 46347],
  ["2100-03-01", 73110],
  ["9999-12-31", 2958465],
];

describe("Days are counted as Excel counts them", () => {
  test.each(EXCEL)("%s is day %d, both ways", (iso, serial) => {
    expect(serialOfIso(iso)).toBe(serial);
    expect(isoOfSerial(serial)).toBe(iso);
  });

  test("every day from 1901 to 2104 follows the one before, by the leap-year rule alone", () => {
    let serial = 367;
    for (let year = 1901; year <= 2104; year += 1) {
      const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
      [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].forEach((length, index) => {
        for (let day = 1; day <= length; day += 1) {
          if (serialOf(year, index + 1, day) !== serial)
            throw new Error(`${year}-${index + 1}-${day} is not ${serial}`);
          expect(dateOf(serial)).toEqual({ year, month: index + 1, day });
          serial += 1;
        }
        expect(serialOf(year, index + 1, length + 1)).toBeNull();
      });
    }
  });

  test("the time of day does not move the date", () => {
    expect(dateOf(45351.999)).toEqual({ year: 2024, month: 2, day: 29 });
    expect(isoOfSerial(45351.5)).toBe("2024-02-29");
  });

  test.each([
    ["2025-02-29"],
    ["2025-02-30"],
    ["2100-02-29"],
    ["2025-04-31"],
    ["2025-13-01"],
    ["2025-00-10"],
    ["2025-01-00"],
    ["1900-02-29"],
    ["1900-12-31"],
    ["2025-4-1"],
    ["20250401"],
    ["2025/04/01"],
    ["2025-04-01T00:00:00"],
    [" 2025-04-01"],
    [""],
  ])("%j is no day", (iso) => {
    expect(serialOfIso(iso)).toBeNull();
  });
});

const day = (iso: string): number => serialOfIso(iso) ?? NaN;

describe("Years between two days are whole on the anniversary", () => {
  test.each([
    ["2023-11-21", "2026-11-21", 3],
    ["2023-11-21", "2023-11-21", 0],
    ["2000-01-01", "2026-01-01", 26],
    ["2024-02-29", "2028-02-29", 4],
    ["2024-02-29", "2025-03-01", 1],
    ["2023-02-28", "2024-02-28", 1],
    ["2023-03-01", "2024-03-01", 1],
    // The year to come decides how much a day is worth: 365 days, or 366 with a leap day in it.
    ["2025-11-21", "2026-11-20", 364 / 365],
    ["2023-11-21", "2024-11-20", 365 / 366],
    ["2024-02-29", "2025-02-28", 365 / 366],
    ["2026-11-22", "2026-11-21", 364 / 365 - 1],
  ])("from %s to %s: %d", (from, to, years) => {
    expect(yearsBetween(day(from), day(to))).toBe(years);
  });

  test("the day before an anniversary is less, the day after more, for any day and any number of years", () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 60_000 }), fc.integer({ min: 1, max: 60 }), (from, years) => {
        const { year, month, day: date } = dateOf(from);
        const anniversary = serialOf(year + years, month, date) ?? serialOf(year + years, 3, 1) ?? NaN;
        expect(yearsBetween(from, anniversary)).toBe(years);
        expect(yearsBetween(from, anniversary - 1)).toBeLessThan(years);
        expect(yearsBetween(from, anniversary + 1)).toBeGreaterThan(years);
      }),
      { numRuns: 500, seed: 20260411 },
    );
  });
});

describe("Accounting years are the calendar years that lie wholly after the founding, up to the last fiscal year", () => {
  test.each([
    ["2022-05-01", 2025, 3],
    ["2022-01-01", 2025, 4],
    ["2022-01-02", 2025, 3],
    ["2022-12-31", 2025, 3],
    ["2025-01-01", 2025, 1],
    ["2025-06-30", 2025, 0],
    ["2026-01-01", 2025, 0],
    ["2030-01-01", 2025, 0],
    ["1998-07-01", 2025, 27],
  ])("founded %s, last fiscal year %d: %d", (founded, t, years) => {
    expect(accountingYears(day(founded), t)).toBe(years);
  });
});
