import * as fc from "fast-check";
import {
  dateSerial,
  daysInMonth,
  isoDate,
  readDateNumber,
  readDateText,
  readValidityText,
} from "../../../src/sheet/reading/date-text";

test.each([
  ["1900-01-01", 1],
  ["1900-02-28", 59],
  ["1900-03-01", 61],
  ["2000-02-29", 36585],
  ["2024-05-01", 45413],
  ["9999-12-31", 2958465],
])("%s is Excel's day %i.", (text, serial) => {
  const day = isoDate(text);
  expect(day === null ? null : dateSerial(day.year, day.month, day.day)).toBe(serial);
});

test.each(["2026-02-30", "2026-13-01", "2026-1-1", "20260101", "", "1899-12-31"])(
  "%j is no date YYYY-MM-DD.",
  (text) => {
    expect(isoDate(text)).toBeNull();
  },
);

const days = fc
  .record({ year: fc.integer({ min: 1951, max: 2099 }), month: fc.integer({ min: 1, max: 12 }), at: fc.nat(30) })
  .map(({ year, month, at }) => ({ year, month, day: (at % daysInMonth(year, month)) + 1 }));
const two = (value: number): string => String(value).padStart(2, "0");
const forms = [
  (y: number, m: number, d: number) => `${y}-${two(m)}-${two(d)}`,
  (y: number, m: number, d: number) => `${y}/${m}/${d}`,
  (y: number, m: number, d: number) => `${y}.${m}.${d}`,
  (y: number, m: number, d: number) => `${y}年${m}月${d}日`,
  (y: number, m: number, d: number) => ` ${y} 年 ${two(m)} 月 ${two(d)} 日 `,
  (y: number, m: number, d: number) => `${y}${two(m)}${two(d)}`,
  (y: number, m: number, d: number) => `${y}－${two(m)}－${two(d)}`,
  (y: number, m: number, d: number) => `${y}-${two(m)}-${two(d)} 00:00:00`,
  (y: number, m: number, d: number) => `'${y}-${two(m)}-${two(d)}T08:30:00`,
];

test("A day reads back the same in every form it may be written in.", () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...forms), ({ year, month, day }, form) => {
      const serial = dateSerial(year, month, day);
      expect(readDateText(form(year, month, day), false)).toEqual({ serial, precision: "day" });
      expect(readDateNumber(serial, false)).toEqual({ serial, precision: "day" });
    }),
  );
});

test.each([
  ["2024年5月", "2024-05-01", "2024-05-31", "month"],
  ["2024.5", "2024-05-01", "2024-05-31", "month"],
  ["2024-02", "2024-02-01", "2024-02-29", "month"],
  ["202405", "2024-05-01", "2024-05-31", "month"],
  ["2024年5月份", "2024-05-01", "2024-05-31", "month"],
  ["2024年", "2024-01-01", "2024-12-31", "year"],
  ["二〇二四年十二月三十一日", "2024-12-31", "2024-12-31", "day"],
  ["二〇二四年五月", "2024-05-01", "2024-05-31", "month"],
])("%s starts on %s and ends on %s.", (text, first, last, precision) => {
  const serial = (iso: string): number => {
    const day = isoDate(iso);
    return day === null ? NaN : dateSerial(day.year, day.month, day.day);
  };
  expect(readDateText(text, false)).toEqual({ serial: serial(first), precision });
  expect(readDateText(text, true)).toEqual({ serial: serial(last), precision });
});

test.each([
  ["2023-05-01至2026-04-30", "2026-04-30"],
  ["2023.5.1-2026.4.30", "2026-04-30"],
  ["2023年5月1日—2026年4月30日", "2026-04-30"],
  ["2023-05-01~2026-04-30", "2026-04-30"],
  ["有效期至2027年5月1日", "2027-05-01"],
  ["至2027-05-01止", "2027-05-01"],
  ["2027-05-01到期", "2027-05-01"],
])("The validity %s ends on %s.", (text, end) => {
  const day = isoDate(end);
  expect(readValidityText(text)).toEqual({
    serial: day === null ? NaN : dateSerial(day.year, day.month, day.day),
    precision: "day",
  });
});

test.each([
  ["2024-13-01", "no-such-day"],
  ["2023-02-29", "no-such-day"],
  ["05/01/2024", "not-date"],
  ["三年前", "not-date"],
  ["1.5", "not-date"],
])("%s is refused: %s.", (text, fault) => {
  expect(readDateText(text, false)).toBe(fault);
  expect(readValidityText(text)).toBe(fault);
});

test("A year and month typed as a number are read, but 2024.1 may be January or October.", () => {
  expect(readDateNumber(2024.5, false)).toEqual({ serial: 45413, precision: "month" });
  expect(readDateNumber(2024.12, true)).toEqual({ serial: 45657, precision: "month" });
  expect(readDateNumber(202405, false)).toEqual({ serial: 45413, precision: "month" });
  expect(readDateNumber(2024.1, false)).toBe("unclear-month");
  expect(readDateNumber(12, false)).toBe("not-date");
  expect(readDateNumber(-5, false)).toBe("not-date");
});
