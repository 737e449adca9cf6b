/** The week of a day by ISO 8601: the week of its Thursday, counted in the Thursday's year. */

const DAY = 86_400_000;
const DAYS_A_WEEK = 7;
const THURSDAY = 4;
/** Serial day 0, as days after February 1900 count it. */
const DAY_0 = Date.UTC(1899, 11, 30);

/** @param serial a whole day after February 1900 */
export function isoWeek(serial: number): number {
  const time = DAY_0 + serial * DAY;
  const weekday = new Date(time).getUTCDay() || DAYS_A_WEEK;
  const thursday = new Date(time + (THURSDAY - weekday) * DAY);
  const dayOfYear = (thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / DAY;
  return Math.floor(dayOfYear / DAYS_A_WEEK) + 1;
}
