/** The JSON metadata Excel registers custom functions by ("Manually create JSON metadata for custom functions"), made from the records. */
import type { Text } from "../words/text";
import type { FunctionRecord } from "./function-record";

interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly dimensionality: string;
  readonly optional?: true;
}

interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result: { readonly type: string; readonly dimensionality: string };
  readonly options?: { readonly requiresParameterAddresses: true };
}

export interface CustomFunctionsMetadata {
  /** Error cells reach the functions, so that one bad cell does not spoil a whole sheet's formula. */
  readonly allowErrorForDataTypeAny: true;
  readonly functions: readonly FunctionMetadata[];
}

/** The page of a function below the base address, which has no slash at its end. */
export function helpPath(record: FunctionRecord): string {
  return `help/${record.name}.html`;
}

/** Whether a function has blocks of cells among its arguments, whose zeros may be empty cells. */
function takesCells(record: FunctionRecord): boolean {
  return record.parameters.some(({ dimensionality }) => dimensionality === "matrix");
}

/** `baseUrl` is where the help folder is served from. */
export function metadataOf(
  records: readonly FunctionRecord[],
  language: keyof Text,
  baseUrl: string,
): CustomFunctionsMetadata {
  return {
    allowErrorForDataTypeAny: true,
    functions: records.map((record) => ({
      id: record.id,
      name: record.name,
      description: record.description[language],
      helpUrl: `${baseUrl.replace(/\/+$/, "")}/${helpPath(record)}`,
      parameters: record.parameters.map(({ name, description, type, dimensionality, optional }) => ({
        name: name[language],
        description: description[language],
        type,
        dimensionality,
        ...(optional ? { optional } : {}),
      })),
      result: { ...record.result },
      ...(takesCells(record) ? { options: { requiresParameterAddresses: true } } : {}),
    })),
  };
}
