/** Cells of a workbook that use the product's functions: what a colleague without the add-in sees there, and how to mend them. */
import type { Cell, CellRange } from "../../words/grid";
import { isWholeFormula, ownCalls, repairedFormula, type OwnCall } from "./own-calls";

/** A cell with a formula, as a host reads it. */
export interface FormulaCell {
  readonly sheet: string;
  /** 0-based. */
  readonly row: number;
  readonly column: number;
  /** With `=`. */
  readonly formula: string;
  readonly value: Cell;
  /** The block its values fill, the cell itself included; left out where it fills one cell. */
  readonly spill?: CellRange;
  /** Locked on a protected sheet: it can't be re-entered before the sheet is unprotected. */
  readonly locked?: boolean;
}

export interface OwnFormula {
  readonly cell: FormulaCell;
  readonly calls: readonly OwnCall[];
  /** The call stands inside a larger formula. */
  readonly nested: boolean;
  /**
   * `working`: shows a value (or an error of the function's own, such as #N/A for data that is missing); `unknown`: Excel does not know the
   * function, the cell shows #NAME?; `waiting`: still being computed.
   */
  readonly state: "working" | "unknown" | "waiting";
  /** What to enter again; null where nothing is to be mended. */
  readonly repair: string | null;
}

const UNKNOWN: ReadonlySet<string> = new Set(["#NAME?"]);
const WAITING: ReadonlySet<string> = new Set(["#BUSY!", "#CONNECT!", "#GETTING_DATA", "#CALC!"]);

/**
 * What a cell has to do with functions of ours; null where nothing.
 * @param shortNames the short names that the workbook defines, upper case
 */
export function ownFormula(
  cell: FormulaCell,
  names: ReadonlySet<string>,
  shortNames: ReadonlySet<string> = new Set(),
): OwnFormula | null {
  const error = errorOf(cell.value);
  // A short name that shows #NAME? is one that was removed; one that works is defined by somebody, maybe not by us.
  const calls = ownCalls(cell.formula, names, true).filter(
    ({ shape, name }) => shape !== "short" || shortNames.has(name) || UNKNOWN.has(error),
  );
  const [first] = calls;
  if (!first) return null;
  const unresolved = calls.some(({ shape }) => shape === "unresolved") || UNKNOWN.has(error);
  return {
    cell,
    calls,
    nested: calls.length > 1 || !isWholeFormula(cell.formula, first),
    state: unresolved ? "unknown" : WAITING.has(error) ? "waiting" : "working",
    repair: unresolved ? repairedShort(cell.formula, calls, names, shortNames) : null,
  };
}

/** Short names that the workbook does not define any more are spelled out. */
function repairedShort(
  formula: string,
  calls: readonly OwnCall[],
  names: ReadonlySet<string>,
  shortNames: ReadonlySet<string>,
): string {
  let text = formula;
  for (const { name, shape, start } of [...calls].reverse())
    if (shape === "short" && !shortNames.has(name)) {
      const from = start + (text.charAt(start) === "@" ? 1 : 0);
      text = `${text.slice(0, from)}ZJTX.${text.slice(from)}`;
    }
  return repairedFormula(text, names);
}

function errorOf(value: Cell): string {
  if (value !== null && typeof value === "object") return value.error.toUpperCase();
  return typeof value === "string" && value.startsWith("#") ? value.toUpperCase() : "";
}
