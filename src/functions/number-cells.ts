/** Numbers of formulas that take plain values instead of columns under headings: text numbers and units as in a sheet. */
import { asSheetNumber } from "../engine/facts";
import type { Text } from "../words/text";
import { cellText, isBlank, type Cell } from "../words/grid";
import { refusals, type Refusal } from "../sheet/reading/cell-messages";
import { isRefusal, readNumberText, whyError } from "../sheet/reading/number-text";
import { shortened } from "../words/plain-text";
import { valueFailure, type FunctionFailure } from "./function-record";

/** `yuan` takes 元 behind the number, `share` takes 20% for 0.2 and nothing above 1, `count` only whole numbers. None is negative. */
export type NumberKind = "yuan" | "share" | "count";

const UNITS: Readonly<Record<NumberKind, ReadonlyMap<string, number>>> = {
  yuan: new Map([
    ["", 1],
    ["元", 1],
    ["元/月", 1],
    ["yuan", 1],
  ]),
  share: new Map([
    ["", 1],
    ["%", 100],
  ]),
  count: new Map([
    ["", 1],
    ["单", 1],
    ["个", 1],
    ["次", 1],
  ]),
};

/** What an argument's cell says and why it can't be used. */
export function unreadable(name: Text, cell: Cell, { why, todo }: Refusal): FunctionFailure {
  const text = shortened(cellText(cell));
  return valueFailure(
    `“${name.zh}”写的是“${text}”，${why.zh}。${todo.zh}`,
    `${name.en}: "${text}" ${why.en}. ${todo.en}`,
  );
}

function valueOf(cell: Exclude<Cell, null>, kind: NumberKind): number | Refusal {
  if (typeof cell === "number") return asSheetNumber(cell);
  if (typeof cell === "boolean") return refusals.truthValue;
  if (typeof cell === "object") return whyError(cell.error);
  const read = readNumberText(cell);
  if (isRefusal(read)) return read;
  const by = UNITS[kind].get(read.unit);
  return by === undefined ? refusals.wrongUnit(read.unit) : asSheetNumber(read.value / by);
}

/** The number of a cell; null for a blank one, a failure that names the argument for one that can't be used. */
export function readNumber(cell: Cell, name: Text, kind: NumberKind): number | null | FunctionFailure {
  if (cell === null || isBlank(cell)) return null;
  const value = valueOf(cell, kind);
  if (typeof value !== "number") return unreadable(name, cell, value);
  if (value < 0) return unreadable(name, cell, refusals.negative);
  if (kind === "share" && value > 1) return unreadable(name, cell, refusals.aboveWhole);
  if (kind === "count" && !Number.isInteger(value)) return unreadable(name, cell, refusals.notWhole);
  return value;
}
