/**
 * Registers every function with WPS. WPS calls them one after the other and takes what they return, so nothing here waits.
 * How a function returns an error value is not documented: an error is returned as a text that begins with its name, such as
 * `#N/A 还缺……`. It says what to do, and no reader takes it for a number; but ISERROR and IFERROR don't see it.
 */
import {
  isFailure,
  type BoundRelease,
  type FunctionRecord,
  type FunctionResult,
  type ResultCell,
} from "../../functions/function-record";
import { invokeNow } from "../../functions/invoke";
import { argumentsFromWps } from "./arguments-from-wps";
import { wpsMetadataOf, type WpsMetadata } from "./functions-json";

/** A cell of an answer as WPS shows it. */
export type WpsCell = string | number | boolean;

export type WpsFunctionCode = (...given: readonly unknown[]) => WpsCell[][];

/** The part of WPS's `Application` that registers functions; older ones lack it. */
export interface FunctionRegistry {
  readonly AddCustomFunction: (namespace: string, name: string, code: WpsFunctionCode, metadata: WpsMetadata) => void;
}

/** The first WPS that has custom functions. */
export const FIRST_WPS_WITH_FUNCTIONS = "12.1.0.20540";

/** Results in cells are Chinese everywhere: a workbook must not depend on who opens it. */
const cellFor = (cell: ResultCell): WpsCell => (isFailure(cell) ? `${cell.code} ${cell.message.zh}` : cell);

function forWps(result: FunctionResult): WpsCell[][] {
  return isFailure(result) ? [[cellFor(result)]] : result.map((row) => row.map(cellFor));
}

/** What WPS calls for a record. */
export function wpsFunction(record: FunctionRecord, bound: BoundRelease): WpsFunctionCode {
  const count = record.parameters.length;
  return (...given) => {
    const call = argumentsFromWps(given.slice(0, count));
    return forWps(isFailure(call) ? call : invokeNow(record, bound, call.values, call.unsure));
  };
}

/** False in a WPS that is too old for functions. */
export function isFunctionRegistry(wps: object | null): wps is FunctionRegistry {
  return wps !== null && "AddCustomFunction" in wps && typeof wps.AddCustomFunction === "function";
}

/** Registers all records. */
export function registerFunctions(
  wps: FunctionRegistry,
  namespace: string,
  records: readonly FunctionRecord[],
  bound: BoundRelease,
): void {
  for (const record of records)
    wps.AddCustomFunction(namespace, record.name, wpsFunction(record, bound), wpsMetadataOf(record));
}
