/** A month as a formula gives it. */
import { readDateNumber, readDateText } from "../sheet/reading/date-text";
import { cellText, isBlank, type Cell } from "../words/grid";
import { refusals } from "../sheet/reading/cell-messages";
import { monthOfSerial, type Month } from "../riders/month";
import { valueFailure, type FunctionFailure } from "./function-record";
import { unreadable } from "./number-cells";

const NAME = { zh: "月份", en: "month" };

/** A date, `2025-07`, `2025年7月` or `202507`; null for a blank, a failure for anything else, a year alone among them. */
export function givenMonth(cell: Cell): Month | null | FunctionFailure {
  if (cell === null || isBlank(cell)) return null;
  if (typeof cell === "number" || typeof cell === "string") {
    const date = typeof cell === "number" ? readDateNumber(cell, false) : readDateText(cell, false);
    if (date === "unclear-month") return unreadable(NAME, cell, refusals.unclearMonth);
    if (typeof date !== "string" && date.precision !== "year") return monthOfSerial(date.serial);
  }
  const text = cellText(cell);
  return valueFailure(
    `“${text}”看不出是哪一个月。请写成 "2025-07"，或引用日期单元格。`,
    `"${text}" is no month that can be read. Write "2025-07", or refer to a cell with a date.`,
  );
}
