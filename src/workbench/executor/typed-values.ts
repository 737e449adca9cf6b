/** What a typed or written value becomes in a cell, as Excel decides it. */
import type { Cell } from "../../words/grid";
import { constantPatch, formulaPatch, FORCED_TEXT, isErrorText, type CellPatch } from "../book/cell-data";
import { refuse } from "./excel-error";

const PLAIN = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
const GROUPED = /^[-+]?\d{1,3}(,\d{3})+(\.\d*)?$/;
const PERCENT = /^([-+]?(\d+\.?\d*|\.\d+))%$/;
/** As Excel types a loss. */
const BRACKETED = /^\((\d+\.?\d*|\.\d+|\d{1,3}(?:,\d{3})+(?:\.\d*)?)\)$/;
const TIME = /^(\d{1,4}):(\d{1,2})(?::(\d{1,2}))?(?:\s*([ap])m?)?$/i;
const DATE_AND_TIME = /^(\S+)\s+(\S+(?:\s*[ap]m?)?)$/i;
const DATE = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/;
/** Excel's longest cell text. */
const MAX_TEXT = 32_767;

/** Excel keeps 15 digits of a number. */
function fifteenDigits(number: number): number {
  return Number(number.toPrecision(15));
}

/** The serial day of a date, null where there is no such day. Excel counts a 29 February 1900 that never was. */
function serialDay(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (year < 1900 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const days = Math.round((time - Date.UTC(1899, 11, 30)) / 86_400_000);
  return days < 61 ? days - 1 : days;
}

interface Typed {
  readonly cell: Cell;
  /** The number format that Excel gives a cell of format General. */
  readonly format?: string;
}

/** The part of a day, or days, that a time of day or a duration is; null for what is none. */
function timeOfDay(text: string): Typed | null {
  const [, hour = "", minute = "", second, half] = TIME.exec(text) ?? [];
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second ?? "0")];
  if (hour === "" || minutes > 59 || seconds > 59 || (half !== undefined && (hours < 1 || hours > 12))) return null;
  if (half === undefined && hours > 9_999) return null;
  const inDay = half === undefined ? hours : (hours % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  const cell = (inDay * 3600 + minutes * 60 + seconds) / 86_400;
  if (half === undefined && hours > 23) return { cell, format: "[h]:mm:ss" };
  return { cell, format: `h:mm${second === undefined ? "" : ":ss"}${half === undefined ? "" : " AM/PM"}` };
}

function dateAndTime(text: string): Typed | null {
  const [, day, time] = DATE_AND_TIME.exec(text) ?? [];
  if (day === undefined || time === undefined) return null;
  const [date, clock] = [typed(day), timeOfDay(time)];
  if (date.format !== "yyyy/m/d" || typeof date.cell !== "number" || typeof clock?.cell !== "number") return null;
  return clock.cell < 1 ? { cell: date.cell + clock.cell, format: "yyyy/m/d h:mm" } : null;
}

function typed(text: string): Typed {
  if (PLAIN.test(text)) return { cell: fifteenDigits(Number(text)) };
  if (GROUPED.test(text))
    return { cell: fifteenDigits(Number(text.replaceAll(",", ""))), format: text.includes(".") ? "#,##0.00" : "#,##0" };
  const bracketed = BRACKETED.exec(text)?.[1];
  if (bracketed !== undefined) {
    const { cell, format } = typed(bracketed);
    if (typeof cell === "number") return { cell: -cell, ...(format !== undefined && { format }) };
  }
  const percent = PERCENT.exec(text)?.[1];
  if (percent !== undefined)
    return { cell: fifteenDigits(Number(percent) / 100), format: percent.includes(".") ? "0.00%" : "0%" };
  const upper = text.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return { cell: upper === "TRUE" };
  if (isErrorText(upper)) return { cell: { error: upper } };
  const [, year, , month, day] = DATE.exec(text) ?? [];
  const serial = year === undefined ? null : serialDay(Number(year), Number(month), Number(day));
  if (serial !== null) return { cell: serial, format: "yyyy/m/d" };
  return timeOfDay(text) ?? dateAndTime(text) ?? { cell: text };
}

/**
 * The change that writing `value` makes to a cell of that number format: undefined (null in the array) leaves it, "" empties it, `=`
 * begins a formula, `'` makes the rest text. Throws `InvalidArgument` for what Excel does not take.
 */
export function writtenPatch(value: unknown, numberFormat: string): CellPatch | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "boolean") return constantPatch(value);
  if (typeof value === "number") return Number.isFinite(value) ? constantPatch(value) : refuse("InvalidArgument");
  if (typeof value !== "string") return refuse("InvalidArgument");
  if (value === "") return constantPatch(null);
  if (value.length > MAX_TEXT) return refuse("InvalidArgument");
  if (value.startsWith("'")) return { ...constantPatch(value.slice(1)), t: FORCED_TEXT };
  if (numberFormat === "@") return { ...constantPatch(value), t: FORCED_TEXT };
  if (value.startsWith("=") && value.length > 1) return formulaPatch(value);
  const { cell, format } = typed(value.trim() === "" ? value : value);
  const patch = constantPatch(cell);
  return format !== undefined && numberFormat === "General" ? { ...patch, s: { n: { pattern: format } } } : patch;
}
