/** The day of judgement as a formula gives it. */
import type { Policy } from "../policy/rule-set";
import { isoOfSerial, serialOfIso } from "../words/calendar";
import { readDateNumber, readDateText } from "../sheet/reading/date-text";
import { cellText, type Cell } from "../words/grid";
import { valueFailure, type FunctionFailure } from "./function-record";

function wrongDate(cell: Cell): FunctionFailure {
  const text = cellText(cell);
  return valueFailure(
    `基准日“${text}”不是能用的日期。请写成 "2026-04-01" 或引用日期单元格；不填就按本版核对政策的那天。`,
    `"${text}" is no date that can be used. Write "2026-04-01", or refer to a cell with a date; left out, it is the day this release was checked.`,
  );
}

/**
 * An Excel serial day or a text date, as ISO; the release's day of checking where the argument is left out.
 * A reference to an empty cell arrives as 0 in some Excels and counts as left out: no rule is that old.
 */
export function chosenDate(cell: Cell, policy: Policy): string | FunctionFailure {
  if (cell === null || cell === 0 || (typeof cell === "string" && cell.trim() === "")) return policy.checked;
  if (typeof cell === "boolean" || typeof cell === "object") return wrongDate(cell);
  const date = typeof cell === "number" ? readDateNumber(cell, false) : readDateText(cell, false);
  // A month or a year alone could mean any of its days, and editions change within a year.
  if (typeof date === "string" || date.precision !== "day") return wrongDate(cell);
  const iso = isoOfSerial(date.serial);
  return serialOfIso(iso) === null ? wrongDate(cell) : iso;
}
