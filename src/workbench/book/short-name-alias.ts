/**
 * Short names of the product's functions, as Univer can calculate them. Univer's LAMBDA knows no parameters that may be left out, but it puts
 * what a name stands for in the name's place; so it is told the function's own name instead of the LAMBDA.
 */
import { shortNameFormula } from "../../sharing/formulas/short-names";

const LAMBDA = /^=LAMBDA\(((?:\[?p_[^,[\]()]+\]?,)*)[^[]*?ZJTX\.([A-Z_]+)\(/;

/** `ZJTX.TIER` for the formula of the short name of ZJTX.TIER; null for any other formula. */
export function aliasOf(formula: string): string | null {
  const [, listed = "", name] = LAMBDA.exec(formula) ?? [];
  if (name === undefined) return null;
  const parameters = listed
    .split(",")
    .slice(0, -1)
    .map((one) => ({ name: one.replace(/^\[?p_|\]$/g, ""), optional: one.startsWith("[") }));
  return shortNameFormula({ name, parameters }) === formula ? `ZJTX.${name}` : null;
}
