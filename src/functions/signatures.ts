/** What a release promises about its functions: ids, names and parameters, as workbooks out there rely on them. */
import type { FunctionRecord } from "./function-record";

export interface Signature {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly type: string;
    readonly dimensionality: string;
    readonly optional: boolean;
  }[];
  readonly result: { readonly type: string; readonly dimensionality: string };
}

export function signatureOf({ id, name, parameters, result }: FunctionRecord): Signature {
  return {
    id,
    name,
    parameters: parameters.map((one) => ({
      name: one.name.en,
      type: one.type,
      dimensionality: one.dimensionality,
      optional: one.optional,
    })),
    result: { type: result.type, dimensionality: result.dimensionality },
  };
}
