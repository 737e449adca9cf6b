/** What WPS passes to a custom function, as the functions take it: blocks of cells, an empty cell as null, an error as an error. */
import { valueFailure, type FunctionFailure } from "../../functions/function-record";
import { excelErrorOf } from "../error-codes";

/** DISP_E_PARAMNOTFOUND, which the automation below WPS passes for an argument left out. Other builds pass null. */
const LEFT_OUT = -2147352572;

/** The arguments of one call, as the functions' rules of calling take them. */
export interface GivenArguments {
  readonly values: readonly unknown[];
  /** Whether zeros of an argument may be empty cells: never in a range, always in an array that a formula has computed. */
  readonly unsure: (index: number) => boolean;
}

/** `Value2` of such a reference would give its first block alone, without a word. */
const SEVERAL_BLOCKS: FunctionFailure = valueFailure(
  "参数引用了几块不相连的区域，只能引用一整块。请把数据放在一起再引用。",
  "An argument refers to several separate blocks; only one block can be read. Put the data together and refer to it as a whole.",
);

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** A Range of WPS is no plain object: its members are found by asking for them, and some hosts show their objects as functions. */
function isRange(value: unknown): value is { readonly Value2: unknown } {
  const isObject = (typeof value === "object" && value !== null) || typeof value === "function";
  return isObject && !isList(value) && "Value2" in value;
}

function areasOf(range: object): number {
  const areas: unknown = "Areas" in range ? range.Areas : null;
  const count: unknown = typeof areas === "object" && areas !== null && "Count" in areas ? areas.Count : 1;
  return typeof count === "number" ? count : 1;
}

const cellFrom = (value: unknown): unknown => {
  if (value === undefined || value === LEFT_OUT) return null;
  return typeof value === "number" ? (excelErrorOf(value) ?? value) : value;
};

const blockFrom = (value: unknown): unknown =>
  isList(value) ? value.map((row) => (isList(row) ? row.map(cellFrom) : [cellFrom(row)])) : [[cellFrom(value)]];

function valueFrom(given: unknown): unknown {
  if (isRange(given)) return blockFrom(given.Value2);
  return isList(given) ? blockFrom(given) : cellFrom(given);
}

/** The arguments of a call; one left out is a blank, as Excel passes it. */
export function argumentsFromWps(given: readonly unknown[]): GivenArguments | FunctionFailure {
  if (given.some((one) => isRange(one) && areasOf(one) > 1)) return SEVERAL_BLOCKS;
  return { values: given.map(valueFrom), unsure: (index) => !isRange(given[index]) };
}
