/**
 * Joins the code of a function with its texts. Apart, so that the bundle Excel loads for the functions carries the code alone: what is
 * only described there is dropped, for which calls are marked as pure.
 */
import type { FunctionCode, FunctionRecord } from "./function-record";

export function described(code: FunctionCode, texts: Omit<FunctionRecord, keyof FunctionCode>): FunctionRecord {
  return { ...code, ...texts };
}
