/** The product's functions as sharing knows them: their names, and what short names are made from. */
import { RECORDS } from "../../../functions/records";
import type { NamedFunction } from "../../../sharing/formulas/short-names";

export const FUNCTION_NAMES: ReadonlySet<string> = new Set(RECORDS.map(({ name }) => name));

export const NAMED_FUNCTIONS: readonly NamedFunction[] = RECORDS.map(({ name, parameters }) => ({
  name,
  parameters: parameters.map((parameter) => ({ name: parameter.name.en, optional: parameter.optional })),
}));
