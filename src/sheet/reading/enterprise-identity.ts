/** Who a row is about: credit codes in one spelling, their faults, and rows that share one. */
import { creditCodeFault, plainCreditCode } from "./credit-code";
import { rowIn, type Cell, type Grid } from "../../words/grid";
import { mappedCell, type Mapping } from "./map-columns";
import { refusals, unreadableReason } from "./cell-messages";
import type { UnreadableCell, Warning } from "./messages";
import { warnings as warn } from "./warning-messages";

export interface CreditCodes {
  readonly codes: readonly string[];
  readonly troubles: readonly UnreadableCell[];
}

/** True for a code Excel kept as a number: 18 digits do not fit, the last ones are gone. */
function isRounded(cell: Cell | undefined): boolean {
  return typeof cell === "number"
    ? cell >= 1e15
    : typeof cell === "string" && /^\d(?:\.\d+)?E\+1\d$/i.test(cell.trim());
}

/** The codes of a column in one spelling; a text that is plainly no code, such as 待补 or —, gives "". */
export function readCreditCodes(
  grid: Grid,
  rows: readonly number[],
  mapping: Mapping | undefined,
  texts: readonly string[],
): CreditCodes {
  const troubles: UnreadableCell[] = [];
  const codes = texts.map((text, at) => {
    if (text === "" || mapping === undefined) return "";
    const row = rows[at] ?? 0;
    if (isRounded(grid.rows[row]?.[mapping.column])) {
      const reason = unreadableReason(rowIn(grid, row), mapping.heading, text, refusals.codeAsNumber);
      troubles.push({ cell: mappedCell(grid, mapping, row), text, reason });
      return "";
    }
    const code = plainCreditCode(text);
    return /^[0-9A-Z*]{6,}$/.test(code) ? code : "";
  });
  return { codes, troubles };
}

/** Codes whose check digit does not fit, and rows that share a code. */
export function creditCodeWarnings(
  grid: Grid,
  codes: readonly string[],
  rows: readonly number[],
  mapping: Mapping | undefined,
): Warning[] {
  if (mapping === undefined) return [];
  const found: Warning[] = [];
  const rowsOf = new Map<string, number[]>();
  const wrong: string[] = [];
  codes.forEach((code, at) => {
    const row = rows[at] ?? 0;
    // A masked code (9137********) is nobody's mistake and identifies nobody.
    if (code === "" || code.includes("*")) return;
    if (creditCodeFault(code) !== null) wrong.push(mappedCell(grid, mapping, row));
    const same = rowsOf.get(code);
    if (same === undefined) rowsOf.set(code, [row]);
    else same.push(row);
  });
  for (const [code, same] of rowsOf) {
    if (same.length < 2) continue;
    const message = warn.duplicateEnterprise(
      code,
      same.map((row) => rowIn(grid, row)),
    );
    found.push({ id: "duplicate-enterprise", message, cells: same.map((row) => mappedCell(grid, mapping, row)) });
  }
  if (wrong.length > 0) found.push({ id: "credit-code-invalid", message: warn.creditCodes(wrong), cells: wrong });
  return found;
}
