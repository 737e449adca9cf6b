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
import type { Text } from "../../words/text";
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

/** Said by formulas that judge, in a workbook that is judged by a draft of rules: WPS keeps the page that reads drafts apart from them. */
export const NO_DRAFTS: Text = {
  zh: "这个工作簿按规则草案评，WPS 里的公式读不到草案，所以不按正式的标准算。请在窗格里评分，或在窗格的“规则”里停用草案。",
  en: "This workbook is judged by a draft of rules, which formulas in WPS can't read, and they don't answer by the rules in force instead. Score in the pane, or stop using the draft in its view Rules.",
};

/**
 * What WPS calls for a record.
 * @param draftInUse whether the workbook in front says that it is judged by a draft
 */
export function wpsFunction(record: FunctionRecord, bound: BoundRelease, draftInUse: () => boolean): WpsFunctionCode {
  const count = record.parameters.length;
  return (...given) => {
    if (record.judges === true && draftInUse()) return forWps({ code: "#N/A", message: NO_DRAFTS });
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
  draftInUse: () => boolean,
): void {
  for (const record of records)
    wps.AddCustomFunction(namespace, record.name, wpsFunction(record, bound, draftInUse), wpsMetadataOf(record));
}
