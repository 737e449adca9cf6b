/** What WPS is told of the functions: functions.json, and the same as the metadata of `AddCustomFunction`. */
import type { FunctionParameter, FunctionRecord } from "../../functions/function-record";

/** WPS's words for types; one with a ? may be left out. Blocks of cells are asked for as the Range itself, see typeOf. */
export type WpsType = "any" | "any?" | "object" | "object?" | "any[][]";

export interface WpsParameter {
  readonly name: string;
  readonly description: string;
  readonly type: WpsType;
}

export interface WpsMetadata {
  readonly description: string;
  readonly result: { readonly type: WpsType };
  readonly parameters: readonly WpsParameter[];
}

export interface WpsFunction extends WpsMetadata {
  readonly name: string;
}

/**
 * A block comes as `object`, the Range: as `any[][]` an empty cell could not be told from a 0. A single value comes as `any`, as it does
 * from Excel: WPS would turn a text into 0 for `number` where the functions say what is wrong with it.
 */
function typeOf({ dimensionality, optional }: FunctionParameter): WpsType {
  const type = dimensionality === "matrix" ? "object" : "any";
  return optional ? `${type}?` : type;
}

/** An error is a text here, see register-functions: who writes the formula must know it before adding results up. */
const ERRORS_ARE_TEXTS = "算不出来时给出以 # 开头的文字，SUM 会跳过它。";

/** Chinese alone: WPS shows one text to everybody, and its users read Chinese. */
export function wpsMetadataOf(record: FunctionRecord): WpsMetadata {
  return {
    description: `${record.description.zh.replace(/。?$/, "。")}${ERRORS_ARE_TEXTS}`,
    result: { type: "any[][]" },
    parameters: record.parameters.map((parameter) => ({
      name: parameter.name.zh,
      description: parameter.description.zh,
      type: typeOf(parameter),
    })),
  };
}

/** The content of functions.json. */
export function wpsFunctionsJson(records: readonly FunctionRecord[]): { readonly functions: readonly WpsFunction[] } {
  return { functions: records.map((record) => ({ name: record.name, ...wpsMetadataOf(record) })) };
}
