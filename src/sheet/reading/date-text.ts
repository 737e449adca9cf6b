/** Dates as sheets write them, into Excel serial days. No clock and no locale: only the calendar. */
import { plainText } from "../../words/plain-text";

export interface ReadDate {
  /** Excel serial day (1900 system). */
  readonly serial: number;
  /** How much of the date was written. */
  readonly precision: "day" | "month" | "year";
}

export type DateFault = "not-date" | "no-such-day" | "unclear-month";

const dayLength = 86_400_000;
/** Serial day 0 of Excel, moved by the day 1900-02-29 that Excel believes in. */
const serialOfUnixEpoch = 25_569;
const firstSerialAfterFalseDay = 61;

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The Excel serial day of a calendar day (month from 1), the years 1900 to 9999. */
export function dateSerial(year: number, month: number, day: number): number {
  const serial = Date.UTC(year, month - 1, day) / dayLength + serialOfUnixEpoch;
  return serial < firstSerialAfterFalseDay ? serial - 1 : serial;
}

/** The calendar day of a text YYYY-MM-DD, or null where it is none. */
export function isoDate(text: string): { readonly year: number; readonly month: number; readonly day: number } | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isDay(year, month, day) ? { year, month, day } : null;
}

function isDay(year: number, month: number, day: number): boolean {
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

const yearOf = "((?:19|20)\\d\\d)";
const timeOf = "(?:[\\sT]*\\d{1,2}(?::\\d{1,2}){1,2}(?:\\.\\d+)?Z?)?";
const patterns = [
  new RegExp(`^${yearOf}[-./](\\d{1,2})[-./](\\d{1,2})日?${timeOf}$`),
  new RegExp(`^${yearOf}年(\\d{1,2})月(\\d{1,2})[日号]?${timeOf}$`),
  new RegExp(`^${yearOf}(\\d\\d)(\\d\\d)$`),
  new RegExp(`^${yearOf}[-./](\\d{1,2})月?$`),
  new RegExp(`^${yearOf}年(\\d{1,2})月?份?$`),
  new RegExp(`^${yearOf}(0[1-9]|1[0-2])$`),
  new RegExp(`^${yearOf}年?度?$`),
];
const dash = /[\u2010-\u2015\u2212]/g;

/** Chinese digits of a year and of numbers up to 31: 二〇二四年五月十二日. */
function withoutChineseDigits(text: string): string {
  if (!/^[一二三四五六七八九〇零○]{4}年/.test(text)) return text;
  const digits = "〇一二三四五六七八九";
  const digit = (letter: string): string => String("零○".includes(letter) ? 0 : digits.indexOf(letter));
  return text
    .replace(/^[一二三四五六七八九〇零○]{4}/, (year) => Array.from(year, digit).join(""))
    .replace(
      /([二三])?十([一二三四五六七八九])?/g,
      (_, tens: string | undefined, ones: string | undefined) =>
        `${tens === undefined ? "1" : digit(tens)}${ones === undefined ? "0" : digit(ones)}`,
    )
    .replace(/[一二三四五六七八九]/g, digit);
}

/**
 * Reads one date. A month or year alone stands for its first day, or for its last with `toEnd` (有效期至2027年).
 * 05/01/2024 is refused: it is read differently in different places.
 */
export function readDateText(text: string, toEnd: boolean): ReadDate | DateFault {
  const plain = withoutChineseDigits(
    plainText(text)
      .replace(dash, "-")
      .replace(/^'/, "")
      .replace(/\s*([-./年月日])\s*/g, "$1")
      .replace(/[.]$/, ""),
  );
  for (const pattern of patterns) {
    const match = pattern.exec(plain);
    if (match === null) continue;
    const year = Number(match[1]);
    const month = match[2] === undefined ? (toEnd ? 12 : 1) : Number(match[2]);
    if (month < 1 || month > 12) return "no-such-day";
    const day = match[3] === undefined ? (toEnd ? daysInMonth(year, month) : 1) : Number(match[3]);
    if (!isDay(year, month, day)) return "no-such-day";
    const precision = match[2] === undefined ? "year" : match[3] === undefined ? "month" : "day";
    return { serial: dateSerial(year, month, day), precision };
  }
  return "not-date";
}

/** Serial days of real records: from 1901 to 2199. Numbers outside are dates typed as digits, or nothing. */
const earliestSerial = 367;
const latestSerial = 109_574;

/**
 * Reads a number cell of a date column: a serial day, or digits typed as a number (20240501, 202405, 2024.5, 2024).
 * 2024.1 is refused, since Excel drops the last 0 of 2024.10.
 */
export function readDateNumber(value: number, toEnd: boolean): ReadDate | DateFault {
  const year = Math.floor(value);
  if (year >= 1950 && year <= 2100) {
    const decimals = String(value).split(".")[1] ?? "";
    if (decimals === "1") return "unclear-month";
    return decimals.length <= 2 ? readDateText(String(value), toEnd) : "not-date";
  }
  if (value >= earliestSerial && value <= latestSerial + 1) return { serial: year, precision: "day" };
  return Number.isInteger(value) ? readDateText(String(value), toEnd) : "not-date";
}

/**
 * Reads the end of a validity: one date, the later of two (2023-05-01至2026-04-30), or a date with words around it (有效期至2027年5月).
 */
export function readValidityText(text: string): ReadDate | DateFault {
  const plain = plainText(text).replace(dash, "-").replace(/\s+/g, "");
  const single = readDateText(text, true);
  if (single !== "not-date") return single;
  const bare = plain
    .replace(/^(?:证书)?(?:有效期?)?(?:截?[至止到])?[:]?/, "")
    .replace(/(?:止|到期|前有效|前|为止)$/, "");
  const alone = readDateText(bare, true);
  if (alone !== "not-date") return alone;
  const ends = /^(.+?)(?:至|到|~|—|--|-(?=(?:19|20)\d\d))(.+)$/.exec(bare);
  const [from, to] = [ends?.[1], ends?.[2]];
  if (from === undefined || to === undefined || typeof readDateText(from, false) === "string") return "not-date";
  return readDateText(to, true);
}
