/** Numbers written as text: commas, full-width digits, minus signs of all kinds, brackets for negatives, units behind the number. */
import { plainText } from "../../words/plain-text";
import { refusals, type Refusal } from "./cell-messages";

export interface NumberText {
  readonly value: number;
  /** What stands behind the number: 万元, %, 人; "" where nothing does. */
  readonly unit: string;
}

const minus = "[-\\u2010-\\u2015\\u2212]";
const digits = "(\\d{1,3}(?:[, ]\\d{3})+(?:\\.\\d*)?|\\d+(?:\\.\\d*)?(?:e[+-]?\\d{1,3})?|\\.\\d+)";
const unitPart = "(?:\\(([^\\d\\s().+]{1,12})\\)|([^\\d\\s().+-][^\\d().+]{0,11}))?";
const currency = "(?:¥|rmb|cny|人民币)?";
const signed = new RegExp(
  `^(${minus}|负|\\+)?\\s*${currency}\\s*(${minus}|负)?\\s*${digits}(${minus})?\\s*${unitPart}$`,
);
const bracketed = new RegExp(`^${currency}\\s*\\(\\s*${currency}\\s*${digits}\\s*${unitPart}\\s*\\)\\s*${unitPart}$`);
/** 1亿2000万 */
const twoScales = /^(负|-)?(\d+(?:\.\d+)?)亿零?(\d+(?:\.\d+)?)万(?:元)?$/;
const grouped = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** Only digits and at most one point: the common case, read without patterns. */
function isPlain(text: string): boolean {
  let points = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 46) points += 1;
    else if ((code < 48 || code > 57) && !(code === 45 && at === 0 && text.length > 1)) return false;
  }
  return points <= 1 && text.length > points;
}

/** The number of a text of digits alone; NaN for any other text. */
export function plainNumber(text: string): number {
  return isPlain(text) ? Number(text) : NaN;
}

/**
 * Reads a number from text, or says why it is none. The text must not be blank.
 * What a person would call an estimate, a limit or a range is refused: the number itself is not known.
 */
export function readNumberText(text: string): NumberText | Refusal {
  const digitsAlone = plainNumber(text);
  if (!Number.isNaN(digitsAlone)) return { value: digitsAlone, unit: "" };
  if (grouped.test(text)) return { value: Number(text.replaceAll(",", "")), unit: "" };
  const plain = plainText(text)
    .replace(/^'/, "")
    .replace(/\s+/g, " ")
    .toLowerCase()
    .replace(/(?<=元)整$/, "");
  const simple = signed.exec(plain);
  if (simple !== null) {
    const negative = [simple[1], simple[2], simple[4]].filter((sign) => sign !== undefined && sign !== "+").length;
    const value = Number((simple[3] ?? "").replace(/[, ]/g, ""));
    const unit = (simple[5] ?? simple[6] ?? "").trim();
    if (negative <= 1 && Number.isFinite(value)) return { value: negative === 1 ? -value : value, unit };
  }
  const inBrackets = bracketed.exec(plain);
  if (inBrackets !== null) {
    const value = Number((inBrackets[1] ?? "").replace(/[, ]/g, ""));
    const unit = (inBrackets[2] ?? inBrackets[3] ?? inBrackets[4] ?? inBrackets[5] ?? "").trim();
    if (Number.isFinite(value)) return { value: -value, unit };
  }
  const two = twoScales.exec(plain.replaceAll(" ", ""));
  if (two !== null) {
    const value = Number(two[2]) * 10_000 + Number(two[3]);
    return { value: two[1] === undefined ? value : -value, unit: "万元" };
  }
  return whyNoNumber(text);
}

const excelErrors = /^#(?:n\/a|div\/0!|ref!|value!|name\?|null!|num!|spill!|calc!|getting_data|field!|#+)$/i;

/** Says in which way a text fails to be a number. */
export function whyNoNumber(text: string): Refusal {
  const plain = plainText(text).toLowerCase().replace(/\s+/g, "");
  if (excelErrors.test(plain)) return refusals.excelError;
  if (/^=./.test(plain)) return refusals.formulaText;
  if (/^(?:19|20)\d\d[-./年]\d{1,2}(?:[-./月]\d{1,2}日?|月)?$/.test(plain)) return refusals.isDate;
  if (
    /^[<>≤≥]|[<>≤≥]$|\d\+$|大于|小于|超过|超出|^超|不低于|不少于|不足|不超过|至少|至多|以上|以下|以内|未满|^满|低于|高于/.test(
      plain,
    )
  ) {
    return refusals.bound;
  }
  if (
    /^(?:约|大约|大概|近|将近|接近|估计|预计|~|≈)|\d(?:万|亿|千|百)?(?:元|人)?(?:左右|上下|余|多|许)|[余多](?:万|亿|元|人|项|件|个)/.test(
      plain,
    )
  ) {
    return refusals.approximate;
  }
  if (/\d(?:[^\d,.]{0,3})(?:[-~\u2010-\u2015]|至|到)\d/.test(plain)) return refusals.range;
  if (/^-?\d[\d,]*,[\d,]*(?:\.\d+)?$/.test(plain)) return refusals.commas;
  return refusals.notANumber;
}

/** Why a cell with an Excel error cannot be read; programs that do not calculate leave errors of their own behind. */
export function whyError(error: string): Refusal {
  return excelErrors.test(error) || error === "" ? refusals.excelError : refusals.notCalculated;
}

/** True where the text stands for an Excel error that was pasted as text. */
export function isErrorText(text: string): boolean {
  return text.startsWith("#") && excelErrors.test(text.trim());
}

export function isRefusal(reading: NumberText | Refusal): reading is Refusal {
  return "why" in reading;
}
