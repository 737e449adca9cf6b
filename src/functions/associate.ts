/** Gives Excel's custom-function runtime the code behind each id of the metadata. */
import type { Text } from "../words/text";
import {
  isFailure,
  type BoundRelease,
  type FunctionFailure,
  type FunctionCode,
  type FunctionResult,
} from "./function-record";
import type { RulesInUse } from "./rules-in-use";
import { invoke, type Call, type ReadBlanks } from "./invoke";
import { CODES } from "./codes";

/** Which language error messages are in. Results in cells are Chinese everywhere: a workbook must not depend on who opens it. */
export type MessageLanguage = keyof Text;

function errorOf({ code, message }: FunctionFailure, language: MessageLanguage): CustomFunctions.Error {
  const { invalidValue, invalidNumber, notAvailable } = CustomFunctions.ErrorCode;
  if (code === "#NUM!") return new CustomFunctions.Error(invalidNumber);
  return new CustomFunctions.Error(code === "#VALUE!" ? invalidValue : notAvailable, message[language]);
}

/** The result as Excel takes it. */
function forExcel(result: FunctionResult, language: MessageLanguage): unknown[][] {
  if (isFailure(result)) return [[errorOf(result, language)]];
  return result.map((row) => row.map((cell) => (isFailure(cell) ? errorOf(cell, language) : cell)));
}

function isCall(value: unknown): value is Call {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

type ExcelFunction = (...given: readonly unknown[]) => unknown[][] | Promise<unknown[][]>;

function excelFunction(
  code: FunctionCode,
  rules: RulesInUse,
  readBlanks: ReadBlanks | null,
  language: MessageLanguage,
): ExcelFunction {
  const count = code.takes.length;
  return (...given) => {
    // The invocation stands behind all declared arguments, given or not.
    const last = given[count];
    const answer = (bound: BoundRelease | FunctionFailure): FunctionResult | Promise<FunctionResult> =>
      isFailure(bound)
        ? bound
        : invoke(code, bound, given.slice(0, count), isCall(last) ? last : undefined, readBlanks);
    const bound = rules.when(code);
    const result = bound instanceof Promise ? bound.then(answer) : answer(bound);
    return result instanceof Promise
      ? result.then((settled) => forExcel(settled, language))
      : forExcel(result, language);
  };
}

/** Without Office.js, as when it is out of reach, there is nobody to associate functions with; the page says so itself. */
function insideExcel(): boolean {
  return "CustomFunctions" in globalThis;
}

/** Associates every function. `readBlanks` is null where cells cannot be asked whether they are empty. */
export function associateFunctions(rules: RulesInUse, readBlanks: ReadBlanks | null, language: MessageLanguage): void {
  if (!insideExcel()) return;
  for (const code of CODES) CustomFunctions.associate(code.id, excelFunction(code, rules, readBlanks, language));
}
