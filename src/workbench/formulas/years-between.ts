/** The years between two days, as Excel counts them: by months of 30 days, or by the days of the years they lie in. */

/** Serial day 0, as days after February 1900 count it. */
const DAY_0 = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** Years of twelve months of 30 days, by the rule of the United States: the last days of February count as the 30th. */
function yearsOf360Days(first: number, last: number): number {
  const [from, to] = [dayOf(first), dayOf(last)];
  const fromFebruary = from.endsFebruary;
  const fromDay = fromFebruary || from.day === 31 ? 30 : from.day;
  const toDay = (to.endsFebruary && fromFebruary) || (to.day === 31 && fromDay === 30) ? 30 : to.day;
  return ((to.year - from.year) * 360 + (to.month - from.month) * 30 + toDay - fromDay) / 360;
}

/** Days between, by the days of the years they lie in. */
function yearsOfRealDays(first: number, last: number): number {
  const [from, to] = [dayOf(first), dayOf(last)];
  const withinOne =
    from.year === to.year ||
    (from.year + 1 === to.year && (from.month > to.month || (from.month === to.month && from.day >= to.day)));
  if (!withinOne) {
    const days = serialOf(to.year + 1, 0, 1) - serialOf(from.year, 0, 1);
    return (last - first) / (days / (to.year - from.year + 1));
  }
  const leap = [from.year, to.year].some((year) => {
    const added = serialOf(year, 1, 29);
    return dayOf(added).month === 1 && (from.year === to.year || (first <= added && added <= last));
  });
  return (last - first) / (leap ? 366 : 365);
}

function serialOf(year: number, month: number, day: number): number {
  return (Date.UTC(year, month, day) - DAY_0) / DAY;
}

function dayOf(serial: number): { year: number; month: number; day: number; endsFebruary: boolean } {
  const date = new Date(DAY_0 + serial * DAY);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  return { year, month, day, endsFebruary: month === 1 && new Date(Date.UTC(year, 1, day + 1)).getUTCMonth() === 2 };
}

/** What YEARFRAC gives of two serial days after February 1900, the earlier first, by the number of its basis; the others the engine has right. */
export const YEARS_BETWEEN: Readonly<Record<number, (first: number, last: number) => number>> = {
  0: yearsOf360Days,
  1: yearsOfRealDays,
};
