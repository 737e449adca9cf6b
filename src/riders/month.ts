/** Months as whole numbers that can be counted with: year x 12 + month - 1. */

export type Month = number;

export function monthOf(year: number, month: number): Month {
  return year * 12 + month - 1;
}

export function yearOf(month: Month): number {
  return Math.floor(month / 12);
}

/** `2025-07` or `2025-07-14`; null for anything else. */
export function parseMonth(text: string): Month | null {
  const match = /^(\d{4})-(0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/.exec(text);
  return match ? monthOf(Number(match[1]), Number(match[2])) : null;
}

/** The month of an Excel serial day. */
export function monthOfSerial(serial: number): Month {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  return monthOf(day.getUTCFullYear(), day.getUTCMonth() + 1);
}

/** `2025-07`. */
export function isoMonth(month: Month): string {
  return `${yearOf(month)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/** `2025年7月`. */
export function chineseMonth(month: Month): string {
  return `${yearOf(month)}年${(month % 12) + 1}月`;
}
