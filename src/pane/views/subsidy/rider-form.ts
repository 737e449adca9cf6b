/** The form of one rider: texts as typed, and the rider they mean. */
import { isRefusal, readNumberText } from "../../../sheet/reading/number-text";
import { readDateText } from "../../../sheet/reading/date-text";
import { monthOfSerial, type Month } from "../../../riders/month";
import type { Rider } from "../../../riders/rider";

export const MONTHS_BACK = 6;

export interface RiderForm {
  readonly platform: string;
  readonly category: string;
  readonly workPlace: string;
  readonly insuredPlace: string;
  readonly month: string;
  /** This month's first, then those before, the latest first: seven texts. */
  readonly incomes: readonly string[];
}

export const BLANK_FORM: RiderForm = {
  platform: "",
  category: "",
  workPlace: "",
  insuredPlace: "",
  month: "",
  incomes: Array.from({ length: MONTHS_BACK + 1 }, () => ""),
};

/** Works in Beijing, insured in Quanzhou. */
export const EXAMPLE_FORM: RiderForm = {
  platform: "美团",
  category: "众包",
  workPlace: "北京",
  insuredPlace: "泉州",
  month: "2025-12",
  incomes: ["7400", "7500", "7000", "7300", "6000", "7200", "5000"],
};

/** A number from 0; null for a blank, "wrong" for anything else. */
export function readIncome(text: string): number | null | "wrong" {
  if (text.trim() === "") return null;
  const read = readNumberText(text.trim());
  if (isRefusal(read) || (read.unit !== "" && read.unit !== "元") || read.value < 0) return "wrong";
  return read.value;
}

/** `2025-12`, `2025年12月` or a day of it; null for a blank, "wrong" for anything else. */
export function readMonth(text: string): Month | null | "wrong" {
  if (text.trim() === "") return null;
  const date = readDateText(text.trim(), false);
  return typeof date === "string" || date.precision === "year" ? "wrong" : monthOfSerial(date.serial);
}

/** The rider a form means; what can't be read counts as not given, and the form says so beside it. */
export function riderOf(form: RiderForm): Rider {
  const word = (text: string): string | null => (text.trim() === "" ? null : text.trim());
  const month = readMonth(form.month);
  const [income = null, ...earlier] = form.incomes.map((text) => {
    const read = readIncome(text);
    return read === "wrong" ? null : read;
  });
  return {
    platform: word(form.platform),
    category: word(form.category),
    workPlace: word(form.workPlace),
    insuredPlace: word(form.insuredPlace),
    month: month === "wrong" ? null : month,
    income,
    earlier,
  };
}
