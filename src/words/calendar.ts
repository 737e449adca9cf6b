/**
 * Days as Excel counts them (serial 1 is 1900-01-01, with Excel's phantom 29 February 1900; all dates here are after it).
 * No time zone and no clock: a date is a day.
 */

const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** Serial day of a calendar date; null where the date does not exist (2025-02-30) or is out of Excel's range. */
export function serialOf(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (year < 1901 || year > 9999 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return Math.round((time - EPOCH) / DAY);
}

/** Serial 0 is so many days after 1 March of year 0: years counted from March end with the day that leap years add. */
const DAYS_FROM_YEAR_0 = 693_899;
const DAYS_IN_400_YEARS = 146_097;

/** Year, month and day of a serial day. Counted out, since a list of 100,000 enterprises asks millions of times. */
export function dateOf(serial: number): { year: number; month: number; day: number } {
  const days = Math.floor(serial) + DAYS_FROM_YEAR_0;
  const era = Math.floor(days / DAYS_IN_400_YEARS);
  const inEra = days - era * DAYS_IN_400_YEARS;
  const leaps = Math.floor(inEra / 1460) - Math.floor(inEra / 36_524) + Math.floor(inEra / 146_096);
  const yearOfEra = Math.floor((inEra - leaps) / 365);
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  // Months from March on have 31, 30, 31, 30, 31 days over and over.
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const day = inYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + Number(month <= 2), month, day };
}

/** Serial day of an ISO date such as 2026-11-21; null where it is none. */
export function serialOfIso(iso: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return match ? serialOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** The serial day on which something is judged. @throws RangeError where it is no ISO date */
export function dayOfJudgement(asOf: string): number {
  const serial = serialOfIso(asOf);
  if (serial === null) throw new RangeError(`asOf must be a date YYYY-MM-DD, got "${asOf}"`);
  return serial;
}

export function isoOfSerial(serial: number): string {
  const { year, month, day } = dateOf(serial);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The day of the nth anniversary; of 29 February it is the 1st of March where the year has none. */
function anniversary(serial: number, years: number): number {
  const { year, month, day } = dateOf(serial);
  return serialOf(year + years, month, day) ?? serialOf(year + years, 3, 1) ?? NaN;
}

/** Years from one day to another: a whole number exactly on each anniversary, the fraction by days between two of them. */
export function yearsBetween(from: number, to: number): number {
  let whole = dateOf(to).year - dateOf(from).year;
  while (anniversary(from, whole) > to) whole -= 1;
  const last = anniversary(from, whole);
  return whole + (to - last) / (anniversary(from, whole + 1) - last);
}

/** Accounting years that lie wholly after a day, up to and with year t: founded 2022-05-01 and t = 2025 gives 3. */
export function accountingYears(from: number, t: number): number {
  const { year, month, day } = dateOf(from);
  return Math.max(0, t - year + (month === 1 && day === 1 ? 1 : 0));
}
