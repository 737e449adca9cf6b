/** Cells between plain values and what Univer keeps of a cell. */
import type { ICellData } from "@univerjs/core";
import type { Cell } from "../../words/grid";
import { codeOf } from "./enum-codes";

/** Univer's CellValueType, as numbers: the enum itself can't be imported where Univer is loaded through `require`. */
export const TEXT = 1;
export const NUMBER = 2;
export const BOOLEAN = 3;
export const FORCED_TEXT = 4;

/** A change of one cell: what is left out stays, null removes. */
export interface CellPatch {
  readonly v?: string | number | null;
  readonly t?: number | null;
  readonly f?: string | null;
  readonly si?: null;
  readonly p?: null;
  readonly s?: object | string | null;
}

const ERRORS: ReadonlySet<string> = new Set([
  "#N/A",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NULL!",
  "#NUM!",
  "#DIV/0!",
  "#SPILL!",
  "#CALC!",
  "#GETTING_DATA",
]);

export function isErrorText(text: string): boolean {
  return ERRORS.has(text);
}

/** What a cell holds, or last came to if it has a formula. */
export function cellOf(data: ICellData | null | undefined): Cell {
  if (data === null || data === undefined) return null;
  const value = data.v;
  if (value === null || value === undefined) {
    const rich = data.p?.body?.dataStream;
    return rich === undefined ? null : rich.replace(/\r\n$/, "").replaceAll("\r", "\n");
  }
  const type = codeOf(data.t);
  if (type === BOOLEAN) return value === 1 || value === true || value === "1" || value === "TRUE";
  if (typeof value === "string") {
    if (value === "") return hasFormula(data) ? "" : null;
    if (type === NUMBER && Number.isFinite(Number(value))) return Number(value);
    return type !== FORCED_TEXT && ERRORS.has(value) ? { error: value } : value;
  }
  return value;
}

export function hasFormula(data: ICellData): boolean {
  return (data.f !== undefined && data.f !== null) || (data.si !== undefined && data.si !== null);
}

const NUMERIC = /^\s*[-+]?[\d.,]+%?\s*$/;
const EMPTY: CellPatch = { v: null, t: null, f: null, si: null, p: null };

/** The patch that makes a cell hold exactly `cell` and no formula; its style stays. */
export function constantPatch(cell: Cell): CellPatch {
  if (cell === null) return EMPTY;
  if (typeof cell === "number") return { v: cell, t: NUMBER, f: null, si: null, p: null };
  if (typeof cell === "boolean") return { v: cell ? 1 : 0, t: BOOLEAN, f: null, si: null, p: null };
  if (typeof cell === "object") return { v: cell.error, t: TEXT, f: null, si: null, p: null };
  const forced = NUMERIC.test(cell) || cell.startsWith("=") || ERRORS.has(cell) || /^(true|false)$/i.test(cell);
  return { v: cell, t: forced ? FORCED_TEXT : TEXT, f: null, si: null, p: null };
}

/** The patch that puts a formula (with its `=`) into a cell; its value comes with the next calculation. */
export function formulaPatch(formula: string): CellPatch {
  return { f: formula, si: null, v: null, t: null, p: null };
}
